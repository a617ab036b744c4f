import { action } from '../../kernel/action.ts';
import type { LoadRequest, Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { everythingScope } from '../../kernel/access.ts';
import { referenceName, unitStands } from '../around.store.ts';
import { demandStands } from '../demand.store.ts';
import { exceptionRules, insertOpinion, opinionsOf } from './deciding.store.ts';
import { exceptionAccess } from './exception.access.ts';
import { loadException, saveException } from './exception.store.ts';
import {
  describeException,
  describeRefusals,
  draftException,
  type Exception,
  type ExceptionInput,
  exceptionInput,
  exceptionKeys,
  stateFault,
} from './exception.ts';
import {
  decideException,
  decideInput,
  decideRefusals,
  endException,
  giveOpinion as decideOpinion,
  heardOn,
  opinionInput,
  reasonInput,
  submitException,
} from './exception-steps.ts';
import { Fields } from '../../kernel/schema.ts';

interface Loaded {
  readonly row: Exception;
}
const readable = exceptionAccess.read;
const load = async (transaction: Transaction, { id, scope }: LoadRequest<unknown>) => {
  const row = await loadException(transaction, id, scope);
  return row === null ? null : { row };
};
const save = async (transaction: Transaction, _loaded: unknown, next: Exception, stamp: Stamp) => {
  await saveException(transaction, next, stamp);
  return { id: next.id, version: next.version };
};
const onRecord = {
  on: 'record',
  readable,
  load,
  keys: ({ row }: Loaded) => exceptionKeys(row),
  version: ({ row }: Loaded) => row.version,
  show: ({ row }: Loaded) => row,
  save,
} as const;

async function around(
  transaction: Transaction,
  { input, circumstances: { actor, today } }: Pick<LoadRequest<ExceptionInput>, 'input' | 'circumstances'>,
) {
  return {
    unitStands: await unitStands(transaction, input.unitId, today),
    demandStands: await demandStands(transaction, input),
    objectSeen: (await referenceName(transaction, input.object, actor, today)) !== null,
  };
}

export const draft = action({
  name: 'exception.draft',
  on: 'register',
  permission: exceptionAccess.apply,
  readable,
  input: exceptionInput,
  refusals: describeRefusals,
  load: around,
  keys: (_around, { unitId }) => exceptionKeys({ unitId }),
  decide: (surroundings, input, circumstances) => draftException(input, surroundings, circumstances),
  save,
});

export const describe = action({
  ...onRecord,
  name: 'exception.describe',
  permission: exceptionAccess.apply,
  input: exceptionInput,
  refusals: [...describeRefusals, 'notInState', 'compensationMissing', 'nothingChanged'],
  load: async (transaction, request) => {
    const row = await loadException(transaction, request.id, request.scope);
    return row === null ? null : { row, ...(await around(transaction, request)) };
  },
  targetKeys: ({ row }, { unitId }) => (row.unitId === unitId ? null : exceptionKeys({ unitId })),
  decide: ({ row, ...surroundings }, input, circumstances) =>
    describeException(row, input, surroundings, circumstances),
});

export const submit = action({
  ...onRecord,
  name: 'exception.submit',
  permission: exceptionAccess.apply,
  input: Fields({}),
  refusals: ['notInState', 'compensationMissing'],
  decide: ({ row }) => submitException(row),
});

export const giveOpinion = action({
  ...onRecord,
  name: 'exception.giveOpinion',
  permission: exceptionAccess.opine,
  input: opinionInput,
  refusals: ['notInState', 'notSubmitted', 'notYourOffice'],
  load: async (transaction, { id, scope }) => {
    const row = await loadException(transaction, id, scope);
    return row === null ? null : { row, opinions: (await opinionsOf(transaction, id)).length };
  },
  decide: ({ row, opinions }, input, circumstances) => decideOpinion(row, opinions, input, circumstances),
  save: async (transaction, _loaded, { exception, opinion }, stamp) => {
    await saveException(transaction, exception, stamp);
    await insertOpinion(transaction, exception.id, opinion, stamp);
    return { id: exception.id, version: exception.version };
  },
});

export const decide = action({
  ...onRecord,
  name: 'exception.decide',
  permission: exceptionAccess.decide,
  input: decideInput,
  refusals: decideRefusals,
  load: async (transaction, { id, scope }) => {
    const row = await loadException(transaction, id, scope);
    if (row === null) return null;
    // Whoever decides on the renewal ends the one before with it, whatever unit that once was for.
    const renewed =
      row.replacesId === null ? null : await loadException(transaction, row.replacesId, everythingScope);
    const rules = await exceptionRules(transaction);
    const heard = heardOn(row, await opinionsOf(transaction, id));
    return { row, around: { rules, heard, renewed } };
  },
  decide: ({ row, around: found }, input, circumstances) => decideException(row, input, found, circumstances),
  save: async (transaction, _loaded, { exception, renewed }, stamp) => {
    await saveException(transaction, exception, stamp);
    if (renewed !== null) await saveException(transaction, renewed, stamp);
    return { id: exception.id, version: exception.version };
  },
});

export const end = action({
  ...onRecord,
  name: 'exception.end',
  permission: exceptionAccess.end,
  input: reasonInput,
  refusals: ['notInState'],
  decide: ({ row }, { reason }, circumstances) => endException(row, reason, circumstances),
});

export const renew = action({
  ...onRecord,
  name: 'exception.renew',
  permission: exceptionAccess.apply,
  input: exceptionInput,
  refusals: [...describeRefusals, 'notInState'],
  load: async (transaction, request) => {
    const row = await loadException(transaction, request.id, request.scope);
    return row === null ? null : { row, ...(await around(transaction, request)) };
  },
  targetKeys: ({ row }, { unitId }) => (row.unitId === unitId ? null : exceptionKeys({ unitId })),
  decide: ({ row, ...surroundings }, input, circumstances) =>
    stateFault(row, 'renew') ?? draftException(input, surroundings, circumstances, row.id),
});
