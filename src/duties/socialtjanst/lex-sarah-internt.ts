import type { LegalDuty } from '../duty.ts';
import { required } from '../fields.ts';
import { careGround } from '../vard/law.ts';
import { byBothActs } from './law.ts';

/** Lex Sarah: whoever works there reports misconduct to the committee or the provider. */
export const misconductIsReportedInside: LegalDuty = {
  id: 'socialtjanst/lex-sarah-internt',
  number: 'V3',
  track: 'socialtjanst',
  binding: 'law',
  role: 'socialServices',
  title: { sv: 'Rapportera internt enligt lex Sarah', en: 'Report internally by lex Sarah' },
  when: {
    sv: 'Vid ett missförhållande, eller en påtaglig risk för det, i socialtjänsten eller LSS. Ett it-fel kan vara orsaken.',
    en: 'At misconduct, or a clear risk of it, in social services or LSS. An IT failure can be the cause.',
  },
  what: {
    sv: 'Den som upptäcker det rapporterar genast till nämnden, eller till den som driver verksamheten. Missförhållandet utreds och avhjälps utan dröjsmål.',
    en: 'Whoever discovers it reports at once to the committee, or to who runs the activity. It is investigated and put right without delay.',
  },
  versions: byBothActs({
    citations: {
      old: 'Socialtjänstlagen (2001:453) 14 kap. 3 §',
      new: 'Socialtjänstlagen (2025:400) 27 kap.',
      lss: 'LSS (1993:387) 24 b §',
    },
    stages: [
      {
        key: 'inside',
        title: { sv: 'Rapport till nämnden eller utföraren', en: 'Report to the committee or the provider' },
        term: 'lexSarahInternal',
        start: 'knowledge',
        recipient: 'committeeOrProvider',
        fields: [required('observation', 'Det som har iakttagits', 'What has been observed')],
        fieldsVerification: {
          state: 'verifiedAgainstOfficialText',
          on: '2026-11-23',
          source: 'LSS (1993:387) 24 b §, läst i en arkiverad kopia av lagtexten',
        },
      },
    ],
    arises: (circumstance) => careGround(circumstance, 'misconduct'),
  }),
};
