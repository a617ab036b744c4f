import { awaitingClause } from '../clause.ts';

export const directorSupportsAndAllocates = awaitingClause({
  id: 'organisation/kommundirektoren-stoder-och-fordelar-resurser',
  number: 'P24',
  section: 'organisation',
  strength: 'ska',
  responsible: 'municipalDirector',
  citation: [],
  inForceFrom: null,
  title: {
    sv: 'Kommundirektören stöder och fördelar resurser',
    en: 'The municipal director supports and allocates resources',
  },
  demand: {
    sv: 'Kommundirektören ska visa ett tydligt stöd för arbetet och fördela resurser till det.',
    en: 'The municipal director must show clear support for the work and allocate resources to it.',
  },
  measured: {
    sv: 'Att kommundirektören är utsedd, och andelen beslutade åtgärder som har fått resurser. Hur tydligt stödet är kan ingen maskin bedöma.',
    en: 'That the director is appointed, and the share of decided measures that were given resources. How clear the support is no machine can judge.',
  },
});
