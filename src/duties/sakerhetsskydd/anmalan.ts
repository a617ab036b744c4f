import type { LegalDuty } from '../duty.ts';
import { byAnswer } from '../grounds.ts';
import { ordinanceFrom, ordinanceVerification, transition } from './law.ts';

/** A security-threatening event. Only that it was reported is kept here, and nothing of what happened. */
export const securityEventIsReported: LegalDuty = {
  id: 'sakerhetsskydd/anmalan',
  number: 'S1',
  track: 'sakerhetsskydd',
  binding: 'law',
  role: null,
  title: { sv: 'Anmäl en säkerhetshotande händelse', en: 'Report a security-threatening event' },
  when: {
    sv: 'När en säkerhetsskyddsklassificerad uppgift kan ha röjts, när en it-incident allvarligt kan påverka ett system av betydelse för säkerhetskänslig verksamhet, eller vid annan allvarlig säkerhetshotande verksamhet.',
    en: 'When classified information may have been disclosed, when an IT incident can seriously affect a system of importance to Sweden’s security, or at other serious activity that threatens it.',
  },
  what: {
    sv: 'Kontakta säkerhetsskyddschefen genast. Anmälan görs skyndsamt till Säkerhetspolisen, på godkänt sätt. Skriv inget om händelsen i Värna.',
    en: 'Contact the head of protective security at once. The report goes to the Security Service without delay, in an approved way. Write nothing of the event in Värna.',
  },
  versions: [
    {
      from: ordinanceFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Säkerhetsskyddsförordningen (2021:955) 2 kap. 4 §'],
      verification: ordinanceVerification,
      exceptions: null,
      stages: [
        {
          key: 'report',
          title: { sv: 'Anmälan', en: 'Report' },
          term: 'protectiveSecurity',
          start: 'knowledge',
          recipient: 'securityPolice',
          fields: [],
          fieldsVerification: null,
        },
      ],
      arises: (circumstance) => byAnswer(circumstance, 'protectiveSecurity'),
    },
  ],
};
