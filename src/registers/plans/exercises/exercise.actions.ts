import { action } from '../../../kernel/action.ts';
import { Fields, Reason } from '../../../kernel/schema.ts';
import { exerciseAccess } from '../plan.access.ts';
import {
  correctExercise,
  type Exercise,
  exerciseInput,
  exerciseKeys,
  recordExercise,
  recordRefusals,
  type TriedPlan,
  withdrawExercise,
} from './exercise.ts';
import { loadExercise, plansWithin, saveExercise } from './exercise.store.ts';

interface Loaded {
  readonly row: Exercise;
  /** The plans it tried until now, within what the person may see. */
  readonly tried: readonly TriedPlan[];
}
const readable = exerciseAccess.read;
const keys = ({ tried }: Loaded) => exerciseKeys(tried);
const version = ({ row }: Loaded) => row.version;
const show = ({ row }: Loaded) => row;
const answerOf = ({ id, version: number }: Exercise) => ({ id, version: number });

export const enter = action({
  name: 'exercise.enter',
  on: 'register',
  permission: exerciseAccess.record,
  readable,
  input: exerciseInput,
  refusals: recordRefusals,
  load: async (transaction, { input, scope }) => ({
    plans: await plansWithin(transaction, input.planIds, scope),
  }),
  keys: ({ plans }) => exerciseKeys(plans),
  decide: ({ plans }, input, circumstances) => recordExercise(input, plans, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveExercise(transaction, next, stamp);
    return answerOf(next);
  },
});

export const correct = action({
  name: 'exercise.correct',
  on: 'record',
  permission: exerciseAccess.record,
  readable,
  input: exerciseInput,
  refusals: [...recordRefusals, 'withdrawn', 'nothingChanged'],
  load: async (transaction, { id, input, scope }) => {
    const row = await loadExercise(transaction, id, scope);
    if (row === null) return null;
    const tried = await plansWithin(transaction, row.planIds, scope);
    return { row, tried, plans: await plansWithin(transaction, input.planIds, scope) };
  },
  keys,
  version,
  show,
  decide: ({ row, tried, plans }, input, circumstances) =>
    correctExercise(row, tried, input, plans, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveExercise(transaction, next, stamp);
    return answerOf(next);
  },
});

export const withdraw = action({
  name: 'exercise.withdraw',
  on: 'record',
  permission: exerciseAccess.record,
  readable,
  input: Fields({ reason: Reason() }),
  refusals: ['withdrawn', 'planNotYours'],
  load: async (transaction, { id, scope }) => {
    const row = await loadExercise(transaction, id, scope);
    return row === null ? null : { row, tried: await plansWithin(transaction, row.planIds, scope) };
  },
  keys,
  version,
  show,
  decide: ({ row, tried }, { reason }, circumstances) => withdrawExercise(row, tried, reason, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveExercise(transaction, next, stamp);
    return answerOf(next);
  },
});
