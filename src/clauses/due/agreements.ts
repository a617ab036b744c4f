import { notEnded } from '../../kernel/facts.ts';
import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';
import type { DueDays } from './due-day.ts';

/** When each agreement is to be held against the policy again. */
export const dueAgreements: DueDays = function* (facts, today) {
  for (const agreement of facts.agreementReviews.values()) {
    const { id, counterparty, subject, unitId, nextReviewOn } = agreement;
    if (nextReviewOn === null || !notEnded(agreement, today)) continue;
    yield {
      register: 'agreementReview',
      recordId: id,
      recordName: `${counterparty}: ${subject}`,
      ...leaderOf(facts, unitId, today),
      unitId,
      action: mending.reviewAgreement,
      on: nextReviewOn,
      scopeId: null,
    };
  }
};
