import type { LegalDuty } from '../duty.ts';
import { optional, required } from '../fields.ts';
import { byAnswer } from '../grounds.ts';
import { frameVerification, lawFrom, lawVerification, transition } from './law.ts';

/** Those who use a service are told how to protect themselves from a significant cyber threat. */
export const threatIsTold: LegalDuty = {
  id: 'cybersakerhet/informera-om-cyberhot',
  number: 'C7',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Informera om ett betydande cyberhot', en: 'Tell of a significant cyber threat' },
  when: {
    sv: 'När ett betydande cyberhot kan drabba dem som använder tjänsten.',
    en: 'When a significant cyber threat may hit those who use the service.',
  },
  what: {
    sv: 'Berätta så snart det går hur de kan skydda sig, och om hotet när det är lämpligt.',
    en: 'Tell as soon as possible how they can protect themselves, and of the threat where appropriate.',
  },
  versions: [
    {
      from: lawFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Cybersäkerhetslagen (2025:1506) 2 kap. 10 §'],
      verification: lawVerification,
      exceptions: null,
      stages: [
        {
          key: 'threat',
          title: { sv: 'Information om hotet', en: 'Message on the threat' },
          term: 'cyberRecipients',
          start: 'knowledge',
          recipient: 'serviceRecipients',
          fields: [
            required(
              'protection',
              'Hur mottagarna kan skydda sig',
              'How the recipients can protect themselves',
            ),
            optional('threat', 'Vad hotet är', 'What the threat is'),
          ],
          fieldsVerification: frameVerification,
        },
      ],
      arises: (circumstance) => byAnswer(circumstance, 'cyberThreat'),
    },
  ],
};
