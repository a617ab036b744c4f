import { action } from '../../kernel/action.ts';
import { Fields, OneOf, OrNull, Reason } from '../../kernel/schema.ts';
import {
  proveInput,
  proveProtection,
  proveRefusals,
  raiseClass,
  raiseInput,
  raiseRefusals,
} from './assessment.ts';
import {
  carryInformation,
  carryInput,
  carryRefusals,
  stopCarryingInformation,
  stopCarryingInput,
} from './carrying.ts';
import {
  carriedIds,
  endTie,
  highestCarriedBy,
  insertTies,
  knownInformation,
  loadTie,
} from './carrying.store.ts';
import { lifecycles } from './lifecycle.ts';
import { systemAccess } from './system.access.ts';
import { insertSystem, loadLeaning, loadSystem, unitStands, updateSystem } from './system.store.ts';
import {
  describeRefusals,
  describeSystem,
  moveSystemOn,
  registerInput,
  registerSystem,
  type System,
  systemInput,
  systemKeys,
} from './system.ts';

interface Loaded {
  readonly system: System;
}
const keys = ({ system }: Loaded) => systemKeys(system);
const version = ({ system }: Loaded) => system.version;
const show = ({ system }: Loaded) => system;
const answerOf = (row: { id: string; version: number }) => ({ id: row.id, version: row.version });
const constraints = { system_name: 'nameTaken' };

export const register = action({
  name: 'system.register',
  on: 'register',
  permission: systemAccess.register,
  readable: systemAccess.read,
  input: registerInput,
  refusals: [...describeRefusals, 'alreadyRetired', 'nameTaken'],
  constraints,
  load: async (transaction, { input, circumstances }) => ({
    unitStands: await unitStands(transaction, input.unitId, circumstances.today),
  }),
  keys: (_loaded, input) => ({ unit: input.unitId }),
  decide: (loaded, input, circumstances) => registerSystem(input, loaded.unitStands, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await insertSystem(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'system.describe',
  on: 'record',
  permission: systemAccess.describe,
  readable: systemAccess.read,
  input: systemInput,
  refusals: [...describeRefusals, 'retired', 'nothingChanged', 'nameTaken'],
  constraints,
  load: async (transaction, { id, input, scope, circumstances }) => {
    const system = await loadSystem(transaction, id, scope);
    if (system === null) return null;
    return { system, unitStands: await unitStands(transaction, input.unitId, circumstances.today) };
  },
  keys,
  targetKeys: ({ system }, input) => (input.unitId === system.unitId ? null : { unit: input.unitId }),
  version,
  show,
  decide: (loaded, input) => describeSystem(loaded.system, input, loaded.unitStands),
  save: async (transaction, _loaded, next, stamp) => {
    await updateSystem(transaction, next, stamp);
    return answerOf(next);
  },
});

export const moveOn = action({
  name: 'system.moveOn',
  on: 'record',
  permission: systemAccess.moveOn,
  readable: systemAccess.read,
  input: Fields({ to: OneOf(lifecycles), reason: OrNull(Reason()) }),
  refusals: ['stepNotAllowed', 'reasonMissing', 'stillCarries', 'stillUsed', 'nameTaken'],
  constraints,
  load: async (transaction, { id, scope }) => {
    const system = await loadSystem(transaction, id, scope);
    return system === null ? null : { system, leaning: await loadLeaning(transaction, id) };
  },
  keys,
  version,
  show,
  decide: ({ system, leaning }, input) => moveSystemOn(system, input.to, input.reason, leaning),
  save: async (transaction, _loaded, next, stamp) => {
    await updateSystem(transaction, next, stamp);
    return answerOf(next);
  },
});

export const carry = action({
  name: 'system.carry',
  on: 'record',
  permission: systemAccess.carry,
  readable: systemAccess.read,
  input: carryInput,
  refusals: carryRefusals,
  constraints: { system_information_once: 'alreadyCarried' },
  load: async (transaction, { id, input, scope, circumstances }) => {
    const system = await loadSystem(transaction, id, scope);
    if (system === null) return null;
    const { actor, today } = circumstances;
    const known = await knownInformation(transaction, input.informationIds, actor, today);
    return { system, known, carried: await carriedIds(transaction, id) };
  },
  keys,
  decide: (loaded, input, circumstances) => carryInformation(loaded, input, circumstances),
  save: async (transaction, { system }, next, stamp) => {
    await insertTies(transaction, next, stamp);
    return { id: system.id };
  },
});

export const stopCarrying = action({
  name: 'system.stopCarrying',
  on: 'record',
  permission: systemAccess.carry,
  readable: systemAccess.read,
  input: stopCarryingInput,
  refusals: ['notCarried'],
  load: async (transaction, { id, input, scope, circumstances }) => {
    const system = await loadSystem(transaction, id, scope);
    if (system === null) return null;
    const { actor, today } = circumstances;
    const known = await knownInformation(transaction, [input.informationId], actor, today);
    return { system, tie: known.length === 0 ? null : await loadTie(transaction, id, input.informationId) };
  },
  keys,
  decide: ({ tie }, input, circumstances) => stopCarryingInformation(tie, input, circumstances),
  save: async (transaction, { system }, next, stamp) => {
    await endTie(transaction, next, stamp);
    return { id: system.id };
  },
});

export const prove = action({
  name: 'system.prove',
  on: 'record',
  permission: systemAccess.prove,
  readable: systemAccess.read,
  input: proveInput,
  refusals: proveRefusals,
  load: async (transaction, { id, scope }) => {
    const system = await loadSystem(transaction, id, scope);
    return system === null ? null : { system };
  },
  keys,
  version,
  show,
  decide: ({ system }, input, circumstances) => proveProtection(system, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await updateSystem(transaction, next, stamp);
    return answerOf(next);
  },
});

export const raise = action({
  name: 'system.raise',
  on: 'record',
  permission: systemAccess.raise,
  readable: systemAccess.read,
  input: raiseInput,
  refusals: raiseRefusals,
  load: async (transaction, { id, scope }) => {
    const system = await loadSystem(transaction, id, scope);
    return system === null ? null : { system, carried: await highestCarriedBy(transaction, id) };
  },
  keys,
  version,
  show,
  decide: ({ system, carried }, input) => raiseClass(system, carried, input),
  save: async (transaction, _loaded, next, stamp) => {
    await updateSystem(transaction, next, stamp);
    return answerOf(next);
  },
});
