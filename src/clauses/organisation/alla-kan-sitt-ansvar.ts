import { awaitingClause } from '../clause.ts';

export const everyoneKnowsTheirDuty = awaitingClause({
  id: 'organisation/alla-kan-sitt-ansvar',
  number: 'P32',
  section: 'organisation',
  strength: 'ska',
  responsible: 'manager',
  citation: ['Cybersäkerhetslagen (2025:1506)'],
  inForceFrom: null,
  title: { sv: 'Alla kan sitt ansvar', en: 'Everyone knows their responsibility' },
  demand: {
    sv: 'Alla som hanterar information har ansvar för att den är säker, och ska veta vad det innebär.',
    en: 'All who handle information have a responsibility for its security, and must know what that means.',
  },
  measured: {
    sv: 'Andelen personer med grundutbildning inom tiden, och om ledningen har gått den utbildning som lagen kräver.',
    en: 'The share of people with basic training in date, and whether management has had the training that the law demands.',
  },
});
