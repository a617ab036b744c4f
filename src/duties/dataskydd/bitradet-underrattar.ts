import type { Circumstance, Ground, LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { met, none, openGround } from '../grounds.ts';
import { regulationFrom, regulationVerification, transition } from './law.ts';

/** A processor tells every controller whose data a breach concerns. */
export const processorTells: LegalDuty = {
  id: 'dataskydd/bitradet-underrattar',
  number: 'G2',
  track: 'dataskydd',
  binding: 'law',
  role: 'processor',
  title: { sv: 'Underrätta varje personuppgiftsansvarig', en: 'Tell every controller' },
  when: {
    sv: 'När ett personuppgiftsbiträde får vetskap om en personuppgiftsincident.',
    en: 'When a processor becomes aware of a personal data breach.',
  },
  what: {
    sv: 'Underrätta de personuppgiftsansvariga utan onödigt dröjsmål. Avtalet kan ange ett antal timmar.',
    en: 'Tell the controllers without undue delay. The agreement may set a number of hours.',
  },
  versions: [
    {
      from: regulationFrom,
      until: null,
      governedBy: 'knowledge',
      transition,
      citation: ['Dataskyddsförordningen (EU) 2016/679 artikel 33.2'],
      verification: regulationVerification,
      exceptions: null,
      stages: [
        {
          key: 'controllers',
          title: { sv: 'Underrättelse', en: 'Notice' },
          term: 'breachProcessor',
          start: 'knowledge',
          recipient: 'controllers',
          fields: [
            required('nature', 'Vad som har hänt', 'What has happened'),
            required(
              'dataKinds',
              'Vilka uppgifter och människor som berörs',
              'Which data and people are concerned',
            ),
            required('measures', 'Åtgärder', 'Measures'),
          ],
          fieldsVerification: {
            state: 'unsettled',
            on: '2026-11-26',
            source: 'Artikel 33.2 anger inga fält; avtalet gör det',
          },
        },
      ],
      arises,
    },
  ],
};

function arises(circumstance: Circumstance): Ground {
  for (const question of ['personalData', 'onBehalfOfOthers'] as const) {
    if (circumstance.answer(question) === 'no')
      return question === 'personalData'
        ? none({ code: 'noPersonalData', question })
        : none({ code: 'answeredNo', question });
  }
  return (
    openGround(circumstance, 'personalData') ??
    openGround(circumstance, 'onBehalfOfOthers') ??
    met({ code: 'answeredYes', question: 'onBehalfOfOthers' })
  );
}
