import { action } from '../../../kernel/action.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { Fields } from '../../../kernel/schema.ts';
import { incomingMail } from '../../../mail/imap.ts';
import { queueMails } from '../../../mail/mail.store.ts';
import { theInstallation } from '../../../people/signin/installation.ts';
import { readSetting } from '../../../settings/setting.store.ts';
import { answerTo } from './answer.ts';
import { largestLetter } from './letter.ts';
import { inFolder } from './mailbox.ts';
import { mailIntakeAccess } from './mail-intake.access.ts';
import { intakeInput, type LookOutcome, setIntake, settleInput, settleLetter } from './mail-intake.ts';
import { enterLetter, isSettled, lately, readIntake, saveIntake } from './mail-intake.store.ts';

export const setMailIntake = action({
  name: 'mailIntake.set',
  on: 'register',
  permission: mailIntakeAccess.set,
  readable: mailIntakeAccess.read,
  input: intakeInput,
  refusals: ['sameFolder', 'nothingChanged'],
  load: (transaction) => readIntake(transaction),
  keys: () => ({}),
  decide: setIntake,
  save: async (transaction, _before, next, stamp) => {
    await saveIntake(transaction, next, stamp);
    return { id: next.id, version: next.version };
  },
});

/** Notes what came of a letter, and queues the answer in the same breath: once for its place in the mailbox. */
export const settle = action({
  name: 'mailIntake.settle',
  on: 'register',
  permission: mailIntakeAccess.settle,
  readable: mailIntakeAccess.read,
  input: settleInput,
  refusals: ['alreadySettled'],
  constraints: { incoming_letter_place: 'alreadySettled', incoming_letter_once: 'alreadySettled' },
  load: async (transaction, { input, circumstances: { now } }) => ({
    isSettled: await isSettled(transaction, input),
    lately: await lately(transaction, input.sender, now),
  }),
  keys: () => ({}),
  decide: settleLetter,
  save: async (transaction, _loaded, { code, ...next }, stamp) => {
    await enterLetter(transaction, next, stamp.at);
    if (next.isAnswered) {
      const setting = await readSetting(transaction);
      const frame = {
        language: setting?.language ?? 'sv',
        municipality: setting?.municipality ?? '',
        publicUrl: theInstallation().publicUrl,
        largest: largestLetter,
      };
      await queueMails(transaction, [answerTo({ ...next, code }, frame)], stamp.at);
    }
    return { id: next.id };
  },
});

/** A stranger's server may think for long: one look at a time. */
const turns = new Turns({ atOnce: 1, waiting: 0, each: 1 });

/** Opens the mailbox, and reads nothing in it. */
export const testIntake = action({
  name: 'mailIntake.test',
  on: 'register',
  permission: mailIntakeAccess.test,
  readable: mailIntakeAccess.read,
  input: Fields({}),
  refusals: [],
  prepare: (db, { circumstances: { actor } }) =>
    turns.take(actor.credentialId ?? actor.kind, async () => {
      const settings = incomingMail();
      const { folder } = await readIntake(db);
      const outcome: LookOutcome =
        settings === null ? 'noServer' : await inFolder(settings, folder, () => Promise.resolve());
      return { outcome };
    }),
  load: (_transaction, _request, looked) => Promise.resolve(looked),
  keys: () => ({}),
  decide: ({ outcome }) => ({
    next: outcome,
    event: { kind: 'mailIntake.tested', record: null, concerns: [], data: { outcome, concerns: [] } },
  }),
  save: (_transaction, _loaded, outcome) => Promise.resolve({ outcome }),
});
