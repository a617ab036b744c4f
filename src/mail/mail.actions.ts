import { action } from '../kernel/action.ts';
import { Fields } from '../kernel/schema.ts';
import { municipalityName } from '../settings/setting.store.ts';
import { mailAccess } from './mail.access.ts';
import { addressOf, lockMails, queueMails, saveSettled } from './mail.store.ts';
import { removeGone } from '../push/gone.ts';
import { touchDevices } from '../push/push-device.store.ts';
import {
  type MailOutcome,
  noteReturnInput,
  returnMails,
  settleInput,
  settleMails,
  testMail,
} from './mail.ts';

export const settle = action({
  name: 'mail.settle',
  on: 'register',
  permission: mailAccess.settle,
  readable: mailAccess.read,
  input: settleInput,
  refusals: ['alreadySettled'],
  load: (transaction, { input }) =>
    lockMails(
      transaction,
      input.mails.map((mail) => mail.id),
      'queued',
    ),
  keys: () => ({}),
  decide: (mails, input, circumstances) => settleMails(mails, input, circumstances),
  save: async (transaction, _mails, next, stamp) => {
    await saveSettled(transaction, next);
    const devicesWith = (outcome: MailOutcome) =>
      next.flatMap((one) => (one.deviceId !== null && one.outcome === outcome ? [one.deviceId] : []));
    await removeGone(transaction, devicesWith('gone'), stamp.at);
    await touchDevices(transaction, devicesWith('accepted'), stamp.at);
    return {};
  },
});

export const noteReturn = action({
  name: 'mail.noteReturn',
  on: 'register',
  permission: mailAccess.settle,
  readable: mailAccess.read,
  input: noteReturnInput,
  refusals: ['notSent'],
  load: (transaction, { input }) => lockMails(transaction, input.mails, 'sent'),
  keys: () => ({}),
  decide: (mails, input, circumstances) => returnMails(mails, input, circumstances),
  save: async (transaction, _mails, next) => {
    await saveSettled(transaction, next);
    return {};
  },
});

export const test = action({
  name: 'mail.test',
  on: 'register',
  permission: mailAccess.test,
  readable: mailAccess.read,
  input: Fields({}),
  refusals: ['noAddress'],
  load: async (transaction, { circumstances: { actor } }) => ({
    address: actor.personId === null ? null : await addressOf(transaction, actor.personId),
    municipality: await municipalityName(transaction),
  }),
  keys: () => ({}),
  decide: (asker, _input, circumstances) => testMail(asker, circumstances),
  save: async (transaction, _asker, next, stamp) => {
    const [id = ''] = await queueMails(transaction, [next], stamp.at);
    return { id };
  },
});
