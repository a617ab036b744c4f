import { Type } from 'typebox';
import type { Reader } from '../kernel/db.ts';
import { Fields } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { proofAccess } from './proof.access.ts';
import { consistencyRanges, inclusionRanges, type Range } from './tree/merkle.ts';
import { rangeHash, tilesFor } from './tree/tiles.ts';
import { type Head, readHead, readTiles } from './tree.store.ts';

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const Hashes = Type.Array(Type.String());

/**
 * That a leaf is in the tree of `size` leaves (RFC 6962 §2.1.1); without a size, in the newest signed tree. `checkpoint`
 * is the signed head of that size, null where no head of just that size was signed.
 */
export const proof = view({
  name: 'audit.proof',
  on: 'register',
  permission: proofAccess.prove,
  input: Fields({ leaf: Count, size: Type.Optional(Count) }),
  output: Fields({
    leaf: Type.Integer(),
    size: Type.Integer(),
    root: Type.String(),
    hashes: Hashes,
    checkpoint: Type.Union([Type.String(), Type.Null()]),
  }),
  told: { nothing: 'hashes, from which nothing can be read' },
  past: 'none',
  answer: async (db, { leaf, size: asked }) => {
    const head = await signedHead(db, asked);
    const size = asked ?? head?.size ?? 0;
    if (head === null || leaf >= size) return null;
    const hashes = await hashesOf(db, inclusionRanges(leaf, size));
    if (head.size === size)
      return { leaf, size, root: head.root.toString('base64'), hashes, checkpoint: head.note };
    const [root = ''] = await hashesOf(db, [{ start: 0, end: size }]);
    return { leaf, size, root, hashes, checkpoint: null };
  },
});

/** That the tree of `from` leaves is the beginning of the one of `to` (RFC 6962 §2.1.2); without `to`, of the newest. */
export const consistency = view({
  name: 'audit.consistency',
  on: 'register',
  permission: proofAccess.prove,
  input: Fields({ from: Count, to: Type.Optional(Count) }),
  output: Fields({ from: Type.Integer(), to: Type.Integer(), hashes: Hashes }),
  told: { nothing: 'hashes, from which nothing can be read' },
  past: 'none',
  answer: async (db, { from, to: asked }) => {
    const head = await signedHead(db, asked);
    const to = asked ?? head?.size ?? 0;
    if (head === null || from === 0 || from > to) return null;
    return { from, to, hashes: await hashesOf(db, consistencyRanges(from, to)) };
  },
});

/** The newest signed head, or the newest of at most `size` leaves; null for what has not been signed: it is not proven. */
async function signedHead(db: Reader, size: number | undefined): Promise<Head | null> {
  const newest = await readHead(db);
  if (newest === null || size === undefined || size === newest.size) return newest;
  return size > newest.size ? null : ((await readHead(db, size)) ?? newest);
}

async function hashesOf(db: Reader, ranges: readonly Range[]): Promise<string[]> {
  const tiles = await readTiles(db, tilesFor(ranges));
  return ranges.map((range) => rangeHash(range, tiles).toString('base64'));
}
