import { createHash } from 'node:crypto';
import type { Circumstances } from '../../kernel/action.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Responsible } from '../../clauses/clause.ts';
import { keepersOf } from './chain/keepers.ts';
import type { DocumentScope } from './document.ts';
import type { Edition } from './policy-text/edition.ts';
import type { PolicySentence, PolicyText } from './policy-text/policy-text.ts';
import { type Proposal, proposeFollowUp } from './policy-text/proposal.ts';
import { proposeTies, type TieTarget } from './policy-text/ties.ts';

/** A sentence as it is stored, with what it is tied to. */
export interface StoredSentence {
  readonly id: Id<'Sentence'>;
  readonly number: number;
  readonly section: number;
  readonly heading: string;
  readonly paragraph: number;
  readonly text: string;
  readonly hash: string;
  readonly demand: 'ska' | 'bor' | null;
  readonly clauses: readonly string[];
  /** How it is proposed to be followed up; null when a person has said so, or nothing is proposed. */
  readonly proposal: Proposal | null;
  readonly setAsideReason: string | null;
  /** The decision that the demand is not followed up leans on, where there is one. */
  readonly setAsideDecision: string | null;
  /** The office or body that answers for the demand; null while nobody has said: then it is whoever answers for its clause. */
  readonly responsibleOffice: Responsible | null;
  /** Followed up by that office's attest every year. */
  readonly attested: boolean;
}

/** What proposals lean on: texts whose demands are known, and our model's words for each clause. */
export interface TieGround {
  readonly editions: readonly Edition[];
  readonly targets: readonly TieTarget[];
}

/** The sentences of a text as they are stored, each demand tied to the clauses it is known or likely to be. */
export function tied(
  text: PolicyText,
  known: ReadonlyMap<number, readonly string[]>,
  ground: TieGround & { readonly scope: DocumentScope },
  circumstances: Circumstances,
): StoredSentence[] {
  const edition = bestEdition(text, ground.editions);
  const proposal = proposeTies(text, edition, ground.targets);
  const follow = proposeFollowUp(text, proposal.ties, ground.targets, keepersOf(ground.scope));
  const setAside = new Map(proposal.noDemand.map((one) => [one.sentence, one.reason]));
  return text.sentences.map((sentence) => {
    const own = proposal.ties.filter((tie) => tie.sentence === sentence.number);
    const certain = own.filter((tie) => tie.certainty === 'certain').map((tie) => tie.clause);
    return {
      id: circumstances.newId<'Sentence'>(),
      number: sentence.number,
      section: sentence.section,
      heading: text.sections[sentence.section]?.heading ?? '',
      paragraph: sentence.paragraph,
      text: sentence.text,
      hash: sentence.hash,
      demand: sentence.demand,
      clauses: known.get(sentence.number) ?? certain,
      proposal:
        known.size > 0 || setAside.has(sentence.number) ? null : (follow.get(sentence.number) ?? null),
      setAsideReason: setAside.get(sentence.number) ?? null,
      setAsideDecision: null,
      responsibleOffice: null,
      attested: false,
    };
  });
}

/** The edition that knows most of the text's sentences; none when it knows no more than chance would. */
function bestEdition(text: PolicyText, editions: readonly Edition[]): Edition | null {
  const hashes = new Set(text.sentences.map((sentence) => sentence.hash));
  const scored = editions.map((edition) => ({
    edition,
    known: edition.sentences.filter((row) => hashes.has(row.hash)).length,
  }));
  const best = scored.sort((a, b) => b.known - a.known)[0];
  return best !== undefined && best.known >= 3 ? best.edition : null;
}

/** What a whole text is recognised by: the SHA-256 of its sentences' hashes, in order. */
export function hashOf(sentences: readonly Pick<PolicySentence, 'hash'>[]): string {
  return createHash('sha256')
    .update(sentences.map((sentence) => sentence.hash).join('\n'))
    .digest('hex');
}

/** How a demand of the version in force is followed up. */
export type FollowedSentence = Pick<
  StoredSentence,
  | 'number'
  | 'text'
  | 'hash'
  | 'demand'
  | 'clauses'
  | 'setAsideReason'
  | 'setAsideDecision'
  | 'responsibleOffice'
  | 'attested'
>;

/** A text that is read in again keeps what a person has said of the strength of demands whose words stand unchanged. */
export function withStrengths(
  sentences: readonly StoredSentence[],
  previous: readonly FollowedSentence[],
): StoredSentence[] {
  const said = new Map(previous.map(({ hash, demand }) => [hash, demand]));
  return sentences.map((one) => ({ ...one, demand: one.demand && (said.get(one.hash) ?? one.demand) }));
}

/**
 * A new edition's sentences, where those whose words stand unchanged are followed up as before: what a person has confirmed of
 * them needs no new confirming. Of the same words twice, each takes after its own place in the order.
 */
export function carriedOver(
  sentences: readonly StoredSentence[],
  previous: readonly FollowedSentence[],
): StoredSentence[] {
  const waiting = new Map<string, FollowedSentence[]>();
  for (const one of previous) waiting.set(one.hash, [...(waiting.get(one.hash) ?? []), one]);
  return sentences.map((sentence) => {
    const before = waiting.get(sentence.hash)?.shift();
    if (before === undefined || sentence.demand === null) return sentence;
    const { clauses, setAsideReason, setAsideDecision, responsibleOffice, attested } = before;
    const isSettled = clauses.length > 0 || setAsideReason !== null || attested;
    if (!isSettled) return { ...sentence, responsibleOffice };
    return {
      ...sentence,
      clauses,
      proposal: null,
      setAsideReason,
      setAsideDecision,
      responsibleOffice,
      attested,
    };
  });
}
