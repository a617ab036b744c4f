import { ownerDuty } from '../duty.ts';
import { mending } from '../mending.ts';
import type { DueDays } from './due-day.ts';

/** When each classification, and each decision on handling, is to be looked at again. */
export const dueInformation: DueDays = function* (facts, today) {
  for (const information of facts.information.values()) {
    const { id, name, unitId, classification, handlingDecision } = information;
    if (classification === null && handlingDecision === null) continue;
    const record = {
      register: 'information' as const,
      recordId: id,
      recordName: name,
      ...ownerDuty(facts, information, today),
      unitId,
      scopeId: id,
    };
    if (classification !== null)
      yield { ...record, action: mending.classify, on: classification.nextReviewOn };
    if (handlingDecision !== null)
      yield { ...record, action: mending.decideHandling, on: handlingDecision.nextReviewOn };
  }
};
