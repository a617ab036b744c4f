import { awaitingClause } from '../clause.ts';

export const traceabilityCanBeVerified = awaitingClause({
  id: 'informationssakerhet/sparbarhet-kan-kontrolleras',
  number: 'P08',
  section: 'informationssakerhet',
  strength: 'ska',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Spårbarheten kan kontrolleras', en: 'Traceability can be verified' },
  demand: {
    sv: 'Det ska gå att kontrollera i efterhand om information har ändrats, eftersökts eller lämnats ut på fel sätt.',
    en: 'It must be possible to verify afterwards whether information was wrongly changed, searched for or handed out.',
  },
  measured: {
    sv: 'Att hela händelseloggen har kontrollerats det senaste dygnet och att en signerad kontrollpunkt har lämnat huset de senaste sju dagarna.',
    en: 'That the whole event log was verified within the last day, and that a signed checkpoint has left the house within seven days.',
  },
});
