import { sql } from 'kysely';
import type { Reader, Transaction } from '../kernel/db.ts';
import { locks } from '../kernel/locks.ts';
import { everyRequest } from '../kernel/plans.ts';

/** Takes the lock of the one that gives numbers, until the transaction ends; false when another process has it. */
export async function takeSequencerLock(transaction: Transaction): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${locks.sequencer}) as taken`.execute(transaction);
  return rows[0]?.taken === true;
}

/** An event that has no number yet. */
export interface Pending {
  readonly id: string;
  readonly hash: Buffer;
  readonly transactionId: string;
}

export interface PendingEvents {
  /** In the order of their transactions. */
  readonly events: readonly Pending[];
  /** The oldest transaction that can still add events; null: this part was as large as it may be, and there are more. */
  readonly horizon: string | null;
}

const sinceHorizon = (horizon: string) => sql<boolean>`e.transaction_id >= ${horizon}::xid8
  and not exists (select from audit_leaf l where l.event_id = e.id)`;

/** Is there an event without a number? `horizon` as the newest checkpoint says it, '0' before the first. */
export async function hasPending(db: Reader, horizon: string): Promise<boolean> {
  const { rows } = await sql`${everyRequest}
    select from audit_event e where ${sinceHorizon(horizon)} limit 1`.execute(db);
  return rows.length > 0;
}

/** The events without a number, at most `most` of them. */
export async function readPending(
  transaction: Transaction,
  horizon: string,
  most: number,
): Promise<PendingEvents> {
  // Asked before the events: what commits between the two is found now and looked at once more next time.
  const oldest = await sql<{ xmin: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(transaction);
  const { rows } = await sql<Pending>`
    select e.id, e.leaf_hash as hash, e.transaction_id::text as "transactionId" from audit_event e
    where ${sinceHorizon(horizon)} order by e.transaction_id, e.id limit ${most}`.execute(transaction);
  const isAll = rows.length < most;
  return { events: rows, horizon: isAll ? (oldest.rows[0]?.xmin ?? null) : null };
}

/** A row version that an event left, as a seal tells it. */
export interface LeftRow {
  readonly event: string;
  readonly table: string;
  readonly id: string;
  readonly version: number;
  readonly hash: Buffer;
}

/** What the events left in the registers, in the order of the events. */
export async function readLeftRows(transaction: Transaction, events: readonly string[]): Promise<LeftRow[]> {
  const { rows } = await sql<LeftRow>`
    select r.event_id as event, r.register_table as "table", r.row_id as id, r.version, r.row_hash as hash
    from unnest(${events}::uuid[]) with ordinality as o (event_id, place)
    join audit_row r on r.event_id = o.event_id
    order by o.place, r.register_table, r.row_id, r.version`.execute(transaction);
  return rows;
}

/** The hashes of events just written, in the order asked. */
export async function readLeafHashes(transaction: Transaction, events: readonly string[]): Promise<Buffer[]> {
  const { rows } = await sql<{ hash: Buffer }>`
    select e.leaf_hash as hash from unnest(${events}::uuid[]) with ordinality as o (id, place)
    join audit_event e on e.id = o.id order by o.place`.execute(transaction);
  return rows.map((row) => row.hash);
}

/** Gives the events their numbers, from `first` on. */
export async function numberEvents(
  transaction: Transaction,
  first: number,
  events: readonly string[],
): Promise<void> {
  await sql`insert into audit_leaf (number, event_id)
    select ${first}::bigint + o.place - 1, o.id from unnest(${events}::uuid[]) with ordinality as o (id, place)`.execute(
    transaction,
  );
}

/** Stores a signed head, and the key that signed it where it is new. */
export async function saveCheckpoint(
  transaction: Transaction,
  head: {
    readonly size: number;
    readonly root: Buffer;
    readonly note: string;
    readonly horizon: string;
    readonly madeAt: Date;
    readonly verifierKey: string;
  },
): Promise<void> {
  await sql`insert into audit_checkpoint (size, root, note, horizon, made_at)
    values (${head.size}, ${head.root}, ${head.note}, ${head.horizon}::xid8, ${head.madeAt})`.execute(
    transaction,
  );
  await sql`insert into audit_key (verifier_key, from_size, added_at)
    values (${head.verifierKey}, ${head.size}, ${head.madeAt}) on conflict do nothing`.execute(transaction);
}

/** Nothing of an integration may be answered before it is on the disk, whatever the server is set to. */
export async function commitDurably(transaction: Transaction): Promise<void> {
  await sql`set local synchronous_commit = on`.execute(transaction);
}
