import { awaitingClause } from '../clause.ts';

export const policyIsKnownByAll = awaitingClause({
  id: 'bakgrund/policyn-ar-kand-av-alla',
  number: 'P03',
  section: 'bakgrund',
  strength: 'ska',
  responsible: 'manager',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Policyn är känd av alla', en: 'Everyone knows the policy' },
  demand: {
    sv: 'Alla som arbetar i eller för kommunen ska känna till policyn.',
    en: 'Everyone who works in or for the municipality must know the policy.',
  },
  measured: {
    sv: 'Andelen personer som har bekräftat att de läst den version som gäller, eller det som ändrats i den. Att den är förstådd kan inte mätas så.',
    en: 'The share of people who have acknowledged the version in force, or what changed in it. Whether it was understood cannot be measured this way.',
  },
});
