import { awaitingClause } from '../clause.ts';

export const managersHaveRoutines = awaitingClause({
  id: 'organisation/chefer-har-rutiner',
  number: 'P26',
  section: 'organisation',
  strength: 'ska',
  responsible: 'manager',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Chefer har rutiner', en: 'Managers have routines' },
  demand: {
    sv: 'Varje chef ska se till att det finns rutiner så att medarbetarna kan följa reglerna.',
    en: 'Each manager must see to it that there are routines by which staff can follow the rules.',
  },
  measured: {
    sv: 'Andelen enheter med chefens egenkontroll inom tolv månader, där varje ja är knutet till en rutin.',
    en: 'The share of units with the manager’s self-check within twelve months, each yes tied to a routine.',
  },
});
