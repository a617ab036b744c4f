import { action } from '../../../kernel/action.ts';
import { Fields } from '../../../kernel/schema.ts';
import { confirmAllInput, confirmRow, confirmRows, endInput } from '../row.ts';
import { attachedTo, followAll, type UnitFollowers } from './followers.ts';
import { unitAccess } from './unit.access.ts';
import {
  insertUnit,
  loadUnit,
  loadUnits,
  loadUnitSurroundings,
  lockTree,
  subunitsAfter,
  updateUnit,
} from './unit.store.ts';
import {
  carriersInput,
  declareCarriers as declare,
  describeRefusals,
  describeUnit,
  endRefusals,
  endUnit,
  registerRefusals,
  registerUnit,
  type Unit,
  unitInput,
  unitKeys,
  unitRegisterInput,
} from './unit.ts';

const keys = (row: Unit) => unitKeys(row.id);
const version = (row: Unit) => row.version;
const show = (row: Unit) => row;
const answerOf = (row: Unit) => ({ id: row.id, version: row.version });
const constraints = { unit_name: 'nameTaken' };

export const register = action({
  name: 'unit.register',
  on: 'register',
  permission: unitAccess.register,
  readable: unitAccess.read,
  input: unitRegisterInput,
  refusals: registerRefusals,
  constraints,
  load: async (transaction, { input, scope, circumstances }) => {
    await lockTree(transaction);
    return loadUnitSurroundings(transaction, { ...input, own: null }, scope, circumstances.today);
  },
  keys: (_around, input) => ({ unit: input.parentId }),
  decide: (around, input, circumstances) => registerUnit(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await insertUnit(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'unit.describe',
  on: 'record',
  permission: unitAccess.describe,
  readable: unitAccess.read,
  input: unitInput,
  refusals: [...describeRefusals, 'beforeParent', 'ended', 'nothingChanged'],
  constraints,
  load: async (transaction, { id, input, scope, circumstances }) => {
    const row = await loadUnit(transaction, id, scope);
    if (row === null) return null;
    const placing = { ...input, own: id, entityId: row.entityId, parentId: row.parentId };
    return { row, around: await loadUnitSurroundings(transaction, placing, scope, circumstances.today) };
  },
  keys: ({ row }) => keys(row),
  version: ({ row }) => row.version,
  show: ({ row }) => row,
  decide: ({ row, around }, input, circumstances) => describeUnit(row, input, around, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateUnit(transaction, next, stamp);
    return answerOf(next);
  },
});

export const declareCarriers = action({
  name: 'unit.declareCarriers',
  on: 'record',
  permission: unitAccess.declareCarriers,
  readable: unitAccess.read,
  input: carriersInput,
  refusals: ['ended', 'carrierBothWays', 'nothingChanged'],
  load: (transaction, { id, scope }) => loadUnit(transaction, id, scope),
  keys,
  version,
  show,
  decide: (row, input, circumstances) => declare(row, input, circumstances),
  save: async (transaction, _row, next, stamp) => {
    await updateUnit(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirm = action({
  name: 'unit.confirm',
  on: 'record',
  permission: unitAccess.confirm,
  readable: unitAccess.read,
  input: Fields({}),
  refusals: ['alreadyConfirmed'],
  load: (transaction, { id, scope }) => loadUnit(transaction, id, scope),
  keys,
  version,
  show,
  decide: (row) => confirmRow('unit', row),
  save: async (transaction, _row, next, stamp) => {
    await updateUnit(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirmAll = action({
  name: 'unit.confirmAll',
  on: 'register',
  permission: unitAccess.confirmAll,
  readable: unitAccess.read,
  input: confirmAllInput,
  refusals: ['someUnknown', 'alreadyConfirmed'],
  load: (transaction, { input, scope }) => loadUnits(transaction, input.ids, scope),
  // Only who reaches everything: a right to one of the rows is no right to them all.
  keys: () => ({}),
  decide: (rows, input) => confirmRows('unit', rows, input.ids),
  save: async (transaction, _rows, next, stamp) => {
    for (const row of next) await updateUnit(transaction, row, stamp);
    return { confirmed: next.length };
  },
});

/** Ends a unit that only appointments hang on; they end the same day. */
export function endAction(followers: UnitFollowers) {
  return action({
    name: 'unit.end',
    on: 'record',
    permission: unitAccess.end,
    readable: unitAccess.read,
    input: endInput,
    refusals: endRefusals,
    load: async (transaction, { id, scope, input }) => {
      await lockTree(transaction);
      const unit = await loadUnit(transaction, id, scope);
      if (unit === null) return null;
      const attached = await attachedTo(transaction, followers, [unit.id], input.lastDay);
      return {
        unit,
        subunits: await subunitsAfter(transaction, id, input.lastDay),
        left: attached.moving.get(unit.id) ?? [],
        endsWithIt: attached.ending,
      };
    },
    keys: ({ unit }) => keys(unit),
    version: ({ unit }) => unit.version,
    show: ({ unit }) => unit,
    decide: (ground, input, circumstances) => endUnit(ground, input, circumstances),
    save: async (transaction, _ground, next, stamp) => {
      await updateUnit(transaction, next, stamp);
      // A decided unit has its last day, the one in the input.
      await followAll(transaction, followers, [{ unit: next, to: null }], next.until ?? '', stamp);
      return answerOf(next);
    },
  });
}
