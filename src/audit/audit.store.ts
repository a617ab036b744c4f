import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import type { EventRow } from './event.store.ts';

/** A signed head of the tree. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
  readonly madeAt: string;
}

/** The first checkpoint that covers a leaf; null when none does yet. */
export async function coveringCheckpoint(db: Reader, number: number): Promise<StoredCheckpoint | null> {
  const found = await sql<{ size: number; note: string; made_at: Date }>`
    select size, note, made_at from audit_checkpoint where size > ${number} order by size limit 1`.execute(
    db,
  );
  const row = found.rows[0];
  return row === undefined ? null : { size: row.size, note: row.note, madeAt: row.made_at.toISOString() };
}

/** Which offices those who acted held at the time, event by event. */
export async function officesAt(
  db: Reader,
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = rows.map((row) => row.id);
  const found = await sql<{ id: string; offices: string[] }>`
    select e.id, array_agg(distinct a.office) as offices
    from audit_event e join appointment_face a on a.person_id = e.actor_person
      and a.valid_from <= (e.occurred_at at time zone 'Europe/Stockholm')::date
      and (a.valid_before is null or a.valid_before > (e.occurred_at at time zone 'Europe/Stockholm')::date)
    where e.id = any(${ids}::uuid[]) group by e.id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.offices]));
}

/** The log in figures. Nothing is counted through: the tree knows its size, and an index holds what has been erased. */
export interface LogFigures {
  readonly checkpoint: StoredCheckpoint | null;
  /** Committed and not yet in the tree. */
  readonly unsealed: number;
  readonly erased: number;
}

export async function readFigures(db: Reader): Promise<LogFigures> {
  const [heads, counts] = await Promise.all([
    sql<{ size: number; note: string; made_at: Date }>`
      select size, note, made_at from audit_checkpoint order by size desc limit 1`.execute(db),
    sql<{ unsealed: number; erased: number }>`
      select (select count(*) from audit_event e
          where e.transaction_id >= coalesce((select horizon from audit_checkpoint order by size desc limit 1), '0'::xid8)
            and not exists (select from audit_leaf l where l.event_id = e.id)) as unsealed,
        (select count(*) from audit_event where erased_by is not null) as erased`.execute(db),
  ]);
  const head = heads.rows[0];
  const checkpoint =
    head === undefined ? null : { size: head.size, note: head.note, madeAt: head.made_at.toISOString() };
  return { checkpoint, unsealed: counts.rows[0]?.unsealed ?? 0, erased: counts.rows[0]?.erased ?? 0 };
}
