import { notEnded } from '../../kernel/facts.ts';
import { inForceOn } from '../../governance/documents/document.facts.ts';
import { keeperDuty } from '../keeper.ts';
import { mending } from '../mending.ts';
import type { DueDays } from './due-day.ts';

/** When each governing document with a text in force is to be reviewed. */
export const dueDocuments: DueDays = function* (facts, today) {
  for (const id of inForceOn(facts.documents, facts.documentVersions, today).keys()) {
    const document = facts.documents.get(id);
    if (document === undefined || document.reviewOn === null || !notEnded(document, today)) continue;
    yield {
      register: 'document',
      recordId: id,
      recordName: document.title,
      ...keeperDuty(facts.appointments, document, today),
      unitId: document.unitId,
      action: mending.keepDocument,
      on: document.reviewOn,
      scopeId: document.systemId,
    };
  }
};
