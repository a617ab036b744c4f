import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { newId, type PersonId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/run.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import {
  describe as describeSource,
  end as endSource,
  register as registerSource,
  synchronised,
} from '../sources/person-source.actions.ts';
import { list as listSources } from '../sources/person-source.views.ts';
import { describe as describePerson, end, register } from './person.actions.ts';
import { list, record } from './person.views.ts';

let database: TestDatabase;
let at: Arranged;
let services: ReturnType<typeof testServices>;
let hr: ReturnType<typeof holderOf>;

beforeAll(async () => {
  database = await testDatabase();
  at = await arrange(database.db);
  services = testServices(database.db);
  hr = holderOf('hrManager', at.other);
});
afterAll(() => database.close());

const anna = (change: object = {}) => ({
  kind: 'employee',
  givenName: 'Anna',
  familyName: 'Ek',
  email: null,
  telephone: null,
  organisation: null,
  unitId: at.school,
  sourceId: null,
  ...change,
});
const first = (change: object = {}) => ({ ...anna(change), from: '2026-01-01', until: null, ...change });

async function source(kind = 'employee'): Promise<{ id: string; version: number }> {
  const input = { kind, name: `Personalsystemet ${newId()}`, intervalDays: 7 };
  return done(actAs(services, hr, registerSource, { input }));
}

describe('entering a person', () => {
  it('keeps her as she was written, without stray spaces', async () => {
    const input = first({
      givenName: ' Anna  Karin ',
      email: 'anna.ek@prov.example',
      telephone: '070-123 45 67',
    });
    const { id } = await done(actAs(services, hr, register, { input }));
    expect(await ask(services, record, { actor: employee(at.manager), id, query: {} })).toMatchObject({
      answer: {
        givenName: 'Anna Karin',
        telephone: '070-123 45 67',
        unitName: 'Skolan',
        state: 'here',
        appointments: [],
        may: { describe: { allowed: false, because: 'forbidden' } },
      },
    });
  });

  test.each([
    ['an external person without an employer', { kind: 'external' }, 'organisationMissing'],
    ['an employee with another employer', { organisation: 'Bolaget AB' }, 'organisationNotAsked'],
    ['an address without a domain', { email: 'anna@' }, 'emailUnreadable'],
    ['an address that no mail can be sent to', { email: 'anna,ek@prov.example' }, 'emailUnreadable'],
    ['an address with two signs', { email: 'anna@ek@prov.example' }, 'emailUnreadable'],
    ['an address somebody has', { email: 'MARIA@prov.example' }, 'emailTaken'],
    ['a unit that is not there', { unitId: newId() }, 'unitUnknown'],
    ['a source that is not there', { sourceId: newId() }, 'sourceUnknown'],
    ['a last day before the first', { until: '2025-12-31' }, 'endsBeforeStart'],
    ['an empty name', { givenName: '  ' }, 'invalid'],
    ['a telephone of letters', { telephone: 'ring mig' }, 'invalid'],
    ['a day that does not exist', { from: '2026-02-30' }, 'invalid'],
    ['an unknown key', { personnummer: '19121212-1212' }, 'invalid'],
    ['a personnummer in a name', { familyName: 'Ek 19121212-1212' }, 'personnummerSuspected'],
  ])('refuses %s', async (_what, change, code) => {
    expect(await actAs(services, hr, register, { input: first(change) })).toMatchObject({
      refused: true,
      code,
    });
  });

  it('takes no source of another kind, nor one that has ended', async () => {
    const elected = await source('elected');
    expect(await actAs(services, hr, register, { input: first({ sourceId: elected.id }) })).toMatchObject({
      code: 'sourceOfOtherKind',
    });
    const old = await source();
    const { id } = await done(actAs(services, hr, register, { input: first({ sourceId: old.id }) }));
    await done(actAs(services, hr, endSource, { id: old.id, version: 1, input: { reason: 'Nytt system' } }));
    expect(await actAs(services, hr, register, { input: first({ sourceId: old.id }) })).toMatchObject({
      code: 'sourceUnknown',
    });
    // Who came from it keeps saying so, and can still get another name.
    const input = anna({ sourceId: old.id, familyName: 'Ekman' });
    await done(actAs(services, hr, describePerson, { id, version: 1, input }));
  });

  it('lets a manager enter and change people of her own unit, and no others', async () => {
    const manager = holderOf('manager', at.manager, {
      scope: 'unit',
      scopeId: at.school,
      units: [at.school],
    });
    const { id } = await done(actAs(services, manager, register, { input: first() }));
    expect(await actAs(services, manager, register, { input: first({ unitId: at.care }) })).toMatchObject({
      code: 'forbidden',
    });
    expect(await actAs(services, manager, register, { input: first({ unitId: null }) })).toMatchObject({
      code: 'forbidden',
    });
    await done(
      actAs(services, manager, describePerson, { id, version: 1, input: anna({ telephone: '0926-740 00' }) }),
    );
    // Whoever belongs to a unit reads what it holds, so nobody places herself, or another, outside her own units.
    for (const unitId of [at.care, null]) {
      for (const [who, version] of [
        [id, 2],
        [at.manager, 1],
      ] as const) {
        const attempt = { id: who, version, input: anna({ unitId }) };
        expect(await actAs(services, manager, describePerson, attempt)).toMatchObject({ code: 'forbidden' });
      }
    }
    const administrator = holderOf('administrator', at.other);
    const leaving = { id, version: 2, input: { lastDay: '2026-11-30', reason: 'Slutar' } };
    expect(await actAs(services, administrator, end, leaving)).toMatchObject({ code: 'forbidden' });
  });
});

describe('leaving', () => {
  it('has a last day, told once', async () => {
    const { id } = await done(actAs(services, hr, register, { input: first() }));
    const leave = (lastDay: string, version: number) =>
      actAs(services, hr, end, { id, version, input: { lastDay, reason: 'Ny tjänst' } });
    expect(await leave('2025-12-31', 1)).toMatchObject({ code: 'endsBeforeStart' });
    await done(leave('2026-12-31', 1));
    expect(await leave('2026-12-31', 2)).toMatchObject({ code: 'nothingChanged' });
    await done(leave('2026-11-22', 2));
    expect(await leave('2026-11-23', 3)).toMatchObject({ code: 'alreadyEnded' });
    const shown = await ask(services, list, { actor: hr, id: null, query: { ended: 'true' } });
    expect(shown).toMatchObject({
      answer: { items: [{ id, state: 'left', until: '2026-11-22' }], total: 1 },
    });
  });
});

it('lists by Swedish order, finds by any words of the name, and shows what each holds', async () => {
  for (const familyName of ['Zetterlund', 'Ängman', 'Ås', 'Österberg']) {
    await done(
      actAs(services, hr, register, { input: first({ familyName, givenName: 'Sortera', unitId: at.care }) }),
    );
  }
  const found = await ask(services, list, {
    actor: employee(at.other),
    id: null,
    query: { search: 'sortera' },
  });
  const answer = 'answer' in found ? (found.answer as { items: { familyName: string }[] }) : { items: [] };
  expect(answer.items.map((item) => item.familyName)).toEqual(['Zetterlund', 'Ås', 'Ängman', 'Österberg']);
  expect(
    await ask(services, list, { actor: hr, id: null, query: { search: 'lind mar', unitId: at.school } }),
  ).toMatchObject({
    answer: { items: [{ name: 'Maria Lind', offices: ['manager'] }], total: 1 },
  });
  expect(await ask(services, list, { actor: hr, id: null, query: { search: '%' } })).toMatchObject({
    answer: { total: 0 },
  });
  expect(await ask(services, list, { actor: hr, id: null, query: { search: 'ängMAN' } })).toMatchObject({
    answer: { items: [{ familyName: 'Ängman' }], total: 1 },
  });
  const id = newId<'Person'>() as PersonId;
  expect(await ask(services, record, { actor: hr, id, query: {} })).toMatchObject({ code: 'notFound' });
});

describe('sources', () => {
  it('are overdue until compared, and again when their interval has passed', async () => {
    const { id } = await source('external');
    const row = async (services_: typeof services) => {
      const found = await ask(services_, listSources, { actor: hr, id: null, query: {} });
      return 'answer' in found
        ? (found.answer as { items: { id: string }[] }).items.find((item) => item.id === id)
        : null;
    };
    expect(await row(services)).toMatchObject({ synchronisedOn: null, dueOn: null, isOverdue: true });
    await done(actAs(services, hr, synchronised, { id, version: 1 }));
    expect(await row(services)).toMatchObject({
      synchronisedOn: '2026-11-23',
      dueOn: '2026-11-30',
      isOverdue: false,
    });
    const onDay = (day: string) => testServices(database.db, new Date(`${day}T12:00:00Z`));
    expect(await row(onDay('2026-11-30'))).toMatchObject({ isOverdue: false });
    expect(await row(onDay('2026-12-01'))).toMatchObject({ isOverdue: true });
  });

  it('have one name each, and end once', async () => {
    const input = { kind: 'elected', name: 'Troman', intervalDays: 30 };
    const { id } = await done(actAs(services, hr, registerSource, { input }));
    expect(await actAs(services, hr, registerSource, { input: { ...input, name: 'TROMAN' } })).toMatchObject({
      code: 'nameTaken',
    });
    const named = { name: 'Troman', intervalDays: 30 };
    expect(await actAs(services, hr, describeSource, { id, version: 1, input: named })).toMatchObject({
      code: 'nothingChanged',
    });
    await done(
      actAs(services, hr, describeSource, { id, version: 1, input: { ...named, intervalDays: 60 } }),
    );
    await done(actAs(services, hr, endSource, { id, version: 2, input: { reason: 'Byte av system' } }));
    for (const attempt of [
      actAs(services, hr, synchronised, { id, version: 3 }),
      actAs(services, hr, describeSource, { id, version: 3, input: named }),
    ]) {
      expect(await attempt).toMatchObject({ code: 'ended' });
    }
    await done(actAs(services, hr, registerSource, { input }));
  });
});
