import { awaitingClause } from '../clause.ts';

export const contractorsAreBound = awaitingClause({
  id: 'ansvar/entreprenorer-ar-bundna',
  number: 'P11',
  section: 'ansvar',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Entreprenörer är bundna av policyn', en: 'Contractors are bound by the policy' },
  demand: {
    sv: 'Den som arbetar åt kommunen hos en entreprenör är skyldig att följa policyn.',
    en: 'Those who work for the municipality through a contractor are obliged to follow the policy.',
  },
  measured: {
    sv: 'Andelen avtal med entreprenörer som innehåller skyldigheten, och om deras personal har bekräftat policyn.',
    en: 'The share of agreements with contractors that contain the obligation, and whether their staff have acknowledged the policy.',
  },
});
