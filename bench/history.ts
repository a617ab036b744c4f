import pg from 'pg';
import type { Actor } from '../src/kernel/access.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { ask, type Services } from '../src/kernel/run.ts';
import type { View } from '../src/kernel/view.ts';
import { inTurn, median, milliseconds, quantile, type Row } from './measure.ts';

const events = 10_000;
const rounds = 60;
const mostMilliseconds = 30;

/** One record that has been changed ten thousand times, looked at as often, and touched from elsewhere a thousand times. */
const longHistory = `
  insert into audit_event (id, occurred_at, kind, actor_kind, register, record_id, touched, concerns, salt, leaf, leaf_hash)
  select e.id, e.at, e.kind, 'system', e.register, e.record, e.touched, e.concerns, 'AAAAAAAAAAAAAAAAAAAAAA', l.leaf,
    sha256('\\x00'::bytea || convert_to(l.leaf, 'UTF8'))
  from (
    select gen_random_uuid() as id, now() - n * interval '1 minute' as at, k.kind, k.register,
      case when k.own then $1::uuid end as record,
      case when k.changes then array['information:' || $1] else '{}' end as touched,
      case when k.changes then '{}' else array['information:' || $1] end as concerns
    from generate_series(1, ${events}) n cross join (values
      ('information.described', 'information', true, true), ('unit.reorganised', 'unit', false, true),
      ('information.read', 'information', true, false)) as k(kind, register, own, changes)
    where k.own or n % 10 = 0) e,
  lateral (select jsonb_build_object('v', 1, 'id', e.id, 'at', e.at, 'kind', e.kind,
    'actor', jsonb_build_object('kind', 'system', 'person', null), 'register', e.register, 'record', e.record,
    'touched', e.touched, 'salt', 'AAAAAAAAAAAAAAAAAAAAAA', 'reason', null,
    'changes', jsonb_build_array(jsonb_build_object('field', 'description', 'from', 'Före', 'to', 'Efter')),
    'data', jsonb_build_object('concerns', e.concerns))::text as leaf) l`;

/** The first page of a history that is ten thousand changes long, and the log's own first page beside it. */
export async function measureHistory(
  services: Services,
  views: readonly View[],
  actor: Actor,
  owner: pg.ClientConfig,
): Promise<Row[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const found = await client.query<{ id: string }>('select id from information order by id limit 1');
    const id = found.rows[0]?.id ?? '';
    await client.query(longHistory, [id]);
    await client.query('vacuum analyze audit_event');
    const history = () => page(services, views, actor, 'audit.history', { register: 'information', id });
    const log = () => page(services, views, actor, 'audit.events', {});
    const times = await inTurn(rounds, 10, history, log);
    return [
      rowOf(`first page of a history of ${events} changes`, times.measured),
      rowOf('first page of the log', times.reference),
    ];
  } finally {
    await client.end();
  }
}

async function page(
  services: Services,
  views: readonly View[],
  actor: Actor,
  name: string,
  query: Readonly<Record<string, string>>,
): Promise<void> {
  const view = views.find((one) => one.name === name);
  if (view === undefined) throw new Error(`there is no view ${name}`);
  const asked = await ask(services, view, { actor, id: null, query });
  if (isRefusal(asked)) throw new Error(`${name}: ${asked.code}`);
  const { items } = asked.answer as { items: readonly unknown[] };
  if (items.length < 30) throw new Error(`${name} showed only ${items.length} events`);
}

function rowOf(name: string, times: readonly number[]): Row {
  return {
    name,
    measured: `${milliseconds(median(times))} (p95 ${milliseconds(quantile(times, 0.95))})`,
    reference: '–',
    ratio: null,
    budget: `< ${mostMilliseconds} ms`,
    met: median(times) < mostMilliseconds,
  };
}
