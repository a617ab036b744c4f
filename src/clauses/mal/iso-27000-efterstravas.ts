import { awaitingClause } from '../clause.ts';

export const isoStandardIsPursued = awaitingClause({
  id: 'mal/iso-27000-efterstravas',
  number: 'P17',
  section: 'mal',
  strength: 'ska',
  responsible: 'informationSecurityCoordinator',
  citation: ['SS-EN ISO/IEC 27001:2023, bilaga A'],
  inForceFrom: null,
  title: { sv: 'ISO/IEC 27000 eftersträvas', en: 'ISO/IEC 27000 is pursued' },
  demand: {
    sv: 'Kommunen ska sträva efter att följa standarderna i ISO/IEC 27000-serien.',
    en: 'The municipality must strive to follow the standards of the ISO/IEC 27000 series.',
  },
  measured: {
    sv: 'Andelen av standardens 93 åtgärder som är beslutade, tillämpliga eller inte med skäl, och andelen av de tillämpliga som är införda.',
    en: 'The share of the standard’s 93 controls decided upon, applicable or not with a reason, and the share of the applicable ones implemented.',
  },
});
