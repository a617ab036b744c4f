import type { LegalDuty } from '../duty.ts';
import { optional, required } from '../fields.ts';
import { met, none, openGround } from '../grounds.ts';
import { regulationFrom, regulationVerification, transition } from './law.ts';

/** Every breach is recorded, whether it is notified or not. */
export const breachIsRecorded: LegalDuty = {
  id: 'dataskydd/incidentforteckning',
  number: 'G4',
  track: 'dataskydd',
  binding: 'law',
  role: 'controller',
  title: { sv: 'Dokumentera personuppgiftsincidenten', en: 'Record the breach' },
  when: {
    sv: 'Vid varje personuppgiftsincident, också den som inte anmäls.',
    en: 'At every personal data breach, also one that is not notified.',
  },
  what: {
    sv: 'Skriv in vad som hänt, varför, vilka uppgifter, följderna och åtgärderna, och skälen när ni inte anmäler eller inte informerar. IMY kan begära att få se den.',
    en: 'Enter what happened, why, which data, the effects and the measures, and the reasons when you do not notify or do not tell. IMY may ask to see it.',
  },
  versions: [
    {
      from: regulationFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Dataskyddsförordningen (EU) 2016/679 artikel 33.5'],
      verification: regulationVerification,
      exceptions: null,
      stages: [
        {
          key: 'record',
          title: { sv: 'Anteckning i incidentförteckningen', en: 'Entry in the breach record' },
          term: 'breachRecord',
          start: 'knowledge',
          recipient: 'ownRecord',
          fields: [
            required('facts', 'Vad som har hänt och varför', 'What has happened, and why'),
            required('effects', 'Följder', 'Effects'),
            required('measures', 'Åtgärder', 'Measures'),
            optional(
              'reasons',
              'Skäl till att inte anmäla eller informera',
              'Reasons for not notifying or telling',
            ),
          ],
          fieldsVerification: regulationVerification,
        },
      ],
      arises: (circumstance) => {
        const question = 'personalData';
        const open = openGround(circumstance, question);
        if (open !== null) return open;
        return circumstance.answer(question) === 'yes'
          ? met({ code: 'everyBreachIsRecorded', question })
          : none({ code: 'noPersonalData', question });
      },
    },
  ],
};
