import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { report } from '../deviations/deviation.actions.ts';
import { moveOn, register as registerSystem } from '../systems/system.actions.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import {
  allocate,
  describe as describeAction,
  drop,
  finish,
  note,
  register,
  start,
} from './measure.actions.ts';
import { list, record } from './measure.views.ts';
import { measureRegister } from './register.ts';
import { waitingMeasures } from './waiting.store.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let otherHead: Actor;
let coordinator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  const of = (unit: typeof town.school) => ({ scope: 'unit', scopeId: unit, units: [unit] }) as const;
  head = holderOf('manager', town.manager, of(town.school));
  otherHead = holderOf('manager', town.other, of(town.care));
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

const input = (more: object = {}) => ({
  title: 'Byt lösenord',
  description: '',
  unitId: town.school,
  ownerPersonId: null,
  ownerOffice: 'manager',
  dueOn: '2026-12-01',
  cost: null,
  secrecyProvisions: [],
  source: null,
  clause: null,
  ...more,
});
const described = (more: object = {}) => {
  const { source: _source, clause: _clause, ...fields } = input(more);
  return fields;
};

async function answerOf<T>(view: View, actor: Actor, id: string | null = null, query = {}): Promise<T> {
  const result = await ask(services, view, { actor, id, query });
  if (isRefusal(result)) throw new Error(result.code);
  return result.answer as T;
}
type Listed = { items: { id: string; title: string; overdue: boolean }[]; total: number };
const titles = async (actor: Actor, query: object) =>
  (await answerOf<Listed>(list, actor, null, query)).items.map((one) => one.title);
const codeOf = async (acted: ReturnType<typeof actAs>) => {
  const result = await acted;
  return isRefusal(result) ? result.code : null;
};

