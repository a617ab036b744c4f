import { action } from '../../kernel/action.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import { agreementReviewAccess } from './agreement-review.access.ts';
import { loadAgreement, policyAround, saveAgreement, unitStands } from './agreement-review.store.ts';
import {
  type Agreement,
  agreementInput,
  agreementKeys,
  describeAgreement,
  endAgreement,
  registerAgreement,
  registerRefusals,
  reviewAgreement,
  reviewInput,
  reviewRefusals,
} from './agreement-review.ts';

interface Loaded {
  readonly row: Agreement;
}
const readable = agreementReviewAccess.read;
const keys = ({ row }: Loaded) => agreementKeys(row);
const version = ({ row }: Loaded) => row.version;
const show = ({ row }: Loaded) => row;
const answerOf = ({ id, version: number }: Agreement) => ({ id, version: number });

export const register = action({
  name: 'agreementReview.register',
  on: 'register',
  permission: agreementReviewAccess.register,
  readable,
  input: agreementInput,
  refusals: registerRefusals,
  load: async (transaction, { input, circumstances }) => ({
    unitStands: await unitStands(transaction, input.unitId, circumstances.today),
  }),
  keys: (_around, input) => agreementKeys(input),
  decide: (around, input, circumstances) => registerAgreement(input, around, circumstances),
  save: async (transaction, _around, next, stamp) => {
    await saveAgreement(transaction, next, stamp);
    return answerOf(next);
  },
});

export const describe = action({
  name: 'agreementReview.describe',
  on: 'record',
  permission: agreementReviewAccess.register,
  readable,
  input: agreementInput,
  refusals: [...registerRefusals, 'ended', 'nothingChanged'],
  load: async (transaction, { id, input, scope, circumstances }) => {
    const row = await loadAgreement(transaction, id, scope);
    if (row === null) return null;
    return { row, unitStands: await unitStands(transaction, input.unitId, circumstances.today) };
  },
  keys,
  targetKeys: ({ row }, input) => (row.unitId === input.unitId ? null : agreementKeys(input)),
  version,
  show,
  decide: ({ row, ...around }, input) => describeAgreement(row, input, around),
  save: async (transaction, _loaded, next, stamp) => {
    await saveAgreement(transaction, next, stamp);
    return answerOf(next);
  },
});

export const review = action({
  name: 'agreementReview.review',
  on: 'record',
  permission: agreementReviewAccess.review,
  readable,
  input: reviewInput,
  refusals: reviewRefusals,
  load: async (transaction, { id, input, scope, circumstances }) => {
    const row = await loadAgreement(transaction, id, scope);
    if (row === null) return null;
    return { row, policy: await policyAround(transaction, input.sentenceId, circumstances.today) };
  },
  keys,
  version,
  show,
  decide: ({ row, policy }, input, circumstances) => reviewAgreement(row, input, policy, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveAgreement(transaction, next, stamp);
    return answerOf(next);
  },
});

export const end = action({
  name: 'agreementReview.end',
  on: 'record',
  permission: agreementReviewAccess.register,
  readable,
  input: Fields({ reason: Reason() }),
  refusals: ['ended'],
  load: async (transaction, { id, scope }) => {
    const row = await loadAgreement(transaction, id, scope);
    return row === null ? null : { row };
  },
  keys,
  version,
  show,
  decide: ({ row }, { reason }, circumstances) => endAgreement(row, reason, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveAgreement(transaction, next, stamp);
    return answerOf(next);
  },
});
