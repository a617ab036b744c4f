import { awaitingClause } from '../clause.ts';

export const serviceLevelsFollowClassification = awaitingClause({
  id: 'avtal/servicenivaavtal-foljer-klassningen',
  number: 'P37',
  section: 'avtal',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Servicenivåavtal följer klassningen', en: 'Service levels follow the classification' },
  demand: {
    sv: 'Servicenivåavtalet ska beskriva behovet av skydd och tillgänglighet utifrån verksamheten och klassningen.',
    en: 'The service level agreement must describe the need for protection and availability, by the activity and the classification.',
  },
  measured: {
    sv: 'Andelen servicenivåavtal vars villkor, vart för sig, når det som klassen kräver.',
    en: 'The share of service level agreements whose terms, each by itself, reach what the class demands.',
  },
});
