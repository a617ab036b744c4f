import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';

/** A moment in the log: which events a snapshot of the database could see. */
export interface LogMoment {
  /** How many events are visible. */
  readonly count: number;
  /** The oldest transaction that was still running: every older one has ended, and is wholly seen or never will be. */
  readonly oldestRunning: string;
  /** The ids of visible events of transactions no older than that; only they can get new company. */
  readonly recent: ReadonlySet<string>;
}

export interface WindowEvent {
  readonly id: string;
  readonly touched: readonly string[];
}

/**
 * The log as this transaction sees it, counted from the start. Call it first in a REPEATABLE READ transaction: what is
 * read after it is of the same snapshot.
 */
export async function readLogMoment(db: Reader): Promise<LogMoment> {
  const oldestRunning = await readOldestRunning(db);
  // The tree knows how many it holds; only what came since is counted. A horizon ahead of the cluster's own counter was
  // made in another cluster, and says nothing here.
  const counted = await sql<{ count: number }>`
    with head as materialized (select size, horizon from audit_checkpoint order by size desc limit 1)
    select coalesce((select size from head), 0) + (
      select count(*) from audit_event e
      where e.transaction_id >= coalesce((
          select horizon from head where horizon <= pg_snapshot_xmax(pg_current_snapshot())), '0'::xid8)
        and (select l.number from audit_leaf l where l.event_id = e.id) is null) as count`.execute(db);
  const recent = await sql<{ id: string }>`
    select e.id from audit_event e where e.transaction_id >= ${oldestRunning}::xid8`.execute(db);
  return {
    count: counted.rows[0]?.count ?? 0,
    oldestRunning,
    recent: new Set(recent.rows.map((row) => row.id)),
  };
}

/**
 * Events visible now that an earlier moment had not seen. Commits do not follow the order in which transactions began,
 * so all events since the oldest transaction that ran then are looked at again, and the ones seen are left out.
 */
export async function readUnseen(
  db: Reader,
  earlier: LogMoment,
): Promise<{ moment: LogMoment; unseen: readonly WindowEvent[] }> {
  const oldestRunning = await readOldestRunning(db);
  const { rows } = await sql<WindowEvent & { recent: boolean }>`
    select e.id, e.touched, e.transaction_id >= ${oldestRunning}::xid8 as recent
    from audit_event e where e.transaction_id >= ${earlier.oldestRunning}::xid8`.execute(db);
  const unseen = rows.filter((row) => !earlier.recent.has(row.id));
  const recent = new Set(rows.filter((row) => row.recent).map((row) => row.id));
  return { moment: { count: earlier.count + unseen.length, oldestRunning, recent }, unseen };
}

/** Is there an event that an earlier moment had not seen? One statement, on the index of transactions. */
export async function hasUnseen(db: Reader, earlier: LogMoment): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select e.id from audit_event e where e.transaction_id >= ${earlier.oldestRunning}::xid8`.execute(db);
  return rows.some((row) => !earlier.recent.has(row.id));
}

/** How far apart (as PostgreSQL writes it) an event's time and its number in the tree may be: a clock, a long transaction. */
const astray = sql.lit('1 hour');

/**
 * How many events had been told at an instant. Counted from the newest checkpoint made by then, plus the events of that
 * time or earlier that are not in its tree, less those in it that say a later time; both lie near the instant.
 */
export async function countEventsUntil(db: Reader, instant: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with head as materialized (
      select size, made_at from audit_checkpoint where made_at <= ${instant} order by size desc limit 1)
    select coalesce((select size from head), 0) + (
      select count(*) from audit_event e
      where e.occurred_at <= ${instant}
        and e.occurred_at > coalesce((select made_at - ${astray}::interval from head), '-infinity')
        and ((select size from head) is null
          or coalesce((select l.number >= (select size from head) from audit_leaf l where l.event_id = e.id), true))) - (
      select count(*) from audit_event e
      where e.occurred_at > ${instant} and e.occurred_at <= ${instant}::timestamptz + ${astray}::interval
        and (select l.number < (select size from head) from audit_leaf l where l.event_id = e.id)) as count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

async function readOldestRunning(db: Reader): Promise<string> {
  const { rows } = await sql<{ oldest: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('pg_current_snapshot answered nothing');
  return row.oldest;
}
