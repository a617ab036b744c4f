import { action } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import type { Stamp } from '../../kernel/action.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { planAccess } from './plan.access.ts';
import { completenessRefusals, contentRefusals } from './plan-content.ts';
import { knownSystems, loadPlan, objectAround, otherKinds, savePlan } from './plan.store.ts';
import {
  beginPlan,
  decideInput,
  decidePlan,
  decideRefusals,
  describeInput,
  describePlan,
  discardPlan,
  endPlan,
  type NextPlan,
  type Plan,
  planKeys,
  registerInput,
  registerPlan,
  registerRefusals,
  writeInput,
  writePlan,
} from './plan.ts';

interface Loaded {
  readonly row: Plan;
}
const readable = planAccess.read;
const keys = ({ row }: Loaded) => planKeys(row);
const version = ({ row }: Loaded) => row.version;
/** The plan with what is being written, so that two who write at once can see each other's words. */
const show = ({ row }: Loaded) => ({ ...row, ...row.draft?.content });
const save = async (transaction: Transaction, _loaded: unknown, next: NextPlan, stamp: Stamp) => {
  await savePlan(transaction, next, stamp);
  return { id: next.plan.id, version: next.plan.version };
};
const constraints = { plan_once: 'planExists' } as const;

export const register = action({
  name: 'plan.register',
  on: 'register',
  permission: planAccess.write,
  readable,
  input: registerInput,
  refusals: registerRefusals,
  constraints,
  load: (transaction, { input, scope, circumstances }) =>
    objectAround(transaction, input, scope, circumstances.today),
  keys: ({ keyUnitId }, { systemId }) => planKeys({ systemId, keyUnitId }),
  decide: (around, input, circumstances) => registerPlan(input, around, circumstances),
  save,
});

export const describe = action({
  name: 'plan.describe',
  on: 'record',
  permission: planAccess.write,
  readable,
  input: describeInput,
  refusals: [...completenessRefusals, 'ended', 'planExists', 'nothingChanged'],
  constraints,
  load: async (transaction, { id, scope }) => {
    const row = await loadPlan(transaction, id, scope);
    return row === null ? null : { row, kinds: await otherKinds(transaction, row) };
  },
  keys,
  version,
  show,
  decide: ({ row, kinds }, input) => describePlan(row, input, kinds),
  save,
});

export const write = action({
  name: 'plan.write',
  on: 'record',
  permission: planAccess.write,
  readable,
  input: writeInput,
  refusals: [...contentRefusals, 'ended', 'noDraft', 'nothingChanged'],
  load: async (transaction, { id, input, scope }) => {
    const row = await loadPlan(transaction, id, scope);
    return row === null ? null : { row, known: await knownSystems(transaction, input.systemIds) };
  },
  keys,
  version,
  show,
  decide: ({ row, known }, input) => writePlan(row, input, { systemId: row.systemId, knownSystems: known }),
  save,
});

export const begin = action({
  name: 'plan.begin',
  on: 'record',
  permission: planAccess.write,
  readable,
  input: Fields({}),
  refusals: ['ended', 'draftExists'],
  load: async (transaction, { id, scope }) => {
    const row = await loadPlan(transaction, id, scope);
    return row === null ? null : { row };
  },
  keys,
  version,
  show,
  decide: ({ row }, _input, circumstances) => beginPlan(row, circumstances),
  save,
});

export const discard = action({
  name: 'plan.discard',
  on: 'record',
  permission: planAccess.write,
  readable,
  input: Fields({ reason: Reason() }),
  refusals: ['ended', 'noDraft'],
  load: async (transaction, { id, scope }) => {
    const row = await loadPlan(transaction, id, scope);
    return row === null ? null : { row };
  },
  keys,
  version,
  show,
  decide: ({ row }, { reason }) => discardPlan(row, reason),
  save,
});

export const decide = action({
  name: 'plan.decide',
  on: 'record',
  permission: planAccess.decide,
  readable,
  input: decideInput,
  refusals: [...contentRefusals, ...completenessRefusals, ...decideRefusals, 'ended', 'noDraft'],
  load: async (transaction, { id, scope }) => {
    const row = await loadPlan(transaction, id, scope);
    if (row === null) return null;
    return { row, known: await knownSystems(transaction, row.draft?.content.systemIds ?? []) };
  },
  keys,
  version,
  show,
  decide: ({ row, known }, input, circumstances) =>
    decidePlan(row, input, { systemId: row.systemId, knownSystems: known }, circumstances),
  save,
});

export const end = action({
  name: 'plan.end',
  on: 'record',
  permission: planAccess.decide,
  readable,
  input: Fields({ reason: Reason() }),
  refusals: ['ended'],
  load: async (transaction, { id, scope }) => {
    const row = await loadPlan(transaction, id, scope);
    return row === null ? null : { row };
  },
  keys,
  version,
  show,
  decide: ({ row }, { reason }, circumstances) => endPlan(row, reason, circumstances),
  save,
});
