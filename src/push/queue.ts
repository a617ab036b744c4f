import type { Transaction } from '../kernel/db.ts';
import type { Language } from '../kernel/texts.ts';
import { queueNotices } from '../mail/mail.store.ts';
import { type Notice, payloadOf } from './notice.ts';
import { type WakeableDevice, wakeableDevices } from './push-device.store.ts';

/**
 * Puts a notice to each device of these people in the queue, in the words of each one's language and in the transaction of the event
 * that tells why. Who has no device is not woken so.
 */
export async function notify(
  transaction: Transaction,
  persons: readonly string[],
  words: (language: Language) => Notice,
  otherwise: Language,
  at: Date,
): Promise<void> {
  await queueFor(transaction, await wakeableDevices(transaction, persons), words, otherwise, at);
}

/** The same, to these devices. */
export async function queueFor(
  transaction: Transaction,
  devices: readonly WakeableDevice[],
  words: (language: Language) => Notice,
  otherwise: Language,
  at: Date,
): Promise<void> {
  const notices = devices.map(({ id, personId, service, language: own }) => {
    const language = own ?? otherwise;
    const notice = words(language);
    const { kind, title } = notice;
    return {
      kind,
      title,
      deviceId: id,
      personId,
      service,
      language,
      payload: payloadOf(notice, language),
    };
  });
  await queueNotices(transaction, notices, at);
}
