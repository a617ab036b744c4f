import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../../kernel/db.ts';

/** The ids of the cases that have gone into this one, by themselves or with another, in brackets. */
export function goneInto(id: string): RawBuilder<unknown> {
  return sql`(with recursive gone as (
      select m.id from incident m where m.merged_into = ${id}
      union all select m.id from incident m join gone g on m.merged_into = g.id)
    select id from gone)`;
}

/** The case that this one has ended up in, by however many merges; itself where it has gone into none. */
export async function endedUpIn(db: Reader, id: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive way as (
      select m.id, m.merged_into from incident m where m.id = ${id}
      union all select m.id, m.merged_into from incident m join way w on m.id = w.merged_into)
    select id from way where merged_into is null`.execute(db);
  return rows[0]?.id ?? id;
}
