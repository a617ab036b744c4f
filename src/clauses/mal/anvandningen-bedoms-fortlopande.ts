import { awaitingClause } from '../clause.ts';

export const useIsAssessedContinually = awaitingClause({
  id: 'mal/anvandningen-bedoms-fortlopande',
  number: 'P14',
  section: 'mal',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Användningen bedöms fortlöpande', en: 'Use is assessed continually' },
  demand: {
    sv: 'Även hur systemen används ska bedömas fortlöpande.',
    en: 'How the systems are used must be assessed continually as well.',
  },
  measured: {
    sv: 'Andelen system i drift där behörigheter, riktighetskontroller, arbetssätt och användarnas utbildning har bedömts i tid.',
    en: 'The share of systems in operation whose access rights, correctness checks, ways of working and user training have been assessed in time.',
  },
});
