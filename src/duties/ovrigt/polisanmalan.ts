import type { Circumstance, DutyVersion, Ground, LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { needed, none, openGround } from '../grounds.ts';

const version: Omit<DutyVersion, 'from' | 'until' | 'citation' | 'verification'> = {
  governedBy: 'knowledge',
  transition: {
    sv: 'En polisanmälan kan göras när som helst. Skyldigheten att uppmana till den började den 15 januari 2026.',
    en: 'A report to the police can be made at any time. The duty to urge to it began on 15 January 2026.',
  },
  exceptions: {
    sv: 'Ingen lag ålägger kommunen att anmäla. Det är ett val.',
    en: 'No law obliges the municipality to report. It is a choice.',
  },
  stages: [
    {
      key: 'police',
      title: { sv: 'Polisanmälan', en: 'Police report' },
      term: 'police',
      start: 'knowledge',
      recipient: 'police',
      fields: [
        required('events', 'Vad som har hänt', 'What has happened'),
        required('evidence', 'Bevis som är säkrade', 'Evidence that has been secured'),
      ],
      fieldsVerification: {
        state: 'unsettled',
        on: '2026-11-23',
        source: 'Ingen källa läst; ur allmän kunskap',
      },
    },
  ],
  arises,
};

/** A police report: no duty of a municipality, but one that it must be urged to. */
export const crimeIsReported: LegalDuty = {
  id: 'ovrigt/polisanmalan',
  number: 'B1',
  track: 'ovrigt',
  binding: 'urged',
  role: null,
  title: { sv: 'Överväg en polisanmälan', en: 'Consider a police report' },
  when: {
    sv: 'När ett brott kan ha begåtts. Det är ingen plikt, men den som tar emot en incidentanmälan ska uppmana till det.',
    en: 'When a crime may have been committed. It is no duty, but whoever receives an incident notification must urge to it.',
  },
  what: {
    sv: 'Bestäm om det ska polisanmälas, säkra bevis och skriv upp diarienumret.',
    en: 'Decide whether to report it to the police, secure evidence and note the case number.',
  },
  versions: [
    {
      ...version,
      from: '2007-06-01',
      until: '2026-01-14',
      citation: ['Brottsbalken 4 kap. 9 c §, om dataintrång'],
      verification: { state: 'unsettled', on: '2026-11-23', source: 'Ingen källa läst; ur allmän kunskap' },
    },
    {
      ...version,
      from: '2026-01-15',
      until: null,
      citation: [
        'Cybersäkerhetsförordningen (2025:1507) 33 § 4',
        'Brottsbalken 4 kap. 9 c §, om dataintrång',
      ],
      verification: {
        state: 'verifiedAgainstOfficialText',
        on: '2026-11-23',
        source: 'Cybersäkerhetsförordningen (2025:1507) som den utfärdades, läst i en arkiverad kopia',
      },
    },
  ],
};

function arises(circumstance: Circumstance): Ground {
  const question = 'crime';
  const open = openGround(circumstance, question);
  if (open !== null) return open;
  return circumstance.answer(question) === 'yes'
    ? needed({ code: 'urgedNotDemanded', question })
    : none({ code: 'answeredNo', question });
}
