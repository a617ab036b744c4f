import type { Circumstance, Ground, LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { met, needed, none, openGround } from '../grounds.ts';
import { regulationFrom, regulationVerification, transition } from './law.ts';

/** The people concerned are told when the risk to them is likely to be high. */
export const peopleAreTold: LegalDuty = {
  id: 'dataskydd/informera-registrerade',
  number: 'G3',
  track: 'dataskydd',
  binding: 'law',
  role: 'controller',
  title: { sv: 'Informera de människor som berörs', en: 'Tell the people concerned' },
  when: {
    sv: 'När incidenten sannolikt leder till en hög risk för människors rättigheter och friheter.',
    en: 'When the breach is likely to result in a high risk to people’s rights and freedoms.',
  },
  what: {
    sv: 'Informera dem utan onödigt dröjsmål, på klart och enkelt språk: vad som hänt, vem de kan fråga, sannolika följder, åtgärder och råd.',
    en: 'Tell them without undue delay, in clear and plain language: what happened, whom to ask, likely consequences, measures and advice.',
  },
  versions: [
    {
      from: regulationFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Dataskyddsförordningen (EU) 2016/679 artikel 34'],
      verification: regulationVerification,
      exceptions: {
        sv: 'Artikel 34.3: uppgifterna var oläsbara, till exempel krypterade; senare åtgärder har tagit bort den höga risken; eller det skulle kräva en orimlig insats, och då informeras allmänheten i stället.',
        en: 'Article 34.3: the data were unreadable, for instance encrypted; later measures removed the high risk; or it would take a disproportionate effort, and then the public is told instead.',
      },
      stages: [
        {
          key: 'people',
          title: { sv: 'Information till de berörda', en: 'Message to those concerned' },
          term: 'breachPeople',
          start: 'knowledge',
          recipient: 'dataSubjects',
          fields: [
            required('nature', 'Vad som har hänt', 'What has happened'),
            required(
              'contact',
              'Dataskyddsombud eller annan kontakt',
              'Data protection officer or another contact',
            ),
            required('consequences', 'Sannolika följder', 'Likely consequences'),
            required(
              'measures',
              'Åtgärder, och råd till den som berörs',
              'Measures, and advice to those concerned',
            ),
          ],
          fieldsVerification: regulationVerification,
        },
      ],
      arises: highRiskToPeople,
    },
  ],
};

/** Is a high risk to people likely? What is less, but no unlikely risk, takes a decision. */
export function highRiskToPeople(circumstance: Circumstance): Ground {
  const open = openGround(circumstance, 'personalData');
  if (open !== null) return open;
  if (circumstance.answer('personalData') === 'no')
    return none({ code: 'noPersonalData', question: 'personalData' });
  // An unlikely risk cannot be a high one: the decision on the notification covers this too.
  if (circumstance.answer('riskToPeople') === 'no')
    return none({ code: 'unlikelyRisk', question: 'riskToPeople' });
  const question = 'highRisk';
  const unsure = openGround(circumstance, question);
  if (unsure !== null) return unsure;
  return circumstance.answer(question) === 'yes'
    ? met({ code: 'answeredYes', question })
    : needed({ code: 'judgedNotHighRisk', question });
}
