import { action } from '../../kernel/action.ts';
import type { LoadRequest, Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { Fields } from '../../kernel/schema.ts';
import { personHere, referenceName, unitStands } from '../around.store.ts';
import { measureAccess } from './measure.access.ts';
import { countNotes, handlerOfSource, insertNote, loadMeasure, saveMeasure } from './measure.store.ts';
import {
  describeMeasure,
  describeRefusals,
  type Measure,
  type MeasureInput,
  measureInput,
  measureKeys,
  registerInput,
  registerMeasure,
} from './measure.ts';
import {
  allocateInput,
  allocateResources,
  dropMeasure,
  finishInput,
  finishMeasure,
  judgeEffect,
  judgeInput,
  noteInput,
  reasonInput,
  reopenMeasure,
  startMeasure,
  writeNote,
} from './measure-steps.ts';

interface Loaded {
  readonly row: Measure;
}
const readable = measureAccess.read;
const keys = ({ row }: Loaded) => measureKeys(row);
const version = ({ row }: Loaded) => row.version;
/** What it comes from is not changed by any step, and may be more than whoever takes it may know. */
const show = ({ row: { source: _source, ...shown } }: Loaded) => shown;
const load = async (transaction: Transaction, { id, scope }: LoadRequest<unknown>) => {
  const row = await loadMeasure(transaction, id, scope);
  return row === null ? null : { row };
};
const save = async (transaction: Transaction, _loaded: unknown, next: Measure, stamp: Stamp) => {
  await saveMeasure(transaction, next, stamp);
  return { id: next.id, version: next.version };
};
const onRecord = { on: 'record', readable, load, keys, version, show, save } as const;

async function around(transaction: Transaction, input: MeasureInput, today: string) {
  return {
    unitStands: await unitStands(transaction, input.unitId, today),
    personHere: await personHere(transaction, input.ownerPersonId, today),
  };
}

export const register = action({
  name: 'measure.register',
  on: 'register',
  permission: measureAccess.register,
  readable,
  input: registerInput,
  refusals: [...describeRefusals, 'sourceUnknown'],
  load: async (transaction, { input, circumstances: { actor, today } }) => ({
    ...(await around(transaction, input, today)),
    sourceSeen:
      input.source === null || (await referenceName(transaction, input.source, actor, today)) !== null,
    handler: await handlerOfSource(transaction, input.source),
  }),
  // Where it is to be done decides, or that one works on the case it comes from; that it is oneself who does it gives no right.
  keys: ({ handler }, { unitId }) => ({ unit: unitId, person: handler }),
  decide: ({ handler: _handler, ...surroundings }, input, circumstances) =>
    registerMeasure(input, surroundings, circumstances),
  save,
});

export const describe = action({
  ...onRecord,
  name: 'measure.describe',
  permission: measureAccess.describe,
  input: measureInput,
  refusals: [...describeRefusals, 'notInState', 'nothingChanged'],
  load: async (transaction, { id, input, scope, circumstances }) => {
    const row = await loadMeasure(transaction, id, scope);
    return row === null ? null : { row, ...(await around(transaction, input, circumstances.today)) };
  },
  targetKeys: ({ row }, { unitId }) => (row.unitId === unitId ? null : { unit: unitId }),
  decide: ({ row, ...surroundings }, input, circumstances) =>
    describeMeasure(row, input, surroundings, circumstances),
});

export const allocate = action({
  ...onRecord,
  name: 'measure.allocate',
  permission: measureAccess.allocate,
  input: allocateInput,
  refusals: ['notInState', 'decisionMissing', 'nothingChanged'],
  decide: ({ row }, input, circumstances) => allocateResources(row, input, circumstances),
});

export const start = action({
  ...onRecord,
  name: 'measure.start',
  permission: measureAccess.work,
  input: Fields({}),
  refusals: ['notInState'],
  decide: ({ row }) => startMeasure(row),
});

export const finish = action({
  ...onRecord,
  name: 'measure.finish',
  permission: measureAccess.work,
  input: finishInput,
  refusals: ['notInState', 'doneInFuture'],
  decide: ({ row }, input, circumstances) => finishMeasure(row, input, circumstances),
});

export const judge = action({
  ...onRecord,
  name: 'measure.judge',
  permission: measureAccess.judge,
  input: judgeInput,
  refusals: ['notDone'],
  decide: ({ row }, input, circumstances) => judgeEffect(row, input, circumstances),
});

export const drop = action({
  ...onRecord,
  name: 'measure.drop',
  permission: measureAccess.describe,
  input: reasonInput,
  refusals: ['notInState'],
  decide: ({ row }, { reason }) => dropMeasure(row, reason),
});

export const reopen = action({
  ...onRecord,
  name: 'measure.reopen',
  permission: measureAccess.describe,
  input: reasonInput,
  refusals: ['notInState'],
  decide: ({ row }, { reason }) => reopenMeasure(row, reason),
});

export const note = action({
  ...onRecord,
  name: 'measure.note',
  permission: measureAccess.work,
  input: noteInput,
  refusals: ['notInState'],
  load: async (transaction, { id, scope }) => {
    const row = await loadMeasure(transaction, id, scope);
    return row === null ? null : { row, notes: await countNotes(transaction, id) };
  },
  decide: ({ row, notes }, { text }, circumstances) => writeNote(row, notes, text, circumstances),
  save: async (transaction, _loaded, { measure, note: line }, stamp) => {
    await saveMeasure(transaction, measure, stamp);
    await insertNote(transaction, measure.id, line, stamp);
    return { id: measure.id, version: measure.version };
  },
});
