import { awaitingClause } from '../clause.ts';

export const systemsMeetTheDemands = awaitingClause({
  id: 'organisation/systemen-uppfyller-kraven',
  number: 'P30',
  section: 'organisation',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Systemen uppfyller kraven', en: 'Systems meet the demands' },
  demand: {
    sv: 'Systemen ska uppfylla det som verksamheten, lagen och säkerheten kräver.',
    en: 'Systems must meet what the activity, the law and security demand.',
  },
  measured: {
    sv: 'Andelen system där alla tre slagen av krav är bedömda, och där varje brist har en åtgärd.',
    en: 'The share of systems with all three kinds of demands assessed, and an action for every gap.',
  },
});
