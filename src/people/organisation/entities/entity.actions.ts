import { action } from '../../../kernel/action.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { Fields } from '../../../kernel/schema.ts';
import { declareComplete, declareCompleteInput, reportOfficer, reportOfficerInput } from '../controller.ts';
import { confirmAllInput, confirmRow, confirmRows, endInput, endRow } from '../row.ts';
import { entityAccess } from './entity.access.ts';
import { insertEntity, loadEntities, loadEntity, standingBelow, updateEntity } from './entity.store.ts';
import {
  describeEntity,
  describeRefusals,
  type Entity,
  entityInput,
  entityKeys,
  entityRegisterInput,
  registerEntity,
} from './entity.ts';

const keys = (row: Entity) => entityKeys(row.id);
const version = (row: Entity) => row.version;
const show = (row: Entity) => row;
const answerOf = (row: Entity) => ({ id: row.id, version: row.version });
const constraints = { legal_entity_name: 'nameTaken' };

export const register = action({
  name: 'entity.register',
  on: 'register',
  permission: entityAccess.register,
  readable: entityAccess.read,
  input: entityRegisterInput,
  refusals: describeRefusals,
  constraints,
  load: () => Promise.resolve({}),
  keys: () => ({}),
  decide: (_loaded, input, circumstances) => registerEntity(input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await insertEntity(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'entity.describe',
  on: 'record',
  permission: entityAccess.describe,
  readable: entityAccess.read,
  input: entityInput,
  refusals: [...describeRefusals, 'ended', 'nothingChanged'],
  constraints,
  load: (transaction, { id, scope }) => loadEntity(transaction, id, scope),
  keys,
  version,
  show,
  decide: (row, input, circumstances) => describeEntity(row, input, circumstances),
  save: async (transaction, _row, next, stamp) => {
    await updateEntity(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirm = action({
  name: 'entity.confirm',
  on: 'record',
  permission: entityAccess.confirm,
  readable: entityAccess.read,
  input: Fields({}),
  refusals: ['alreadyConfirmed'],
  load: (transaction, { id, scope }) => loadEntity(transaction, id, scope),
  keys,
  version,
  show,
  decide: (row) => confirmRow('entity', row),
  save: async (transaction, _row, next, stamp) => {
    await updateEntity(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirmAll = action({
  name: 'entity.confirmAll',
  on: 'register',
  permission: entityAccess.confirm,
  readable: entityAccess.read,
  input: confirmAllInput,
  refusals: ['someUnknown', 'alreadyConfirmed'],
  load: (transaction, { input, scope }) => loadEntities(transaction, input.ids, scope),
  // Only who reaches everything: a right to one of the rows is no right to them all.
  keys: () => ({}),
  decide: (rows, input) => confirmRows('entity', rows, input.ids),
  save: async (transaction, _rows, next, stamp) => {
    for (const row of next) await updateEntity(transaction, row, stamp);
    return { confirmed: next.length };
  },
});

export const end = action({
  name: 'entity.end',
  on: 'record',
  permission: entityAccess.end,
  readable: entityAccess.read,
  input: endInput,
  refusals: ['ended', 'endsBeforeStart', 'nothingChanged', 'bodiesLeft', 'unitsLeft'],
  load: async (transaction, { id, scope, input }) => {
    const row = await loadEntity(transaction, id, scope);
    return row === null ? null : { row, below: await standingBelow(transaction, id, input.lastDay) };
  },
  keys: ({ row }) => keys(row),
  version: ({ row }) => row.version,
  show: ({ row }) => row,
  decide: ({ row, below }, input, circumstances) => {
    if (below.bodies > 0) return refuse('bodiesLeft', { parameters: { count: below.bodies } });
    if (below.units > 0) return refuse('unitsLeft', { parameters: { count: below.units } });
    return endRow('entity', row, input, circumstances);
  },
  save: async (transaction, _loaded, next, stamp) => {
    await updateEntity(transaction, next, stamp);
    return answerOf(next);
  },
});

const reporting = { permission: entityAccess.report, readable: entityAccess.read } as const;

export const declareRegisterComplete = action({
  name: 'entity.declareRegisterComplete',
  on: 'record',
  ...reporting,
  input: declareCompleteInput,
  refusals: ['ended', 'dayInFuture', 'nothingChanged'],
  load: (transaction, { id, scope }) => loadEntity(transaction, id, scope),
  keys,
  version,
  show,
  decide: (row, input, circumstances) => declareComplete('entity', row, input, circumstances),
  save: async (transaction, _row, next, stamp) => {
    await updateEntity(transaction, next, stamp);
    return answerOf(next);
  },
});

export const report = action({
  name: 'entity.reportOfficer',
  on: 'record',
  ...reporting,
  input: reportOfficerInput,
  refusals: ['ended', 'notController', 'dayInFuture', 'nothingChanged'],
  load: (transaction, { id, scope }) => loadEntity(transaction, id, scope),
  keys,
  version,
  show,
  decide: (row, input, circumstances) => reportOfficer('entity', row, input, circumstances),
  save: async (transaction, _row, next, stamp) => {
    await updateEntity(transaction, next, stamp);
    return answerOf(next);
  },
});
