import { awaitingClause } from '../clause.ts';

export const agreementsDescribeResponsibilities = awaitingClause({
  id: 'avtal/avtal-beskriver-ansvarsfordelning',
  number: 'P35',
  section: 'avtal',
  strength: 'bor',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Avtal beskriver ansvarsfördelningen', en: 'Agreements describe responsibilities' },
  demand: {
    sv: 'För att göra ansvaret tydligt bör det finnas avtal som beskriver vem som ansvarar för vad.',
    en: 'To make responsibility clear there should be agreements that describe who answers for what.',
  },
  measured: {
    sv: 'Andelen system med leverantör, intern eller extern, som har ett avtal där ansvarsfördelningen är ifylld.',
    en: 'The share of systems with a provider, internal or external, under an agreement with the responsibilities filled in.',
  },
});
