import type { Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import { readDecision } from '../../kernel/decision-reference.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Responsible, responsibles } from '../../clauses/clause.ts';
import { Fields, Line, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import { keepersOf } from './chain/keepers.ts';
import type { DocumentScope, DocumentVersion } from './document.ts';
import type { StoredSentence } from './stored-sentence.ts';

export type VersionedSentence = StoredSentence & { readonly version: number };

/** How a demand is followed up, as a person has said it. */
export const tieInput = Fields({
  sentence: Type.Integer({ minimum: 1, maximum: 100_000 }),
  /** The sentence's version when it was read; two persons do not write over each other. */
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  /** How strong the demand is, where the text was read in and its words were read wrongly. */
  strength: Type.Optional(OneOf(['ska', 'bor'])),
  clauses: Type.Array(Type.String({ pattern: '^P[0-4][0-9]$' }), { uniqueItems: true, maxItems: 10 }),
  setAsideReason: OrNull(Line(500)),
  setAsideDecision: Type.Optional(OrNull(Line(200))),
  /** The office or body that answers for the demand, and whether the office attests every year that it is met. */
  responsibleOffice: Type.Optional(OrNull(OneOf(responsibles))),
  attested: Type.Optional(Type.Boolean()),
});

export const tieRefusals = [
  'textNotFollowedUp',
  'sentenceUnknown',
  'clauseUnknown',
  'tiedAndSetAside',
  'changedMeanwhile',
  'attestNeedsOffice',
  'officeOfAnother',
  'notADemand',
  'decisionUnreadable',
  'decisionInFuture',
] as const;

/** What a tie is judged by besides the text: the clauses there are, what the document is about, and the day. */
export interface TieCircumstances {
  readonly clauses: ReadonlySet<string>;
  readonly scope: DocumentScope;
  readonly today: string;
}

/**
 * Says how one sentence is followed up: by which clauses, or why by none. The words of the text are frozen; what they are
 * taken to mean is a person's judgement, and may be made better while the text is in force.
 */
export function tieSentence(
  version: DocumentVersion,
  sentences: readonly VersionedSentence[],
  input: Static<typeof tieInput>,
  { clauses: knownClauses, scope, today }: TieCircumstances,
): Decision<readonly VersionedSentence[]> | Refusal {
  if (!isFollowedUp(version)) return refuse('textNotFollowedUp');
  const sentence = sentences.find((one) => one.number === input.sentence);
  if (sentence === undefined) return refuse('sentenceUnknown', { field: 'sentence' });
  if (input.version !== undefined && input.version !== sentence.version) return refuse('changedMeanwhile');
  if (input.clauses.some((number) => !knownClauses.has(number)))
    return refuse('clauseUnknown', { field: 'clauses' });
  if (input.clauses.length > 0 && input.setAsideReason !== null)
    return refuse('tiedAndSetAside', { field: 'setAsideReason' });
  const attested = input.attested ?? sentence.attested;
  const responsibleOffice: Responsible | null =
    input.responsibleOffice === undefined ? sentence.responsibleOffice : input.responsibleOffice;
  if (attested && responsibleOffice === null)
    return refuse('attestNeedsOffice', { field: 'responsibleOffice' });
  // One attest must speak for the whole: a manager's is for her own unit only.
  if (attested && !keepersOf(scope).some((office) => office === responsibleOffice))
    return refuse('officeOfAnother', { field: 'responsibleOffice' });
  if (attested && sentence.demand === null) return refuse('notADemand', { field: 'attested' });
  const setAsideDecision = readDecision(input.setAsideDecision ?? null, today, 'setAsideDecision');
  if (isRefusal(setAsideDecision)) return setAsideDecision;
  const { clauses, setAsideReason } = input;
  const demand = sentence.demand === null ? null : (input.strength ?? sentence.demand);
  const followed = { demand, clauses, setAsideReason, setAsideDecision, responsibleOffice, attested };
  const next = { ...sentence, ...followed, version: sentence.version + 1, proposal: null };
  const before = {
    demand: sentence.demand,
    clauses: sentence.clauses,
    setAsideReason: sentence.setAsideReason,
    setAsideDecision: sentence.setAsideDecision,
    responsibleOffice: sentence.responsibleOffice,
    attested: sentence.attested,
    proposed: [...(sentence.proposal?.clauses ?? [])],
  };
  const changes = changesBetween(before, { ...followed, proposed: [] });
  const data = { sentence: sentence.number };
  return {
    next: [next],
    event: {
      kind: 'documentVersion.tied',
      record: version.id,
      changes,
      data,
      touched: [`sentence:${sentence.id}`],
    },
  };
}

/** Is it a text whose demands are, or are to be, followed up? */
export function isFollowedUp(version: DocumentVersion): boolean {
  return ['draft', 'proposed', 'decided', 'inForce'].includes(version.state);
}
