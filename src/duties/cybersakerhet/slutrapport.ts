import type { Circumstance, Ground, LegalDuty } from '../duty.ts';
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

/** The final report, one month after the notification was sent, of an incident that is over by then. */
export const finalReporting: LegalDuty = {
  id: finalReport.duty,
  number: 'C4',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Slutrapport', en: 'Final report' },
  when: {
    sv: 'Alltid efter en incidentanmälan, när incidenten är över.',
    en: 'Always after an incident notification, when the incident is over.',
  },
  what: {
    sv: 'Lämna slutrapporten inom en månad från den dag då incidentanmälan skickades. Pågår incidenten då, lämnas en lägesrapport i stället.',
    en: 'Give the final report within one month of the day the notification was sent. If the incident still goes on then, give a progress report instead.',
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
          key: finalReport.stage,
          title: { sv: 'Slutrapport', en: 'Final report' },
          term: 'cyberFinal',
          start: 'delivery',
          after: notification,
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
  const dueAt = finalDueAt(circumstance);
  if (ground.verdict === 'doesNotArise' || dueAt === null) return ground;
  // A final report that has been sent is never hidden, whatever the case says of the incident.
  if (deliveryOf(circumstance, finalReport.duty, finalReport.stage) !== null)
    return { ...ground, because: { code: 'followsNotification' } };
  if (goesOnAtFinal(circumstance, dueAt)) return none({ code: 'stillGoingOn' });
  return { ...ground, because: { code: 'followsNotification' } };
}
