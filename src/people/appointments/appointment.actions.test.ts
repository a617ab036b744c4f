import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/run.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { loadActor } from '../actor.store.ts';
import { register as registerPerson } from '../persons/person.actions.ts';
import { begin, end } from './appointment.actions.ts';
import { choices, record } from './appointment.views.ts';

let database: TestDatabase;
let at: Arranged;
let services: ReturnType<typeof testServices>;
let coordinator: Actor;
let administrator: Actor;

beforeAll(async () => {
  database = await testDatabase();
  at = await arrange(database.db);
  services = testServices(database.db);
  coordinator = holderOf('informationSecurityCoordinator', at.other);
  administrator = holderOf('administrator', at.other);
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

describe('appointing', () => {
  it('stores what was decided, gives the rights from the first day, and tells what is missing', async () => {
    const personId = await someone();
    const input = office({
      office: 'hrManager',
      personId,
      from: '2026-11-24',
      decision: 'ks 2026-06-15 §47 dnr: ks 2026/1',
    });
    const answer = await done(actAs(services, coordinator, begin, { input }));
    expect(answer['warnings']).toEqual([]);
    const view = await ask(services, record, { actor: employee(at.other), id: answer.id, query: {} });
    expect(view).toMatchObject({
      answer: {
        office: 'hrManager',
        decision: 'KS 2026-06-15 § 47, dnr KS 2026/1',
        state: 'coming',
        mayChange: false,
      },
    });
    expect((await loadActor(database.db, personId, '2026-11-23'))?.held).toEqual([]);
    expect((await loadActor(database.db, personId, '2026-11-24'))?.held).toMatchObject([
      { office: 'hrManager' },
    ]);
  });

  it('names who holds the office already, and refuses the same person twice', async () => {
    const first = await someone();
    await done(
      actAs(services, coordinator, begin, { input: office({ office: 'itManager', personId: first }) }),
    );
    const other = await someone();
    expect(await actAs(services, coordinator, begin, { input: office({ personId: other }) })).toMatchObject({
      code: 'alreadyHeld',
      field: 'personId',
      parameters: { period: '2026-01-01–' },
    });
    expect(
      await actAs(services, coordinator, begin, { input: office({ personId: first, deputy: true }) }),
    ).toMatchObject({
      code: 'alreadyAppointed',
    });
    await done(actAs(services, coordinator, begin, { input: office({ personId: other, deputy: true }) }));
  });

  it('lets only one of two at the same moment through', async () => {
    const [one, two] = [await someone(), await someone()];
    const outcomes = await Promise.all(
      [one, two].map((personId) =>
        actAs(services, coordinator, begin, { input: office({ office: 'securityCoordinator', personId }) }),
      ),
    );
    const codes = outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'ok')).sort();
    expect(codes[1]).toBe('ok');
    expect(['alreadyHeld', 'appointedMeanwhile']).toContain(codes[0]);
  });

  it.each([
    ['an office that is not for that kind of thing', { scope: 'body' }, 'scopeUnfit'],
    ['a whole municipality with an id', { scopeId: newId() }, 'scopeUnfit'],
    ['a unit without its id', { office: 'manager', scope: 'unit' }, 'scopeMissing'],
    ['a unit that is not there', { office: 'manager', scope: 'unit', scopeId: newId() }, 'scopeUnknown'],
    [
      'a system that is not there',
      { office: 'systemOwner', scope: 'system', scopeId: newId() },
      'scopeUnknown',
    ],
    ['somebody who is not there', { personId: newId() }, 'personUnknown'],
    ['days before the person came', { from: '2019-12-31' }, 'personNotThere'],
    ['an end before the start', { until: '2025-12-31' }, 'endsBeforeStart'],
    ['a decision nobody can read', { decision: 'enligt beslut' }, 'decisionUnreadable'],
    ['a decision not yet made', { decision: 'KS 2027-01-01 § 1' }, 'decisionInFuture'],
  ])('refuses %s', async (_what, change, code) => {
    const refused = await actAs(services, coordinator, begin, {
      input: office({ office: 'hrManager', ...change }),
    });
    expect(refused).toMatchObject({ refused: true, code });
  });

  it('refuses a unit before it stands, and after it has ended', async () => {
    const input = office({ office: 'departmentHead', scope: 'unit', scopeId: at.school, from: '2019-01-01' });
    expect(await actAs(services, coordinator, begin, { input })).toMatchObject({ code: 'personNotThere' });
  });

  it('warns when a data protection officer is no longer independent', async () => {
    const input = office({
      office: 'dataProtectionOfficer',
      scope: 'body',
      scopeId: at.executive,
      personId: at.manager,
    });
    const answer = await done(actAs(services, coordinator, begin, { input }));
    expect(answer['warnings']).toEqual(['officerNotIndependent', 'decisionMissing']);
  });
});

