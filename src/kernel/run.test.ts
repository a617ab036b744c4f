import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  describe as describeInformation,
  end,
  register,
} from '../registers/information/information.actions.ts';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { employee, holderOf } from '../testing/actors.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { actAs, done, testServices } from '../testing/services.ts';
import { accessTable, type Actor, grant } from './access.ts';
import { action } from './action.ts';
import type { InformationId, PersonId } from './ids.ts';
import { newId } from './ids.ts';
import { act, type Services } from './run.ts';
import { Fields, Line } from './schema.ts';

let database: TestDatabase;
let services: Services;
let ids: Arranged;
let coordinator: Actor;
let other: Actor;

beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  ids = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', ids.manager);
  other = holderOf('informationSecurityCoordinator', ids.other);
});
afterAll(() => database.close());

let names = 0;
const input = (more: object = {}) => ({
  name: `Uppgifter ${(names += 1)}`,
  description: '',
  unitId: ids.school,
  area: 'skola',
  carriers: ['paper'],
  personalData: 'none',
  personalDataKinds: [],
  secrecyProvisions: [],
  draft: false,
  ...more,
});
const enter = (given: object, key?: string, actor = coordinator) =>
  actAs(services, actor, register, { input: given, ...(key === undefined ? {} : { key }) });
const describedAs = (given: object): object => {
  const { draft: _draft, ...rest } = given as { draft?: boolean };
  return rest;
};

async function count(table: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.db);
  return found.rows[0]?.n ?? -1;
}
/** All that an action can leave behind. */
const traces = async () => [
  await count('audit_event'),
  await count('information'),
  await count('history.information'),
  await count('idempotency_key'),
];

describe('a request that is sent again', () => {
  it('gets the same answer and acts once', async () => {
    const given = input();
    const first = await enter(given, 'again');
    const before = await traces();
    expect(await enter(given, 'again')).toEqual(first);
    expect(await traces()).toEqual(before);
  });

  it('is refused when its key was another request’s', async () => {
    await enter(input(), 'taken');
    const before = await traces();
    expect(await enter(input(), 'taken')).toMatchObject({ code: 'keyReused' });
    expect(await traces()).toEqual(before);
  });

  it('is another request when somebody else sends it', async () => {
    const given = input();
    const first = await done(enter(given, 'shared'));
    expect((await done(enter({ ...given, name: `${given.name} B` }, 'shared', other))).id).not.toBe(first.id);
  });

  it.each(['register', 'describe'])('acts once when both come at once: %s', async (verb) => {
    const given = input();
    const made = verb === 'describe' ? await done(enter(given)) : null;
    const events = await count('audit_event');
    const send = () =>
      made === null
        ? enter(given, 'race')
        : actAs(services, coordinator, describeInformation, {
            id: made.id,
            version: 1,
            input: describedAs({ ...given, description: 'Ny' }),
            key: 'race-2',
          });
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(answers[0]).toHaveProperty('answer');
    for (const one of answers) expect(one).toEqual(answers[0]);
    expect(await count('audit_event')).toBe(events + 1);
  });
});

