import { action } from '../../kernel/action.ts';
import { Fields, Line, OrNull, Reason } from '../../kernel/schema.ts';
import { defaultOwnerAccess } from './default-owner.access.ts';
import {
  informationInArea,
  insertDefaultOwner,
  loadDefaultOwner,
  loadRuleSurroundings,
  updateDefaultOwner,
} from './default-owner.store.ts';
import {
  addDefaultOwner,
  addInput,
  areaInput,
  confirmDefaultOwner,
  type DefaultOwnerRow,
  describeDefaultOwner,
  endDefaultOwner,
  ruleInput,
  ruleRefusals,
  setDefaultOwner,
} from './default-owner.ts';

interface Loaded {
  readonly row: DefaultOwnerRow;
}
const permission = defaultOwnerAccess.edit;
const readable = defaultOwnerAccess.read;
const keys = () => ({});
const version = ({ row }: Loaded) => row.version;
const show = ({ row }: Loaded) => row;
const answerOf = (row: DefaultOwnerRow) => ({ id: row.id, version: row.version });

export const add = action({
  name: 'defaultOwner.add',
  on: 'register',
  permission,
  readable,
  input: addInput,
  refusals: [...ruleRefusals, 'areaTaken'],
  constraints: { default_owner_area: 'areaTaken' },
  load: (transaction, { input, circumstances }) =>
    loadRuleSurroundings(transaction, input, circumstances.today),
  keys,
  decide: (around, input, circumstances) => addDefaultOwner(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await insertDefaultOwner(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'defaultOwner.describe',
  on: 'record',
  permission,
  readable,
  input: areaInput,
  refusals: ['ended', 'nothingChanged'],
  load: async (transaction, { id }) => {
    const row = await loadDefaultOwner(transaction, id);
    return row === null ? null : { row };
  },
  keys,
  version,
  show,
  decide: ({ row }, input) => describeDefaultOwner(row, input),
  save: async (transaction, _loaded, next, stamp) => {
    await updateDefaultOwner(transaction, next, stamp);
    return answerOf(next);
  },
});

export const set = action({
  name: 'defaultOwner.set',
  on: 'record',
  permission,
  readable,
  input: ruleInput,
  refusals: [...ruleRefusals, 'ended', 'nothingChanged'],
  load: async (transaction, { id, input, circumstances }) => {
    const row = await loadDefaultOwner(transaction, id);
    if (row === null) return null;
    return { row, around: await loadRuleSurroundings(transaction, input, circumstances.today) };
  },
  keys,
  version,
  show,
  decide: ({ row, around }, input, circumstances) => setDefaultOwner(row, input, around, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateDefaultOwner(transaction, next, stamp);
    return answerOf(next);
  },
});

export const confirm = action({
  name: 'defaultOwner.confirm',
  on: 'record',
  permission,
  readable,
  input: Fields({ decision: OrNull(Line(200)) }),
  refusals: ['ended', 'alreadyConfirmed', 'unitNotChosen', 'decisionUnreadable', 'decisionInFuture'],
  load: async (transaction, { id }) => {
    const row = await loadDefaultOwner(transaction, id);
    return row === null ? null : { row };
  },
  keys,
  version,
  show,
  decide: ({ row }, input, circumstances) => confirmDefaultOwner(row, input.decision, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateDefaultOwner(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'defaultOwner.end',
  on: 'record',
  permission,
  readable,
  input: Fields({ reason: Reason() }),
  refusals: ['ended', 'areaInUse'],
  load: async (transaction, { id }) => {
    const row = await loadDefaultOwner(transaction, id);
    return row === null ? null : { row, count: await informationInArea(transaction, row.area) };
  },
  keys,
  version,
  show,
  decide: ({ row, count }, input, circumstances) => endDefaultOwner(row, count, input.reason, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateDefaultOwner(transaction, next, stamp);
    return answerOf(next);
  },
});
