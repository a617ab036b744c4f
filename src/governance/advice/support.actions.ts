import { scopeOf } from '../../kernel/access.ts';
import { action } from '../../kernel/action.ts';
import { Fields, Reason } from '../../kernel/schema.ts';
import {
  adviceAccess,
  adviceTargetAccess,
  publishedAnswerAccess,
  supportContactAccess,
} from './advice.access.ts';
import { askerNames, readAdvice } from './advice.store.ts';
import {
  editPublished,
  publishAnswer,
  type PublishedAnswer,
  publishedInput,
  publishInput,
  withdrawPublished,
} from './published.ts';
import { targetOn } from './response.ts';
import {
  listTargets,
  loadContact,
  loadPublished,
  loadTarget,
  saveContact,
  savePublished,
  saveTarget,
} from './support.store.ts';
import { contactInput, contactRefusals, setContact, setTarget, targetInput } from './support.ts';

const keys = () => ({});
const answerOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

export const publish = action({
  name: 'publishedAnswer.publish',
  on: 'register',
  permission: publishedAnswerAccess.publish,
  readable: publishedAnswerAccess.read,
  input: publishInput,
  refusals: ['namesTheAsker'],
  load: async (transaction, { input: { adviceId }, circumstances: { actor, today } }) => {
    if (adviceId === null) return { names: [] };
    // A question she may not see is no question, and then there is nothing to publish from.
    const scope = scopeOf(actor, adviceAccess.read);
    const found = scope === null ? null : await readAdvice(transaction, adviceId, scope, today);
    return found === null ? null : { names: await askerNames(transaction, found.advice.askedBy) };
  },
  keys,
  decide: ({ names }, input, circumstances) => publishAnswer(input, names, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await savePublished(transaction, next, stamp);
    return answerOf(next);
  },
});

export const edit = action({
  name: 'publishedAnswer.edit',
  on: 'record',
  permission: publishedAnswerAccess.publish,
  readable: publishedAnswerAccess.read,
  input: publishedInput,
  refusals: ['withdrawn', 'nothingChanged'],
  load: (transaction, { id }) => loadPublished(transaction, id),
  keys,
  version: (row: PublishedAnswer) => row.version,
  show: (row: PublishedAnswer) => row,
  decide: (row, input) => editPublished(row, input),
  save: async (transaction, _before, next, stamp) => {
    await savePublished(transaction, next, stamp);
    return answerOf(next);
  },
});

export const withdraw = action({
  name: 'publishedAnswer.withdraw',
  on: 'record',
  permission: publishedAnswerAccess.publish,
  readable: publishedAnswerAccess.read,
  input: Fields({ reason: Reason() }),
  refusals: ['withdrawn'],
  load: (transaction, { id }) => loadPublished(transaction, id),
  keys,
  version: (row: PublishedAnswer) => row.version,
  show: (row: PublishedAnswer) => row,
  decide: (row, { reason }, circumstances) => withdrawPublished(row, reason, circumstances),
  save: async (transaction, _before, next, stamp) => {
    await savePublished(transaction, next, stamp);
    return answerOf(next);
  },
});

export const setTargetDays = action({
  name: 'adviceTarget.set',
  on: 'register',
  permission: adviceTargetAccess.set,
  readable: adviceTargetAccess.read,
  input: targetInput,
  refusals: ['targetBackwards', 'nothingChanged', 'versionMoved'],
  constraints: { advice_target_valid_from_key: 'versionMoved' },
  load: async (transaction, { input: { validFrom } }) => ({
    before: await loadTarget(transaction, validFrom),
    inForce: { validFrom, workingDays: targetOn(await listTargets(transaction), validFrom) },
  }),
  keys,
  decide: ({ before, inForce }, input, circumstances) => setTarget(before, inForce, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveTarget(transaction, next, stamp);
    return answerOf(next);
  },
});

export const setSupportContact = action({
  name: 'supportContact.set',
  on: 'register',
  permission: supportContactAccess.set,
  readable: supportContactAccess.read,
  input: contactInput,
  refusals: [...contactRefusals, 'versionMoved'],
  constraints: { support_contact_office_key: 'versionMoved' },
  load: async (transaction, { input: { office } }) => ({ before: await loadContact(transaction, office) }),
  keys,
  decide: ({ before }, input, circumstances) => setContact(before, input, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await saveContact(transaction, next, stamp);
    return answerOf(next);
  },
});
