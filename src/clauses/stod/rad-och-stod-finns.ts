import { awaitingClause } from '../clause.ts';

export const adviceAndSupportExist = awaitingClause({
  id: 'stod/rad-och-stod-finns',
  number: 'P12',
  section: 'stod',
  strength: 'ska',
  responsible: 'securityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Råd och stöd finns', en: 'Advice and support are at hand' },
  demand: {
    sv: 'Alla ska kunna vända sig till säkerhetssamordnaren och it-avdelningen för råd och stöd.',
    en: 'Everyone must be able to turn to the security coordinator and the IT department for advice and support.',
  },
  measured: {
    sv: 'Att båda stödrollerna är tillsatta och publicerade med kontaktväg, och andelen frågor som besvaras i tid.',
    en: 'That both support roles are filled and published with a way to reach them, and the share of questions answered in time.',
  },
});
