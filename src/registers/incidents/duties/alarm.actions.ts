import { createHash } from 'node:crypto';
import { action } from '../../../kernel/action.ts';
import { formatMoment } from '../../../kernel/format.ts';
import { Fields } from '../../../kernel/schema.ts';
import { type Language, pickTexts } from '../../../kernel/texts.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import { queueMails } from '../../../mail/mail.store.ts';
import { type ComposedMail, compose } from '../../../mail/message.ts';
import { reachable } from '../../../mail/smtp.ts';
import { theInstallation } from '../../../people/signin/installation.ts';
import type { Notice } from '../../../push/notice.ts';
import { notify } from '../../../push/queue.ts';
import { readSetting } from '../../../settings/setting.store.ts';
import { caseFactsOf } from '../case-facts.ts';
import { readIncidentSetting } from '../file.store.ts';
import { incidentAccess } from '../incident.access.ts';
import { numberWord } from '../incident.ts';
import { loadCase } from '../incident.store.ts';
import { incidentTexts } from '../incident.texts.ts';
import { casePartsOf } from '../party.store.ts';
import { type RaisedAlarms, raiseAlarms } from './alarm.ts';
import { alarmsBy, enterAlarm, wokenAt } from './alarm.store.ts';
import { reportsOf } from './authority-report.store.ts';
import { runningClocks } from './clock.ts';

/**
 * Wakes those whom a case's clocks are for. Only Värna itself does, under no version: the lock on the case says whether there is
 * still something to raise, whichever process comes first. A legal clock keeps no quiet hours.
 */
export const alarm = action({
  name: 'incident.raiseAlarm',
  on: 'record',
  permission: incidentAccess.wake,
  readable: incidentAccess.read,
  input: Fields({}),
  refusals: ['notDue'],
  keys: () => ({}),
  load: async (transaction, { id, scope, circumstances: { now, today } }) => {
    const loaded = await loadCase(transaction, id, scope, today);
    if (loaded === null) return null;
    const { incident } = loaded;
    const facts = caseFactsOf(await casePartsOf(transaction, incident));
    const reports = await reportsOf(transaction, id);
    const { wakeAt } = await readIncidentSetting(transaction);
    const isClocked = incident.state !== 'reported' && incident.state !== 'merged';
    return {
      incident,
      clocks: isClocked ? runningClocks(facts, await readDutyData(transaction), reports, now) : [],
      raised: (await alarmsBy(transaction, [id])).get(id) ?? [],
      wakeAt,
      today,
    };
  },
  decide: (loaded, _input, circumstances) => raiseAlarms(loaded, circumstances),
  save: async (transaction, { incident, today }, next, stamp) => {
    for (const one of next.alarms) await enterAlarm(transaction, incident.id, one, stamp);
    const setting = await readSetting(transaction);
    const woken = await wokenAt(transaction, next.wakes, incident, today);
    const frame = { language: setting?.language ?? 'sv', municipality: setting?.municipality ?? '' };
    const mails = reachable(woken).map((one) => alarmTo(one, next.firstDueAt, frame));
    await queueMails(transaction, mails, stamp.at);
    const words = (language: Language) => noticeOf(next, language);
    const persons = woken.map(({ personId }) => personId);
    await notify(transaction, persons, words, frame.language, stamp.at);
    return { id: incident.id, version: incident.version };
  },
});

/** Says that a time runs out and not of what: a mail is read by whoever passes the screen. */
function alarmTo(
  { personId, address }: { readonly personId: string; readonly address: string },
  dueAt: string | null,
  { language, municipality }: { readonly language: Language; readonly municipality: string },
): ComposedMail {
  const texts = pickTexts(incidentTexts, language).alarm;
  const when = dueAt === null ? texts.atOnce : texts.due(formatMoment(dueAt, language));
  return compose(
    {
      kind: 'clock',
      address,
      personId,
      language,
      subject: when,
      paragraphs: [`${when} ${texts.act}`, texts.stops],
      verbatim: null,
      link: { label: texts.link, url: `${theInstallation().publicUrl}/klockor` },
      because: texts.because,
      attachment: null,
    },
    municipality,
  );
}

/** Says which case it is and how long is left; of a case with anything secret, only that a clock runs. */
function noticeOf({ incident, firstDueAt }: RaisedAlarms, language: Language): Notice {
  const texts = pickTexts(incidentTexts, language).alarm;
  const isOpen = !incident.secret && incident.secretParts.length === 0;
  return {
    kind: 'clock',
    title: texts.notice,
    body: (isOpen ? numberWord(incident.number) : null) ?? '',
    path: '/klockor',
    // What is on the device of an earlier step of the same case is replaced, without the case being named by it.
    tag: `klocka-${createHash('sha256').update(incident.id).digest('base64url').slice(0, 12)}`,
    dueAt: firstDueAt,
  };
}
