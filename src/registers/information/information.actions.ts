import { Type } from 'typebox';
import { action } from '../../kernel/action.ts';
import { Fields, IdOf, Reason } from '../../kernel/schema.ts';
import { classifyInformation, classifyInput, classifyRefusals } from './classification.ts';
import { loadClassification, loadOwner, saveClassification } from './classification.store.ts';
import {
  endHandling,
  insertHandling,
  loadHandling,
  loadHandlingDecision,
  saveHandlingDecision,
} from './handling.store.ts';
import {
  declareHandling,
  decideHandling,
  handlingDecisionInput,
  handlingDecisionRefusals,
  handlingInput,
  handlingRefusals,
  withdrawHandling,
} from './handling.ts';
import { informationAccess, mayReassignInformation } from './information.access.ts';
import {
  activateInformation,
  describeInformation,
  describeRefusals,
  endInformation,
  informationInput,
  informationKeys,
  registerInformation,
  targetKeys,
} from './information.ts';
import {
  insertInformation,
  type LoadedInformation,
  loadInformation,
  loadSurroundings,
  updateInformation,
} from './information.store.ts';
import { systemStands } from './surroundings.store.ts';

const keys = ({ information, hasOwnOwner }: LoadedInformation) =>
  informationKeys({ ...information, hasOwnOwner });
const version = ({ information }: LoadedInformation) => information.version;
const show = ({ information }: LoadedInformation) => information;
const answerOf = (row: { id: string; version: number }) => ({ id: row.id, version: row.version });
const constraints = { information_name: 'nameTaken' };

export const register = action({
  name: 'information.register',
  on: 'register',
  permission: informationAccess.register,
  readable: informationAccess.read,
  input: Fields({ ...informationInput.properties, draft: Type.Boolean() }),
  refusals: [...describeRefusals, 'nameTaken'],
  constraints,
  load: (transaction, { input, circumstances }) =>
    loadSurroundings(transaction, input.unitId, input.area, circumstances.today),
  keys: (_around, input) => ({ unit: input.unitId }),
  decide: (around, input, circumstances) => registerInformation(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await insertInformation(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'information.describe',
  on: 'record',
  permission: informationAccess.describe,
  readable: informationAccess.read,
  input: informationInput,
  refusals: [...describeRefusals, 'ended', 'nothingChanged', 'nameTaken'],
  constraints,
  load: async (transaction, { id, input, scope, circumstances }) => {
    const loaded = await loadInformation(transaction, id, scope, circumstances.today);
    if (loaded === null) return null;
    const around = await loadSurroundings(transaction, input.unitId, input.area, circumstances.today);
    return { ...loaded, around };
  },
  keys,
  targetKeys: ({ information }, input) => targetKeys(information, input),
  version,
  show,
  decide: (loaded, input, { actor }) => {
    const mayReassign = mayReassignInformation(actor, keys(loaded));
    return describeInformation(loaded.information, input, { ...loaded.around, mayReassign });
  },
  save: async (transaction, _loaded, next, stamp) => {
    await updateInformation(transaction, next, stamp);
    return answerOf(next);
  },
});

export const activate = action({
  name: 'information.activate',
  on: 'record',
  permission: informationAccess.describe,
  readable: informationAccess.read,
  input: Fields({}),
  refusals: ['alreadyActive', 'ended'],
  load: (transaction, { id, scope, circumstances }) =>
    loadInformation(transaction, id, scope, circumstances.today),
  keys,
  version,
  show,
  decide: ({ information }) => activateInformation(information),
  save: async (transaction, _loaded, next, stamp) => {
    await updateInformation(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'information.end',
  on: 'record',
  permission: informationAccess.end,
  readable: informationAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['ended'],
  load: (transaction, { id, scope, circumstances }) =>
    loadInformation(transaction, id, scope, circumstances.today),
  keys,
  version,
  show,
  decide: ({ information }, input) => endInformation(information, input.reason),
  save: async (transaction, _loaded, next, stamp) => {
    await updateInformation(transaction, next, stamp);
    return answerOf(next);
  },
});

export const classify = action({
  name: 'information.classify',
  on: 'record',
  permission: informationAccess.classify,
  readable: informationAccess.read,
  input: classifyInput,
  refusals: classifyRefusals,
  untold: ['levelFourStopped'],
  load: async (transaction, { id, scope, circumstances }) => {
    const loaded = await loadInformation(transaction, id, scope, circumstances.today);
    if (loaded === null) return null;
    const owner = await loadOwner(transaction, loaded.information, circumstances.today);
    const before = await loadClassification(transaction, loaded.information.classificationId);
    return { ...loaded, owner, before };
  },
  keys,
  version,
  show,
  decide: (loaded, input, circumstances) => classifyInformation(loaded, input, circumstances),
  save: async (transaction, { information }, next, stamp) =>
    answerOf(await saveClassification(transaction, information, next, stamp)),
});

export const declare = action({
  name: 'information.declareHandling',
  on: 'record',
  permission: informationAccess.handle,
  readable: informationAccess.read,
  input: handlingInput,
  refusals: [...handlingRefusals, 'alreadyDeclared'],
  constraints: { handling_once: 'alreadyDeclared' },
  load: async (transaction, { id, input, scope, circumstances }) => {
    const loaded = await loadInformation(transaction, id, scope, circumstances.today);
    if (loaded === null) return null;
    return { ...loaded, systemStands: await systemStands(transaction, input.systemId) };
  },
  keys,
  decide: (loaded, input, circumstances) =>
    declareHandling(loaded.information, input, loaded.systemStands, circumstances),
  save: async (transaction, { information }, next, stamp) => {
    await insertHandling(transaction, next, stamp);
    return { id: information.id, handlingId: next.id };
  },
});

export const withdraw = action({
  name: 'information.withdrawHandling',
  on: 'record',
  permission: informationAccess.handle,
  readable: informationAccess.read,
  input: Fields({ handlingId: IdOf<'Handling'>(), reason: Reason() }),
  refusals: ['alreadyWithdrawn'],
  load: async (transaction, { id, input, scope, circumstances }) => {
    const loaded = await loadInformation(transaction, id, scope, circumstances.today);
    const handling = loaded === null ? null : await loadHandling(transaction, input.handlingId, id);
    return loaded === null || handling === null ? null : { ...loaded, handling };
  },
  keys,
  decide: ({ handling }, input, circumstances) => withdrawHandling(handling, input.reason, circumstances),
  save: async (transaction, { information }, next, stamp) => {
    await endHandling(transaction, next, stamp);
    return { id: information.id, handlingId: next.id };
  },
});

export const decide = action({
  name: 'information.decideHandling',
  on: 'record',
  permission: informationAccess.decideHandling,
  readable: informationAccess.read,
  input: handlingDecisionInput,
  refusals: handlingDecisionRefusals,
  load: async (transaction, { id, scope, circumstances }) => {
    const loaded = await loadInformation(transaction, id, scope, circumstances.today);
    if (loaded === null) return null;
    const owner = await loadOwner(transaction, loaded.information, circumstances.today);
    const before = await loadHandlingDecision(transaction, loaded.information.handlingDecisionId);
    return { ...loaded, owner, before };
  },
  keys,
  version,
  show,
  decide: (loaded, input, circumstances) => decideHandling(loaded, input, circumstances),
  save: async (transaction, { information }, next, stamp) =>
    answerOf(await saveHandlingDecision(transaction, information, next, stamp)),
});
