import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyRanges, emptyRoot, inclusionRanges, nodeHash, rootOfInclusion } from './merkle.ts';
import { edgeOf, grown, rangeHash, tileKey, tilesFor, type Tiles } from './tiles.ts';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (content: Buffer) => sha256(Buffer.of(0), content);

/** The tree hash by its definition (RFC 6962 §2.1), leaf by leaf: what everything else is held against. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha256(Buffer.of(1), definedRoot(leaves.slice(0, half)), definedRoot(leaves.slice(half)));
}

/** A tree grown in steps of these sizes, kept as the database keeps it. */
function grownBy(steps: readonly number[]): { tiles: Tiles; leaves: Buffer[] } {
  const tiles = new Map<string, Buffer>();
  const leaves: Buffer[] = [];
  for (const step of steps) {
    const more = Array.from({ length: step }, (_, at) => leafOf(Buffer.from(String(leaves.length + at))));
    const edge = new Map(
      edgeOf(leaves.length).map((place) => [tileKey(place), tiles.get(tileKey(place)) ?? Buffer.of()]),
    );
    for (const tile of grown(leaves.length, edge, more)) tiles.set(tileKey(tile), tile.hashes);
    leaves.push(...more);
  }
  return { tiles, leaves };
}

// The inputs and roots that implementations of RFC 6962 have been held against since Certificate Transparency's first one.
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const vectorLeaves = inputs.map((input) => leafOf(Buffer.from(input, 'hex')));
const vectorTiles: Tiles = new Map(
  grown(0, new Map(), vectorLeaves).map((tile) => [tileKey(tile), tile.hashes]),
);

describe('the tree of the known vectors', () => {
  it('has no leaf and the hash of nothing', () => {
    expect(emptyRoot.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it.each(roots.map((root, at) => [at + 1, root] as const))('has with %i leaves its root', (size, root) => {
    expect(rangeHash({ start: 0, end: size }, vectorTiles).toString('hex')).toBe(root);
    expect(definedRoot(vectorLeaves.slice(0, size)).toString('hex')).toBe(root);
  });

  it.each<[number, number, string[]]>([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves leaf %i in %i leaves', (leaf, size, proof) => {
    const hashes = inclusionRanges(leaf, size).map((range) => rangeHash(range, vectorTiles));
    expect(hashes.map((hash) => hash.toString('hex'))).toEqual(proof);
  });

  it.each<[number, number, string[]]>([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves that %i leaves begin the tree of %i', (from, to, proof) => {
    const hashes = consistencyRanges(from, to).map((range) => rangeHash(range, vectorTiles));
    expect(hashes.map((hash) => hash.toString('hex'))).toEqual(proof);
  });
});

/** Checks a consistency proof as RFC 9162 §2.1.4.2 tells: answers with the two roots it leads to. */
function rootsOfConsistency(
  from: number,
  to: number,
  oldRoot: Buffer,
  proof: readonly Buffer[],
): [Buffer, Buffer] {
  const path = Number.isInteger(Math.log2(from)) ? [oldRoot, ...proof] : [...proof];
  let [fn, sn] = [from - 1, to - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  const begin = path[0] ?? Buffer.of();
  let [fr, sr] = [begin, begin];
  for (const c of path.slice(1)) {
    if (sn === 0) throw new Error('the proof is too long');
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else {
      sr = nodeHash(sr, c);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return [fr, sr];
}

describe('any tree, grown in any steps', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 200, max: 700 })), {
    minLength: 1,
    maxLength: 6,
  });

  it('has the root of its definition, at every size it had', () => {
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (sizes, share) => {
        const { tiles, leaves } = grownBy(sizes);
        for (const size of [leaves.length, Math.max(1, Math.floor(leaves.length * share))]) {
          expect(rangeHash({ start: 0, end: size }, tiles)).toEqual(definedRoot(leaves.slice(0, size)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is proven from few tiles: each leaf in it, and each earlier size to begin it', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (sizes, a, b) => {
        const { tiles, leaves } = grownBy(sizes);
        const size = 1 + (a % leaves.length);
        const leaf = b % size;
        const root = definedRoot(leaves.slice(0, size));
        const only = (ranges: ReturnType<typeof inclusionRanges>): Tiles => {
          const places = tilesFor(ranges);
          expect(places.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size + 1)));
          return new Map(places.map((place) => [tileKey(place), tiles.get(tileKey(place)) ?? Buffer.of()]));
        };
        const inclusion = inclusionRanges(leaf, size);
        const proof = inclusion.map((range) => rangeHash(range, only(inclusion)));
        expect(rootOfInclusion(leaf, size, leaves[leaf] ?? Buffer.of(), proof)).toEqual(root);
        expect(rootOfInclusion(leaf, size, leafOf(Buffer.from('other')), proof)).not.toEqual(root);
        const from = leaf + 1;
        const consistency = consistencyRanges(from, size);
        const between = consistency.map((range) => rangeHash(range, only(consistency)));
        const old = definedRoot(leaves.slice(0, from));
        if (from < size) expect(rootsOfConsistency(from, size, old, between)).toEqual([old, root]);
        else expect(between).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('says which tile it lacks', () => {
    expect(() => rangeHash({ start: 0, end: 300 }, new Map())).toThrow(/lacks tile/);
    expect(() => grown(3, new Map(), [emptyRoot])).toThrow(/not as long/);
  });
});
