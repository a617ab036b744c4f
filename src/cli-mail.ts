import type { CliTexts } from './cli.texts.ts';
import type { Configuration } from './configuration.ts';
import { pickTexts } from './kernel/texts.ts';
import { mailboxOf } from './mail/imap.ts';
import { mailTexts } from './mail/mail.texts.ts';
import { tryTransport } from './mail/transport.ts';
import { inFolder } from './registers/incidents/mail-intake/mailbox.ts';
import { mailIntakeTexts } from './registers/incidents/mail-intake/mail-intake.texts.ts';

/** How a server of mail is, in words. */
interface MailStanding {
  readonly line: string;
  readonly works: boolean;
}

/**
 * Signs in to the servers of mail that are set, sends nothing and reads nothing. Which folder is read stands in the database, which
 * may be what does not work: the inbox is opened instead.
 */
export async function tryMail(
  { smtp, imap, language }: Configuration,
  words: CliTexts['doctor'],
): Promise<readonly MailStanding[]> {
  const told: MailStanding[] = [];
  if (smtp !== null) {
    const { outcome } = await tryTransport(smtp);
    const works = outcome === 'accepted';
    const how = works ? words.signedIn : pickTexts(mailTexts, language).outcomes[outcome];
    told.push({ line: `${words.mailServer}: ${how}`, works });
  }
  if (imap !== null) {
    const outcome = await inFolder(mailboxOf(imap), 'INBOX', () => Promise.resolve());
    const works = outcome === 'read';
    const how = works ? words.signedIn : pickTexts(mailIntakeTexts, language).looks[outcome];
    told.push({ line: `${words.mailbox}: ${how}`, works });
  }
  return told;
}
