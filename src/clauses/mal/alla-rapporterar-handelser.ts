import { awaitingClause } from '../clause.ts';

export const everyoneReportsEvents = awaitingClause({
  id: 'mal/alla-rapporterar-handelser',
  number: 'P15',
  section: 'mal',
  strength: 'ska',
  responsible: 'everyone',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Alla rapporterar händelser', en: 'Everyone reports events' },
  demand: {
    sv: 'Var och en ska vara uppmärksam på händelser som kan påverka informationssäkerheten, och rapportera dem.',
    en: 'Each and every one must be alert to events that may affect information security, and report them.',
  },
  measured: {
    sv: 'Att rapporteringsvägen är öppen, att varje enhet har rapporterat, övat eller intygat att inget hänt inom tolv månader, och tiden från upptäckt till rapport.',
    en: 'That the reporting channel is open, that each unit has reported, drilled or attested that nothing happened within twelve months, and the time from discovery to report.',
  },
});
