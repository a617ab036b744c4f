import { awaitingClause } from '../clause.ts';

export const processorAgreementsExist = awaitingClause({
  id: 'avtal/personuppgiftsbitradesavtal-finns',
  number: 'P39',
  section: 'avtal',
  strength: 'ska',
  responsible: 'entityContact',
  citation: ['GDPR (EU) 2016/679 art. 28.3'],
  inForceFrom: null,
  title: { sv: 'Personuppgiftsbiträdesavtal finns', en: 'Processor agreements exist' },
  demand: {
    sv: 'När någon utanför den personuppgiftsansvariges organisation hanterar personuppgifter ska det finnas ett personuppgiftsbiträdesavtal.',
    en: 'When somebody outside the controller’s own organisation handles personal data, there must be a processor agreement.',
  },
  measured: {
    sv: 'Andelen behandlingar hos en extern part som täcks av ett biträdesavtal som gäller och har det innehåll som lagen kräver.',
    en: 'The share of processing by an external party covered by a processor agreement in force with the content that the law demands.',
  },
});
