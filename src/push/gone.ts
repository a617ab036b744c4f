import type { Transaction } from '../kernel/db.ts';
import type { PersonId } from '../kernel/ids.ts';
import { pickTexts } from '../kernel/texts.ts';
import { queueMails } from '../mail/mail.store.ts';
import { compose } from '../mail/message.ts';
import { isAddress } from '../mail/smtp.ts';
import { theInstallation } from '../people/signin/installation.ts';
import { readSetting } from '../settings/setting.store.ts';
import { devicesOf, devicesOfSessions, endDevices } from './push-device.store.ts';
import { pushTexts } from './push-device.texts.ts';

/**
 * Removes devices that their services say are no more, and tells their owners by mail: whoever believes that her telephone wakes her
 * must not learn otherwise in the morning.
 */
export async function removeGone(transaction: Transaction, ids: readonly string[], at: Date): Promise<void> {
  const gone = await endDevices(transaction, ids, 'gone', at);
  if (gone.length === 0) return;
  const setting = await readSetting(transaction);
  const mails = gone.flatMap(({ name, personId, email, language: own }) => {
    if (email === null || !isAddress(email)) return [];
    const language = own ?? setting?.language ?? 'sv';
    const texts = pickTexts(pushTexts, language).goneMail;
    const draft = {
      kind: 'deviceGone',
      address: email,
      personId,
      language,
      subject: texts.subject,
      paragraphs: [texts.text(name), texts.again],
      verbatim: null,
      link: { label: texts.link, url: `${theInstallation().publicUrl}/mitt-konto/aviseringar` },
      because: texts.because,
      attachment: null,
    } as const;
    return [compose(draft, setting?.municipality ?? '')];
  });
  await queueMails(transaction, mails, at);
}

/** The same with the devices that were added with sessions which have been ended, other than by signing out on the device itself. */
export async function removeOfSessions(
  transaction: Transaction,
  sessions: readonly string[],
  at: Date,
): Promise<void> {
  await removeGone(transaction, await devicesOfSessions(transaction, sessions), at);
}

/** The same with all of somebody's devices: of an account that has been won back, nobody knows who added them. */
export async function removeAllOf(transaction: Transaction, personId: PersonId, at: Date): Promise<void> {
  const devices = await devicesOf(transaction, personId, at);
  const standing = devices.filter(({ goneAt }) => goneAt === null);
  await removeGone(
    transaction,
    standing.map(({ id }) => id),
    at,
  );
}
