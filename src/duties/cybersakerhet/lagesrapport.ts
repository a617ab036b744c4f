import type { Circumstance, Ground, LegalDuty } from '../duty.ts';
import { optional, required } from '../fields.ts';
import { none } from '../grounds.ts';
import { deliveryOf } from '../stages.ts';
import { finalFields } from './final-fields.ts';
import {
  fieldsVerification,
  finalDueAt,
  finalReport,
  goesOnAtFinal,
  lawFrom,
  lawVerification,
  notification,
  transition,
} from './law.ts';
import { significance } from './significance.ts';

/** A report on how things stand when an incident goes on, and the final report once it has been handled. */
export const progressReporting: LegalDuty = {
  id: 'cybersakerhet/lagesrapport',
  number: 'C5',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Lägesrapport och senare slutrapport', en: 'Progress report, and a final report later' },
  when: {
    sv: 'När incidenten fortfarande pågår en månad efter incidentanmälan.',
    en: 'When the incident still goes on one month after the notification.',
  },
  what: {
    sv: 'Lämna en lägesrapport den dag då slutrapporten annars skulle ha lämnats. Lämna slutrapporten inom en månad från att incidenten var hanterad.',
    en: 'Give a progress report on the day the final report would have been due. Give the final report within one month of the incident being handled.',
  },
  versions: [
    {
      from: lawFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: [
        'Cybersäkerhetslagen (2025:1506) 2 kap. 8 §',
        'Lagen (1930:173) om beräkning av lagstadgad tid',
      ],
      verification: lawVerification,
      exceptions: null,
      stages: [
        {
          key: 'progress',
          title: { sv: 'Lägesrapport', en: 'Progress report' },
          term: 'cyberFinal',
          start: 'delivery',
          after: notification,
          recipient: 'csirt',
          fields: [
            required('whyOngoing', 'Varför incidenten fortfarande pågår', 'Why the incident still goes on'),
            required('expectedDuration', 'Hur länge den väntas pågå', 'How long it is expected to go on'),
            required('continuedEffect', 'Fortsatt påverkan', 'Continued effect'),
            optional('indicators', 'Tecken på angrepp', 'Indicators of compromise'),
            required('nextUpdate', 'När nästa uppdatering kommer', 'When the next update comes'),
          ],
          fieldsVerification,
        },
        {
          key: 'finalAfterHandling',
          title: { sv: 'Slutrapport när incidenten är hanterad', en: 'Final report once handled' },
          term: 'cyberFinalAfterHandling',
          start: 'handled',
          recipient: 'csirt',
          fields: finalFields,
          fieldsVerification,
        },
      ],
      arises,
    },
  ],
};

function arises(circumstance: Circumstance): Ground {
  const ground = significance(circumstance);
  if (ground.verdict === 'doesNotArise') return ground;
  const dueAt = finalDueAt(circumstance);
  if (dueAt === null) return none({ code: 'notificationNotSent' });
  if (deliveryOf(circumstance, finalReport.duty, finalReport.stage) !== null)
    return none({ code: 'finalReportSent' });
  if (!goesOnAtFinal(circumstance, dueAt)) return none({ code: 'handledBeforeFinal' });
  return { ...ground, because: { code: 'stillGoingOn' } };
}
