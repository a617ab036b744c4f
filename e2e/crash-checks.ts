import type pg from 'pg';
import type { Attempt } from './crash-writing.ts';

/** The tables that events name by their register's name, of those that are written here. */
const tableOf: Readonly<Record<string, string>> = {
  unit: 'unit',
  information: 'information',
  classification: 'classification',
};

/** Everything that is wrong with what is stored, in sentences; empty when nothing is. */
export async function faultsIn(
  client: pg.Client,
  person: string,
  acknowledged: readonly Attempt[],
): Promise<string[]> {
  const registers = await client.query<{ name: string }>(
    `select distinct event_object_table as name from information_schema.triggers
     where trigger_name = 'remember' and trigger_schema = 'public' order by 1`,
  );
  const faults = [
    await missing(client, acknowledged),
    await repeated(client, person),
    await untouched(client, person),
  ];
  for (const { name } of registers.rows) faults.push(await tornIn(client, name));
  return faults.flat();
}

/** Acknowledged, and not there. */
async function missing(client: pg.Client, acknowledged: readonly Attempt[]): Promise<string[]> {
  const events = acknowledged.map((one) => one.answer?.event);
  const { rows } = await client.query<{ id: string }>(
    'select t.id from unnest($1::uuid[]) t(id) where not exists (select from audit_event e where e.id = t.id)',
    [events],
  );
  return rows.map((row) => `event ${row.id} was acknowledged and is not in the log`);
}

/** Each request that was done has one kept answer and one event, and since the token came there are no other changes. */
async function repeated(client: pg.Client, person: string): Promise<string[]> {
  const { rows } = await client.query<{ events: number; answers: number; apart: number }>(
    `with done as (select (answer->>'event')::uuid as event from idempotency_key),
       told as (select id from audit_event where actor_person = $1 and kind <> 'token.created'
         and touched <> '{}' and occurred_at > (select min(created_at) from access_token))
     select (select count(*)::int from told) as events, (select count(*)::int from done) as answers,
       (select count(*)::int from told full join done on done.event = told.id where told.id is null or done.event is null) as apart`,
    [person],
  );
  const found = rows[0];
  if (found?.apart === 0 && found.events === found.answers) return [];
  return [`${found?.events} events and ${found?.answers} kept answers, ${found?.apart} without the other`];
}

/** Every record an event says it touched has a version that names the event. */
async function untouched(client: pg.Client, person: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [register, table] of Object.entries(tableOf)) {
    const { rows } = await client.query<{ event: string; touched: string }>(
      `select e.id as event, t.name as touched from audit_event e cross join unnest(e.touched) t(name)
       where e.actor_person = $1 and split_part(t.name, ':', 1) = $2 and not exists (
         select from history.${table} h where h.id = split_part(t.name, ':', 2)::uuid and h.changed_by_event = e.id)`,
      [person, register],
    );
    faults.push(...rows.map((row) => `event ${row.event} touched ${row.touched}, which has no such version`));
  }
  return faults;
}

/** Rows without their event, whose history does not end in them, or whose versions or periods have a gap. */
async function tornIn(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string; what: string }>(
    `select t.id, 'has no event' as what from public.${table} t
       where not exists (select from audit_event e where e.id = t.changed_by_event)
     union all
     select coalesce(t.id, h.id), 'is not the last version of its history' from public.${table} t
       full join (select * from history.${table} where upper_inf(recorded)) h on h.id = t.id
       where to_jsonb(t) is distinct from to_jsonb(h) - 'recorded'
     union all
     select id, 'has versions with a gap' from history.${table} group by id
       having min(version) <> 1 or max(version) <> count(*) or count(distinct version) <> count(*)
     union all
     select h.id, 'has periods that do not meet' from history.${table} h
       join history.${table} n on n.id = h.id and n.version = h.version + 1 where upper(h.recorded) <> lower(n.recorded)
     limit 20`,
  );
  return rows.map((row) => `${table} ${row.id} ${row.what}`);
}
