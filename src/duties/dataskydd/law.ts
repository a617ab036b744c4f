import type { Bilingual } from '../../clauses/clause.ts';
import type { Verification } from '../duty.ts';

/** The General Data Protection Regulation (EU) 2016/679 began to apply. */
export const regulationFrom = '2018-05-25';

export const regulationVerification: Verification = {
  state: 'verifiedAgainstOfficialText',
  on: '2026-11-26',
  source: 'Dataskyddsförordningen (EU) 2016/679, läst i kopior av förordningens text',
};

export const transition: Bilingual = {
  sv: 'Reglerna som gällde den dag den personuppgiftsansvarige fick vetskap om incidenten avgör.',
  en: 'The rules in force on the day the controller became aware of the breach decide.',
};
