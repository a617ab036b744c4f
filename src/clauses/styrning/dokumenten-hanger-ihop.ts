import {
  type DocumentFact,
  type DocumentParentFact,
  inForceOn,
} from '../../governance/documents/document.facts.ts';
import { groupBy, notEnded } from '../../kernel/facts.ts';
import { always, clause, shareOf } from '../clause.ts';
import type { Facts } from '../facts.ts';
import { keeperDuty } from '../keeper.ts';
import { mending } from '../mending.ts';

export const documentsHangTogether = clause({
  id: 'styrning/dokumenten-hanger-ihop',
  number: 'P21',
  section: 'styrning',
  strength: 'ska',
  kind: 'computed',
  responsible: 'informationSecurityCoordinator',
  citation: [],
  inForceFrom: null,
  title: { sv: 'Dokumenten hänger ihop', en: 'The documents hang together' },
  demand: {
    sv: 'Riktlinjer ska utgå från policyn, och instruktioner ska gälla en viss verksamhet, plattform eller situation.',
    en: 'Guidelines must spring from the policy, and instructions must be for a given activity, platform or situation.',
  },
  measured: {
    sv: 'Andelen riktlinjer som gäller och är knutna till ett krav eller till policyn, och instruktioner som gäller, har ett område och är knutna till ett krav, policyn eller en riktlinje som gäller. En koppling till ett krav som inte längre finns i texten räknas inte. Rutiner räknas inte.',
    en: 'The share of guidelines in force that are tied to a clause or the policy, and of instructions in force that have a scope and are tied to a clause, the policy or a guideline in force. A tie to a demand that the text no longer makes does not count. Routines are not counted.',
  },
  reads: ['documents', 'documentVersions', 'documentParents', 'sentences', 'appointments'],
  messages: {
    untied: {
      sv: 'Dokumentet är inte knutet till policyn eller till en riktlinje.',
      en: 'The document is tied neither to the policy nor to a guideline.',
    },
    tieGone: {
      sv: 'Det som dokumentet utgår från finns inte i en text som gäller.',
      en: 'What the document springs from is in no text in force.',
    },
    noScope: {
      sv: 'Instruktionen säger inte vilken verksamhet, vilket system eller vilken situation den gäller.',
      en: 'The instruction does not say which activity, system or situation it is for.',
    },
  },
  applies: always,
  findings({ documents, documentVersions, documentParents, sentences, appointments }, today) {
    const stands = standing({ documents, documentVersions, sentences }, today);
    const ties = groupBy(documentParents, (tie: DocumentParentFact) => tie.documentId);
    const inForce = inForceOn(documents, documentVersions, today);
    const asked = [...documents.values()].filter(
      (one) => inForce.has(one.id) && (one.kind === 'guideline' || one.kind === 'instruction'),
    );
    return shareOf(
      asked,
      (document) => {
        if (document.kind === 'instruction' && document.scope === 'organisation') return 'noScope';
        const own = (ties.get(document.id) ?? []).filter((tie) => notEnded(tie, today));
        if (own.some((tie) => stands(document, tie))) return null;
        return own.length === 0 ? 'untied' : 'tieGone';
      },
      (document, message) => ({
        register: 'document',
        recordId: document.id,
        recordName: document.title,
        field: message === 'noScope' ? 'scope' : 'parents',
        ...keeperDuty(appointments, document, today),
        unitId: document.unitId,
        parameters: {},
        action: message === 'noScope' ? mending.keepDocument : mending.tieParent,
      }),
    );
  },
});

/** Does what a document springs from stand today: a clause, the policy or a guideline in force, and the very demand there? */
function standing(facts: Pick<Facts, 'documents' | 'documentVersions' | 'sentences'>, today: string) {
  const inForce = inForceOn(facts.documents, facts.documentVersions, today);
  const demands = new Set([...facts.sentences.values()].map((one) => `${one.documentVersionId}:${one.hash}`));
  return (document: DocumentFact, tie: DocumentParentFact): boolean => {
    if (tie.clause !== null) return true;
    const parent = facts.documents.get(tie.parentDocumentId ?? '');
    const version = inForce.get(tie.parentDocumentId ?? '');
    if (parent === undefined || version === undefined) return false;
    const isAbove =
      parent.kind === 'policy' || (document.kind === 'instruction' && parent.kind === 'guideline');
    return isAbove && (tie.sentenceHash === null || demands.has(`${version.id}:${tie.sentenceHash}`));
  };
}