describe('who may appoint', () => {
  it('the administrator the first coordinator, and then no more', async () => {
    const [first, second] = [await someone(), await someone()];
    const input = office({ office: 'informationSecurityCoordinator', personId: first, from: '2026-11-01' });
    const begun = await done(actAs(services, administrator, begin, { input }));
    const again = office({ office: 'informationSecurityCoordinator', personId: second, deputy: true });
    expect(await actAs(services, administrator, begin, { input: again })).toMatchObject({
      code: 'forbidden',
    });
    const ended = { lastDay: '2026-11-23', reason: 'Slutar' };
    expect(
      await actAs(services, administrator, end, { id: begun.id, version: 1, input: ended }),
    ).toMatchObject({
      code: 'forbidden',
    });
    expect(
      await actAs(services, administrator, begin, { input: office({ office: 'itManager' }) }),
    ).toMatchObject({
      code: 'forbidden',
    });
  });

  it('nobody herself to an office that watches over others', async () => {
    const input = office({ office: 'administrator', personId: at.other, from: '2026-11-01' });
    expect(await actAs(services, administrator, begin, { input })).toMatchObject({
      code: 'ownControlOffice',
    });
    const officer = office({
      office: 'dataProtectionOfficer',
      scope: 'entity',
      scopeId: at.entity,
      personId: at.other,
    });
    expect(await actAs(services, coordinator, begin, { input: officer })).toMatchObject({
      code: 'ownControlOffice',
    });
  });

  it('the coordinator no auditor; the administrator one whom the council elected', async () => {
    const personId = await someone();
    const input = office({ office: 'auditor', personId });
    expect(await actAs(services, coordinator, begin, { input })).toMatchObject({ code: 'forbidden' });
    expect(await actAs(services, administrator, begin, { input })).toMatchObject({
      code: 'decisionByBodyMissing',
    });
    const delegated = { ...input, decision: 'Delegationsbeslut 2026-01-02 punkt 1' };
    expect(await actAs(services, administrator, begin, { input: delegated })).toMatchObject({
      code: 'decisionByBodyMissing',
    });
    await done(actAs(services, administrator, begin, { input: { ...input, decision: 'KF 2026-01-02 § 3' } }));
  });

  it('a head of department within her own units only', async () => {
    const head = holderOf('departmentHead', at.other, { scope: 'unit', scopeId: at.care, units: [at.care] });
    const personId = await someone();
    const there = office({ office: 'manager', scope: 'unit', scopeId: at.care, personId, deputy: true });
    await done(actAs(services, head, begin, { input: there }));
    const elsewhere = { ...there, scopeId: at.school };
    expect(await actAs(services, head, begin, { input: elsewhere })).toMatchObject({ code: 'forbidden' });
    const above = { ...there, office: 'departmentHead' };
    expect(await actAs(services, head, begin, { input: above })).toMatchObject({ code: 'forbidden' });
    const offered = await ask(services, choices, { actor: head, id: null, query: { office: 'manager' } });
    expect(offered).toMatchObject({
      answer: {
        offices: ['manager', 'informationOwner', 'systemOwner', 'systemMaintainer'],
        scopes: [{ id: at.care, scope: 'unit', name: 'Omsorgen', of: 'Provkommun' }],
      },
    });
  });
});
