import type { DutyVersion, LegalDuty, Stage } from '../duty.ts';
import { optional, required } from '../fields.ts';
import {
  dayBeforeRegulation,
  fieldsVerification,
  frameVerification,
  lawFrom,
  lawVerification,
  notification,
  regulationFrom,
  transition,
} from './law.ts';
import { significance } from './significance.ts';

const stage: Stage = {
  key: notification.stage,
  title: { sv: 'Incidentanmälan', en: 'Incident notification' },
  term: 'cyberNotification',
  termFor: { role: 'trustServiceProvider', term: 'cyberNotificationTrust' },
  start: 'knowledge',
  recipient: 'csirt',
  fields: [
    required('update', 'Det som ändrats sedan upplysningen', 'What has changed since the early warning'),
    required(
      'severity',
      'Första bedömning av allvar och påverkan',
      'First assessment of severity and impact',
    ),
    optional('indicators', 'Tecken på angrepp', 'Indicators of compromise'),
  ],
  fieldsVerification: frameVerification,
};

const law: Omit<DutyVersion, 'from' | 'until' | 'stages'> = {
  governedBy: 'knowledge',
  transition,
  citation: ['Cybersäkerhetslagen (2025:1506) 2 kap. 6 §'],
  verification: lawVerification,
  exceptions: null,
  arises: significance,
};

/** The notification of a significant incident, within 72 hours; within 24 for who offers trust services. */
export const incidentNotification: LegalDuty = {
  id: notification.duty,
  number: 'C2',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Incidentanmälan', en: 'Incident notification' },
  when: {
    sv: 'När incidenten är betydande, på samma grund som upplysningen.',
    en: 'When the incident is significant, on the same ground as the early warning.',
  },
  what: {
    sv: 'Anmäl incidenten så snart det går, senast 72 timmar efter att ni fick kännedom. Den som erbjuder betrodda tjänster har 24 timmar.',
    en: 'Notify the incident as soon as possible, at the latest 72 hours after you came to know. Who offers trust services has 24 hours.',
  },
  versions: [
    { ...law, from: lawFrom, until: dayBeforeRegulation, stages: [stage] },
    {
      ...law,
      from: regulationFrom,
      until: null,
      citation: [...law.citation, 'MCFFS 2026:8'],
      stages: [
        {
          ...stage,
          fields: [
            required(
              'update',
              'Det som ändrats sedan upplysningen',
              'What has changed since the early warning',
            ),
            required('occurredAt', 'När den inträffade', 'When it happened'),
            required('endedAt', 'När den upphörde, eller väntas upphöra', 'When it ended, or is expected to'),
            required('cause', 'Bedömd orsak', 'Assessed cause'),
            required('systemEffect', 'Påverkan på system', 'Effect on systems'),
            optional('indicators', 'Tecken på angrepp', 'Indicators of compromise'),
            optional(
              'informationEffect',
              'Påverkan på skyddsvärd information',
              'Effect on protected information',
            ),
            required('measures', 'Åtgärder som vidtagits', 'Measures taken'),
            required('remainingRisks', 'Risker som finns kvar', 'Remaining risks'),
          ],
          fieldsVerification,
        },
      ],
    },
  ],
};
