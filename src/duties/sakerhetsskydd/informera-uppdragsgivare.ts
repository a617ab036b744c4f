import type { LegalDuty } from '../duty.ts';
import { byAnswer } from '../grounds.ts';
import { ordinanceFrom, ordinanceVerification, transition } from './law.ts';

/** Clients are told of a security-threatening event, by who delivers to their activity. */
export const securityClientsAreTold: LegalDuty = {
  id: 'sakerhetsskydd/informera-uppdragsgivare',
  number: 'S2',
  track: 'sakerhetsskydd',
  binding: 'law',
  role: 'supplier',
  title: { sv: 'Informera uppdragsgivare', en: 'Tell your clients' },
  when: {
    sv: 'När den som drabbats av en säkerhetshotande händelse levererar till en annan säkerhetskänslig verksamhet.',
    en: 'When whoever is hit by a security-threatening event delivers to another activity of importance to Sweden’s security.',
  },
  what: {
    sv: 'Informera de uppdragsgivare som berörs i samband med anmälan, på godkänt sätt. Skriv inget om händelsen i Värna.',
    en: 'Tell the clients concerned together with the report, in an approved way. Write nothing of the event in Värna.',
  },
  versions: [
    {
      from: ordinanceFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Säkerhetsskyddsförordningen (2021:955) 2 kap. 5 §'],
      verification: ordinanceVerification,
      exceptions: null,
      stages: [
        {
          key: 'clients',
          title: { sv: 'Information till uppdragsgivarna', en: 'Message to the clients' },
          term: 'protectiveSecurity',
          start: 'knowledge',
          recipient: 'securityClients',
          fields: [],
          fieldsVerification: null,
        },
      ],
      arises: (circumstance) => byAnswer(circumstance, 'protectiveSecurity'),
    },
  ],
};
