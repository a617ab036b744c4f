import { awaitingClause } from '../clause.ts';

export const deviationsAreDocumented = awaitingClause({
  id: 'avvikelser/avvikelser-dokumenteras-och-foljs-upp',
  number: 'P45',
  section: 'avvikelser',
  strength: 'ska',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Avvikelser dokumenteras och följs upp', en: 'Deviations are documented and followed up' },
  demand: {
    sv: 'Alla avvikelser ska dokumenteras och följas upp, så att arbetet blir bättre.',
    en: 'All deviations must be documented and followed up, so that the work improves.',
  },
  measured: {
    sv: 'Andelen incidenter och avvikelser med orsak, beslut och uppföljning i tid.',
    en: 'The share of incidents and deviations with cause, decision and follow-up in time.',
  },
});
