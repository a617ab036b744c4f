import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { RestorationOrder } from './restoration-order.ts';

/** The order there is, or null before anybody has set one. */
export async function readOrder(db: Reader): Promise<RestorationOrder | null> {
  const { rows } = await sql<RestorationOrder>`select id, version, places from restoration_order`.execute(db);
  return rows[0] ?? null;
}

/** The order, locked. */
export async function loadOrder(transaction: Transaction): Promise<RestorationOrder | null> {
  const { rows } = await sql<RestorationOrder>`
    select id, version, places from restoration_order for update`.execute(transaction);
  return rows[0] ?? null;
}

/** Saves the order as it stands after a step. */
export async function saveOrder(
  transaction: Transaction,
  row: RestorationOrder,
  stamp: Stamp,
): Promise<void> {
  if (row.version === 1)
    await sql`insert into restoration_order (id, version, changed_by_event, places)
      values (${row.id}, 1, ${stamp.eventId}, ${row.places}::text[])`.execute(transaction);
  else
    await sql`update restoration_order set version = ${row.version}, changed_by_event = ${stamp.eventId},
      places = ${row.places}::text[] where id = ${row.id}`.execute(transaction);
}

/** What has a place, with its name; what has ended since is left out. */
export interface Place {
  readonly key: string;
  readonly kind: 'system' | 'unit';
  readonly id: string;
  readonly name: string;
}

/** Those of the keys that are systems not retired, or units that stand that day, in no order of their own. */
export async function placesOf(db: Reader, keys: readonly string[], today: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select 'system:' || s.id as key, 'system' as kind, s.id, s.name from system_face s
      where 'system:' || s.id = any(${keys}::text[]) and s.lifecycle <> 'retired'
    union all
    select 'unit:' || u.id, 'unit', u.id, u.name from unit_face u
      where 'unit:' || u.id = any(${keys}::text[]) and u.valid_from <= ${today}::date
        and (u.valid_before is null or u.valid_before > ${today}::date)`.execute(db);
  return rows;
}
