import { Type } from 'typebox';
import { covers, scopeOf } from '../../../kernel/access.ts';
import { Fields, IdOf, ListOf, listQuery, OneOf, OrNull, orderOf, pageSize } from '../../../kernel/schema.ts';
import { type Asking, view } from '../../../kernel/view.ts';
import { exerciseAccess } from '../plan.access.ts';
import { planKinds } from '../plan-content.ts';
import {
  type Exercise,
  exerciseInput,
  exerciseKeys,
  exerciseKinds,
  reachesAll,
  sourceOf,
  type TriedPlan,
} from './exercise.ts';
import { type ExerciseFilter, exerciseSorts, listExercises } from './exercise.list.store.ts';
import { plansWithin, readExercise } from './exercise.store.ts';

const Text = OrNull(Type.String());

export const list = view({
  name: 'exercise.list',
  on: 'register',
  permission: exerciseAccess.read,
  input: Fields({
    ...listQuery,
    kind: Type.Optional(OneOf(exerciseKinds)),
    planId: Type.Optional(IdOf<'Plan'>()),
    withdrawn: Type.Optional(Type.Boolean()),
  }),
  output: ListOf(
    Fields({
      id: Type.String(),
      kind: OneOf(exerciseKinds),
      scenario: Type.String(),
      heldOn: Type.String(),
      participants: Type.Integer(),
      restoreTried: Type.Boolean(),
      plans: Type.Array(Type.String()),
      withdrawnOn: Text,
      secret: Type.Boolean(),
    }),
  ),
  told: { shown: ({ items }) => items.filter((item) => item.secret).map(({ id }) => `exercise:${id}`) },
  answer: async (db, input, { scope, insight, size }) => {
    const { page = 1, sort, clause, ...narrow } = input;
    const filter: ExerciseFilter =
      clause === undefined ? narrow : { ...narrow, ids: await insight.offenders(clause, 'exercise') };
    const order = orderOf(exerciseSorts, 'held', sort ?? '-held');
    const found = await listExercises(db, filter, order, page, size, scope);
    const items = found.items.map((row) => ({ ...row, plans: [...row.plans] }));
    return { items, total: found.total, page, pageSize };
  },
});

const Step = Fields({ allowed: Type.Boolean(), because: Text });
const { planIds: _ids, ...said } = exerciseInput.properties;

export const record = view({
  name: 'exercise.record',
  on: 'record',
  permission: exerciseAccess.read,
  input: Fields({}),
  output: Fields({
    ...said,
    id: Type.String(),
    version: Type.Integer(),
    withdrawnOn: Text,
    plans: Type.Array(Fields({ id: Type.String(), name: Type.String(), kind: OneOf(planKinds) })),
    /** How many more it tried that this person may not see. */
    hiddenPlans: Type.Integer(),
    secret: Type.Boolean(),
    /** What a measure that comes of the exercise points at. */
    source: Fields({ register: OneOf(['exercise']), id: Type.String() }),
    may: Fields({ correct: Step, withdraw: Step }),
  }),
  told: { shown: ({ id, secret }) => (secret ? [`exercise:${id}`] : []) },
  answer: async (db, _input, asking) => {
    const row = await readExercise(db, asking.id, asking.scope);
    if (row === null) return null;
    const { planIds, ...exercise } = row;
    const plans = await plansWithin(db, planIds, asking.scope);
    return {
      ...exercise,
      plans: plans.map(({ id, name, kind }) => ({ id, name, kind })),
      hiddenPlans: planIds.length - plans.length,
      source: sourceOf('exercise', row.id),
      may: mayOf(row, plans, asking),
    };
  },
});

function mayOf(row: Exercise, plans: readonly TriedPlan[], { actor }: Asking) {
  const scope = scopeOf(actor, exerciseAccess.record);
  const fault =
    row.withdrawnOn !== null ? 'withdrawn' : reachesAll(row, plans, actor) ? null : 'planNotYours';
  const isHers = scope !== null && covers(scope, exerciseKeys(plans));
  const because = isHers ? fault : 'forbidden';
  const step = { allowed: because === null, because };
  return { correct: step, withdraw: step };
}
