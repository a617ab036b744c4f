import { Type } from 'typebox';
import type { Decision } from '../../kernel/action.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, type Static } from '../../kernel/schema.ts';
import type { DocumentVersion } from './document.ts';
import { mostSentences } from './reading/file-refusals.ts';
import type { Proposal } from './policy-text/proposal.ts';
import { isFollowedUp, type VersionedSentence } from './tie.ts';

const Sentence = Fields({
  number: Type.Integer({ minimum: 1, maximum: 100_000 }),
  /** The sentence's version when its proposal was read: a proposal is not confirmed unseen. */
  version: Type.Integer({ minimum: 1 }),
});

/** The sentences whose proposals are taken as they stand. */
export const confirmInput = Fields({
  sentences: Type.Array(Sentence, { minItems: 1, maxItems: mostSentences }),
});

export const confirmRefusals = [
  'textNotFollowedUp',
  'sentenceUnknown',
  'nothingProposed',
  'changedMeanwhile',
  'confirmOneByOne',
] as const;

/**
 * Takes the proposals of these sentences as they stand. Many at once only where all are strong: the others must each be read.
 * All are taken or none, and none that somebody else has changed since it was read.
 */
export function confirmProposals(
  version: DocumentVersion,
  sentences: readonly VersionedSentence[],
  asked: Static<typeof confirmInput>['sentences'],
): Decision<readonly VersionedSentence[]> | Refusal {
  if (!isFollowedUp(version)) return refuse('textNotFollowedUp');
  const next: VersionedSentence[] = [];
  for (const { number, version: seen } of new Map(asked.map((one) => [one.number, one])).values()) {
    const sentence = sentences.find((one) => one.number === number);
    if (sentence === undefined) return refuse('sentenceUnknown', { field: 'sentences' });
    if (sentence.version !== seen) return refuse('changedMeanwhile', { field: 'sentences' });
    const { proposal } = sentence;
    if (proposal === null) return refuse('nothingProposed', { field: 'sentences' });
    if (asked.length > 1 && !proposal.isStrong) return refuse('confirmOneByOne', { field: 'sentences' });
    next.push({
      ...sentence,
      ...followed(sentence, proposal),
      version: sentence.version + 1,
      proposal: null,
    });
  }
  const data = next.map(({ number, clauses, responsibleOffice, attested, setAsideReason }) => ({
    sentence: number,
    clauses: [...clauses],
    responsibleOffice,
    attested,
    setAsideReason,
  }));
  const touched = next.map((one) => `sentence:${one.id}`);
  return { next, event: { kind: 'documentVersion.proposalsConfirmed', record: version.id, data, touched } };
}

function followed(sentence: VersionedSentence, { way, clauses, office, reason }: Proposal) {
  const { setAsideReason, attested, responsibleOffice } = sentence;
  return {
    clauses: [...new Set([...sentence.clauses, ...clauses])].sort(),
    setAsideReason: way === 'aside' ? reason : setAsideReason,
    attested: attested || way === 'attest',
    responsibleOffice: responsibleOffice ?? office,
  };
}
