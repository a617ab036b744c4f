import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { ask, type Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { register as registerSystem } from '../systems/system.actions.ts';
import { binder } from './binder/binder.views.ts';
import { set } from './order/restoration-order.actions.ts';
import { current } from './order/restoration-order.views.ts';
import { begin, decide, describe as describeAction, discard, end, register, write } from './plan.actions.ts';
import { choices, list, record } from './plan.views.ts';
import { planRegister } from './register.ts';
import { deciding, ofUnit, plan, wholeContent } from './testing.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let coordinator: Actor;
let systemId: string;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
  head = holderOf('manager', town.manager, where);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  const described = { name: 'Elevregistret', description: '', unitId: town.school, providerKind: 'internal' };
  const more = { providerName: '', lifecycle: 'inOperation' };
  systemId = (await done(actAs(services, system, registerSystem, { input: { ...described, ...more } }))).id;
});
afterAll(() => database.close());

async function answerOf<T>(view: View, actor: Actor, id: string | null = null, query = {}): Promise<T> {
  const result = await ask(services, view, { actor, id, query });
  if (isRefusal(result)) throw new Error(result.code);
  return result.answer as T;
}
interface Shown {
  version: number;
  name: string;
  place: number | null;
  inForce: { id: string; number: number; content: { holder: { name: string } | null } } | null;
  coming: { number: number } | null;
  draft: { number: number } | null;
  versions: { number: number; state: string }[];
  may: Record<string, { allowed: boolean; because: string | null }>;
}
type Listed = { items: { id: string; name: string; number: number | null }[]; total: number };
const shown = (id: string, actor = coordinator) => answerOf<Shown>(record, actor, id);

