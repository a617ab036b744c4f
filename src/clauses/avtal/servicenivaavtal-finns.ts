import { awaitingClause } from '../clause.ts';

export const serviceLevelAgreementsExist = awaitingClause({
  id: 'avtal/servicenivaavtal-finns',
  number: 'P36',
  section: 'avtal',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Servicenivåavtal finns', en: 'Service level agreements exist' },
  demand: {
    sv: 'Systemägaren ska ha ett servicenivåavtal med den som levererar tjänsten, inom kommunen eller utanför.',
    en: 'The system owner must have a service level agreement with whoever delivers the service, inside the municipality or outside.',
  },
  measured: {
    sv: 'Andelen system som har ett servicenivåavtal som gäller i dag.',
    en: 'The share of systems that have a service level agreement in force today.',
  },
});
