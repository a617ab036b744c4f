import { awaitingClause } from '../clause.ts';

export const boardDecidesMeasures = awaitingClause({
  id: 'uppfoljning/styrelsen-beslutar-atgarder-och-resurser',
  number: 'P49',
  section: 'uppfoljning',
  strength: 'ska',
  responsible: 'executiveBoard',
  citation: [],
  inForceFrom: null,
  title: {
    sv: 'Kommunstyrelsen beslutar om åtgärder och resurser',
    en: 'The executive board decides measures and resources',
  },
  demand: {
    sv: 'Kommunstyrelsen ska utifrån den årliga uppföljningen besluta om åtgärder och ge dem de resurser som behövs.',
    en: 'From the yearly follow-up the executive board must decide on measures and give them the resources they need.',
  },
  measured: {
    sv: 'Att den senaste uppföljningen ledde till beslutade åtgärder, var och en med ansvarig, slutdatum och resurser, och att ingen är försenad utan nytt beslut.',
    en: 'That the latest follow-up led to decided measures, each with somebody responsible, a date and resources, and that none is overdue without a new decision.',
  },
});
