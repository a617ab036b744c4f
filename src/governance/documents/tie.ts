import type { Decision } from '../../kernel/action.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Static } from '../../kernel/schema.ts';
import type { DocumentVersion, tieInput } from './document.ts';
import type { StoredSentence } from './import.ts';

export type VersionedSentence = StoredSentence & { readonly version: number };

export const tieRefusals = [
  'textNotFollowedUp',
  'sentenceUnknown',
  'clauseUnknown',
  'tiedAndSetAside',
  'nothingProposed',
] as const;

/**
 * Says how one sentence is followed up: by which clauses, or why by none. The words of the text are frozen; what they are
 * taken to mean is a person's judgement, and may be made better while the text is in force.
 */
export function tieSentence(
  version: DocumentVersion,
  sentences: readonly VersionedSentence[],
  input: Static<typeof tieInput>,
  knownClauses: ReadonlySet<string>,
): Decision<readonly VersionedSentence[]> | Refusal {
  if (!isFollowedUp(version)) return refuse('textNotFollowedUp');
  const sentence = sentences.find((one) => one.number === input.sentence);
  if (sentence === undefined) return refuse('sentenceUnknown', { field: 'sentence' });
  if (input.clauses.some((number) => !knownClauses.has(number)))
    return refuse('clauseUnknown', { field: 'clauses' });
  if (input.clauses.length > 0 && input.setAsideReason !== null)
    return refuse('tiedAndSetAside', { field: 'setAsideReason' });
  const next = {
    ...sentence,
    version: sentence.version + 1,
    clauses: input.clauses,
    proposed: [],
    setAsideReason: input.setAsideReason,
  };
  const changes = [
    { field: 'clauses', from: sentence.clauses, to: next.clauses },
    { field: 'setAsideReason', from: sentence.setAsideReason, to: next.setAsideReason },
  ];
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

/** Takes every proposal as it stands. */
export function confirmProposals(
  version: DocumentVersion,
  sentences: readonly VersionedSentence[],
): Decision<readonly VersionedSentence[]> | Refusal {
  if (!isFollowedUp(version)) return refuse('textNotFollowedUp');
  const next = sentences
    .filter((one) => one.proposed.length > 0)
    .map((one) => ({
      ...one,
      version: one.version + 1,
      clauses: [...one.clauses, ...one.proposed],
      proposed: [],
    }));
  if (next.length === 0) return refuse('nothingProposed');
  const data = next.map((one) => ({ sentence: one.number, clauses: one.clauses }));
  const touched = next.map((one) => `sentence:${one.id}`);
  return { next, event: { kind: 'documentVersion.proposalsConfirmed', record: version.id, data, touched } };
}

function isFollowedUp(version: DocumentVersion): boolean {
  return version.state === 'draft' || version.state === 'decided' || version.state === 'inForce';
}
