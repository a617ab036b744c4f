import { hash } from 'node:crypto';

/** Bytes of a SHA-256 hash. */
export const hashBytes = 32;

/** Leaves from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The hash of an inner node (RFC 6962 §2.1): SHA-256 over the byte 1 and the hashes of its two halves. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  left.copy(node, 1);
  right.copy(node, 1 + hashBytes);
  return hash('sha256', node, 'buffer');
}
// One for all: a proof in a large tree makes a thousand of them.
const node = Buffer.alloc(1 + 2 * hashBytes, 1);

/** The root of a tree without leaves (RFC 6962 §2.1): SHA-256 over nothing. */
export const emptyRoot: Buffer = hash('sha256', '', 'buffer');

/** The largest power of two that is smaller than `size`: where RFC 6962 splits a tree. `size` is 2 or more. */
export function splitOf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/**
 * The subtrees whose hashes prove that a leaf is in the tree of `size` leaves, from the leaf upwards (PATH in RFC 6962
 * §2.1.1). `leaf` is less than `size`.
 */
export function inclusionRanges(leaf: number, size: number): Range[] {
  const ranges: Range[] = [];
  let { start, end }: Range = { start: 0, end: size };
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (leaf < middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return ranges;
}

/**
 * The subtrees whose hashes prove that the tree of `from` leaves is the beginning of the one of `to` leaves (PROOF in
 * RFC 6962 §2.1.2). Both are positive, `from` at most `to`; equal trees need no proof.
 */
export function consistencyRanges(from: number, to: number): Range[] {
  const ranges: Range[] = [];
  let { start, end }: Range = { start: 0, end: to };
  // While the older tree has been a whole subtree all along, whoever asks knows its hash already.
  let isKnown = true;
  while (end !== from) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
      isKnown = false;
    }
  }
  return isKnown ? ranges : [{ start, end }, ...ranges];
}

/** The root that a leaf's hash and its proof give (RFC 9162 §2.1.3.2); null when the proof has the wrong length. */
export function rootOfInclusion(
  leaf: number,
  size: number,
  leafHash: Buffer,
  proof: readonly Buffer[],
): Buffer | null {
  const ranges = inclusionRanges(leaf, size);
  if (ranges.length !== proof.length) return null;
  return proof.reduce(
    (below, beside, at) =>
      (ranges[at]?.start ?? 0) > leaf ? nodeHash(below, beside) : nodeHash(beside, below),
    leafHash,
  );
}
