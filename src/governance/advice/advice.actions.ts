import { type Action, action } from '../../kernel/action.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { Fields } from '../../kernel/schema.ts';
import { aboutName } from './about.store.ts';
import { adviceAccess } from './advice.access.ts';
import { answerersOf, loadAdvice, saveAdvice } from './advice.store.ts';
import {
  adviceKeys,
  answerAdvice,
  answerInput,
  askAdvice,
  askInput,
  askRefusals,
  closeAdvice,
  followUpAdvice,
  type LoadedAdvice,
  type NextAdvice,
  questionInput,
  reopenAdvice,
} from './advice.ts';

const readable = adviceAccess.read;
const version = ({ advice }: LoadedAdvice) => advice.version;
const show = ({ advice }: LoadedAdvice) => advice;
const load = (
  transaction: Transaction,
  { id, scope, circumstances }: Parameters<Action['load']>[1],
): Promise<LoadedAdvice | null> => loadAdvice(transaction, id, scope, circumstances.today);
/** Only who asked: her questions are hers. */
const askerKeys = ({ advice }: LoadedAdvice) => ({ person: advice.askedBy });
const save = async (transaction: Transaction, _loaded: unknown, next: NextAdvice, stamp: Stamp) => {
  await saveAdvice(transaction, next, stamp);
  return { id: next.advice.id, version: next.advice.version };
};

export const ask = action({
  name: 'advice.ask',
  on: 'register',
  permission: adviceAccess.ask,
  readable,
  input: askInput,
  refusals: askRefusals,
  load: async (transaction, { input: { askedOf, about }, circumstances: { actor, today } }) => ({
    asker: actor.personId,
    answerers: await answerersOf(transaction, askedOf, today),
    aboutStands: about === null || (await aboutName(transaction, about, actor, today)) !== null,
  }),
  keys: ({ asker }) => ({ person: asker }),
  decide: (around, input, circumstances) => askAdvice(input, around, circumstances),
  save,
});

export const followUp = action({
  name: 'advice.followUp',
  on: 'record',
  permission: adviceAccess.ask,
  readable,
  input: questionInput,
  refusals: ['closed', 'notAPerson'],
  load,
  keys: askerKeys,
  version,
  show,
  decide: (loaded, { question }, circumstances) => followUpAdvice(loaded, question, circumstances),
  save,
});

export const reopen = action({
  name: 'advice.reopen',
  on: 'record',
  permission: adviceAccess.ask,
  readable,
  input: questionInput,
  refusals: ['notClosed', 'notAPerson'],
  load,
  keys: askerKeys,
  version,
  show,
  decide: (loaded, { question }, circumstances) => reopenAdvice(loaded, question, circumstances),
  save,
});

export const answer = action({
  name: 'advice.answer',
  on: 'record',
  permission: adviceAccess.answer,
  readable,
  input: answerInput,
  refusals: ['ownQuestion', 'closed', 'notAPerson'],
  load,
  keys: ({ answerers }) => ({ person: answerers }),
  version,
  show,
  decide: (loaded, input, circumstances) => answerAdvice(loaded, input.answer, circumstances),
  save,
});

export const close = action({
  name: 'advice.close',
  on: 'record',
  permission: adviceAccess.read,
  readable,
  input: Fields({}),
  refusals: ['closed', 'notAnswered', 'notAPerson'],
  load,
  keys: adviceKeys,
  version,
  show,
  decide: (loaded, _input, circumstances) => closeAdvice(loaded, circumstances),
  save,
});
