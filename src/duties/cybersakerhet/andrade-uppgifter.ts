import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { byAnswer } from '../grounds.ts';
import { lawFrom, lawVerification } from './law.ts';

/** Changes of what an operator has registered. */
export const registrationIsCurrent: LegalDuty = {
  id: 'cybersakerhet/andrade-uppgifter',
  number: 'C8',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Anmäl ändrade uppgifter', en: 'Report changed facts' },
  when: {
    sv: 'När något ni har anmält som verksamhetsutövare har ändrats, till exempel en kontaktperson eller ip-adresser.',
    en: 'When something you registered as an operator has changed, for instance a contact or IP addresses.',
  },
  what: {
    sv: 'Anmäl ändringen så snart det går, senast 14 dagar efter den.',
    en: 'Report the change as soon as possible, at the latest 14 days after it.',
  },
  versions: [
    {
      from: lawFrom,
      until: null,
      governedBy: 'registrationChange',
      transition: {
        sv: 'Reglerna som gällde den dag uppgifterna ändrades avgör.',
        en: 'The rules in force on the day the facts changed decide.',
      },
      citation: ['Cybersäkerhetslagen (2025:1506) 2 kap. 2 §', 'MCFFS 2026:1'],
      verification: lawVerification,
      exceptions: null,
      stages: [
        {
          key: 'change',
          title: { sv: 'Anmälan om ändring', en: 'Report of a change' },
          term: 'cyberRegistration',
          start: 'registrationChange',
          recipient: 'contactPoint',
          fields: [required('changed', 'De uppgifter som har ändrats', 'The facts that have changed')],
          fieldsVerification: {
            state: 'unsettled',
            on: '2026-11-23',
            source: 'MCFFS 2026:1, som vi inte har läst',
          },
        },
      ],
      arises: (circumstance) => byAnswer(circumstance, 'registrationChanged'),
    },
  ],
};