describe('a measure', () => {
  it('is entered where one leads, with a source that one may see', async () => {
    const theirs = await done(
      actAs(services, coordinator, report, {
        input: {
          title: 'Öppet skåp',
          description: '',
          clause: null,
          sentenceId: null,
          unitId: town.care,
          discoveredOn: '2026-11-20',
          handling: '',
          cause: '',
          risk: null,
          secrecyProvisions: [],
          source: null,
        },
      }),
    );
    const source = { register: 'deviation', id: theirs.id };
    expect(await codeOf(actAs(services, head, register, { input: input({ source }) }))).toBe('sourceUnknown');
    const nameless = { register: 'measureNote', id: theirs.id };
    expect(await codeOf(actAs(services, head, register, { input: input({ source: nameless }) }))).toBe(
      'invalid',
    );
    expect(await codeOf(actAs(services, head, register, { input: input({ unitId: town.care }) }))).toBe(
      'forbidden',
    );
    const stranger = input({ ownerPersonId: newId(), ownerOffice: null });
    expect(await codeOf(actAs(services, head, register, { input: stranger }))).toBe('personUnknown');
    const made = await done(
      actAs(services, coordinator, register, {
        input: input({ title: 'Lås skåpen', source, clause: 'P31' }),
      }),
    );
    // The head of the school sees the measure, and that it comes from somewhere; not from what.
    expect(await answerOf(record, head, made.id)).toMatchObject({
      source: { register: 'deviation', id: theirs.id, name: null },
      clause: 'P31',
    });
    expect(await answerOf(record, coordinator, made.id)).toMatchObject({ source: { name: 'Öppet skåp' } });
    expect(await titles(head, { sourceRegister: 'deviation', sourceRecord: theirs.id })).toEqual([
      'Lås skåpen',
    ]);
    expect(await titles(head, { sourceClause: 'P31' })).toEqual(['Lås skåpen']);
  });

  it('is its owner’s to do and tell of, but not to change or drop', async () => {
    const owned = input({ title: 'Åkes', ownerPersonId: town.other, ownerOffice: null });
    const { id } = await done(actAs(services, head, register, { input: owned }));
    const owner = employee(town.other);
    await done(actAs(services, owner, start, { id, version: 1 }));
    await done(actAs(services, owner, note, { id, version: 2, input: { text: 'Halva huset är klart' } }));
    expect(
      await codeOf(actAs(services, owner, drop, { id, version: 3, input: { reason: 'Orkar inte' } })),
    ).toBe('forbidden');
    const renamed = { id, version: 3, input: described({ title: 'Annat' }) };
    expect(await codeOf(actAs(services, owner, describeAction, renamed))).toBe('forbidden');
    await done(actAs(services, owner, finish, { id, version: 3, input: { doneOn: '2026-11-22' } }));
    expect(await answerOf(record, owner, id)).toMatchObject({
      state: 'done',
      doneOn: '2026-11-22',
      notes: [{ number: 1, text: 'Halva huset är klart', writer: 'Åke Öberg' }],
      may: { judge: { allowed: false, because: 'forbidden' }, finish: { because: 'notInState' } },
    });
  });

  it('is seen in its unit and by its owner, and looks absent to everybody else', async () => {
    const { id } = await done(actAs(services, head, register, { input: input({ title: 'Skolans' }) }));
    expect(await titles(employee(newId(), town.school), { search: 'skolans' })).toEqual(['Skolans']);
    for (const actor of [otherHead, employee(newId(), town.care)]) {
      expect(await titles(actor, { search: 'skolans' })).toEqual([]);
      expect(await ask(services, record, { actor, id, query: {} })).toMatchObject({ code: 'notFound' });
      expect(await codeOf(actAs(services, actor, start, { id, version: 1 }))).toBe('notFound');
    }
    const moved = { id, version: 1, input: described({ unitId: town.care }) };
    expect(await codeOf(actAs(services, head, describeAction, moved))).toBe('forbidden');
  });

  it('waits for whoever owns it by name or by office, and is overdue when its day has passed', async () => {
    const soon = await done(
      actAs(services, head, register, { input: input({ title: 'Snart', dueOn: '2026-11-24' }) }),
    );
    const waiting = await waitingMeasures(database.db, head, '2026-11-25');
    expect(waiting.find((one) => one.recordId === soon.id)).toMatchObject({
      office: 'manager',
      since: '2026-11-23',
      dueOn: '2026-11-24',
      overdue: true,
    });
    const itManager = holderOf('itManager', newId<'Person'>());
    const made = input({ title: 'Byt brandväggen', ownerOffice: 'itManager' });
    await done(actAs(services, coordinator, register, { input: made }));
    expect(await titles(itManager, { mine: 'true' })).toEqual(['Byt brandväggen']);
    expect(await waitingMeasures(database.db, itManager, '2026-11-23')).toMatchObject([
      { office: 'itManager' },
    ]);
    expect(
      (await waitingMeasures(database.db, otherHead, '2026-11-23')).map((one) => one.recordName),
    ).toEqual([]);
    const later = { ...services, clock: () => new Date('2026-11-25T10:00:00Z') };
    const late = await ask(later, list, { actor: head, id: null, query: { overdue: 'true' } });
    expect(isRefusal(late) ? late : late.answer).toMatchObject({
      items: [{ title: 'Snart', overdue: true }],
      total: 1,
    });
  });

  it('is given resources by those who have them', async () => {
    const owned = input({ title: 'Dyrt', ownerPersonId: town.other, ownerOffice: null, cost: 250_000 });
    const { id } = await done(actAs(services, head, register, { input: owned }));
    const decided = { resources: 'allocated', resourceDecision: 'KS 2026-06-15 § 47' };
    expect(
      await codeOf(actAs(services, employee(town.other), allocate, { id, version: 1, input: decided })),
    ).toBe('forbidden');
    const director = holderOf('municipalDirector', newId<'Person'>());
    await done(actAs(services, director, allocate, { id, version: 1, input: decided }));
    expect(await answerOf(record, director, id)).toMatchObject({
      ...decided,
      resourcesOn: '2026-11-23',
      cost: 250_000,
    });
  });

  it('stays as it is when what it came from has ended', async () => {
    const named = {
      name: 'Slutsystemet',
      description: '',
      unitId: town.school,
      providerKind: 'internal',
    };
    const more = { providerName: '', lifecycle: 'planned' };
    const from = await done(actAs(services, coordinator, registerSystem, { input: { ...named, ...more } }));
    const source = { register: 'system', id: from.id };
    const { id } = await done(actAs(services, head, register, { input: input({ title: 'Kvar', source }) }));
    await done(
      actAs(services, coordinator, moveOn, {
        id: from.id,
        version: 1,
        input: { to: 'retired', reason: 'Slut' },
      }),
    );
    expect(await answerOf(record, head, id)).toMatchObject({
      state: 'planned',
      source: { name: 'Slutsystemet' },
    });
    expect(await titles(head, { open: 'true', search: 'kvar' })).toEqual(['Kvar']);
  });

  it('follows its unit into the successor, unless it is finished', async () => {
    const open = await done(actAs(services, head, register, { input: input({ title: 'Flyttar' }) }));
    const dropped = await done(actAs(services, head, register, { input: input({ title: 'Struken' }) }));
    await done(actAs(services, head, drop, { id: dropped.id, version: 1, input: { reason: 'Behövs inte' } }));
    const { followers } = measureRegister;
    await database.db.transaction().execute(async (transaction) => {
      const touched = (await followers?.touched(transaction, town.school)) ?? [];
      expect(touched).toContain(`measure:${open.id}`);
      expect(touched).not.toContain(`measure:${dropped.id}`);
      const event = { kind: 'test.moved', record: null, touched };
      const stamp = await appendEvent(transaction, system, 'unit', event, services.clock());
      await followers?.follow(transaction, town.school, town.care, stamp);
    });
    expect(await titles(otherHead, { search: 'flyttar' })).toEqual(['Flyttar']);
    expect(await titles(head, { search: 'struken' })).toEqual(['Struken']);
  });

  it('cannot be half anything, whatever the code lets through', async () => {
    const { id } = await done(
      actAs(services, head, register, { input: input({ title: 'Databasen vakar' }) }),
    );
    const set = (what: string) =>
      database.db.transaction().execute(async (transaction) => {
        await sql.raw(`update measure set ${what} where id = '${id}'`).execute(transaction);
      });
    await expect(set('owner_office = null')).rejects.toThrow();
    await expect(set(`state = 'judged'`)).rejects.toThrow();
    await expect(set(`resources = 'allocated'`)).rejects.toThrow();
  });
});
