import { formatLongDate } from '../../kernel/format.ts';
import { pickTexts } from '../../kernel/texts.ts';
import { type ComposedMail, compose } from '../../mail/message.ts';
import { campaignTexts } from './campaign.texts.ts';
import type { Campaign } from './campaign.ts';
import type { ToSend } from './recipient.store.ts';

/** Where personal links lead; the token follows. */
export const linkPath = '/k/';

/** What a mail says of a campaign. */
export type MailedCampaign = Pick<Campaign, 'title' | 'message' | 'closesOn'>;

/** One thing that somebody is asked to read, with the secret of her link to it. */
export interface Invited {
  readonly recipient: ToSend & { readonly address: string };
  readonly campaign: MailedCampaign;
  readonly token: string;
}

/**
 * The mail that asks somebody to read and acknowledge. A reminder of several campaigns is one mail with a link to each, so that
 * nobody gets a heap. Never empty: there is something to ask about.
 */
export function invitationMail(
  invited: readonly [Invited, ...Invited[]],
  kind: 'first' | 'reminder',
  from: { readonly municipality: string; readonly publicUrl: string },
): ComposedMail {
  const [{ recipient, campaign, token }, ...others] = invited;
  const { language } = recipient;
  const texts = pickTexts(campaignTexts, language).mail;
  const urlOf = (secret: string) => `${from.publicUrl}${linkPath}${secret}`;
  const asks = recipient.isChangeOnly ? texts.askChange : texts.ask;
  const paragraphs = [
    texts.greeting(recipient.name),
    kind === 'first' ? asks(campaign.title) : texts.remind(campaign.title),
    ...(kind === 'first' && campaign.message.trim() !== '' ? [campaign.message.trim()] : []),
    texts.lastDay(formatLongDate(campaign.closesOn, language)),
    ...others.map((other) => texts.also(other.campaign.title, urlOf(other.token))),
    texts.personal,
  ];
  return compose(
    {
      kind: 'acknowledgement',
      address: recipient.address,
      personId: recipient.personId,
      language,
      subject: (kind === 'first' ? texts.subject : texts.reminderSubject)(campaign.title),
      paragraphs,
      verbatim: null,
      link: { label: texts.link, url: urlOf(token) },
      because: recipient.personId === null ? texts.becauseParty : texts.because,
      attachment: null,
    },
    from.municipality,
  );
}