describe('a plan', () => {
  it('is written by two at once only one after the other, is decided and frozen, and gets its next version', async () => {
    const { id } = await done(actAs(services, head, register, { input: ofUnit(town.school) }));
    expect(await actAs(services, head, decide, { id, version: 1, input: deciding })).toMatchObject({
      code: 'recoveryMissing',
    });
    await done(actAs(services, head, write, { id, version: 1, input: wholeContent }));
    const second = { id, version: 1, input: { ...wholeContent, recoveryHours: 8 } };
    expect(await actAs(services, coordinator, write, second)).toMatchObject({
      code: 'versionMoved',
    });
    await done(actAs(services, head, decide, { id, version: 2, input: deciding }));
    const stands = await shown(id);
    expect(stands).toMatchObject({ name: 'Skolan', inForce: { number: 1 }, draft: null, coming: null });
    expect(stands.inForce?.content.holder?.name).toBe('Maria Lind');
    expect(stands.may).toMatchObject({
      write: { allowed: false, because: 'noDraft' },
      begin: { allowed: true },
    });
    expect(await actAs(services, head, write, { id, version: 3, input: second.input })).toMatchObject({
      code: 'noDraft',
    });
    await done(actAs(services, head, begin, { id, version: 3 }));
    await done(actAs(services, head, write, { id, version: 4, input: second.input }));
    const later = {
      ...deciding,
      decidedOn: '2026-11-23',
      validFrom: '2027-01-01',
      nextReviewOn: '2027-12-01',
    };
    await done(actAs(services, head, decide, { id, version: 5, input: later }));
    expect(await shown(id)).toMatchObject({
      inForce: { number: 1 },
      coming: { number: 2 },
      versions: [
        { number: 2, state: 'decided' },
        { number: 1, state: 'inForce' },
      ],
    });
    await done(actAs(services, head, begin, { id, version: 6 }));
    await done(actAs(services, head, discard, { id, version: 7, input: { reason: 'Behövdes inte' } }));
    expect((await shown(id)).versions[0]).toMatchObject({ number: 3, state: 'discarded' });
    await done(
      actAs(services, head, describeAction, {
        id,
        version: 8,
        input: { kind: 'both', secrecyProvision: 'OSL 18:8' },
      }),
    );
    await done(actAs(services, head, end, { id, version: 9, input: { reason: 'Nedlagd' } }));
    expect((await answerOf<Listed>(list, head, null, { search: 'skol' })).total).toBe(0);
    expect((await answerOf<Listed>(list, head, null, { ended: 'true' })).total).toBe(1);
  });

  it('of a system is its owner’s, and there is one of each kind', async () => {
    const owner = holderOf('systemOwner', town.other, { scope: 'system', scopeId: systemId });
    const input = { kind: 'incident', secrecyProvision: '', systemId, unitId: null };
    const { id } = await done(actAs(services, owner, register, { input }));
    expect(await actAs(services, owner, register, { input })).toMatchObject({ code: 'planExists' });
    expect(
      await actAs(services, head, register, { input: { ...input, kind: 'both', systemId: newId() } }),
    ).toMatchObject({
      code: 'forbidden',
    });
    const dependent = { ...wholeContent, responsible: 'systemOwner' };
    const unknown = { ...dependent, systemIds: [newId()] };
    expect(await actAs(services, owner, write, { id, version: 1, input: unknown })).toMatchObject({
      code: 'systemUnknown',
    });
    await done(actAs(services, owner, write, { id, version: 1, input: dependent }));
    expect((await answerOf<Listed>(list, head, null, { systemId })).total).toBe(1);
    await done(actAs(services, head, end, { id, version: 2, input: { reason: 'Prov' } }));
    await done(actAs(services, owner, register, { input }));
  });

  it('of another unit is not seen, not counted and not written', async () => {
    const theirs = await plan(services, coordinator, town.care);
    for (const view of [record]) {
      expect(await ask(services, view, { actor: head, id: theirs, query: {} })).toMatchObject({
        code: 'notFound',
      });
    }
    expect(await actAs(services, head, write, { id: theirs, version: 3, input: wholeContent })).toMatchObject(
      {
        code: 'notFound',
      },
    );
    expect((await answerOf<Listed>(list, head, null, { search: 'omsorgen' })).total).toBe(0);
    expect((await answerOf<{ items: unknown[] }>(choices, head)).items).toEqual([]);
    const colleague = employee(town.manager, town.care);
    expect((await answerOf<Listed>(list, colleague)).items.map((one) => one.id)).toEqual([theirs]);
    expect(await actAs(services, colleague, begin, { id: theirs, version: 3 })).toMatchObject({
      code: 'forbidden',
    });
    expect((await answerOf<{ plans: unknown[] }>(binder, employee(newId()))).plans).toEqual([]);
    await done(actAs(services, coordinator, end, { id: theirs, version: 3, input: { reason: 'Prov' } }));
  });

  it('that is decided is not written over in the database either', async () => {
    const id = await plan(services, coordinator, town.care, '', 'incident');
    const change = database.db.transaction().execute(async (transaction) => {
      const draft = { kind: 'test.changed', record: id };
      const { eventId } = await appendEvent(transaction, system, 'plan', draft, services.clock());
      await sql`update plan_version set suppliers = '{x}', version = version + 1, changed_by_event = ${eventId}
        where plan_id = ${id}`.execute(transaction);
    });
    await expect(change).rejects.toThrow(/frozen/);
    await done(actAs(services, coordinator, end, { id, version: 3, input: { reason: 'Prov' } }));
  });

  it('follows its unit into the successor', async () => {
    const id = await plan(services, coordinator, town.school, '', 'continuity');
    const { followers } = planRegister;
    await database.db.transaction().execute(async (transaction) => {
      const touched = (await followers?.touched(transaction, town.school)) ?? [];
      expect(touched).toContain(`plan:${id}`);
      const draft = { kind: 'test.moved', record: null, touched };
      const stamp = await appendEvent(transaction, system, 'unit', draft, services.clock());
      await followers?.follow(transaction, town.school, town.care, stamp);
    });
    expect((await shown(id)).name).toBe('Omsorgen');
    await done(actAs(services, coordinator, end, { id, version: 4, input: { reason: 'Prov' } }));
  });
});

describe('the order of restoration', () => {
  it('is one list, set by the coordinator, and not written over by who had seen another', async () => {
    const places = [`system:${systemId}`, `unit:${town.care}`];
    expect(await actAs(services, head, set, { input: { places, seen: null } })).toMatchObject({
      code: 'forbidden',
    });
    await done(actAs(services, coordinator, set, { input: { places, seen: null } }));
    expect(await actAs(services, coordinator, set, { input: { places: [], seen: null } })).toMatchObject({
      code: 'orderMoved',
    });
    const twice = { places: [places[0], places[0]], seen: 1 };
    expect(await actAs(services, coordinator, set, { input: twice })).toMatchObject({ code: 'invalid' });
    await done(actAs(services, coordinator, set, { input: { places: places.reverse(), seen: 1 } }));
    const order = await answerOf<{ items: { name: string }[]; may: { set: { allowed: boolean } } }>(
      current,
      head,
    );
    expect(order.items.map((one) => one.name)).toEqual(['Omsorgen', 'Elevregistret']);
    expect(order.may.set.allowed).toBe(false);
  });
});
