import { sql } from 'kysely';
import type { Reader, Transaction } from '../kernel/db.ts';
import { everyRequest } from '../kernel/plans.ts';
import { originOf } from './tree/checkpoint.ts';
import { type Tile, type TilePlace, tileKey, type Tiles } from './tree/tiles.ts';

/** The head of the tree as it was signed last. */
export interface Head {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly madeAt: Date;
  /** The oldest transaction that was running then: every event of an older one is in the tree. '0': look at all. */
  readonly horizon: string;
}

// A horizon ahead of the cluster's own counter was made in another cluster: it says nothing here. Worked out apart from
// the search for events, whose plan turns on knowing where it begins.
const headColumns = sql`size, root, note, made_at as "madeAt",
  (case when horizon > pg_snapshot_xmax(pg_current_snapshot()) then '0' else horizon end)::text as horizon`;

/** The newest checkpoint, or the newest of at most `size` leaves; null before the first. */
export async function readHead(db: Reader, size: number | null = null): Promise<Head | null> {
  const { rows } = await sql<Head>`${everyRequest}
    select ${headColumns} from audit_checkpoint
    where ${size}::bigint is null or size <= ${size} order by size desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The oldest checkpoint that covers a leaf: the first proof there was of it. Null when it is not in the tree. */
export async function readCovering(db: Reader, leaf: number): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select ${headColumns} from audit_checkpoint
    where size > ${leaf} order by size limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The tiles at these places; a place without a tile is left out. */
export async function readTiles(db: Reader, places: readonly TilePlace[]): Promise<Tiles> {
  const { rows } = await sql<Tile>`${everyRequest}
    select t.level, t.index, t.hashes from audit_tile t
    join unnest(${places.map((place) => place.level)}::smallint[], ${places.map((place) => place.index)}::bigint[])
      as wanted (level, index) on wanted.level = t.level and wanted.index = t.index`.execute(db);
  return new Map(rows.map((row) => [tileKey(row), row.hashes]));
}

/** Stores tiles that came or grew. */
export async function saveTiles(transaction: Transaction, tiles: readonly Tile[]): Promise<void> {
  await sql`insert into audit_tile (level, index, hashes)
    select t.level, t.index, t.hashes from unnest(${tiles.map((tile) => tile.level)}::smallint[],
      ${tiles.map((tile) => tile.index)}::bigint[], ${tiles.map((tile) => tile.hashes)}::bytea[]) as t (level, index, hashes)
    on conflict (level, index) do update set hashes = excluded.hashes`.execute(transaction);
}

/** What the log of this installation is called. */
export async function readOrigin(db: Reader): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from installation`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('the installation has no id yet');
  return originOf(row.id);
}

/** The public keys that have signed the log, as verifier keys, the oldest first. */
export async function readVerifierKeys(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select verifier_key as key from audit_key order by from_size`.execute(db);
  return rows.map((row) => row.key);
}
