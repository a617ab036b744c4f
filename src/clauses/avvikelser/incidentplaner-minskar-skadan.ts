import { awaitingClause } from '../clause.ts';

export const incidentPlansReduceHarm = awaitingClause({
  id: 'avvikelser/incidentplaner-minskar-skadan',
  number: 'P44',
  section: 'avvikelser',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Incidentplaner minskar skadan', en: 'Incident plans reduce the harm' },
  demand: {
    sv: 'Det ska finnas planer för hur incidenter hanteras, så att skadan blir så liten som möjligt.',
    en: 'There must be plans for how incidents are handled, so that the harm is as small as possible.',
  },
  measured: {
    sv: 'Andelen system och verksamheter med högsta krav på tillgänglighet som har en aktuell plan, övad inom tolv månader och nåbar utan nät.',
    en: 'The share of systems and activities with the highest need for availability that have a current plan, exercised within twelve months and at hand without a network.',
  },
});