describe('a refusal', () => {
  it('leaves nothing but that it was tried, whatever it is for', async () => {
    const taken = input();
    const { id } = await done(enter(taken));
    const before = await traces();
    const refusals = [
      await enter(input({ area: 'okänt' }), 'r1'),
      await enter(taken, 'r2'),
      await actAs(services, coordinator, end, { id, version: 7, input: { reason: 'Slut' }, key: 'r3' }),
      await actAs(services, coordinator, end, { id: newId(), version: 1, input: { reason: 'Slut' } }),
      await actAs(services, coordinator, end, { id, input: { reason: 'Slut' } }),
      await enter(input({ carriers: [] })),
      await enter({ ...input(), extra: 1 }),
    ];
    expect(refusals.map((one) => ('code' in one ? one.code : 'done'))).toEqual([
      'areaUnknown',
      'nameTaken',
      'versionMoved',
      'notFound',
      'versionMissing',
      'noCarrier',
      'invalid',
    ]);
    const [events = 0, ...rows] = before;
    expect(await traces()).toEqual([events + 4, ...rows]);
    const told = await sql<{
      leaf: string;
    }>`select leaf from audit_event where kind = 'access.refused'
      order by transaction_id`.execute(database.db);
    // Each by its code, and nothing of what was sent; faults of form and of versions are not told.
    expect(told.rows.map(({ leaf }) => (JSON.parse(leaf) as { data: { code: string } }).data)).toEqual([
      { action: 'information.register', code: 'areaUnknown' },
      { action: 'information.register', code: 'nameTaken' },
      { action: 'information.end', code: 'notFound' },
      { action: 'information.register', code: 'noCarrier' },
    ]);
  });

  it('shows what somebody else has made of the record meanwhile', async () => {
    const given = input();
    const { id } = await done(enter(given));
    const change = (description: string, actor: Actor) =>
      actAs(services, actor, describeInformation, {
        id,
        version: 1,
        input: describedAs({ ...given, description }),
      });
    await done(change('Den första', coordinator));
    expect(await change('Den andra', other)).toMatchObject({
      code: 'versionMoved',
      current: { version: 2, description: 'Den första' },
    });
  });

  it('is told to the log when what was tried is forbidden', async () => {
    const { id } = await done(enter(input()));
    const before = await traces();
    const acted = await actAs(services, employee(ids.other), end, {
      id,
      version: 1,
      input: { reason: 'Slut' },
    });
    expect(acted).toMatchObject({ code: 'forbidden' });
    expect(await traces()).toEqual([(before[0] ?? 0) + 1, ...before.slice(1)]);
    const { rows } = await sql<{ actor_person: PersonId }>`
      select actor_person from audit_event where kind = 'access.refused' and record_id = ${id}`.execute(
      database.db,
    );
    expect(rows).toEqual([{ actor_person: ids.other }]);
  });

  it('asks before a personnummer is stored, and stores it when the person has said yes', async () => {
    const given = input({ description: 'Gäller 19811228-9874' });
    expect(await enter(given)).toMatchObject({ code: 'personnummerSuspected', field: 'description' });
    const confirmed = actAs(services, coordinator, register, { input: given, confirmed: ['personnummer'] });
    expect(await confirmed).toHaveProperty('answer');
  });
});

/** An action whose steps the test decides. */
function made(load: () => Promise<unknown>, secret?: true) {
  const access = accessTable('setting', null, {
    change: [grant('informationSecurityCoordinator', 'everything')],
  });
  return action({
    name: 'setting.try',
    on: 'register',
    permission: access.change,
    readable: access.change,
    input: Fields({ name: Line() }),
    refusals: [],
    ...(secret === undefined ? {} : { secretAnswer: secret }),
    load: () => load().then(() => newId<'Information'>()),
    keys: () => ({}),
    decide: (loaded: InformationId) => ({ next: loaded, event: { kind: 'setting.tried', record: null } }),
    save: () => Promise.resolve({ secret: 'hemligt', id: newId() }),
  });
}

describe('the kernel', () => {
  const request = (key: string | null) => ({
    actor: coordinator,
    id: null,
    input: { name: 'Prov' },
    version: null,
    idempotencyKey: key,
    confirmed: new Set<string>(),
  });
  const failing = (times: number, code: string) => {
    let attempts = 0;
    const load = async () => {
      attempts += 1;
      if (attempts > times) return;
      await sql
        .raw(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`)
        .execute(database.db);
    };
    return { load, attempts: () => attempts };
  };

  it.each(['40001', '40P01'])('tries again after %s, and tells the log once', async (code) => {
    const before = await count('audit_event');
    const { load, attempts } = failing(2, code);
    expect(await act(services, made(load), request(null))).toHaveProperty('answer');
    expect(attempts()).toBe(3);
    expect(await count('audit_event')).toBe(before + 1);
  });

  it('gives up after four attempts, and at once for any other error', async () => {
    const before = await traces();
    const stubborn = failing(9, '40001');
    await expect(act(services, made(stubborn.load), request('k'))).rejects.toThrow('again');
    expect(stubborn.attempts()).toBe(4);
    const broken = failing(9, 'P0001');
    await expect(act(services, made(broken.load), request('k'))).rejects.toThrow('again');
    expect(broken.attempts()).toBe(1);
    expect(await traces()).toEqual(before);
  });

  it('never keeps an answer that holds a secret', async () => {
    const kept = await count('idempotency_key');
    const secret = made(() => Promise.resolve(), true);
    const first = await act(services, secret, request('secret'));
    expect(first).toMatchObject({ answer: { secret: 'hemligt' } });
    expect(await act(services, secret, request('secret'))).not.toEqual(first);
    expect(await count('idempotency_key')).toBe(kept);
  });
});
