import type { DutyVersion, LegalDuty, Stage } from '../duty.ts';
import { optional, required } from '../fields.ts';
import {
  dayBeforeRegulation,
  fieldsVerification,
  frameVerification,
  lawFrom,
  lawVerification,
  regulationFrom,
  transition,
} from './law.ts';
import { significance } from './significance.ts';

const stage: Stage = {
  key: 'earlyWarning',
  title: { sv: 'Upplysning', en: 'Early warning' },
  term: 'cyberEarlyWarning',
  start: 'knowledge',
  recipient: 'csirt',
  fields: [
    required(
      'suspectedUnlawful',
      'Misstänks en olaglig eller fientlig handling?',
      'Is an unlawful or hostile act suspected?',
    ),
    required('crossBorder', 'Kan andra länder påverkas?', 'Can other countries be affected?'),
  ],
  fieldsVerification: frameVerification,
};

const law: Omit<DutyVersion, 'from' | 'until' | 'stages'> = {
  governedBy: 'knowledge',
  transition,
  citation: [
    'Cybersäkerhetslagen (2025:1506) 2 kap. 5 §',
    'Cybersäkerhetsförordningen (2025:1507) 6 och 31 §§',
  ],
  verification: lawVerification,
  exceptions: null,
  arises: significance,
};

/** The first word of a significant incident, within 24 hours. */
export const earlyWarning: LegalDuty = {
  id: 'cybersakerhet/upplysning',
  number: 'C1',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Upplysning om en betydande incident', en: 'Early warning of a significant incident' },
  when: {
    sv: 'När en incident har orsakat, eller kan orsaka, en allvarlig driftsstörning eller ekonomisk skada, eller betydande skada för andra.',
    en: 'When an incident has caused, or can cause, a serious disturbance or economic harm, or considerable harm to others.',
  },
  what: {
    sv: 'Ge en första upplysning så snart det går, senast 24 timmar efter att ni fick kännedom. Det räcker med det ni vet då.',
    en: 'Give a first warning as soon as possible, at the latest 24 hours after you came to know. What you know then is enough.',
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
            required('organisation', 'Organisationens namn', 'Name of the organisation'),
            required('organisationNumber', 'Organisationsnummer', 'Organisation number'),
            required('contact', 'Kontaktuppgifter', 'Contact details'),
            required('ongoing', 'Pågår incidenten?', 'Is the incident going on?'),
            required('events', 'Vad som har hänt', 'What has happened'),
            required('detectedAt', 'När den upptäcktes', 'When it was detected'),
            required('detectedHow', 'Hur den upptäcktes', 'How it was detected'),
            required(
              'suspectedUnlawful',
              'Misstänks en olaglig eller fientlig handling?',
              'Is an unlawful or hostile act suspected?',
            ),
            optional('supplier', 'Började den hos en leverantör?', 'Did it begin at a supplier?'),
            required('activityEffect', 'Hur verksamheten påverkas', 'How the activity is affected'),
            required('consequences', 'Följder, eller befarade följder', 'Consequences, or feared ones'),
            optional('crossBorder', 'Påverkan på andra länder', 'Effect on other countries'),
          ],
          fieldsVerification,
        },
      ],
    },
  ],
};
