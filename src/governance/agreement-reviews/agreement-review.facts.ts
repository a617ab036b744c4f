import type { ConflictDecision, ReviewOutcome } from './agreement-review.ts';

/** What clauses may know of an agreement and its latest review; not what the conflict is. */
export interface AgreementReviewFact {
  readonly id: string;
  readonly counterparty: string;
  readonly subject: string;
  readonly unitId: string;
  readonly endedOn: string | null;
  readonly outcome: ReviewOutcome | null;
  readonly policyVersionId: string | null;
  readonly nextReviewOn: string | null;
  readonly decision: ConflictDecision | null;
}
