import type { Clause, Finding, NoteCode, Verdict } from './clause.ts';
import type { Facts } from './facts.ts';

/** The day the judgement holds for, and how large a share is enough (per cent; 100 unless the coordinator set another). */
export interface Measure {
  readonly today: string;
  readonly threshold: number;
}

/** What a clause comes to. There are `denominator - numerator` findings; they are worked out when asked for. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly numerator: number;
  readonly denominator: number;
  readonly findings: readonly Finding[];
  readonly notes: readonly NoteCode[];
}

/** By what a verdict can be made again: the log's head, the day, the policy, and the code that judged. */
export interface Receipt {
  /** How many events had been committed: sets of events only grow, so the number tells which set. */
  readonly auditHead: string;
  /** The day the registers were judged by. */
  readonly asOf: string;
  /** Hash of the policy in force, or `none`. */
  readonly policyVersion: string;
  readonly codeVersion: string;
}

/** The threshold a clause has when nobody has set another, in per cent. */
export const wholeShare = 100;

/**
 * Judges a clause on facts. Pure: the same facts, day and threshold give the same answer, whoever asks and whenever.
 * Nothing looked at means nothing known: an empty population is never met.
 */
export function judge(clause: Clause, facts: Facts, measure: Measure): Judgement {
  if (clause.kind === 'awaitsRegister') return unanswered('undetermined', ['registerMissing']);
  if (clause.kind !== 'computed') return unanswered('undetermined', []);
  if (clause.inForceFrom !== null && measure.today < clause.inForceFrom)
    return unanswered('not_in_force', []);
  if (!clause.applies(facts, measure.today)) return unanswered('not_applicable', []);
  const share = clause.findings(facts, measure.today);
  if (share.population === 0) {
    // Why there is nothing to look at, where the clause knows.
    return unanswered('undetermined', [
      share.notes.includes('policyMissing') ? 'policyMissing' : 'emptyPopulation',
    ]);
  }
  const verdict = verdictOf(share.met, share.population, measure.threshold);
  return {
    // What is not measured may fail: the part that is can show a fault, never that the whole demand is met.
    verdict: verdict === 'met' && share.notes.includes('partNotMeasured') ? 'undetermined' : verdict,
    numerator: share.met,
    denominator: share.population,
    notes: share.notes,
    get findings() {
      return share.offenders;
    },
  };
}

function verdictOf(met: number, population: number, threshold: number): Verdict {
  // In whole numbers: 29 of 100 at 29 % must not fall to a rounding.
  if (met * 100 >= threshold * population) return 'met';
  return met > 0 ? 'partly' : 'not_met';
}

function unanswered(verdict: Verdict, notes: readonly NoteCode[]): Judgement {
  return { verdict, numerator: 0, denominator: 0, findings: [], notes };
}
