import type { CaseFacts } from './case-facts.ts';
import type { DutyData } from './dated.ts';
import { type DutyStanding, evaluate } from './evaluate.ts';
import type { StageStanding } from './stages.ts';

/** Why something that the law wants is not counted as done. */
export const shortcomings = [
  /** Nobody has said whom the case concerns, or whether a duty arises. Counted once for the case. */
  'undecided',
  /** Its time has passed. */
  'overdue',
  /** The law says ”at once”, and it is not done. */
  'notDone',
  /** Done after its time. */
  'late',
  /** Done, but nothing shows it. */
  'unproven',
  /** ”Ingen anmälan” where a threshold is met and the law has no exception. */
  'contradicted',
] as const;
export type Shortcoming = (typeof shortcomings)[number];

export interface DutyOffender {
  readonly caseId: string;
  readonly why: Shortcoming;
  /** Null where it is the case itself. */
  readonly duty: string | null;
  readonly partyId: string | null;
  readonly stage: string | null;
}

/** How many of the law's stages were to be done by now, and how many were: in time, and with proof. */
export interface DutyShare {
  readonly population: number;
  readonly met: number;
  readonly offenders: readonly DutyOffender[];
}

/**
 * The share of legal duties fulfilled before their deadline, with proof (P46). A case in which something is undecided
 * counts as one that fails. What is still running is not counted, and neither is what the law does not demand: a police
 * report, a notice by agreement.
 */
export function dutyShare(cases: Iterable<CaseFacts>, data: DutyData, now: Date): DutyShare {
  const offenders: DutyOffender[] = [];
  let population = 0;
  for (const facts of cases) {
    const evaluation = evaluate(facts, data, now);
    const standings = evaluation.duties.filter((one) => one.duty.binding === 'law');
    if (isUndecided(facts, standings)) {
      population += 1;
      offenders.push({ caseId: facts.id, why: 'undecided', duty: null, partyId: null, stage: null });
    }
    for (const standing of standings) {
      for (const stage of standing.stages) {
        const counted = countOf(standing, stage);
        if (counted === null) continue;
        population += 1;
        if (counted === 'met') continue;
        const { duty, party } = standing;
        offenders.push({
          caseId: facts.id,
          why: counted,
          duty: duty.id,
          partyId: party.id,
          stage: stage.stage.key,
        });
      }
    }
  }
  return { population, met: population - offenders.length, offenders };
}

/** Has nobody said whom the case concerns, or whether one of the law's duties arises? */
export function isUndecided(
  { parties }: Pick<CaseFacts, 'parties'>,
  standings: readonly DutyStanding[],
): boolean {
  return (
    parties.length === 0 ||
    standings.some((one) => one.verdict === 'decisionNeeded' && one.decision === null && !isDone(one))
  );
}

/** Somebody who reports without being sure has decided, by doing it. */
function isDone({ stages }: DutyStanding): boolean {
  return stages.some((one) => one.delivery !== null);
}

/** What a stage counts as; null when it is not to be counted yet, or at all. */
export function countOf(
  { verdict, contradicts }: DutyStanding,
  stage: StageStanding,
): Shortcoming | 'met' | null {
  if (stage.delivery !== null) {
    if (stage.isLate) return 'late';
    return stage.delivery.isProven ? 'met' : 'unproven';
  }
  if (stage.state === 'decidedAgainst') return contradicts ? 'contradicted' : null;
  if (verdict !== 'thresholdMet' || stage.state === 'waits') return null;
  if (stage.dueAt === null) return 'notDone';
  return stage.state === 'late' ? 'overdue' : null;
}
