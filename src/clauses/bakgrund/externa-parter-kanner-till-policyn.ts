import { awaitingClause } from '../clause.ts';

export const externalPartiesKnowThePolicy = awaitingClause({
  id: 'bakgrund/externa-parter-kanner-till-policyn',
  number: 'P04',
  section: 'bakgrund',
  strength: 'ska',
  responsible: 'systemOwner',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Externa parter känner till policyn', en: 'External parties know the policy' },
  demand: {
    sv: 'Leverantörer och andra utanför kommunen som berörs ska få policyn och känna till den.',
    en: 'Suppliers and others outside the municipality who are concerned must be given the policy and know it.',
  },
  measured: {
    sv: 'Andelen externa parter märkta som berörda som har bekräftat den version som gäller.',
    en: 'The share of external parties marked as concerned that have acknowledged the version in force.',
  },
});
