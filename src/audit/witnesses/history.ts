import type { Reader } from '../../kernel/db.ts';
import { rangeHash, tilesFor } from '../tree/tiles.ts';
import { readTiles } from '../tree.store.ts';

interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** The root that the tiles give for the first `size` leaves; null when they cannot give one. */
export async function rootAt(db: Reader, size: number): Promise<Buffer | null> {
  const whole = { start: 0, end: size };
  const tiles = await readTiles(db, tilesFor([whole]));
  try {
    return rangeHash(whole, tiles);
  } catch {
    return null;
  }
}

/**
 * Is the newer head the older one with events added? Both roots must come out of the very same tiles: then every leaf below the
 * older size is the same in both (RFC 6962 §2.1.2 proves the same to somebody who has no tiles).
 */
export async function continues(db: Reader, older: TreeHead, newer: TreeHead): Promise<boolean> {
  if (newer.size < older.size) return false;
  const [then, now] = [await rootAt(db, older.size), await rootAt(db, newer.size)];
  return then?.equals(older.root) === true && now?.equals(newer.root) === true;
}
