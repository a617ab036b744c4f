import { normaliseSentence } from '../policy-text/sentence.ts';
import { longestCommon } from './longest-common.ts';

/** A run of words within a changed sentence. */
export interface Piece {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly words: string;
}

/** What became of a sentence. Numbers are places in the old and the new text, from 0. */
export type Row =
  | { readonly kind: 'same' | 'moved'; readonly old: number; readonly now: number }
  | {
      readonly kind: 'changed';
      readonly old: number;
      readonly now: number;
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'new'; readonly now: number; readonly text: string }
  | { readonly kind: 'gone'; readonly old: number };

/** Least share of words in common for a sentence to be the same one, changed; below, one has gone and another is new. */
const leastAlike = 0.5;
/** Pairs that are held against each other at most; in larger rewritings only those between the same neighbours are. */
const mostPairs = 250_000;
/** Words that are looked up at most while sentences are held against each other; what is left by then is gone or new. */
const mostLookUps = 20_000_000;
/** Pairs of words that are weighed at most in all sentences that have changed; one too long for what is left is shown as a whole. */
const mostWeighed = 20_000_000;

/**
 * Holds two texts against each other, sentence by sentence. The rows follow the new text; what has gone stands where it stood.
 * The same words in the same order are the same; the same words elsewhere have moved; much the same words are one sentence that
 * has been changed.
 */
export function compareTexts(old: readonly string[], now: readonly string[]): Row[] {
  const found = new Matches(old.length, now.length);
  const oldForms = old.map(normaliseSentence);
  const nowForms = now.map(normaliseSentence);
  for (const [from, to] of longestCommon(oldForms, nowForms)) found.join(from, to, false);
  joinMoved(found, oldForms, nowForms);
  joinChanged(found, old, now);
  return rowsOf(found, old, now);
}

/** Which old sentence each new one is, and the other way around. */
class Matches {
  readonly oldOf: (number | null)[];
  readonly nowOf: (number | null)[];
  readonly moved = new Set<number>();
  constructor(old: number, now: number) {
    this.nowOf = Array<number | null>(old).fill(null);
    this.oldOf = Array<number | null>(now).fill(null);
  }
  join(old: number, now: number, isMoved: boolean): void {
    this.nowOf[old] = now;
    this.oldOf[now] = old;
    if (isMoved) this.moved.add(now);
  }
  freeOld(): number[] {
    return this.nowOf.flatMap((now, old) => (now === null ? [old] : []));
  }
  freeNow(): number[] {
    return this.oldOf.flatMap((old, now) => (old === null ? [now] : []));
  }
}

function joinMoved(found: Matches, oldForms: readonly string[], nowForms: readonly string[]): void {
  const waiting = new Map<string, number[]>();
  for (const old of found.freeOld()) {
    const form = oldForms[old] ?? '';
    waiting.set(form, [...(waiting.get(form) ?? []), old]);
  }
  for (const now of found.freeNow()) {
    const old = waiting.get(nowForms[now] ?? '')?.shift();
    if (old !== undefined) found.join(old, now, true);
  }
}

function joinChanged(found: Matches, old: readonly string[], now: readonly string[]): void {
  const freeOld = found.freeOld();
  const freeNow = found.freeNow();
  const isLarge = freeOld.length * freeNow.length > mostPairs;
  const oldWords = new Map(freeOld.map((at) => [at, bagOf(old[at] ?? '')]));
  const gapOfOld = isLarge ? gaps(found.nowOf) : null;
  const gapOfNow = isLarge
    ? gaps(found.oldOf.map((one, at) => (one === null || found.moved.has(at) ? null : at)))
    : null;
  const pairs: { from: number; to: number; alike: number }[] = [];
  let lookUps = 0;
  for (const to of freeNow) {
    const bag = bagOf(now[to] ?? '');
    for (const from of freeOld) {
      if (gapOfOld !== null && gapOfOld[from] !== gapOfNow?.[to]) continue;
      const before = oldWords.get(from) ?? bag;
      lookUps += before.size + bag.size;
      if (lookUps > mostLookUps) break;
      const alike = likeness(before, bag);
      if (alike >= leastAlike) pairs.push({ from, to, alike });
    }
  }
  pairs.sort((a, b) => b.alike - a.alike || Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  for (const { from, to } of pairs) {
    if (found.nowOf[from] === null && found.oldOf[to] === null) found.join(from, to, false);
  }
}

/** After which joined neighbour each place stands, so that places between the same neighbours share a number. */
function gaps(joined: readonly (number | null)[]): number[] {
  let last = -1;
  return joined.map((one) => {
    last = one ?? last;
    return last;
  });
}

type Bag = ReadonlyMap<string, number>;

function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const word of normaliseSentence(text).split(' ')) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** The share of words in common (Dice), from 0 to 1. */
function likeness(one: Bag, other: Bag): number {
  let common = 0;
  let size = 0;
  for (const [word, count] of one) {
    size += count;
    common += Math.min(count, other.get(word) ?? 0);
  }
  for (const count of other.values()) size += count;
  return (2 * common) / size;
}

function rowsOf(found: Matches, old: readonly string[], now: readonly string[]): Row[] {
  const rows: Row[] = [];
  let next = 0;
  let left = mostWeighed;
  const changed = (before: string, text: string): Piece[] => {
    const weight = wordsIn(before).length * wordsIn(text).length;
    if (weight > left)
      return [
        { kind: 'removed', words: before },
        { kind: 'added', words: text },
      ];
    left -= weight;
    return piecesOf(before, text);
  };
  const goneBefore = (end: number): void => {
    for (; next < end; next += 1) if (found.nowOf[next] === null) rows.push({ kind: 'gone', old: next });
  };
  now.forEach((text, at) => {
    const from = found.oldOf[at] ?? null;
    if (from === null) {
      rows.push({ kind: 'new', now: at, text });
      return;
    }
    if (!found.moved.has(at) && from >= next) goneBefore(from);
    const before = old[from] ?? '';
    if (before !== text) rows.push({ kind: 'changed', old: from, now: at, pieces: changed(before, text) });
    else rows.push({ kind: found.moved.has(at) ? 'moved' : 'same', old: from, now: at });
  });
  goneBefore(old.length);
  return rows;
}

/** A sentence's words, each with the space before it. */
function wordsIn(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

/** The words of a changed sentence: kept, removed and added, in the order they are read. */
export function piecesOf(before: string, after: string): Piece[] {
  const old = wordsIn(before);
  const now = wordsIn(after);
  const pieces: { kind: Piece['kind']; words: string }[] = [];
  const add = (kind: Piece['kind'], words: readonly string[]): void => {
    if (words.length === 0) return;
    const last = pieces.at(-1);
    if (last?.kind === kind) last.words += words.join('');
    else pieces.push({ kind, words: words.join('') });
  };
  let [from, to] = [0, 0];
  for (const [a, b] of [...longestCommon(old, now), [old.length, now.length] as const]) {
    add('removed', old.slice(from, a));
    add('added', now.slice(to, b));
    add('kept', old.slice(a, a + 1));
    [from, to] = [a + 1, b + 1];
  }
  return pieces;
}

/** The new text, made of the old one and the comparison alone. */
export function applyComparison(old: readonly string[], rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'gone') return [];
    if (row.kind === 'new') return [row.text];
    if (row.kind !== 'changed') return [old[row.old] ?? ''];
    return [row.pieces.map((piece) => (piece.kind === 'removed' ? '' : piece.words)).join('')];
  });
}
