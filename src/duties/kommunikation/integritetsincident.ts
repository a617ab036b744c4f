import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { breachOfTheService, lawFrom, transition, verification } from './law.ts';

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
    sv: 'Anmäl till PTS inom 24 timmar från upptäckten. Det som inte är känt då lämnas inom tre dagar.',
    en: 'Report to PTS within 24 hours of detection. What is not known then is given within three days.',
  },
  versions: [
    {
      from: lawFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
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
      arises: breachOfTheService,
    },
  ],
};
