import { action } from '../../kernel/action.ts';
import type { LoadRequest } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { formatLongDate } from '../../kernel/format.ts';
import { Fields } from '../../kernel/schema.ts';
import { daysBetween } from '../../kernel/calendar.ts';
import { type Language, pickTexts } from '../../kernel/texts.ts';
import { queueMails } from '../../mail/mail.store.ts';
import { type ComposedMail, compose } from '../../mail/message.ts';
import { reachable } from '../../mail/smtp.ts';
import { theInstallation } from '../../people/signin/installation.ts';
import { readSetting } from '../../settings/setting.store.ts';
import { saveDeviation } from '../deviations/deviation.store.ts';
import { exceptionAccess } from './exception.access.ts';
import { loadException, saveException } from './exception.store.ts';
import type { Exception } from './exception.ts';
import { exceptionTexts } from './exception.texts.ts';
import { expireException, remindOfEnd } from './expiry.ts';
import { type Addressee, addresseesOf } from './expiry.store.ts';

interface Loaded {
  readonly row: Exception;
  readonly language: Language;
  readonly municipality: string;
}

async function load(transaction: Transaction, { id, scope }: LoadRequest<unknown>): Promise<Loaded | null> {
  const row = await loadException(transaction, id, scope);
  if (row === null) return null;
  const setting = await readSetting(transaction);
  return { row, language: setting?.language ?? 'sv', municipality: setting?.municipality ?? '' };
}

// Only Värna itself takes these steps, under no version: the lock on the row says whether there is still something to do.
const byItself = {
  on: 'record',
  permission: exceptionAccess.expire,
  readable: exceptionAccess.read,
  input: Fields({}),
  keys: () => ({}),
} as const;

export const expire = action({
  ...byItself,
  name: 'exception.expire',
  refusals: ['notOverrun'],
  load,
  decide: ({ row, language }, _input, circumstances) => expireException(row, language, circumstances),
  save: async (transaction, _loaded, { exception, deviation }, stamp) => {
    await saveException(transaction, exception, stamp);
    await saveDeviation(transaction, deviation, stamp);
    return { id: exception.id, version: exception.version };
  },
});

export const remind = action({
  ...byItself,
  name: 'exception.remind',
  refusals: ['notDue'],
  load: async (transaction, request) => {
    const loaded = await load(transaction, request);
    if (loaded === null) return null;
    const { today } = request.circumstances;
    return { ...loaded, today, addressees: await addresseesOf(transaction, loaded.row, today) };
  },
  decide: ({ row }, _input, circumstances) => remindOfEnd(row, circumstances),
  save: async (transaction, { addressees, today, ...loaded }, next, stamp) => {
    await saveException(transaction, next, stamp);
    const mails = reachable(addressees).map((addressee) => reminderTo(addressee, loaded, today));
    await queueMails(transaction, mails, stamp.at);
    return { id: next.id, version: next.version };
  },
});

/** What is secret is not called by its name in a mail. */
function reminderTo(
  { personId, address }: Addressee,
  { row, language, municipality }: Loaded,
  today: string,
): ComposedMail {
  const texts = pickTexts(exceptionTexts, language).mail;
  const left = daysBetween(today, row.endsOn);
  return compose(
    {
      kind: 'exceptionEnding',
      address,
      personId,
      language,
      subject: row.secrecyProvisions.length > 0 ? texts.secretSubject : texts.subject(row.title),
      paragraphs: [texts.what(formatLongDate(row.endsOn, language), String(left)), texts.act],
      verbatim: null,
      link: { label: texts.link, url: `${theInstallation().publicUrl}/undantag/${row.id}` },
      because: texts.because,
      attachment: null,
    },
    municipality,
  );
}
