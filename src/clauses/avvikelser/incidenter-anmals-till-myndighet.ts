import { awaitingClause } from '../clause.ts';

export const incidentsAreReported = awaitingClause({
  id: 'avvikelser/incidenter-anmals-till-myndighet',
  number: 'P46',
  section: 'avvikelser',
  strength: 'ska',
  responsible: 'informationSecurityCoordinator',
  citation: ['GDPR (EU) 2016/679 art. 33', 'Cybersäkerhetslagen (2025:1506)'],
  inForceFrom: null,
  title: { sv: 'Incidenter anmäls till myndighet', en: 'Incidents are reported to the authority' },
  demand: {
    sv: 'Incidenter som ska anmälas enligt lag eller förordning ska anmälas till ansvarig myndighet.',
    en: 'Incidents that must be reported by law or regulation must be reported to the authority in charge.',
  },
  measured: {
    sv: 'Andelen lagstadgade anmälningar som gjorts före sin tidsgräns, med bevis. En incident som ingen har tagit ställning till räknas som ej uppfylld.',
    en: 'The share of statutory reports made before their deadline, with proof. An incident nobody has decided about counts as failing.',
  },
});
