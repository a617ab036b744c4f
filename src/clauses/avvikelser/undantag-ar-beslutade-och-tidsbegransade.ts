import { awaitingClause } from '../clause.ts';

export const exceptionsAreDecidedAndLimited = awaitingClause({
  id: 'avvikelser/undantag-ar-beslutade-och-tidsbegransade',
  number: 'P47',
  section: 'avvikelser',
  strength: 'ska',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Undantag är beslutade och tidsbegränsade', en: 'Exceptions are decided and limited in time' },
  demand: {
    sv: 'Ett undantag från reglerna ska vara dokumenterat, beslutat och begränsat i tid.',
    en: 'An exception from the rules must be documented, decided and limited in time.',
  },
  measured: {
    sv: 'Andelen aktiva undantag med beslutsfattare, skydd som väger upp och ett slutdatum som inte har passerat.',
    en: 'The share of active exceptions with somebody who decided, a measure that makes up for it, and an end date ahead.',
  },
});
