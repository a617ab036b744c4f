import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { type Actor, systemActor } from '../src/kernel/access.ts';
import { appendEvent } from '../src/kernel/audit/append.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { act, ask, type Services } from '../src/kernel/run.ts';
import { serveInstallation } from '../src/people/signin/installation.ts';
import { report } from '../src/registers/incidents/report.actions.ts';
import { duties } from '../src/registers/incidents/duties.views.ts';
import { list } from '../src/registers/incidents/incident.views.ts';
import { inTurn, median, milliseconds, quantile, type Row, timed } from './measure.ts';

const cases = 10_000;
const reports = 50;
const atOnce = 10;
const rounds = 60;
const timesBare = 3;
const longest = 1000;

/**
 * With ten thousand cases in the register: each page of the list in turn with the same page by bare SQL; and fifty reports, ten
 * at once, each from an address of its own, counted until whoever coordinates sees it with its clocks.
 */
export async function measureCases(services: Services, actor: Actor, owner: pg.ClientConfig): Promise<Row[]> {
  // Senders are counted by the installation's key.
  const secretKey = randomBytes(32);
  serveInstallation({ publicUrl: 'http://localhost', secretKey, isDemo: false, version: 'bench' });
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await fill(services);
    await client.query('analyze incident');
    const pages = [
      await measurePage(services, actor, client, {}, 'true'),
      await measurePage(services, actor, client, { state: 'triaged' }, "i.state = 'triaged'"),
      await measurePage(services, actor, client, { search: 'skrivaren' }, "i.title ilike '%skrivaren%'"),
    ];
    return [...pages, await measureReports(services, actor)];
  } finally {
    await client.end();
  }
}

/** Cases as they would stand after many years, entered beside the actions; the guards of the database hold. */
async function fill({ db, clock }: Services): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const draft = { kind: 'profile.entered', record: null };
    const { eventId } = await appendEvent(transaction, systemActor, 'setting', draft, clock());
    await sql`insert into incident (id, version, changed_by_event, series, number_year, number, kind, state, title,
        description, noticed_at, reported_at, knowledge_at, ongoing, unit_id, reporter)
      select gen_random_uuid(), 1, ${eventId}, 'open', 1999, n, 'event',
        case when n % 5 = 0 then 'triaged' else 'handled' end,
        case when n % 40 = 0 then 'Ett papper låg i skrivaren ' else 'Något hände ' end || n, 'Något hände.',
        now() - n * interval '1 hour', now() - n * interval '1 hour', now() - n * interval '1 hour', 'no',
        (select id from unit order by id offset n % 2 limit 1), 'anonymous'
      from generate_series(1, ${cases}::int) n`.execute(transaction);
  });
}

async function measurePage(
  services: Services,
  actor: Actor,
  client: pg.Client,
  query: Readonly<Record<string, string>>,
  where: string,
): Promise<Row> {
  const shown = async () => {
    const answer = await ask(services, list, { actor, id: null, query });
    if (isRefusal(answer)) throw new Error(answer.code);
  };
  const written = async () => {
    await client.query({
      name: `cases_${where.length}`,
      text: `select i.id, i.number, i.kind, i.state, i.title, i.reported_at, u.name as unit_name, p.name as handler
        from incident i left join unit u on u.id = i.unit_id left join person_face p on p.id = i.handler_id
        where ${where} order by i.reported_at desc limit 50`,
    });
    await client.query({
      name: `cases_count_${where.length}`,
      text: `select count(*) from incident i where ${where}`,
    });
  };
  const times = await inTurn(rounds, 10, shown, written);
  const [ours, bare] = [quantile(times.measured, 0.99), quantile(times.reference, 0.99)];
  return {
    name: `incident.list ${Object.entries(query)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ')}`.trimEnd(),
    measured: `${milliseconds(median(times.measured))}, p99 ${milliseconds(ours)}`,
    reference: `${milliseconds(median(times.reference))}, p99 ${milliseconds(bare)} (bare SQL)`,
    ratio: ours / bare,
    budget: `p99 ≤ ${timesBare} × and < 50 ms`,
    met: ours <= timesBare * bare && ours < 50,
  };
}

async function measureReports(services: Services, actor: Actor): Promise<Row> {
  const arrive = (index: number) =>
    timed(async () => {
      const visitor = { ...actor, kind: 'anonymous', personId: null, held: [] } as const;
      const input = {
        key: `bench-report-${String(index).padStart(20, '0')}`,
        happened: 'Journalsystemet svarar inte.',
        noticedAt: null,
        place: '',
        affected: '',
        ongoing: 'yes',
        contact: '',
      };
      const from = { ...visitor, credentialId: `address:192.0.2.${index}` };
      const request = { id: null, version: null, idempotencyKey: null, confirmed: new Set<string>() };
      const taken = await act(services, report, { ...request, actor: from, input });
      if (isRefusal(taken)) throw new Error(taken.code);
      const found = await ask(services, list, { actor, id: null, query: {} });
      if (isRefusal(found)) throw new Error(found.code);
      const [newest] = (found.answer as { items: readonly { id: string }[] }).items;
      const clocks = await ask(services, duties, { actor, id: newest?.id ?? '', query: {} });
      if (isRefusal(clocks)) throw new Error(clocks.code);
    });
  const times: number[] = [];
  for (let from = 0; from < reports; from += atOnce) {
    const wave = Array.from({ length: atOnce }, (_, index) => arrive(from + index));
    times.push(...(await Promise.all(wave)));
  }
  const slowest = Math.max(...times);
  return {
    name: `${reports} reports, ${atOnce} at once, seen with their clocks`,
    measured: `${milliseconds(median(times))}, slowest ${milliseconds(slowest)}`,
    reference: '–',
    ratio: null,
    budget: `< ${longest} ms`,
    met: slowest < longest,
  };
}
