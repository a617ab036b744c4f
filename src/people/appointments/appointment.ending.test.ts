import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/run.ts';
import { holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { loadActor } from '../actor.store.ts';
import { end as endPerson, register as registerPerson } from '../persons/person.actions.ts';
import { record as personRecord } from '../persons/person.views.ts';
import { begin, confirm, describe as describeAction, end } from './appointment.actions.ts';
import { list, places, record } from './appointment.views.ts';
import { appointmentsOfUnits } from './register.ts';
import { appendEvent } from '../../kernel/audit/append.ts';

let database: TestDatabase;
let at: Arranged;
let services: ReturnType<typeof testServices>;
let coordinator: Actor;

beforeAll(async () => {
  database = await testDatabase();
  at = await arrange(database.db);
  services = testServices(database.db);
  coordinator = holderOf('informationSecurityCoordinator', at.other);
});
afterAll(() => database.close());

async function someone(from = '2026-01-01', until: string | null = null): Promise<PersonId> {
  const input = {
    kind: 'employee',
    givenName: 'Test',
    familyName: `Person ${newId()}`,
    email: null,
    telephone: null,
    organisation: null,
    unitId: at.care,
    sourceId: null,
    from,
    until,
  };
  return (await done(actAs(services, system, registerPerson, { input }))).id as PersonId;
}

const office = (change: object = {}) => ({
  office: 'itManager',
  scope: 'municipality',
  scopeId: null,
  personId: at.manager,
  deputy: false,
  from: '2026-01-01',
  until: null,
  decision: null,
  ...change,
});

describe('changing and ending', () => {
  it('ends, and the rights end with the last day', async () => {
    const personId = await someone();
    const input = office({ office: 'chair', scope: 'body', scopeId: at.executive, personId });
    const begun = await done(actAs(services, coordinator, begin, { input }));
    const answer = await done(
      actAs(services, coordinator, end, {
        id: begun.id,
        version: 1,
        input: { lastDay: '2026-11-23', reason: 'Avgår' },
      }),
    );
    expect(answer.version).toBe(2);
    expect((await loadActor(database.db, personId, '2026-11-23'))?.held).toMatchObject([
      { office: 'chair', units: [] },
    ]);
    expect((await loadActor(database.db, personId, '2026-11-24'))?.held).toEqual([]);
    const again = { id: begun.id, version: 2, input: { lastDay: '2026-11-24', reason: 'Avgår' } };
    expect(await actAs(services, coordinator, end, again)).toMatchObject({ code: 'endsEarlier' });
    const before = { id: begun.id, version: 2, input: { lastDay: '2025-11-24', reason: 'Avgår' } };
    expect(await actAs(services, coordinator, end, before)).toMatchObject({ code: 'endsBeforeStart' });
  });

  it('withdraws what has not begun, so that somebody else can have it', async () => {
    const [one, two] = [await someone(), await someone()];
    const place = { office: 'entityContact', scope: 'entity', scopeId: at.entity, from: '2027-01-01' };
    const begun = await done(
      actAs(services, coordinator, begin, { input: office({ ...place, personId: one }) }),
    );
    const input = { lastDay: '2026-11-23', reason: 'Tackade nej' };
    await done(actAs(services, coordinator, end, { id: begun.id, version: 1, input }));
    const view = await ask(services, record, { actor: coordinator, id: begun.id, query: {} });
    expect(view).toMatchObject({
      answer: { state: 'withdrawn', from: null, may: { end: { because: 'withdrawn' } } },
    });
    await done(actAs(services, coordinator, begin, { input: office({ ...place, personId: two }) }));
  });

  it('corrects days and decision, with the same rules as at the start', async () => {
    const [one, two] = [await someone(), await someone('2026-06-01')];
    const place = { office: 'municipalDirector' };
    await done(
      actAs(services, coordinator, begin, {
        input: office({ ...place, personId: one, until: '2026-05-31' }),
      }),
    );
    const begun = await done(
      actAs(services, coordinator, begin, { input: office({ ...place, personId: two, from: '2026-06-01' }) }),
    );
    const changed = (input: object, version = 1) =>
      actAs(services, coordinator, describeAction, {
        id: begun.id,
        version,
        input: { until: null, decision: null, ...input },
      });
    expect(await changed({ from: '2026-05-31' })).toMatchObject({ code: 'personNotThere' });
    expect(await changed({ from: '2026-06-01' })).toMatchObject({ code: 'nothingChanged' });
    expect(await changed({ from: '2026-06-01' }, 7)).toMatchObject({ code: 'versionMoved' });
    await done(changed({ from: '2026-07-01', decision: 'Delegationsbeslut 2026-05-01 p 4.2' }));
    expect(await actAs(services, coordinator, confirm, { id: begun.id, version: 2 })).toMatchObject({
      code: 'alreadyConfirmed',
    });
  });
});

describe('who leaves', () => {
  it('leaves every office the same day, and the log names them', async () => {
    const personId = await someone();
    const deputy = (scopeId: string, from: string) =>
      office({ office: 'manager', scope: 'unit', scopeId, deputy: true, personId, from });
    const now = await done(actAs(services, coordinator, begin, { input: deputy(at.school, '2026-01-01') }));
    const later = await done(actAs(services, coordinator, begin, { input: deputy(at.care, '2027-01-01') }));
    const input = { lastDay: '2026-11-30', reason: 'Ny tjänst' };
    const answer = await done(actAs(services, coordinator, endPerson, { id: personId, version: 1, input }));
    expect(answer['appointmentsEnded']).toBe(2);
    const left = await ask(services, list, {
      actor: coordinator,
      id: null,
      query: { personId, sort: 'from' },
    });
    expect(left).toMatchObject({
      answer: {
        items: [
          { id: now.id, until: '2026-11-30' },
          { id: later.id, from: null, state: 'withdrawn' },
        ],
      },
    });
    const { rows } = await sql<{ touched: string[] }>`select touched from audit_event
      where record_id = ${personId} and kind = 'person.ended'`.execute(database.db);
    expect(rows[0]?.touched).toEqual(
      expect.arrayContaining([`appointment:${now.id}`, `appointment:${later.id}`]),
    );
    expect(await loadActor(database.db, personId, '2026-12-01')).toBeNull();
  });

  it('does not take an office that watches over others with her, unless its own appointer lets her', async () => {
    const watch = (change: object) => ({ ...office(change), decision: 'KF 2026-01-02 § 3' });
    const auditor = await someone();
    const input = watch({ office: 'auditor', personId: auditor, until: '2026-12-31' });
    await done(actAs(services, system, begin, { input }));
    const hr = holderOf('hrManager', at.other);
    const manager = holderOf('manager', at.other, { scope: 'unit', scopeId: at.care, units: [at.care] });
    const leave = (actor: Actor, id: PersonId, lastDay = '2026-11-30') =>
      actAs(services, actor, endPerson, { id, version: 1, input: { lastDay, reason: 'Ny tjänst' } });
    for (const actor of [coordinator, hr, manager]) {
      expect(await leave(actor, auditor)).toMatchObject({ code: 'holdsControlOffice' });
    }
    await done(leave(hr, auditor, '2026-12-31'));

    const officer = await someone();
    const place = { office: 'dataProtectionOfficer', scope: 'entity', scopeId: at.entity };
    await done(actAs(services, system, begin, { input: watch({ ...place, personId: officer }) }));
    expect(await leave(hr, officer)).toMatchObject({ code: 'holdsControlOffice' });
    const seen = await ask(services, personRecord, { actor: hr, id: officer, query: {} });
    expect(seen).toMatchObject({
      answer: { may: { end: { allowed: false, because: 'holdsControlOffice' } } },
    });
    await done(leave(coordinator, officer));
  });

  it('nor the last administrator, not even when two end each other at once', async () => {
    const [one, two] = [await someone(), await someone()];
    const first = office({ office: 'administrator', personId: one });
    const begun = await done(actAs(services, coordinator, begin, { input: first }));
    const second = office({ office: 'administrator', personId: two, deputy: true });
    expect(await actAs(services, coordinator, begin, { input: second })).toMatchObject({ code: 'forbidden' });
    const [asOne, asTwo] = [holderOf('administrator', one), holderOf('administrator', two)];
    const beside = await done(actAs(services, asOne, begin, { input: second }));
    const leave = { id: one, version: 1, input: { lastDay: '2026-11-30', reason: 'Ny tjänst' } };
    expect(await actAs(services, coordinator, endPerson, leave)).toMatchObject({
      code: 'holdsControlOffice',
    });
    const ended = { version: 1, input: { lastDay: '2026-11-23', reason: 'Ny tjänst' } };
    // Both have come as far as their own row when they are let go on.
    const waiting = await database.db.transaction().execute(async (transaction) => {
      await sql`select from appointment where office = 'administrator' for update`.execute(transaction);
      const attempts = [
        actAs(services, asOne, end, { ...ended, id: beside.id }),
        actAs(services, asTwo, end, { ...ended, id: begun.id }),
      ] as const;
      await new Promise((go) => setTimeout(go, 300));
      return { both: Promise.all(attempts) };
    });
    const results = await waiting.both;
    const codes = results.map((result) => ('answer' in result ? 'done' : result.code));
    expect(codes.sort()).toEqual(['done', 'lastAdministrator']);
    const left = codes.length > 0 && 'answer' in results[0] ? begun.id : beside.id;
    const row = await ask(services, record, { actor: asOne, id: left, query: {} });
    expect(row).toMatchObject({ answer: { may: { end: { because: 'lastAdministrator' } } } });
    const person = left === begun.id ? one : two;
    const leaving = { ...leave, id: person };
    expect(await actAs(services, system, endPerson, leaving)).toMatchObject({ code: 'lastAdministrator' });
  });

  it('and a unit that ends takes its offices with it', async () => {
    const before = await loadActor(database.db, at.manager, '2026-12-01');
    expect(before?.held.map((held) => held.office)).toContain('manager');
    await database.db.transaction().execute(async (transaction) => {
      const touched = await appointmentsOfUnits.touched(transaction, [at.school], '2026-11-30');
      expect(touched).toHaveLength(1);
      const stamp = await appendEvent(
        transaction,
        system,
        'unit',
        { kind: 'unit.reorganised', record: at.school, touched },
        new Date(),
      );
      await appointmentsOfUnits.end(transaction, [at.school], '2026-11-30', stamp);
    });
    const after = await loadActor(database.db, at.manager, '2026-12-01');
    expect(after?.held.map((held) => held.office)).not.toContain('manager');
  });
});

it('shows which offices stand empty, those first', async () => {
  const found = await ask(services, places, { actor: coordinator, id: null, query: {} });
  const answer =
    'answer' in found ? (found.answer as { items: { personId: string | null }[]; vacant: number }) : null;
  const firstHeld = answer?.items.findIndex((item) => item.personId !== null) ?? -1;
  expect(firstHeld).toBe(answer?.vacant);
  expect(answer?.items.slice(firstHeld).every((item) => item.personId !== null)).toBe(true);
  const managers = await ask(services, places, {
    actor: coordinator,
    id: null,
    query: { office: 'manager', vacant: 'false' },
  });
  expect(managers).toMatchObject({
    answer: {
      items: [
        { scopeName: 'Omsorgen', personName: 'Åke Öberg' },
        { scopeName: 'Skolan', until: '2026-11-30' },
      ],
    },
  });
  const fails = {
    ...services,
    insight: { ...services.insight, offenders: () => Promise.resolve([newId()]) },
  };
  expect(await ask(fails, places, { actor: coordinator, id: null, query: { clause: 'P34' } })).toMatchObject({
    answer: { items: [], total: 0 },
  });
});
