import { action } from '../../../kernel/action.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import { formatMoment, formatNumber } from '../../../kernel/format.ts';
import { Fields } from '../../../kernel/schema.ts';
import { type Language, pickTexts } from '../../../kernel/texts.ts';
import { queueMails } from '../../../mail/mail.store.ts';
import { type ComposedMail, compose } from '../../../mail/message.ts';
import { reachable } from '../../../mail/smtp.ts';
import { theInstallation } from '../../../people/signin/installation.ts';
import { readSetting } from '../../../settings/setting.store.ts';
import { readIncidentSetting } from '../file.store.ts';
import { incidentAccess } from '../incident.access.ts';
import { incidentTexts } from '../incident.texts.ts';
import { type NextNotices, tellOfReports } from './notice.ts';
import { type Addressee, enterNotices, holdersOf, lastToldAt, untoldReports } from './notice.store.ts';

/**
 * Tells those who triage that reports have come. Only Värna itself does; that each is told of once is a row in the transaction that
 * queues the mails, which no two processes can both write.
 */
export const announce = action({
  name: 'incident.announceReports',
  on: 'register',
  permission: incidentAccess.wake,
  readable: incidentAccess.read,
  input: Fields({}),
  refusals: ['nothingNew'],
  // It is looked twice a minute; that there was nothing new is nothing to tell.
  untold: ['nothingNew'],
  constraints: { incident_notice_once: 'nothingNew' },
  keys: () => ({}),
  load: async (transaction) => {
    const untold = await untoldReports(transaction);
    return { untold, toldAt: untold.length === 0 ? null : await lastToldAt(transaction) };
  },
  decide: (loaded, _input, circumstances) => tellOfReports(loaded, circumstances),
  save: async (transaction, _loaded, next, stamp) => {
    await enterNotices(transaction, next.notices, stamp);
    const { noticeTo } = await readIncidentSetting(transaction);
    const holders = await holdersOf(transaction, noticeTo, dayOf(stamp.at));
    const setting = await readSetting(transaction);
    const frame = { language: setting?.language ?? 'sv', municipality: setting?.municipality ?? '' };
    const mails = reachable(holders).map((one) => mailTo(one, next, frame));
    await queueMails(transaction, mails, stamp.at);
    return { told: next.notices.length };
  },
});

/** Says how many have come and when, and nothing of what: a mail is read by whoever passes the screen. */
function mailTo(
  { personId, address }: Addressee,
  { notices, firstAt }: NextNotices,
  { language, municipality }: { readonly language: Language; readonly municipality: string },
): ComposedMail {
  const texts = pickTexts(incidentTexts, language).notice;
  const count = notices.length;
  const subject = count === 1 ? texts.one : texts.several(formatNumber(count, language));
  const moment = formatMoment(firstAt.toISOString(), language);
  return compose(
    {
      kind: 'newReport',
      address,
      personId,
      language,
      subject,
      paragraphs: [count === 1 ? texts.came(moment) : texts.firstCame(moment), texts.nothingMore],
      verbatim: null,
      link: { label: texts.link, url: `${theInstallation().publicUrl}/handelser?state=reported` },
      because: texts.because,
      attachment: null,
    },
    municipality,
  );
}
