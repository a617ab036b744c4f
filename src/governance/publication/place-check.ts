import { Type } from 'typebox';
import { pageFaults } from '../../outgoing/page-fault.ts';
import { Fields, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import type { Search } from './served-text.ts';

/**
 * What a check of a place found. `same` and `embedded` show the text in force: as words on the page or the very file that Värna
 * makes of it, or as our own page in a frame. The others say why not, each with its own thing to do (publication.texts).
 */
export const checkOutcomes = [
  'same',
  'embedded',
  'otherVersion',
  'differs',
  'textMissing',
  'linkOnly',
  'notAllowedToEmbed',
  'pdf',
  ...pageFaults,
] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** Outcomes that speak of another text than the one in force: a person's word from before cannot stand against them. */
export const contraryOutcomes: ReadonlySet<CheckOutcome> = new Set(['otherVersion', 'differs']);

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const checkInput = Fields({
  outcome: OneOf(checkOutcomes),
  /** The content hash of the text that is shown there; null when it is none of ours. */
  seenHash: OrNull(Hash),
  /** Of a place that is a file: the SHA-256 of what was served, and the content hash of the version that it is; null for a page. */
  file: OrNull(Fields({ hash: Hash, of: OrNull(Hash) })),
  /** The content hash of the text in force that it was held against. */
  checkedAgainst: Hash,
  /** The answer's status (RFC 9110 §15), where it was no page. */
  status: OrNull(Type.Integer({ minimum: 100, maximum: 999 })),
  sentences: OrNull(Type.Integer({ minimum: 0 })),
  found: OrNull(Type.Integer({ minimum: 0 })),
  firstMissing: OrNull(Type.Integer({ minimum: 1 })),
});
export type CheckInput = Static<typeof checkInput>;

/** A check that found one thing and has nothing to count. */
export function plainCheck(
  outcome: CheckOutcome,
  checkedAgainst: string,
  seenHash: string | null = null,
  status: number | null = null,
): CheckInput {
  const counted = { sentences: null, found: null, firstMissing: null };
  return { outcome, seenHash, file: null, checkedAgainst, status, ...counted };
}

/** What is known of the file that was served at a place last: its SHA-256, and the content hash of the version that it was. */
export interface KnownFile {
  readonly fileHash: string | null;
  readonly fileOf: string | null;
}

/**
 * What a file that is served at a place is: `ours` are the fingerprints of the files that Värna makes of the text in force. One that
 * was found to be a version of ours at an earlier time is that version still, also when the files are set otherwise by now.
 */
export function judgeFile(
  hash: string,
  ours: readonly string[],
  contentHash: string,
  known: KnownFile,
): CheckInput {
  const of = ours.includes(hash) ? contentHash : known.fileHash === hash ? known.fileOf : null;
  const outcome = of === null ? 'pdf' : of === contentHash ? 'same' : 'otherVersion';
  return { ...plainCheck(outcome, contentHash, of), file: { hash, of } };
}

/** A text that the page may show: the one in force, or an earlier one. */
export interface Searched {
  readonly contentHash: string;
  readonly result: Search;
}

/** What was found on a page of words: the text in force whole, another whole, parts of it, or nothing of it. */
export function judgeWords(inForce: Searched, others: readonly Searched[], hasLink: boolean): CheckInput {
  const { contentHash, result } = inForce;
  const isWhole = ({ sentences, firstMissing }: Search) => sentences > 0 && firstMissing === null;
  const counted = (outcome: CheckOutcome, seenHash: string | null): CheckInput => ({
    ...plainCheck(outcome, contentHash, seenHash),
    ...result,
  });
  if (isWhole(result)) return counted('same', contentHash);
  const other = others.find((one) => isWhole(one.result));
  if (other !== undefined) return counted('otherVersion', other.contentHash);
  if (result.found > 0) return counted('differs', null);
  return counted(hasLink ? 'linkOnly' : 'textMissing', null);
}

const hour = 3_600_000;
/** How often a place is read: P05 asks for a daily check, and one that failed for a moment shall not stand till the next day. */
const everyGood = 12 * hour;
const everyOther = 2 * hour;

/** What is known of a place's latest check. */
export interface LatestCheck {
  readonly checkedAt: Date | null;
  readonly checkedAgainst: string | null;
  readonly outcome: CheckOutcome | null;
  readonly requestedAt: Date | null;
}

/** Is it time to read the place: never read, another text in force, asked for, or long ago? */
export function isCheckDue(place: LatestCheck, contentHash: string, now: Date): boolean {
  const { checkedAt, checkedAgainst, outcome, requestedAt } = place;
  if (checkedAt === null || checkedAgainst !== contentHash) return true;
  if (requestedAt !== null && requestedAt > checkedAt) return true;
  const isGood = outcome === 'same' || outcome === 'embedded';
  return now.getTime() - checkedAt.getTime() >= (isGood ? everyGood : everyOther);
}
