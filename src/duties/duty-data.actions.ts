import { action } from '../kernel/action.ts';
import { Fields, Reason } from '../kernel/schema.ts';
import { dutyRecipientAccess, dutyTermAccess } from './duty.access.ts';
import { loadRecipient, loadTerm, saveRecipient, saveTerm } from './duty-data.store.ts';
import {
  changeRecipient,
  changeTerm,
  enterRecipient,
  enterTerm,
  type OwnRecipient,
  type OwnTerm,
  recipientChange,
  recipientInput,
  rowConstraints,
  rowRefusals,
  termChange,
  termInput,
  termRefusals,
  withdrawRecipient,
  withdrawTerm,
} from './duty-data.ts';

const keys = () => ({});
const nothing = () => Promise.resolve({});
const version = (row: OwnTerm | OwnRecipient) => row.version;
const show = (row: OwnTerm | OwnRecipient) => row;
const answerOf = ({ id, version: stored }: OwnTerm | OwnRecipient) => ({ id, version: stored });
const withdrawal = Fields({ reason: Reason(1000) });

const term = { permission: dutyTermAccess.edit, readable: dutyTermAccess.read, keys } as const;
const recipient = { permission: dutyRecipientAccess.edit, readable: dutyRecipientAccess.read, keys } as const;

export const enterDutyTerm = action({
  ...term,
  name: 'dutyTerm.enter',
  on: 'register',
  input: termInput,
  refusals: termRefusals,
  constraints: rowConstraints,
  load: nothing,
  decide: (_none, input, circumstances) => enterTerm(input, circumstances),
  save: async (transaction, _none, next, stamp) => {
    await saveTerm(transaction, next, stamp);
    return answerOf(next);
  },
});

export const changeDutyTerm = action({
  ...term,
  name: 'dutyTerm.change',
  on: 'record',
  input: termChange,
  refusals: [...termRefusals, 'withdrawn', 'nothingChanged'],
  constraints: rowConstraints,
  load: (transaction, { id }) => loadTerm(transaction, id),
  version,
  show,
  decide: changeTerm,
  save: async (transaction, _row, next, stamp) => {
    await saveTerm(transaction, next, stamp);
    return answerOf(next);
  },
});

export const withdrawDutyTerm = action({
  ...term,
  name: 'dutyTerm.withdraw',
  on: 'record',
  input: withdrawal,
  refusals: ['withdrawn'],
  load: (transaction, { id }) => loadTerm(transaction, id),
  version,
  show,
  decide: (row, { reason }) => withdrawTerm(row, reason),
  save: async (transaction, _row, next, stamp) => {
    await saveTerm(transaction, next, stamp);
    return answerOf(next);
  },
});

export const enterDutyRecipient = action({
  ...recipient,
  name: 'dutyRecipient.enter',
  on: 'register',
  input: recipientInput,
  refusals: rowRefusals,
  constraints: rowConstraints,
  load: nothing,
  decide: (_none, input, circumstances) => enterRecipient(input, circumstances),
  save: async (transaction, _none, next, stamp) => {
    await saveRecipient(transaction, next, stamp);
    return answerOf(next);
  },
});

export const changeDutyRecipient = action({
  ...recipient,
  name: 'dutyRecipient.change',
  on: 'record',
  input: recipientChange,
  refusals: [...rowRefusals, 'withdrawn', 'nothingChanged'],
  constraints: rowConstraints,
  load: (transaction, { id }) => loadRecipient(transaction, id),
  version,
  show,
  decide: changeRecipient,
  save: async (transaction, _row, next, stamp) => {
    await saveRecipient(transaction, next, stamp);
    return answerOf(next);
  },
});

export const withdrawDutyRecipient = action({
  ...recipient,
  name: 'dutyRecipient.withdraw',
  on: 'record',
  input: withdrawal,
  refusals: ['withdrawn'],
  load: (transaction, { id }) => loadRecipient(transaction, id),
  version,
  show,
  decide: (row, { reason }) => withdrawRecipient(row, reason),
  save: async (transaction, _row, next, stamp) => {
    await saveRecipient(transaction, next, stamp);
    return answerOf(next);
  },
});
