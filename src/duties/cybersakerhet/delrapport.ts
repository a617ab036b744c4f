import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { met, none } from '../grounds.ts';
import { frameVerification, lawFrom, lawVerification, transition } from './law.ts';

const id = 'cybersakerhet/delrapport';

/** A report on the way, only when the recipient asks for one. */
export const interimReport: LegalDuty = {
  id,
  number: 'C3',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Delrapport på begäran', en: 'Interim report on request' },
  when: {
    sv: 'När mottagaren av anmälan begär en delrapport.',
    en: 'When the recipient of the notification asks for an interim report.',
  },
  what: {
    sv: 'Lämna de uppgifter om läget som begärs, inom den tid som står i begäran.',
    en: 'Give the facts on the state of things that are asked for, within the time that the request says.',
  },
  versions: [
    {
      from: lawFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Cybersäkerhetslagen (2025:1506) 2 kap. 7 §'],
      verification: lawVerification,
      exceptions: null,
      stages: [
        {
          key: 'interim',
          title: { sv: 'Delrapport', en: 'Interim report' },
          term: 'cyberRequest',
          start: 'request',
          recipient: 'csirt',
          fields: [required('status', 'Läget, det som begärts', 'The state of things, as asked for')],
          fieldsVerification: frameVerification,
        },
      ],
      arises: ({ facts, party }) =>
        facts.requests.some((one) => one.duty === id && one.partyId === party.id)
          ? met({ code: 'authorityAsked' })
          : none({ code: 'notAskedYet' }),
    },
  ],
};
