import { awaitingClause } from '../clause.ts';

export const eventsArePrevented = awaitingClause({
  id: 'mal/handelser-forebyggs',
  number: 'P16',
  section: 'mal',
  strength: 'ska',
  responsible: 'informationOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Händelser förebyggs', en: 'Events are prevented' },
  demand: {
    sv: 'Händelser och hantering som kan skada informationssäkerheten ska förebyggas aktivt.',
    en: 'Events and handling that may harm information security must be actively prevented.',
  },
  measured: {
    sv: 'Andelen informationsmängder och system på högsta nivån med en aktuell riskanalys, där varje risk som inte accepterats är under åtgärd.',
    en: 'The share of information assets and systems at the highest level with a current risk analysis, where each risk not accepted is being treated.',
  },
});
