import { awaitingClause } from '../clause.ts';

export const systemsAreAssessedContinually = awaitingClause({
  id: 'mal/systemen-bedoms-fortlopande',
  number: 'P13',
  section: 'mal',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Systemen bedöms fortlöpande', en: 'Systems are assessed continually' },
  demand: {
    sv: 'Systemen ska analyseras och bedömas fortlöpande, så att informationen är korrekt och tillgänglig för behöriga.',
    en: 'Systems must be analysed and assessed continually, so that information is correct and available to those entitled.',
  },
  measured: {
    sv: 'Andelen system i drift med en bedömning inom tiden för sin klass, och med en prövad återläsning där tillgängligheten kräver det.',
    en: 'The share of systems in operation assessed within the interval of their class, with a tested restore where availability demands it.',
  },
});
