/**
 * What the registers said then: after a random life in a municipality, every view asked as of an instant answers what it
 * answered at that instant, and the log, read from its first event, gives the registers.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import { teller } from './audit/teller.ts';
import { insightOf } from './clauses/insight.ts';
import { appendEvent } from './kernel/audit/append.ts';
import { canonical, type Json } from './kernel/audit/canonical.ts';
import { dayOf, endOfDay } from './kernel/calendar.ts';
import { withoutSteps } from './kernel/recorded/past.ts';
import { isRefusal } from './kernel/refusal.ts';
import type { AnyRegister } from './kernel/register.ts';
import { ask, type Services } from './kernel/run.ts';
import type { View } from './kernel/view.ts';
import { personInput } from './people/persons/person.ts';
import { informationInput } from './registers/information/information.ts';
import { system } from './testing/actors.ts';
import { arrange } from './testing/arrange.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { oneDeed, type Rows } from './testing/life.ts';
import { randomFrom } from './testing/random-input.ts';
import { type Replayed, replay, same } from './testing/replay.ts';
import { rowFaults } from './testing/sealed-rows.ts';

const all: readonly AnyRegister[] = registers;
// A trend is of twelve past days whenever it is asked.
const views = all
  .flatMap((one) => one.views)
  .filter((view) => view.past !== 'none' && view.name !== 'clauses.trend');
const lives = Number(process.env['VARNA_LIVES'] ?? '2');
const deedsOfALife = 70;

interface Asked {
  readonly view: View;
  readonly id: string | null;
  readonly query: Readonly<Record<string, string>>;
}
interface Moment {
  readonly at: Date;
  /** The last millisecond before the next thing was done. */
  until: Date;
  readonly answers: readonly { readonly asked: Asked; readonly answer: unknown }[];
}

const tables: Readonly<Record<string, string>> = {
  'information.record': 'information',
  'system.record': 'system',
  'person.record': 'person',
  'unit.record': 'unit',
  'body.record': 'body',
  'entity.record': 'legal_entity',
  'appointment.record': 'appointment',
  'documentVersion.record': 'document_version',
  'plan.record': 'plan',
  'exercise.record': 'exercise',
  'measure.record': 'measure',
  'deviation.record': 'deviation',
  'exception.record': 'exception',
};

function rowsIn(database: TestDatabase): Rows {
  return async (table) => {
    const found = await sql<{ id: string; version: number }>`
      select id, version from ${sql.table(`public.${table}`)} order by id`.execute(database.db);
    return found.rows;
  };
}

/** Every list, plain and narrowed, and some of the records of each kind. */
async function questions(rows: Rows, random: () => number): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const view of views) {
    if (view.on === 'record') {
      const found = await rows(tables[view.name] ?? 'unit');
      const some = found.filter(() => random() < 3 / Math.max(3, found.length));
      asked.push(...some.map(({ id }) => ({ view, id, query: {} })));
    } else {
      const plain: Record<string, string> = view.path?.includes(':number') === true ? { number: 'P40' } : {};
      const narrowed = [
        {},
        { sort: '-name', search: 'e' },
        { clause: 'P28' },
        { ended: 'true' },
        { state: 'ended' },
      ];
      asked.push(...narrowed.map((query) => ({ view, id: null, query: { ...plain, ...query } })));
    }
  }
  return asked;
}

async function answerTo(services: Services, { view, id, query }: Asked): Promise<unknown> {
  const result = await ask(services, view, { actor: system, id, query });
  return isRefusal(result) ? result.code : JSON.parse(JSON.stringify(result.answer));
}

/** The one row of settings, as a first visit makes it. */
async function arrangeSetting(database: TestDatabase): Promise<void> {
  await database.db.transaction().execute(async (transaction) => {
    const draft = { kind: 'test.arranged', record: null };
    const { eventId } = await appendEvent(
      transaction,
      system,
      'setting',
      draft,
      new Date('2026-01-01T00:00:00Z'),
    );
    await sql`insert into setting (id, version, changed_by_event, municipality, language, profile)
      values (gen_random_uuid(), 1, ${eventId}, 'Provkommun', 'sv', 'tom')`.execute(transaction);
  });
}

interface Life {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly moments: readonly Moment[];
  /** The ids of rows that were there before anything was done. */
  readonly arranged: ReadonlySet<string>;
}

async function live(seed: number): Promise<Life> {
  const random = randomFrom(seed);
  const database = await testDatabase();
  await arrange(database.db);
  await arrangeSetting(database);
  const arranged = new Set<string>();
  for (const table of ['setting', 'person', 'unit', 'appointment', 'default_owner', 'legal_entity', 'body'])
    for (const { id } of await rowsIn(database)(table)) arranged.add(id);
  let now = new Date('2026-11-20T08:00:00.000Z');
  const clock = () => now;
  const services: Services = {
    db: database.db,
    clock,
    insight: insightOf(database.db, clock),
    teller: teller(database.db, clock),
  };
  const rows = rowsIn(database);
  const moments: Moment[] = [];
  for (let deed = 0; deed < deedsOfALife; ) {
    now = new Date(now.getTime() + 1 + Math.floor(random() * (random() < 0.2 ? 30 * 3_600_000 : 60_000)));
    const last = moments.at(-1);
    const name = await oneDeed(services, rows, random);
    if (name === null) continue;
    deed++;
    if (last !== undefined && last.until > now) last.until = new Date(now.getTime() - 1);
    if (deed % 7 !== 0) continue;
    const asked = await questions(rows, random);
    const answers = [];
    for (const one of asked) answers.push({ asked: one, answer: await answerTo(services, one) });
    moments.push({ at: now, until: endOfDay(dayOf(now)), answers });
  }
  now = new Date(now.getTime() + 40 * 86_400_000);
  return { database, services, moments, arranged };
}

