import type { Circumstance, Ground, LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { met, needed, none, openGround } from '../grounds.ts';
import { fieldsVerification, lawFrom, lawVerification, transition } from './law.ts';
import { significance } from './significance.ts';

/** Those who use a service are told when an incident is likely to disturb it. */
export const serviceRecipientsAreTold: LegalDuty = {
  id: 'cybersakerhet/informera-mottagare',
  number: 'C6',
  track: 'cybersakerhet',
  binding: 'law',
  role: 'coveredEntity',
  title: { sv: 'Informera dem som använder tjänsten', en: 'Tell those who use the service' },
  when: {
    sv: 'När en betydande incident sannolikt stör tjänsten för dem som använder den, om det är lämpligt att informera.',
    en: 'When a significant incident is likely to disturb the service for those who use it, if it is appropriate to tell.',
  },
  what: {
    sv: 'Berätta så snart det går vad som har hänt och hur det påverkar invånare och andra mottagare.',
    en: 'Tell as soon as possible what has happened and how it affects residents and other recipients.',
  },
  versions: [
    {
      from: lawFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Cybersäkerhetslagen (2025:1506) 2 kap. 9 §', 'MCFFS 2026:8'],
      verification: lawVerification,
      exceptions: {
        sv: 'Lagen kräver det bara när det är lämpligt, till exempel inte om informationen hjälper en angripare.',
        en: 'The law asks for it only where appropriate, for instance not if telling would help an attacker.',
      },
      stages: [
        {
          key: 'recipients',
          title: { sv: 'Information till mottagarna', en: 'Message to the recipients' },
          term: 'cyberRecipients',
          start: 'knowledge',
          recipient: 'serviceRecipients',
          fields: [
            required('events', 'Vad som har hänt', 'What has happened'),
            required('effect', 'Hur mottagarna påverkas', 'How the recipients are affected'),
          ],
          fieldsVerification: { ...fieldsVerification, state: 'unsettled' },
        },
      ],
      arises,
    },
  ],
};

function arises(circumstance: Circumstance): Ground {
  const ground = significance(circumstance);
  if (ground.verdict === 'doesNotArise') return ground;
  const question = 'serviceRecipients';
  if (circumstance.answer(question) === 'no') return none({ code: 'answeredNo', question });
  const open = openGround(circumstance, question);
  if (open !== null) return open;
  return ground.verdict === 'thresholdMet' ? met({ code: 'answeredYes', question }) : needed(ground.because);
}
