import { action } from '../../../kernel/action.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { Fields } from '../../../kernel/schema.ts';
import { declareComplete, declareCompleteInput, reportOfficer, reportOfficerInput } from '../controller.ts';
import { confirmAllInput, confirmRow, confirmRows, endInput, endRow } from '../row.ts';
import { bodyAccess } from './body.access.ts';
import {
  insertBody,
  loadBodies,
  loadBody,
  loadBodySurroundings,
  standingUnder,
  updateBody,
} from './body.store.ts';
import {
  type Body,
  bodyInput,
  bodyKeys,
  bodyRegisterInput,
  describeBody,
  describeRefusals,
  registerBody,
} from './body.ts';

const version = (row: Body) => row.version;
const show = (row: Body) => row;
const answerOf = (row: Body) => ({ id: row.id, version: row.version });
const constraints = { body_name: 'nameTaken' };

export const register = action({
  name: 'body.register',
  on: 'register',
  permission: bodyAccess.register,
  readable: bodyAccess.read,
  input: bodyRegisterInput,
  refusals: describeRefusals,
  constraints,
  load: (transaction, { input, circumstances }) =>
    loadBodySurroundings(transaction, input.entityId, input.parentId, null, circumstances.today),
  keys: (_around, input) => ({ entity: input.entityId }),
  decide: (around, input, circumstances) => registerBody(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await insertBody(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'body.describe',
  on: 'record',
  permission: bodyAccess.describe,
  readable: bodyAccess.read,
  input: bodyInput,
  refusals: [...describeRefusals, 'ended', 'nothingChanged'],
  constraints,
  load: async (transaction, { id, input, scope, circumstances }) => {
    const row = await loadBody(transaction, id, scope);
    if (row === null) return null;
    const { today } = circumstances;
    return { row, around: await loadBodySurroundings(transaction, row.entityId, input.parentId, id, today) };
  },
  keys: ({ row }) => bodyKeys(row),
  version: ({ row }) => row.version,
  show: ({ row }) => row,
  decide: ({ row, around }, input, circumstances) => describeBody(row, input, around, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateBody(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirm = action({
  name: 'body.confirm',
  on: 'record',
  permission: bodyAccess.confirm,
  readable: bodyAccess.read,
  input: Fields({}),
  refusals: ['alreadyConfirmed'],
  load: (transaction, { id, scope }) => loadBody(transaction, id, scope),
  keys: bodyKeys,
  version,
  show,
  decide: (row) => confirmRow('body', row),
  save: async (transaction, _row, next, stamp) => {
    await updateBody(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirmAll = action({
  name: 'body.confirmAll',
  on: 'register',
  permission: bodyAccess.confirm,
  readable: bodyAccess.read,
  input: confirmAllInput,
  refusals: ['someUnknown', 'alreadyConfirmed'],
  load: (transaction, { input, scope }) => loadBodies(transaction, input.ids, scope),
  // Only who reaches everything: a right to one of the rows is no right to them all.
  keys: () => ({}),
  decide: (rows, input) => confirmRows('body', rows, input.ids),
  save: async (transaction, _rows, next, stamp) => {
    for (const row of next) await updateBody(transaction, row, stamp);
    return { confirmed: next.length };
  },
});

export const end = action({
  name: 'body.end',
  on: 'record',
  permission: bodyAccess.end,
  readable: bodyAccess.read,
  input: endInput,
  refusals: ['ended', 'endsBeforeStart', 'nothingChanged', 'subcommitteesStand', 'unitsLeft'],
  load: async (transaction, { id, scope, input }) => {
    const row = await loadBody(transaction, id, scope);
    return row === null ? null : { row, below: await standingUnder(transaction, id, input.lastDay) };
  },
  keys: ({ row }) => bodyKeys(row),
  version: ({ row }) => row.version,
  show: ({ row }) => row,
  decide: ({ row, below }, input, circumstances) => {
    if (below.bodies > 0) return refuse('subcommitteesStand', { parameters: { count: below.bodies } });
    if (below.units > 0) return refuse('unitsLeft', { parameters: { count: below.units } });
    return endRow('body', row, input, circumstances);
  },
  save: async (transaction, _loaded, next, stamp) => {
    await updateBody(transaction, next, stamp);
    return answerOf(next);
  },
});

const reporting = { permission: bodyAccess.report, readable: bodyAccess.read } as const;

export const declareRegisterComplete = action({
  name: 'body.declareRegisterComplete',
  on: 'record',
  ...reporting,
  input: declareCompleteInput,
  refusals: ['ended', 'dayInFuture', 'nothingChanged'],
  load: (transaction, { id, scope }) => loadBody(transaction, id, scope),
  keys: bodyKeys,
  version,
  show,
  decide: (row, input, circumstances) => declareComplete('body', row, input, circumstances),
  save: async (transaction, _row, next, stamp) => {
    await updateBody(transaction, next, stamp);
    return answerOf(next);
  },
});

export const report = action({
  name: 'body.reportOfficer',
  on: 'record',
  ...reporting,
  input: reportOfficerInput,
  refusals: ['ended', 'notController', 'dayInFuture', 'nothingChanged'],
  load: (transaction, { id, scope }) => loadBody(transaction, id, scope),
  keys: bodyKeys,
  version,
  show,
  decide: (row, input, circumstances) => reportOfficer('body', row, input, circumstances),
  save: async (transaction, _row, next, stamp) => {
    await updateBody(transaction, next, stamp);
    return answerOf(next);
  },
});