/** Where the record as its view shows it says something else than the log does. */
async function differences(services: Services, { records }: Replayed, rows: Rows): Promise<string[]> {
  const found: string[] = [];
  for (const register of ['information', 'system', 'person', 'unit']) {
    const view = views.find((one) => one.name === `${register}.record`);
    if (view === undefined) throw new Error(`no view of ${register}`);
    for (const { id } of await rows(register)) {
      const told = records.get(`${register}:${id}`);
      const shown = (await answerTo(services, { view, id, query: {} })) as Record<string, Json>;
      if (told === undefined) continue; // arranged
      const fields = fieldsOf(register, shown, records);
      const hidden = Object.keys(told).filter((field) => !(field in fields) && !field.endsWith('.decidedBy'));
      for (const field of hidden)
        if (!same(told[field] ?? null, null)) found.push(`${register} ${id} ${field}: not shown`);
      for (const [field, value] of Object.entries(fields)) {
        if (!same(value, told[field] ?? null))
          found.push(
            `${register} ${id} ${field}: ${JSON.stringify(told[field])}, shown ${JSON.stringify(value)}`,
          );
      }
    }
  }
  return found;
}

/** The fields of a record as the view shows them, by the names that the log has for them. */
function fieldsOf(
  register: string,
  shown: Record<string, Json>,
  records: Replayed['records'],
): Record<string, Json> {
  const pickOut = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, shown[name] ?? null]));
  switch (register) {
    case 'information':
      return informationFields(shown);
    case 'system': {
      const active = (id: Json) => records.get(`information:${textOf(id)}`)?.['state'] !== 'ended';
      const carried = (shown['carried'] as unknown as { id: string }[]).map(({ id }) => id);
      const told = (records.get(`system:${textOf(shown['id'])}`)?.['informationIds'] ?? []) as Json[];
      const agree = canonical(told.filter(active).toSorted()) === canonical(carried.toSorted());
      return {
        ...pickOut('name', 'description', 'unitId', 'providerKind', 'providerName', 'lifecycle', 'proven'),
        ...pickOut('provenOn', 'raised', 'raisedReason'),
        evidence: shown['provenBy'] ?? null,
        informationIds: agree ? told : carried,
      };
    }
    case 'person':
      return pickOut(...Object.keys(personInput.properties), 'from', 'until');
    default:
      return {
        ...pickOut(
          'kind',
          'name',
          'entityId',
          'bodyId',
          'parentId',
          'from',
          'until',
          'successorId',
          'toConfirm',
        ),
        held: shown['carriersHeld'] ?? null,
        none: shown['carriersNone'] ?? null,
        declaredOn: shown['carriersDeclaredOn'] ?? null,
      };
  }
}

function informationFields(shown: Record<string, Json>): Record<string, Json> {
  const fields: Record<string, Json> = { state: shown['state'] ?? null };
  for (const name of Object.keys(informationInput.properties)) fields[name] = shown[name] ?? null;
  const part = (name: string) => (shown[name] ?? {}) as Record<string, Json>;
  const { levels, levelNames: _names, ...classified } = part('classification');
  for (const [name, value] of Object.entries({
    ...(levels as Record<string, Json> | undefined),
    ...classified,
  }))
    fields[`classification.${name}`] = value;
  for (const [name, value] of Object.entries(part('handlingDecision')))
    fields[`handlingDecision.${name}`] = value;
  for (const handling of shown['handlings'] as unknown as Record<string, Json>[]) {
    const { id, systemName: _name, ...told } = handling;
    for (const [name, value] of Object.entries(told)) fields[`handling:${textOf(id)}.${name}`] = value;
  }
  return fields;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const seeds = fc.noShrink(fc.nat({ max: 1_000_000 }));

describe('the past', () => {
  it('is what every view said then', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { database, services, moments, arranged } = await live(seed);
        const random = randomFrom(seed + 1);
        let compared = 0;
        for (const { at, until, answers } of moments) {
          for (const { asked, answer } of answers) {
            const instant = new Date(
              at.getTime() + Math.floor(random() * (until.getTime() - at.getTime() + 1)),
            );
            const query = { ...asked.query, asOf: instant.toISOString() };
            const then = await answerTo(services, { ...asked, query });
            expect(then, `${asked.view.name} ${JSON.stringify(query)} ${asked.id}, seed ${seed}`).toEqual(
              withoutSteps(answer),
            );
            if (typeof answer === 'object') compared++;
          }
        }
        expect(compared).toBeGreaterThan(300);
        expect(await rowFaults(database.db)).toEqual([]);
        const replayed = await replay(database.db, arranged);
        expect(replayed.faults).toEqual([]);
        expect(await differences(services, replayed, rowsIn(database))).toEqual([]);
        await database.close();
      }),
      { numRuns: lives, endOnFailure: true },
    );
  }, 600_000);
});
