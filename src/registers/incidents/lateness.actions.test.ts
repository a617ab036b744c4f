import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { Services } from '../../kernel/run.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { finish, register } from '../measures/measure.actions.ts';
import { list, record } from './incident.views.ts';
import { asked, serveTestInstallation, triaged } from './testing.ts';
import { waitingCases } from './waiting.store.ts';
import { close, conclude, reopen } from './work.actions.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let handler: Actor;
const reportedAt = new Date('2026-10-01T10:00:00Z');
let now = reportedAt;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => now };
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  handler = { ...(await appointed(database.db, 'itManager', false)), held: [] };
});
afterAll(() => database.close());

type Standing = { id: string; version: number };
const words = { rootCause: 'Fel adress', lessons: 'Läs igen' };
const begun = (more: object = {}) => {
  now = reportedAt;
  return triaged(services, coordinator, { handlerId: handler.personId, ...more });
};
const concluded = (one: Standing, followUpOn: string | null = null) =>
  done(actAs(services, coordinator, conclude, { ...one, input: { ...words, followUpOn } }));
const closed = async (one: Standing, followUpOn: string | null = null) => {
  const { id, version } = await concluded(one, followUpOn);
  return done(actAs(services, coordinator, close, { id, version, input: { decision: 'Klart' } }));
};
const measured = ({ id }: Standing) => {
  const input = {
    title: 'Byt lösenord',
    description: '',
    unitId: town.care,
    ownerPersonId: null,
    ownerOffice: 'manager',
    dueOn: '2026-10-20',
    cost: null,
    secrecyProvisions: [],
    source: { register: 'incident', id },
    clause: null,
  };
  return done(actAs(services, coordinator, register, { input }));
};

/** What is said of the case that day, on its page and in the list; null where it is not among the late ones. */
async function lateOn(day: string, { id }: Standing, who = coordinator): Promise<unknown> {
  now = new Date(`${day}T10:00:00Z`);
  const { late } = (await asked(services, record, who, id)) as { late: unknown };
  const of = async (query: object) =>
    (
      (await asked(services, list, who, null, query as Record<string, unknown>)) as {
        items: { id: string; late: unknown }[];
      }
    ).items.find((one) => one.id === id);
  expect((await of({}))?.late).toBe(late);
  expect((await of({ overdue: 'true' })) !== undefined).toBe(late !== null);
  return late;
}

/** For how many days the list says that something of the case has been late that day. */
async function daysLate(day: string, { id }: Standing): Promise<number | null | undefined> {
  now = new Date(`${day}T10:00:00Z`);
  const answer = (await asked(services, list, coordinator, null)) as {
    items: { id: string; lateDays: number | null }[];
  };
  return answer.items.find((one) => one.id === id)?.lateDays;
}

/** What waits for somebody that day about the case, or a measure of it. */
async function waits(day: string, who: Actor, ids: readonly string[]): Promise<string[]> {
  const found = await waitingCases(database.db, who, day);
  return found.filter(({ recordId }) => ids.includes(recordId)).map(({ action }) => action);
}

describe('a case is late', () => {
  it('when nobody knows its cause after thirty days', async () => {
    const one = await begun();
    expect(await lateOn('2026-10-31', one)).toBeNull();
    expect(await lateOn('2026-11-01', one)).toBe('cause');
    expect(await waits('2026-10-31', handler, [one.id])).toEqual([]);
    expect(await waits('2026-11-01', handler, [one.id])).toEqual(['incident.conclude']);
    // It is somebody else's to see to; P45 tells who leads the unit.
    expect(await waits('2026-11-01', coordinator, [one.id])).toEqual([]);
  });

  it('when nothing has been decided after thirty days, and again when it has been opened anew', async () => {
    const one = await begun();
    const handled = await concluded(one);
    expect(await lateOn('2026-11-01', one)).toBe('decision');
    expect(await waits('2026-11-01', handler, [one.id])).toEqual(['incident.close']);
    const input = { reason: 'Ett brev till' };
    await done(actAs(services, coordinator, reopen, { id: handled.id, version: handled.version, input }));
    expect(await lateOn('2026-11-01', one)).toBe('cause');
  });

  it('when its follow-up has passed, closed or not', async () => {
    const one = await begun();
    await closed(one, '2026-10-15');
    expect(await lateOn('2026-10-15', one)).toBeNull();
    expect(await lateOn('2026-10-16', one)).toBe('followUp');
    expect(await waits('2026-10-16', handler, [one.id])).toEqual(['incident.followUp']);
  });

  it('when a measure of it is, although its work is done', async () => {
    const one = await begun();
    const measure = await measured(one);
    expect(await lateOn('2026-10-21', one)).toBeNull();
    await closed(one);
    expect(await lateOn('2026-10-20', one)).toBeNull();
    expect(await lateOn('2026-10-21', one)).toBe('measures');
    const ids = [one.id, measure.id];
    expect(await waits('2026-10-20', handler, ids)).toEqual([]);
    expect(await waits('2026-10-21', handler, ids)).toEqual(['measure.finish']);
    const { id, version } = measure;
    await done(actAs(services, coordinator, finish, { id, version, input: { doneOn: '2026-10-21' } }));
    expect(await lateOn('2026-10-22', one)).toBeNull();
    expect(await waits('2026-10-22', handler, ids)).toEqual([]);
  });

  it('to whoever may see the measure that is', async () => {
    const one = await begun({ unitId: town.school });
    await measured(one);
    await closed(one);
    const head = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
    // She sees the case, and nothing of what is done at care.
    expect(await lateOn('2026-10-21', one, head)).toBeNull();
  });
});

it.each([
  ['the cause', '2026-10-31', 5, begun],
  ['the decision', '2026-10-31', 5, async () => ((one) => concluded(one).then(() => one))(await begun())],
  ['the follow-up', '2026-10-15', 21, async () => closed(await begun(), '2026-10-15')],
  [
    'a measure',
    '2026-10-20',
    16,
    async () => ((one) => measured(one).then(() => closed(one)))(await begun()),
  ],
] as const)('the list tells for how many days %s has been late', async (_what, lastDay, days, arranged) => {
  const one = await arranged();
  expect(await daysLate(lastDay, one)).toBeNull();
  expect(await daysLate('2026-11-05', one)).toBe(days);
});

it('a secret case, and one without a handler, waits for those who coordinate', async () => {
  const secret = await begun({ secret: true, secrecyProvision: 'OSL 18:8' });
  const nobodys = await begun({ handlerId: null });
  const day = '2026-11-01';
  for (const { id } of [secret, nobodys])
    expect(await waits(day, coordinator, [id])).toEqual(['incident.conclude']);
  expect(await waits(day, employee(town.manager, town.school), [secret.id, nobodys.id])).toEqual([]);
});
