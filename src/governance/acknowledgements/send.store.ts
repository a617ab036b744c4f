import type { Stamp } from '../../kernel/action.ts';
import { dayOf } from '../../kernel/calendar.ts';
import type { Transaction } from '../../kernel/db.ts';
import { queueMails } from '../../mail/mail.store.ts';
import { isAddress } from '../../mail/smtp.ts';
import { theInstallation } from '../../people/signin/installation.ts';
import { hashSecret, newSecret } from '../../people/signin/secrets.ts';
import { type Invited, invitationMail, type MailedCampaign } from './invitation-mail.ts';
import { insertLinks, type SentLink, type ToSend } from './recipient.store.ts';

/** Recipients as they come to be sent something, and what the mails say. */
export interface Sending {
  readonly recipients: readonly ToSend[];
  readonly campaigns: ReadonlyMap<string, MailedCampaign>;
  readonly municipality: string;
}

/**
 * Queues a mail to each who has an address, with a secret of her own in it, and remembers that it was done: both in the
 * transaction of the event, so that a process that dies has done both or neither. Of the secret only the hash is kept. Several
 * recipients that are the same person, next to each other, share one mail.
 */
export async function sendAll(
  transaction: Transaction,
  kind: 'first' | 'reminder' | 'byHand',
  { recipients, campaigns, municipality }: Sending,
  stamp: Stamp,
): Promise<void> {
  const links: SentLink[] = [];
  const bundles: [Invited, ...Invited[]][] = [];
  for (const recipient of recipients) {
    const { recipientId, number, address } = recipient;
    const campaign = campaigns.get(recipient.campaignId);
    if (campaign === undefined || address === null || !isAddress(address)) {
      links.push({ recipientId, number, tokenHash: null, address: null });
      continue;
    }
    const token = newSecret();
    links.push({ recipientId, number, tokenHash: hashSecret(token), address });
    const invited: Invited = { recipient: { ...recipient, address }, campaign, token };
    const last = bundles.at(-1);
    const isSame =
      last !== undefined && recipient.personId !== null && last[0].recipient.personId === recipient.personId;
    if (isSame) last.push(invited);
    else bundles.push([invited]);
  }
  const from = { municipality, publicUrl: theInstallation().publicUrl };
  const sort = kind === 'first' ? 'first' : 'reminder';
  const mails = bundles.map((bundle) => invitationMail(bundle, sort, from));
  await insertLinks(transaction, kind, links, dayOf(stamp.at), stamp.at);
  await queueMails(transaction, mails, stamp.at);
}
