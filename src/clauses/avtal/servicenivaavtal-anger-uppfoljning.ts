import { awaitingClause } from '../clause.ts';

export const serviceLevelsAreFollowedUp = awaitingClause({
  id: 'avtal/servicenivaavtal-anger-uppfoljning',
  number: 'P38',
  section: 'avtal',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: {
    sv: 'Servicenivåavtal anger uppföljning',
    en: 'Service level agreements say how they are followed up',
  },
  demand: {
    sv: 'Servicenivåavtalet ska ange hur nivån mäts och följs upp.',
    en: 'The service level agreement must say how the level is measured and followed up.',
  },
  measured: {
    sv: 'Andelen servicenivåavtal med mått angivna och en uppföljning inom avtalad tid.',
    en: 'The share of service level agreements with measures stated and a follow-up within the agreed time.',
  },
});
