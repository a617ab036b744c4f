import { hashBytes, nodeHash, type Range, splitOf } from './merkle.ts';

/** Hashes in a full tile (C2SP tlog-tiles, height 8). */
const width = 256;

/** Where a tile is: entry i of it is the complete subtree of 256^level leaves that begins at (index × 256 + i) × 256^level. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** A tile as it is stored: 1–256 hashes after each other. */
export interface Tile extends TilePlace {
  readonly hashes: Buffer;
}

/** Tiles by place. */
export type Tiles = ReadonlyMap<string, Buffer>;

/** The key of a place in {@link Tiles}. */
export function tileKey({ level, index }: TilePlace): string {
  return `${level}/${index}`;
}

/** The complete subtree from `start` of 2^height leaves, as entries of one tile. */
function entriesOf(start: number, height: number): TilePlace & { first: number; count: number } {
  const level = Math.floor(height / 8);
  const entry = start / width ** level;
  return { level, index: Math.floor(entry / width), first: entry % width, count: 2 ** (height % 8) };
}

/** The tiles that {@link rangeHash} looks in for the ranges given, each once: O(log n) of them. */
export function tilesFor(ranges: readonly Range[]): TilePlace[] {
  const places = new Map<string, TilePlace>();
  for (const { start, height } of ranges.flatMap(completeParts)) {
    const { level, index } = entriesOf(start, height);
    places.set(tileKey({ level, index }), { level, index });
  }
  return [...places.values()];
}

/** A range of the tree as complete subtrees, from the left. */
function completeParts({ start, end }: Range): { start: number; height: number }[] {
  const size = end - start;
  const height = Math.log2(size);
  if (Number.isInteger(height)) return [{ start, height }];
  const middle = start + splitOf(size);
  return [...completeParts({ start, end: middle }), ...completeParts({ start: middle, end })];
}

/**
 * The hash of a range that is a node of the tree: one of the ranges of a proof, or the whole tree.
 * @throws when a tile that is needed is missing or too short
 */
export function rangeHash({ start, end }: Range, tiles: Tiles): Buffer {
  const size = end - start;
  const height = Math.log2(size);
  if (Number.isInteger(height)) return completeHash(start, height, tiles);
  const middle = start + splitOf(size);
  return nodeHash(rangeHash({ start, end: middle }, tiles), rangeHash({ start: middle, end }, tiles));
}

function completeHash(start: number, height: number, tiles: Tiles): Buffer {
  const { level, index, first, count } = entriesOf(start, height);
  const tile = tiles.get(tileKey({ level, index }));
  if (tile === undefined || tile.length < (first + count) * hashBytes) {
    throw new Error(`the tree lacks tile ${level}/${index} up to its entry ${first + count}`);
  }
  return foldedHash(tile.subarray(first * hashBytes, (first + count) * hashBytes));
}

/** The root over 1, 2, 4 … 256 hashes after each other. */
function foldedHash(hashes: Buffer): Buffer {
  if (hashes.length === hashBytes) return Buffer.from(hashes);
  const half = hashes.length / 2;
  return nodeHash(foldedHash(hashes.subarray(0, half)), foldedHash(hashes.subarray(half)));
}

/** The last, growing tile of each level of a tree: what its root and its growth are made from. */
export function edgeOf(size: number): TilePlace[] {
  const places: TilePlace[] = [];
  for (let level = 0, entries = size; entries > 0; level++, entries = Math.floor(entries / width)) {
    if (entries % width !== 0) places.push({ level, index: Math.floor(entries / width) });
  }
  return places;
}

/**
 * The tree of `size` leaves with more leaves behind it: the tiles that grew or came, whole. `edge` holds the tiles that
 * {@link edgeOf} names.
 */
export function grown(size: number, edge: Tiles, leafHashes: readonly Buffer[]): Tile[] {
  const changed = new Map<string, { place: TilePlace; parts: Buffer[]; count: number }>();
  const append = (level: number, entry: number, hash: Buffer): void => {
    const place = { level, index: Math.floor(entry / width) };
    const key = tileKey(place);
    let tile = changed.get(key);
    if (tile === undefined) {
      const before = edge.get(key);
      tile = { place, parts: before === undefined ? [] : [before], count: entry % width };
      if ((before?.length ?? 0) !== tile.count * hashBytes)
        throw new Error(`tile ${key} is not as long as the tree says`);
      changed.set(key, tile);
    }
    tile.parts.push(hash);
    tile.count++;
    if (tile.count === width) append(level + 1, place.index, foldedHash(Buffer.concat(tile.parts)));
  };
  leafHashes.forEach((hash, at) => append(0, size + at, hash));
  return [...changed.values()].map(({ place, parts }) => ({ ...place, hashes: Buffer.concat(parts) }));
}
