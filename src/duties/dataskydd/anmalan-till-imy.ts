import type { Circumstance, Ground, LegalDuty } from '../duty.ts';
import { optional, required } from '../fields.ts';
import { met, needed, none, openGround } from '../grounds.ts';
import { regulationFrom, regulationVerification, transition } from './law.ts';

/** Each controller notifies a personal data breach to the supervisory authority. */
export const breachIsNotified: LegalDuty = {
  id: 'dataskydd/anmalan-till-imy',
  number: 'G1',
  track: 'dataskydd',
  binding: 'law',
  role: 'controller',
  title: { sv: 'Anmäl personuppgiftsincidenten till IMY', en: 'Notify the breach to IMY' },
  when: {
    sv: 'Vid en personuppgiftsincident, om det inte är osannolikt att den leder till en risk för människors rättigheter och friheter.',
    en: 'At a personal data breach, unless it is unlikely to result in a risk to people’s rights and freedoms.',
  },
  what: {
    sv: 'Varje personuppgiftsansvarig anmäler för sig, utan onödigt dröjsmål och om möjligt inom 72 timmar. Kommer anmälan senare ska den säga varför. Uppgifter får lämnas i omgångar.',
    en: 'Each controller notifies for itself, without undue delay and where feasible within 72 hours. A later notification must say why. Facts may be given in phases.',
  },
  versions: [
    {
      from: regulationFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Dataskyddsförordningen (EU) 2016/679 artikel 33.1, 33.3 och 33.4'],
      verification: regulationVerification,
      exceptions: null,
      stages: [
        {
          key: 'notification',
          title: { sv: 'Anmälan till IMY', en: 'Notification to IMY' },
          term: 'breachNotification',
          start: 'knowledge',
          recipient: 'dataProtectionAuthority',
          fields: [
            required(
              'controller',
              'Personuppgiftsansvarig och organisationsnummer',
              'Controller and organisation number',
            ),
            required(
              'contact',
              'Dataskyddsombud eller annan kontakt',
              'Data protection officer or another contact',
            ),
            required('nature', 'Vad som har hänt', 'What has happened'),
            optional(
              'foundAt',
              'När den upptäcktes, började och slutade',
              'When it was found, began and ended',
            ),
            required(
              'peopleKinds',
              'Vilka grupper av människor som berörs',
              'Which groups of people are concerned',
            ),
            required('peopleCount', 'Ungefär hur många som berörs', 'About how many are concerned'),
            required('dataKinds', 'Vilka slags personuppgifter', 'Which kinds of personal data'),
            required('recordCount', 'Ungefär hur många uppgifter', 'About how many records'),
            required('consequences', 'Sannolika följder', 'Likely consequences'),
            optional(
              'severity',
              'Egen bedömning av allvaret för människor',
              'Own estimate of the severity for people',
            ),
            required('measures', 'Åtgärder som vidtagits eller planeras', 'Measures taken or planned'),
            optional(
              'peopleTold',
              'Har de berörda informerats, när, eller varför inte?',
              'Have those concerned been told, when, or why not?',
            ),
            optional('processor', 'Personuppgiftsbiträde som är inblandat', 'Processor involved'),
            optional(
              'crossBorder',
              'Berörs människor i andra länder?',
              'Are people in other countries concerned?',
            ),
            optional(
              'lateReason',
              'Varför anmälan kommer senare än 72 timmar',
              'Why it comes later than 72 hours',
            ),
          ],
          fieldsVerification: {
            state: 'reportedBySecondarySource',
            on: '2026-11-23',
            source:
              'Artikel 33.3 och en delvis läsbar kopia av IMY:s e-tjänst, vars formulär håller på att ändras',
          },
        },
      ],
      arises,
    },
  ],
};

function arises(circumstance: Circumstance): Ground {
  const open = openGround(circumstance, 'personalData');
  if (open !== null) return open;
  if (circumstance.answer('personalData') === 'no')
    return none({ code: 'noPersonalData', question: 'personalData' });
  const question = 'riskToPeople';
  const unsure = openGround(circumstance, question);
  if (unsure !== null) return unsure;
  // That a risk is unlikely is a judgement the controller must be able to show (artikel 33.5), so it is decided.
  return circumstance.answer(question) === 'yes'
    ? met({ code: 'answeredYes', question })
    : needed({ code: 'judgedUnlikelyRisk', question });
}
