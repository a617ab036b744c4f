import { Type } from 'typebox';
import { newId } from '../../../kernel/ids.ts';
import { parse } from '../../../kernel/parse.ts';
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { type Holding, holdingsOf, readConcerned } from './consequences.store.ts';
import { type Consequences, consequencesOf, receivers } from './consequences.ts';
import { type Plan, planInput } from './plan.ts';
import { type Outcome, workOut } from './reorganisation.ts';
import { unitAccess } from './unit.access.ts';
import { readTree } from './unit.store.ts';
import { type Unit, unitKinds } from './unit.ts';

/** Rows of a kind that are named; the counts tell of all. */
const shownAtMost = 100;

const Held = Fields({ count: Type.Integer(), names: Type.Array(Type.String()) });
const Concern = Fields({
  count: Type.Integer(),
  rows: Type.Array(Fields({ id: Type.String(), name: Type.String() })),
});

/**
 * What a plan would come to, before anybody decides: worked out by the same function as the decision. The plan comes as
 * JSON in the address, so that a link holds it and it can be sent to whoever is to decide.
 */
export const preview = view({
  name: 'unit.preview',
  on: 'register',
  past: 'none',
  // It names information across units, which only some may read.
  permission: unitAccess.reorganise,
  input: Fields({ plan: Type.String({ maxLength: 12_000 }) }),
  output: Fields({
    /** The plan it is an answer to, as it was asked. */
    plan: Type.String(),
    /** Versions of every unit that changes: the decision carries them back. */
    seen: Type.Array(Fields({ unitId: Type.String(), version: Type.Integer() })),
    ended: Type.Array(
      Fields({
        id: Type.String(),
        name: Type.String(),
        lastDay: Type.String(),
        recordsTo: OrNull(Type.String()),
        information: Held,
        systems: Held,
        persons: Held,
      }),
    ),
    created: Type.Array(
      Fields({ name: Type.String(), kind: OneOf(unitKinds), under: OrNull(Type.String()) }),
    ),
    moved: Type.Array(
      Fields({
        id: Type.String(),
        name: Type.String(),
        from: OrNull(Type.String()),
        to: OrNull(Type.String()),
      }),
    ),
    appointments: Type.Array(
      Fields({
        id: Type.String(),
        personName: Type.String(),
        office: Type.String(),
        deputy: Type.Boolean(),
        unitName: Type.String(),
      }),
    ),
    withoutManager: Type.Array(Type.String()),
    ownerless: Concern,
    changesOwner: Concern,
  }),
  // Names of persons and information are shown a unit at a time, so the units are what is told.
  told: { shown: ({ ended }) => ended.map(({ id }) => `unit:${id}`) },
  answer: async (db, input, { scope, today }) => {
    const plan = readPlan(input.plan);
    if (isRefusal(plan)) return plan;
    const tree = await readTree(db, scope);
    const outcome = workOut(tree, plan, today, () => newId<'Unit'>());
    if (isRefusal(outcome)) return outcome;
    const ended = outcome.ended.map(({ unit }) => unit.id);
    const holdings = await holdingsOf(db, ended);
    const left = leftBehind(outcome, holdings);
    if (left !== null) return left;
    const concerned = await readConcerned(
      db,
      ended,
      receivers(outcome).map((unit) => unit.id),
    );
    const nameOf = namesAfter(tree, outcome);
    return {
      plan: input.plan,
      ...shapeOf(outcome, holdings, nameOf),
      ...concernsOf(consequencesOf(outcome, concerned, today)),
    };
  },
});

function readPlan(text: string): Plan | Refusal {
  let plan: unknown;
  try {
    plan = JSON.parse(text);
  } catch {
    return refuse('invalid', { fields: [{ field: 'plan', code: 'invalid' }] });
  }
  return parse(planInput, plan, new Set(['personnummer'])) ?? (plan as Plan); // just parsed by its own schema
}

function leftBehind(outcome: Outcome, holdings: readonly Holding[]): Refusal | null {
  for (const { unit, to } of outcome.ended) {
    const count = holdings.filter((one) => one.unitId === unit.id).reduce((sum, one) => sum + one.count, 0);
    if (to === null && count > 0)
      return refuse('recordsLeft', { field: 'steps', parameters: { name: unit.name, count } });
  }
  return null;
}

type NameOf = (id: string | null) => string | null;

function namesAfter(tree: ReadonlyMap<string, Unit>, outcome: Outcome): NameOf {
  const created = new Map<string, Unit>(outcome.created.map((unit) => [unit.id, unit]));
  return (id) => (id === null ? null : (created.get(id)?.name ?? tree.get(id)?.name ?? null));
}

function shapeOf(outcome: Outcome, holdings: readonly Holding[], nameOf: NameOf) {
  const held = (unitId: string, register: Holding['register']) => {
    const found = holdings.find((one) => one.unitId === unitId && one.register === register);
    return { count: found?.count ?? 0, names: [...(found?.names ?? [])] };
  };
  return {
    seen: outcome.changed.map(({ before }) => ({ unitId: before.id, version: before.version })),
    ended: outcome.ended.map(({ unit, to }) => ({
      id: unit.id,
      name: unit.name,
      lastDay: unit.until ?? '',
      recordsTo: to?.name ?? null,
      information: held(unit.id, 'information'),
      systems: held(unit.id, 'system'),
      persons: held(unit.id, 'person'),
    })),
    created: outcome.created.map((unit) => ({
      name: unit.name,
      kind: unit.kind,
      under: nameOf(unit.parentId),
    })),
    moved: outcome.changed
      .filter(({ before, after }) => before.parentId !== after.parentId)
      .map(({ before, after }) => ({
        id: before.id,
        name: before.name,
        from: nameOf(before.parentId),
        to: nameOf(after.parentId),
      })),
  };
}

function concernsOf(consequences: Consequences) {
  const concern = (rows: Consequences['ownerless']) => ({
    count: rows.length,
    rows: rows.slice(0, shownAtMost).map(({ id, name }) => ({ id, name })),
  });
  return {
    appointments: consequences.appointments.map(({ appointment, unit }) => ({
      id: appointment.id,
      personName: appointment.personName,
      office: appointment.office,
      deputy: appointment.deputy,
      unitName: unit.name,
    })),
    withoutManager: consequences.withoutManager.map((unit) => unit.name),
    ownerless: concern(consequences.ownerless),
    changesOwner: concern(consequences.changesOwner),
  };
}
