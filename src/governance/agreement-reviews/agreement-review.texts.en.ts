import type { TextsLike } from '../../kernel/texts.ts';
import type { agreementReviewTextsSv } from './agreement-review.texts.sv.ts';

export const agreementReviewTextsEn: TextsLike<typeof agreementReviewTextsSv> = {
  name: 'Reviews of agreements',
  fields: {
    counterparty: 'Counterparty',
    subject: 'What the agreement is about',
    reference: 'The agreement’s reference',
    unitId: 'Unit that has the agreement',
    outcome: 'Outcome',
    nextReviewOn: 'Next review',
    conflict: 'What in the agreement goes against the policy',
    sentenceId: 'Demand that the agreement goes against',
    decision: 'Decision',
    decider: 'Who decided',
    decidedOn: 'Day of the decision',
    reason: 'Reason',
    policyVersionId: 'Version of the policy',
    reviewedOn: 'Reviewed',
    reviewedBy: 'Reviewed by',
    endedOn: 'Ended',
  },
  refusals: {
    unitUnknown: 'The unit is not there, or has ended. Choose another.',
    ended: 'The agreement has ended.',
    nothingChanged: 'Nothing has changed.',
    noPolicy: 'No policy is in force, so there is nothing to hold the agreement against.',
    conflictMissing: 'Write what in the agreement goes against the policy.',
    demandMissing: 'Choose which of the policy’s demands the agreement goes against.',
    demandUnknown: 'The policy in force has no such demand. Choose another.',
    conflictNotAsked:
      'Conflict, demand and decision are given only when the agreement goes against the policy.',
    decisionIncomplete: 'Give the decision, who took it and which day, or leave all three empty.',
    decisionInFuture: 'The decision cannot lie in the future.',
    reviewNotAhead: 'The next review must lie ahead.',
  },
  events: {
    'agreementReview.registered': 'added an agreement to be reviewed',
    'agreementReview.described': 'changed the details of the agreement',
    'agreementReview.reviewed': 'held the agreement against the policy',
    'agreementReview.ended': 'ended the agreement',
  },
  current: 'Against the policy in force',
  outcomes: { noConflict: 'No conflict', conflict: 'In conflict', toExamine: 'To be examined' },
  decisions: {
    changeAgreement: 'The agreement is changed',
    requestException: 'An exception is requested',
    endAgreement: 'The agreement is ended',
  },
};
