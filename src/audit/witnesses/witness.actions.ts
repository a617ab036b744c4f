import { action } from '../../kernel/action.ts';
import { Fields, Line } from '../../kernel/schema.ts';
import { queueMails } from '../../mail/mail.store.ts';
import { theInstallation } from '../../people/signin/installation.ts';
import { readSetting } from '../../settings/setting.store.ts';
import { readHead } from '../tree.store.ts';
import { cosign as decideCosign, cosignInput, cosignRefusals, sizeOfNote } from './cosigning.ts';
import { deliver as decideDeliver, deliverInput, settleDelivery } from './delivery.ts';
import { witnessAccess } from './witness.access.ts';
import {
  insertCosignature,
  loadDelivery,
  loadWitness,
  readDeliveries,
  saveDelivery,
  saveWitness,
} from './witness.store.ts';
import {
  describeWitness,
  describeWitnessInput,
  endWitness,
  endWitnessInput,
  publicWitness,
  registerWitness,
  type Witness,
  witnessInput,
  witnessRefusals,
} from './witness.ts';

const keys = () => ({});
const constraints = { witness_name: 'nameTaken', witness_public: 'alwaysThere' };
const version = (witness: Witness) => witness.version;
const show = (witness: Witness) => witness;
const answerOf = ({ id, version: now }: Witness) => ({ id, version: now });

export const register = action({
  name: 'witness.register',
  on: 'register',
  permission: witnessAccess.keep,
  readable: witnessAccess.read,
  input: witnessInput,
  refusals: witnessRefusals,
  constraints,
  load: () => Promise.resolve({}),
  keys,
  decide: (_nothing, input, circumstances) => registerWitness(input, circumstances),
  save: async (transaction, _nothing, next, stamp) => {
    await saveWitness(transaction, next, stamp);
    return answerOf(next);
  },
});

export const openPage = action({
  name: 'witness.openPage',
  on: 'register',
  permission: witnessAccess.deliver,
  readable: witnessAccess.read,
  input: Fields({ name: Line(120) }),
  refusals: ['alwaysThere', 'nameTaken'],
  constraints,
  load: () => Promise.resolve({}),
  keys,
  decide: (_nothing, { name }, circumstances) => publicWitness(name, circumstances),
  save: async (transaction, _nothing, next, stamp) => {
    await saveWitness(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'witness.describe',
  on: 'record',
  permission: witnessAccess.keep,
  readable: witnessAccess.read,
  input: describeWitnessInput,
  refusals: witnessRefusals,
  constraints,
  load: (transaction, { id }) => loadWitness(transaction, id),
  keys,
  version,
  show,
  decide: (witness, input, circumstances) => describeWitness(witness, input, circumstances),
  save: async (transaction, _witness, next, stamp) => {
    await saveWitness(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'witness.end',
  on: 'record',
  permission: witnessAccess.keep,
  readable: witnessAccess.read,
  input: endWitnessInput,
  refusals: ['alwaysThere', 'ended'],
  load: (transaction, { id }) => loadWitness(transaction, id),
  keys,
  version,
  show,
  decide: (witness, { reason }, circumstances) => endWitness(witness, reason, circumstances),
  save: async (transaction, _witness, next, stamp) => {
    await saveWitness(transaction, next, stamp);
    return answerOf(next);
  },
});

export const deliver = action({
  name: 'witness.deliver',
  on: 'record',
  permission: witnessAccess.deliver,
  readable: witnessAccess.read,
  input: deliverInput,
  refusals: [],
  load: async (transaction, { id, input }) => {
    const witness = await loadWitness(transaction, id);
    const checkpoint = await readHead(transaction, input.size);
    if (witness === null || checkpoint?.size !== input.size) return null;
    const [latest = null] = await readDeliveries(transaction, id, 1);
    const setting = await readSetting(transaction);
    return {
      witness,
      checkpoint,
      latest,
      municipality: setting?.municipality ?? 'kommunen',
      language: setting?.language ?? 'sv',
      publicUrl: theInstallation().publicUrl,
    };
  },
  keys,
  decide: (given, input, circumstances) => decideDeliver(given, input, circumstances),
  save: async (transaction, _given, { delivery, mails }, stamp) => {
    const queued = await queueMails(transaction, mails, stamp.at);
    await saveDelivery(transaction, { ...delivery, mails: queued }, stamp);
    return { id: delivery.id };
  },
});

export const settle = action({
  name: 'witnessDelivery.settle',
  on: 'record',
  permission: witnessAccess.deliver,
  readable: witnessAccess.read,
  input: Fields({}),
  refusals: ['alreadySettled', 'stillWaiting'],
  load: (transaction, { id }) => loadDelivery(transaction, id),
  keys,
  decide: ({ delivery, mails }, _input, circumstances) => settleDelivery(delivery, mails, circumstances),
  save: async (transaction, _delivery, next, stamp) => {
    await saveDelivery(transaction, next, stamp);
    return { id: next.id };
  },
});

export const cosign = action({
  name: 'witness.cosign',
  on: 'record',
  permission: witnessAccess.cosign,
  readable: witnessAccess.read,
  input: cosignInput,
  refusals: cosignRefusals,
  constraints: { witness_cosignature_once: 'alreadyHeld' },
  load: async (transaction, { id, input }) => {
    const witness = await loadWitness(transaction, id);
    const size = sizeOfNote(input.note);
    const head = size === null ? null : await readHead(transaction, size);
    return witness === null ? null : { witness, own: head !== null && head.size === size ? head.note : null };
  },
  keys,
  decide: (given, input, circumstances) => decideCosign(given, input, circumstances),
  save: async (transaction, { witness }, next, stamp) => {
    await insertCosignature(transaction, next, stamp);
    return { id: witness.id, size: next.size, cosignedAt: next.cosignedAt.toISOString() };
  },
});
