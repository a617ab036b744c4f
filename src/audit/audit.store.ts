import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import type { EventRow } from './event.store.ts';

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

/** What the tree's own size does not tell. */
export interface LogCounts {
  /** Committed and not yet in the tree. */
  readonly unsealed: number;
  readonly erased: number;
}

/** Counts without counting through: from the horizon of the newest head on, and in the index of what has been erased. */
export async function countLog(db: Reader, horizon: string): Promise<LogCounts> {
  const found = await sql<LogCounts>`
    select (select count(*) from audit_event e where e.transaction_id >= ${horizon}::xid8
        and not exists (select from audit_leaf l where l.event_id = e.id)) as unsealed,
      (select count(*) from audit_event where erased_by is not null) as erased`.execute(db);
  return found.rows[0] ?? { unsealed: 0, erased: 0 };
}
