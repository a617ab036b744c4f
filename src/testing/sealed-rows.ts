import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';

/**
 * What the log says each event left in the registers (`audit_row`), held against every version in history and every row
 * as it stands: what one of them has and another lacks, what has another hash, and where a version was skipped. Empty
 * when replaying the log gives the registers.
 */
export async function rowFaults(db: Reader): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'history' order by 1`.execute(db);
  const faults: string[] = [];
  for (const { name } of tables.rows) faults.push(...(await faultsIn(db, name)));
  return faults;
}

/** The text is made as the trigger makes it (0013), and hashed with the event's salt. */
async function faultsIn(db: Reader, table: string): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
      set_config('intervalstyle', 'iso_8601', true), set_config('bytea_output', 'hex', true)`.execute(
      transaction,
    );
    const { rows } = await sql<{ fault: string }>`
      with told as (
        select r.row_id, r.version, r.event_id, r.row_hash, r.column_count, e.salt, e.occurred_at, e.id,
               row_number() over (partition by r.row_id order by e.occurred_at, e.id, r.version) as place
        from audit_row r join audit_event e on e.id = r.event_id where r.register_table = ${table}),
      kept as (
        select h.id as row_id, h.version, h.changed_by_event, h.recorded,
               varna.row_text(to_jsonb(h), ${table}, told.column_count) as text
        from history.${sql.ref(table)} h left join told on told.row_id = h.id and told.version = h.version)
      select coalesce(told.row_id, kept.row_id) || ' ' || coalesce(told.version, kept.version) || ': ' || case
          when told.row_id is null then 'no event left it' when kept.row_id is null then 'not in history'
          when told.place <> told.version then 'out of order'
          when kept.changed_by_event <> told.event_id then 'names another event'
          when lower(kept.recorded) < told.occurred_at then 'recorded before its event'
          else 'another hash' end as fault
        from told full join kept on kept.row_id = told.row_id and kept.version = told.version
        where told.row_id is null or kept.row_id is null or told.place <> told.version
          or kept.changed_by_event <> told.event_id or lower(kept.recorded) < told.occurred_at
          or sha256(convert_to(told.salt || kept.text, 'UTF8')) <> told.row_hash
      union all
      select coalesce(p.id, last.row_id) || ': the row is not the last version' from public.${sql.ref(table)} p
        full join (select distinct on (row_id) * from told order by row_id, version desc) last on last.row_id = p.id
        where p.id is null or last.row_id is null or p.version <> last.version
          or sha256(convert_to(last.salt || varna.row_text(to_jsonb(p), ${table}, last.column_count), 'UTF8'))
             <> last.row_hash`.execute(transaction);
    return rows.map(({ fault }) => `${table} ${fault}`);
  });
}
