import { action } from '../../kernel/action.ts';
import { Fields } from '../../kernel/schema.ts';
import { verificationAccess } from './verification.access.ts';
import { saveVerification, waitingVerification } from './verification.store.ts';
import { finishInput, finishVerification, requestVerification } from './verification.ts';

const keys = () => ({});

export const verify = action({
  name: 'audit.verify',
  on: 'register',
  permission: verificationAccess.verify,
  readable: verificationAccess.read,
  input: Fields({}),
  refusals: ['alreadyWaiting'],
  constraints: { log_verification_waiting: 'alreadyWaiting' },
  load: async (transaction) => ({ waiting: await waitingVerification(transaction, true) }),
  keys,
  decide: ({ waiting }, _input, circumstances) => requestVerification(waiting, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveVerification(transaction, next, stamp);
    return { id: next.id };
  },
});

export const finish = action({
  name: 'logVerification.finish',
  on: 'register',
  permission: verificationAccess.finish,
  readable: verificationAccess.read,
  input: finishInput,
  refusals: [],
  load: async (transaction) => ({ waiting: await waitingVerification(transaction, true) }),
  keys,
  decide: ({ waiting }, input, circumstances) => finishVerification(waiting, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveVerification(transaction, next, stamp);
    return { id: next.id };
  },
});
