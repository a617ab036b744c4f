import { sql } from 'kysely';
import pg from 'pg';
import { type Actor, systemActor } from '../src/kernel/access.ts';
import { appendEvent } from '../src/kernel/audit/append.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { ask, type Services } from '../src/kernel/run.ts';
import type { View } from '../src/kernel/view.ts';
import { inTurn, median, milliseconds, quantile, type Row } from './measure.ts';

const open = 10_000;
const rounds = 100;
const longest = 50;
const timesBare = 3;

/** What is asked, and the same rows as somebody would fetch them by hand; of clocks, which no SQL can judge, the cases they run in. */
interface Question {
  readonly view: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly bare: readonly string[];
  /** A list is to keep within {@link timesBare} of it as well. */
  readonly isList?: true;
  /** Something happens in a case before each round. */
  readonly isChanged?: true;
}

const cases = `select i.id, i.number, i.kind, i.state, i.title, i.reported_at, u.name as unit_name, p.name as handler
  from incident i left join unit u on u.id = i.unit_id left join person_face p on p.id = i.handler_id`;
const clocked = [
  `select i.id, i.title, i.number, y.id as party_id, e.name from incident i join incident_party y on y.incident_id = i.id
    join legal_entity e on e.id = y.entity_id where i.state = 'triaged' order by i.noticed_at limit 200`,
  `select count(*) from incident_party y join incident i on i.id = y.incident_id where i.state = 'triaged'`,
];
const measures = `select m.id, m.title, m.state, m.due_on, u.name as unit_name, p.name as owner from measure m
  join unit u on u.id = m.unit_id left join person_face p on p.id = m.owner_person_id`;
const late = `i.reported_at < now() - interval '30 days'`;
const hers = `m.owner_office = 'informationSecurityCoordinator'`;

const questions: readonly Question[] = [
  {
    view: 'todo.waiting',
    bare: [
      ...clocked,
      `${cases} where i.state = 'triaged' and ${late} order by i.reported_at limit 200`,
      `${measures} where ${hers} order by m.due_on limit 200`,
    ],
  },
  { view: 'incident.clocks', bare: clocked },
  { view: 'incident.clocks', bare: clocked, isChanged: true },
  {
    view: 'incident.list',
    bare: [`${cases} order by i.reported_at desc limit 50`, 'select count(*) from incident'],
    isList: true,
  },
  {
    view: 'measure.list',
    bare: [`${measures} order by m.due_on, m.id limit 50`, 'select count(*) from measure'],
    isList: true,
  },
];

/**
 * Ten thousand open cases, each with a party whose clocks run, and as many open measures: what whoever coordinates opens in the
 * morning, in turn with bare SQL.
 */
export async function measureOpenWork(
  services: Services,
  views: readonly View[],
  actor: Actor,
  owner: pg.ClientConfig,
): Promise<Row[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await fill(services);
    await client.query('vacuum analyze');
    const rows: Row[] = [];
    for (const question of questions) rows.push(await measure(services, views, actor, client, question));
    return rows;
  } finally {
    await client.end();
  }
}

/** Entered beside the actions; the guards of the database hold. */
async function fill({ db, clock }: Services): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const draft = { kind: 'profile.entered', record: null };
    const { eventId } = await appendEvent(transaction, systemActor, 'setting', draft, clock());
    await sql`insert into incident (id, version, changed_by_event, series, number_year, number, kind, state, title,
        description, noticed_at, reported_at, knowledge_at, ongoing, unit_id, reporter)
      select gen_random_uuid(), 1, ${eventId}, 'open', 1998, n,
        case when n % 2 = 0 then 'incident' else 'personalDataBreach' end, 'triaged', 'Något hände ' || n, 'Något hände.',
        now() - n * interval '10 minutes', now() - n * interval '10 minutes', now() - n * interval '10 minutes', 'yes',
        (select id from unit order by id offset n % 2 limit 1), 'anonymous'
      from generate_series(1, ${open}::int) n`.execute(transaction);
    await sql`insert into incident_party (id, version, changed_by_event, incident_id, entity_id, roles)
      select gen_random_uuid(), 1, ${eventId}, i.id, (select id from legal_entity order by id limit 1),
        '{coveredEntity,controller}' from incident i where i.number_year = 1998`.execute(transaction);
    await sql`insert into measure (id, version, changed_by_event, title, description, source_register, source_id,
        unit_id, owner_office, due_on, resources, state)
      select gen_random_uuid(), 1, ${eventId}, 'Åtgärd ' || i.number, '', 'incident', i.id, i.unit_id,
        case when i.number % 2 = 0 then 'informationSecurityCoordinator' else 'manager' end,
        current_date + (i.number % 400) - 200, 'undecided', 'planned'
      from incident i where i.number_year = 1998`.execute(transaction);
  });
}

async function measure(
  services: Services,
  views: readonly View[],
  actor: Actor,
  client: pg.Client,
  { view: name, query = {}, bare, isList, isChanged }: Question,
): Promise<Row> {
  const view = views.find((one) => one.name === name);
  if (view === undefined) throw new Error(`there is no view ${name}`);
  const shown = async () => {
    if (isChanged === true) await touchCase(services);
    const answer = await ask(services, view, { actor, id: null, query });
    if (isRefusal(answer)) throw new Error(answer.code);
  };
  const written = async () => {
    for (const [index, text] of bare.entries())
      await client.query({ name: `open_${name}_${isChanged === true}_${index}`, text });
  };
  const times = await inTurn(rounds, 10, shown, written);
  const [ours, theirs] = [quantile(times.measured, 0.99), quantile(times.reference, 0.99)];
  return {
    name: `${name}, ${open} open${isChanged === true ? ', a case changed' : ''}`,
    measured: `${milliseconds(median(times.measured))}, p99 ${milliseconds(ours)}`,
    reference: `${milliseconds(median(times.reference))}, p99 ${milliseconds(theirs)} (bare SQL)`,
    ratio: ours / theirs,
    budget: isList === true ? `p99 ≤ ${timesBare} × and < ${longest} ms` : `p99 < ${longest} ms`,
    met: ours < longest && (isList !== true || ours <= timesBare * theirs),
  };
}

/** The log says that something has happened in one of the cases. */
async function touchCase({ db, clock }: Services): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from incident order by id limit 1`.execute(db);
  const draft = { kind: 'profile.entered', record: null, touched: [`incident:${rows[0]?.id}`] };
  await db
    .transaction()
    .execute((transaction) => appendEvent(transaction, systemActor, 'setting', draft, clock()));
}
