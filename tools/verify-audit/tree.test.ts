import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RightEdge } from './tree.ts';

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafHash = (bytes: Uint8Array): Buffer => sha256(Buffer.of(0), bytes);

/** The root as RFC 6962 §2.1 says it, word for word. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leafHash(leaves[0] ?? Buffer.of());
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

function grown(leaves: readonly Buffer[]): RightEdge {
  const edge = new RightEdge();
  for (const leaf of leaves) edge.append(leafHash(leaf));
  return edge;
}

describe('the right edge', () => {
  // The leaves and roots that Certificate Transparency's own implementations test with.
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of the first %d leaves has the root that everyone has', (count, root) => {
    const edge = grown(leaves.slice(0, count).map((hex) => Buffer.from(hex, 'hex')));
    expect(edge.root().toString('hex')).toBe(root);
    expect(edge.size).toBe(count);
  });

  it('has the root that RFC 6962 defines, at every size, and so does a copy that goes on by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }), fc.nat(70), (given, turn) => {
        const bytes = given.map((one) => Buffer.from(one));
        const edge = grown(bytes);
        expect(edge.root()).toEqual(rootOf(bytes));
        const copy = grown(bytes.slice(0, turn)).copy();
        for (const leaf of bytes.slice(turn)) copy.append(leafHash(leaf));
        expect(copy.root()).toEqual(edge.root());
      }),
    );
  });
});
