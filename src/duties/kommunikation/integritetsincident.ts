import type { Circumstance, Ground, LegalDuty, Verification } from '../duty.ts';
import { required } from '../fields.ts';
import { byAnswer, none, openGround } from '../grounds.ts';

const verification: Verification = {
  state: 'reportedBySecondarySource',
  on: '2026-11-26',
  source:
    'PTS webbsida, kanske äldre än ändringarna den 15 januari 2026, och två sammanfattningar av förordningen',
};

/** Who offers a public communications service reports a breach to PTS. */
export const communicationsBreachIsReported: LegalDuty = {
  id: 'kommunikation/integritetsincident',
  number: 'P1',
  track: 'kommunikation',
  binding: 'law',
  role: 'communicationsProvider',
  title: { sv: 'Anmäl integritetsincidenten till PTS', en: 'Report the breach to PTS' },
  when: {
    sv: 'När den som erbjuder en allmänt tillgänglig elektronisk kommunikationstjänst – till exempel ett stadsnät som är operatör – får en integritetsincident.',
    en: 'When who offers a publicly available electronic communications service – for instance a city network that is an operator – has a breach.',
  },
  what: {
    sv: 'Anmäl till PTS inom 24 timmar från upptäckten. Det som inte är känt då lämnas inom tre dagar. Abonnenter som kan skadas informeras.',
    en: 'Report to PTS within 24 hours of detection. What is not known then is given within three days. Subscribers who may be harmed are told.',
  },
  versions: [
    {
      from: '2022-06-03',
      until: null,
      governedBy: 'knowledge',
      transition: {
        sv: 'Reglerna som gällde den dag incidenten upptäcktes avgör.',
        en: 'The rules in force on the day the breach was detected decide.',
      },
      citation: [
        'Lagen (2022:482) om elektronisk kommunikation 8 kap.',
        'Förordning (EU) nr 611/2013 artikel 2',
      ],
      verification,
      exceptions: null,
      stages: [
        {
          key: 'notification',
          title: { sv: 'Anmälan till PTS', en: 'Report to PTS' },
          term: 'communications',
          start: 'knowledge',
          recipient: 'communicationsAuthority',
          fields: [
            required('provider', 'Tjänstens leverantör och kontakt', 'Provider of the service, and contact'),
            required('incident', 'När och hur incidenten skedde', 'When and how the breach happened'),
            required(
              'data',
              'Vilka uppgifter och hur många abonnenter',
              'Which data, and how many subscribers',
            ),
            required('measures', 'Åtgärder', 'Measures'),
          ],
          fieldsVerification: verification,
        },
      ],
      arises,
    },
  ],
};

function arises(circumstance: Circumstance): Ground {
  if (circumstance.answer('personalData') === 'no')
    return none({ code: 'noPersonalData', question: 'personalData' });
  return openGround(circumstance, 'personalData') ?? byAnswer(circumstance, 'communicationsService');
}
