import type { Bilingual } from '../../clauses/clause.ts';
import type { Verification } from '../duty.ts';

export const ordinanceFrom = '2021-12-01';

export const ordinanceVerification: Verification = {
  state: 'verifiedAgainstOfficialText',
  on: '2026-11-23',
  source: 'Säkerhetsskyddsförordningen (2021:955), läst i en arkiverad kopia av lagtexten',
};

export const transition: Bilingual = {
  sv: 'Reglerna som gällde den dag ni fick kännedom om händelsen avgör.',
  en: 'The rules in force on the day you came to know of the event decide.',
};
