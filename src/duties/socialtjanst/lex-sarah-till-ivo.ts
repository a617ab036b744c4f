import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { none } from '../grounds.ts';
import { careGround } from '../vard/law.ts';
import { byBothActs } from './law.ts';

/** Lex Sarah: serious misconduct is reported to the inspectorate. */
export const seriousMisconductIsReported: LegalDuty = {
  id: 'socialtjanst/lex-sarah-till-ivo',
  number: 'V4',
  track: 'socialtjanst',
  binding: 'law',
  role: 'socialServices',
  title: { sv: 'Anmäl till IVO enligt lex Sarah', en: 'Report to IVO by lex Sarah' },
  when: {
    sv: 'Vid ett allvarligt missförhållande, eller en påtaglig risk för det, i socialtjänsten eller LSS.',
    en: 'At serious misconduct, or a clear risk of it, in social services or LSS.',
  },
  what: {
    sv: 'Anmäl snarast till IVO, med utredningen, i e-tjänsten eller med post. Inte med e-post.',
    en: 'Report to IVO as soon as possible, with the investigation, in the e-service or by post. Not by e-mail.',
  },
  versions: byBothActs({
    citations: {
      old: 'Socialtjänstlagen (2001:453) 14 kap. 7 §',
      new: 'Socialtjänstlagen (2025:400) 27 kap.',
      lss: 'LSS (1993:387) 24 f §',
    },
    stages: [
      {
        key: 'report',
        title: { sv: 'Anmälan till IVO', en: 'Report to IVO' },
        term: 'lexSarahExternal',
        start: 'knowledge',
        recipient: 'careInspectorate',
        fields: [
          required('form', 'IVO:s formulär', 'IVO’s form'),
          required('investigation', 'Utredningen', 'The investigation'),
        ],
        fieldsVerification: {
          state: 'reportedBySecondarySource',
          on: '2026-11-23',
          source: 'IVO:s webbsidor om lex Sarah, i arkiverade kopior',
        },
      },
    ],
    arises: (circumstance) =>
      circumstance.answer('misconduct') === 'no'
        ? none({ code: 'noMisconduct', question: 'misconduct' })
        : careGround(circumstance, 'seriousMisconduct'),
  }),
};
