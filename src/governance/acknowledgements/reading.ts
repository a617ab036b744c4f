import { compareTexts, type Piece } from '../documents/compare/compare.ts';

/** A sentence of a version as it is read: its words and what it demands. */
export interface ReadSentence {
  readonly number: number;
  readonly heading: string;
  readonly text: string;
  readonly demand: 'ska' | 'bor' | null;
}

/** A demand that is new or has been changed since the version that the reader has acknowledged. */
export interface ChangedDemand {
  readonly kind: 'new' | 'changed';
  readonly heading: string;
  readonly text: string;
  readonly demand: 'ska' | 'bor';
  readonly pieces: readonly Piece[];
}

/**
 * What somebody who knows an earlier version must read of a newer one: demands that were not there, or said something else. A
 * demand that has only moved, and sentences that demand nothing, are not asked about; nor is what has gone.
 */
export function changedDemands(
  before: readonly ReadSentence[],
  now: readonly ReadSentence[],
): readonly ChangedDemand[] {
  const rows = compareTexts(
    before.map((one) => one.text),
    now.map((one) => one.text),
  );
  return rows.flatMap((row): ChangedDemand[] => {
    if (row.kind === 'gone') return [];
    const sentence = now[row.now];
    if (sentence === undefined || sentence.demand === null) return [];
    const { heading, text, demand } = sentence;
    const old = row.kind === 'new' ? undefined : before[row.old];
    if (old === undefined || old.demand === null) return [{ kind: 'new', heading, text, demand, pieces: [] }];
    if (row.kind === 'changed') return [{ kind: 'changed', heading, text, demand, pieces: row.pieces }];
    return old.demand === demand ? [] : [{ kind: 'changed', heading, text, demand, pieces: [] }];
  });
}

/** What binds in a version: each demand by its strength and the hash of its words. */
export interface Binding {
  readonly versionId: string;
  readonly contentHash: string;
  readonly demands: readonly string[];
}

/**
 * The versions whose acknowledgement holds for `version` too: those that made every demand that it makes, in the same words and
 * as strongly. A demand that has gone asks nothing of anybody. Where no demand was found in the text, only the very same words
 * are enough.
 */
export function coveringVersions(version: Binding, all: readonly Binding[]): readonly string[] {
  return all
    .filter((one) => {
      if (one.contentHash === version.contentHash) return true;
      if (version.demands.length === 0) return false;
      const known = new Set(one.demands);
      return version.demands.every((demand) => known.has(demand));
    })
    .map((one) => one.versionId);
}
