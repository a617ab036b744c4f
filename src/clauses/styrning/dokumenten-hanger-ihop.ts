import { awaitingClause } from '../clause.ts';

export const documentsHangTogether = awaitingClause({
  id: 'styrning/dokumenten-hanger-ihop',
  number: 'P21',
  section: 'styrning',
  strength: 'ska',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Dokumenten hänger ihop', en: 'The documents hang together' },
  demand: {
    sv: 'Riktlinjer ska utgå från policyn, och instruktioner ska gälla en viss verksamhet, plattform eller situation.',
    en: 'Guidelines must spring from the policy, and instructions must be for a given activity, platform or situation.',
  },
  measured: {
    sv: 'Andelen riktlinjer som är knutna till ett krav, och andelen instruktioner som är knutna till en riktlinje eller till policyn och har ett område.',
    en: 'The share of guidelines tied to a clause, and the share of instructions tied to a guideline or the policy and given a scope.',
  },
});
