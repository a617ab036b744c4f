import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryOf } from '../../../clauses/memory.ts';
import type { Actor } from '../../../kernel/access.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { ask, type Services } from '../../../kernel/run.ts';
import type { View } from '../../../kernel/view.ts';
import { employee, holderOf, system } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { note } from '../binder/binder.actions.ts';
import { binder } from '../binder/binder.views.ts';
import { decide, register, write } from '../plan.actions.ts';
import { record } from '../plan.views.ts';
import { deciding, exerciseOf, ofUnit, plan, wholeContent } from '../testing.ts';
import { waitingReviews } from '../waiting.store.ts';
import { correct, enter, withdraw } from './exercise.actions.ts';
import { list as exercises, record as exercise } from './exercise.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let coordinator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
  head = holderOf('manager', town.manager, where);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

async function answerOf<T>(view: View, actor: Actor, id: string | null = null, query = {}): Promise<T> {
  const result = await ask(services, view, { actor, id, query });
  if (isRefusal(result)) throw new Error(result.code);
  return result.answer as T;
}
type Listed = { total: number };
interface Shown {
  copies: { kind: string }[];
  exercises: { heldOn: string }[];
}
const shown = (id: string, actor = coordinator) => answerOf<Shown>(record, actor, id);

describe('an exercise and the binder', () => {
  it('make a plan exercised and at hand, as far as the rights of who does it reach', async () => {
    const [own, theirs] = [
      await plan(services, head, town.school, 'OSL 18:8'),
      await plan(services, coordinator, town.care),
    ];
    expect(await actAs(services, head, enter, { input: exerciseOf(theirs) })).toMatchObject({
      code: 'forbidden',
    });
    expect(await actAs(services, head, enter, { input: exerciseOf(own, theirs) })).toMatchObject({
      code: 'planUnknown',
    });
    const both = await done(actAs(services, coordinator, enter, { input: exerciseOf(own, theirs) }));
    const seen = await answerOf<{
      plans: { id: string }[];
      hiddenPlans: number;
      may: { correct: { allowed: boolean } };
    }>(exercise, head, both.id);
    expect(seen).toMatchObject({ plans: [{ id: own }], hiddenPlans: 1 });
    // Its page tells what was tried of the other, which is secret: that is told to the log as well.
    await shown(theirs);
    const { rows } = await sql<{
      leaf: string;
    }>`select leaf from audit_event where kind = 'plan.read'`.execute(database.db);
    expect(rows.map(({ leaf }) => (JSON.parse(leaf) as { data: object }).data)).toMatchObject([
      { concerns: [`exercise:${both.id}`] },
    ]);
    const corrected = { ...exerciseOf(own, theirs), participants: 7 };
    // Somebody who may see one of them cannot turn the verdict on the other.
    expect(await actAs(services, head, correct, { id: both.id, version: 1, input: corrected })).toMatchObject(
      {
        code: 'planUnknown',
      },
    );
    // Nor by leaving the other out, or by taking the whole exercise away.
    const without = { id: both.id, version: 1, input: exerciseOf(own) };
    expect(await actAs(services, head, correct, without)).toMatchObject({ code: 'planNotYours' });
    const away = { id: both.id, version: 1, input: { reason: 'Hölls aldrig' } };
    expect(await actAs(services, head, withdraw, away)).toMatchObject({ code: 'planNotYours' });
    const closed = { allowed: false, because: 'planNotYours' };
    expect(seen.may).toEqual({ correct: closed, withdraw: closed });
    await done(actAs(services, coordinator, correct, { id: both.id, version: 1, input: corrected }));
    expect((await answerOf<Listed>(exercises, head, null, { planId: own })).total).toBe(1);
    expect((await shown(own, head)).exercises).toMatchObject([{ heldOn: '2026-11-02' }]);

    const book = await answerOf<{ plans: { versionId: string; name: string }[] }>(binder, coordinator);
    expect(book.plans.map((one) => one.name)).toEqual(['Omsorgen', 'Skolan']);
    const versionIds = book.plans.map((one) => one.versionId);
    const printed = { input: { kind: 'printed', versionIds } };
    expect(await actAs(services, head, note, printed)).toMatchObject({ code: 'versionUnknown' });
    await done(actAs(services, coordinator, note, printed));
    expect(await actAs(services, coordinator, note, printed)).toMatchObject({ code: 'notedToday' });
    expect((await shown(own, head)).copies).toMatchObject([{ kind: 'printed' }]);

    const now = services.clock();
    const { facts } = await memoryOf(database.db).now(now);
    expect(facts.plans.get(own)).toMatchObject({ secret: true, unitId: town.school });
    expect([...facts.exercises.values()]).toMatchObject([{ planIds: [own, theirs], heldOn: '2026-11-02' }]);
    expect([...facts.binderCopies.values()]).toMatchObject([{ kind: 'printed', versionIds }]);
    await done(
      actAs(services, coordinator, withdraw, { id: both.id, version: 2, input: { reason: 'Fel dag' } }),
    );
    expect((await shown(own, head)).exercises).toEqual([]);
    expect((await answerOf<Listed>(exercises, head, null, { withdrawn: 'true' })).total).toBe(1);
  });
});

it('a review is reminded of sixty days before, to whoever answers for the plan', async () => {
  const found = (day: string, actor = head) => waitingReviews(database.db, actor, day);
  const due = '2027-11-23';
  expect(await found('2027-09-23')).toEqual([]);
  expect(await found('2027-09-24')).toMatchObject([
    {
      register: 'plan',
      recordName: 'Skolan',
      office: 'manager',
      dueOn: due,
      overdue: false,
      since: '2027-09-24',
    },
  ]);
  expect(await found('2027-11-24')).toMatchObject([{ overdue: true }]);
  // The other manager has her own; whoever holds nothing has none, and Värna itself waits for nothing.
  expect(await found('2027-11-01', employee(town.other))).toMatchObject([{ recordName: 'Omsorgen' }]);
  expect(await found('2027-11-01', employee(newId()))).toEqual([]);
  expect(await found('2027-11-01', system)).toEqual([]);
  // What nobody answers for is the coordinator's, until somebody does.
  const made = await done(actAs(services, coordinator, register, { input: ofUnit(town.care, 'incident') }));
  const vacant = { ...wholeContent, responsible: 'departmentHead' };
  await done(actAs(services, coordinator, write, { id: made.id, version: 1, input: vacant }));
  await done(actAs(services, coordinator, decide, { id: made.id, version: 2, input: deciding }));
  expect(await found('2027-11-01', coordinator)).toMatchObject([
    { recordName: 'Omsorgen', office: 'manager' },
    { recordId: made.id, office: 'informationSecurityCoordinator' },
  ]);
  expect(await found('2027-11-01', employee(town.other))).toHaveLength(1);
});
