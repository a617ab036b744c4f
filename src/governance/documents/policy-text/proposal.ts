import type { Responsible } from '../../../clauses/clause.ts';
import type { Office } from '../../../kernel/offices.ts';
import type { NoDemandReason } from './edition.ts';
import { noDemandIn } from './no-demand.ts';
import { officeInWords } from './office-in-words.ts';
import type { PolicySentence, PolicyText } from './policy-text.ts';
import type { Tie, TieTarget } from './ties.ts';

/** The ways in which a demand is followed up: by clauses that are computed, by an office's attest every year, or not at all. */
export const followUpWays = ['clauses', 'attest', 'aside'] as const;
export type FollowUpWay = (typeof followUpWays)[number];

/** How a demand is proposed to be followed up, and why; until a person has said so it counts for nothing. */
export interface Proposal {
  readonly way: FollowUpWay;
  readonly clauses: readonly string[];
  readonly office: Responsible | null;
  /** Why it would not be followed up; null for the other ways. */
  readonly reason: NoDemandReason | null;
  /** The words that speak for it, as they stand in the sentence. */
  readonly words: readonly string[];
  /** One clause stands well before all others: such may be confirmed many at once. */
  readonly isStrong: boolean;
}

/** From these on a likeness is strong; on the made-up policies that they were chosen by, no strong proposal was wrong. */
const strongLikeness = 0.4;
const strongLead = 0.15;

/**
 * Proposes how each demand that is not tied for certain is followed up. By clauses where the words are like theirs; the office
 * is whom the words name, else whoever answers for the clause. A sentence that states a purpose, an aim or a definition is
 * proposed to be put aside. What is left is attested by the office that the words name, else by the coordinator: only an
 * office of those in `attesting` can attest for the whole.
 */
export function proposeFollowUp(
  text: PolicyText,
  ties: readonly Tie[],
  targets: readonly TieTarget[],
  attesting: readonly Office[],
): ReadonlyMap<number, Proposal> {
  const answers = new Map(targets.map((target) => [target.clause, target.responsible]));
  const tiesOf = Map.groupBy(ties, (tie) => tie.sentence);
  const found = new Map<number, Proposal>();
  for (const sentence of text.sentences) {
    const own = tiesOf.get(sentence.number) ?? [];
    if (own.some((tie) => tie.certainty === 'certain')) continue;
    const leadIn = sentence.leadIn === null ? null : (text.sentences[sentence.leadIn - 1]?.text ?? null);
    const named = officeInWords(sentence.text, leadIn);
    const [best] = own;
    if (best !== undefined) {
      const office = named ?? answers.get(best.clause) ?? null;
      found.set(sentence.number, byClauses(own, office, best));
    } else if (sentence.demand !== null) {
      found.set(sentence.number, withoutClause(sentence, named, attesting));
    }
  }
  return found;
}

function byClauses(ties: readonly Tie[], office: Responsible | null, best: Tie): Proposal {
  return {
    way: 'clauses',
    clauses: ties.map((tie) => tie.clause),
    office,
    reason: null,
    words: best.words,
    isStrong: ties.length === 1 && best.score >= strongLikeness && best.lead >= strongLead,
  };
}

function withoutClause(
  sentence: PolicySentence,
  named: Responsible | null,
  attesting: readonly Office[],
): Proposal {
  const rest = { clauses: [], words: [], isStrong: false };
  const reason = noDemandIn(sentence.text);
  if (reason !== null) return { ...rest, way: 'aside', office: null, reason };
  const office = attesting.find((one) => one === named) ?? 'informationSecurityCoordinator';
  return { ...rest, way: 'attest', office, reason: null };
}
