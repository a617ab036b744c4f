import { inForceOn } from '../../governance/documents/document.facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import { keeperDuty } from '../keeper.ts';
import { mending } from '../mending.ts';
import { textIn } from '../words.ts';

export const documentsAreCurrent = clause({
  id: 'styrning/dokumenten-ar-aktuella',
  number: 'P22',
  section: 'styrning',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Dokumenten är aktuella', en: 'The documents are up to date' },
  demand: {
    sv: 'Policy, riktlinjer och instruktioner ska ses över innan deras översynsdag har passerat.',
    en: 'The policy, guidelines and instructions must be reviewed before their review day has passed.',
  },
  measured: {
    sv: 'Andelen styrande dokument som gäller och har en översynsdag som är i dag eller senare. Utkast räknas inte, och inte heller om innehållet är bra.',
    en: 'The share of governing documents in force whose review day is today or later. Drafts do not count, nor does the quality of what they say.',
  },
  reads: ['documents', 'documentVersions', 'appointments'],
  messages: {
    noReviewDay: { sv: 'Dokumentet saknar översynsdag.', en: 'The document has no review day.' },
    reviewPassed: {
      sv: (parameters) => `Dokumentet skulle ha setts över senast ${textIn(parameters, 'day')}.`,
      en: (parameters) => `The document should have been reviewed by ${textIn(parameters, 'day')}.`,
    },
  },
  applies: always,
  findings({ documents, documentVersions, appointments }, today) {
    const inForce = inForceOn(documents, documentVersions, today);
    return shareOf(
      [...documents.values()].filter((one) => inForce.has(one.id)),
      (document) => {
        if (document.reviewOn === null) return 'noReviewDay';
        return today <= document.reviewOn ? null : 'reviewPassed';
      },
      (document) => ({
        register: 'document',
        recordId: document.id,
        recordName: document.title,
        field: 'reviewOn',
        ...keeperDuty(appointments, document, today),
        unitId: document.unitId,
        parameters: { day: document.reviewOn ?? '' },
        action: mending.keepDocument,
      }),
    );
  },
});
