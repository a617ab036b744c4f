import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { AgreementReviewFact } from './agreement-review.facts.ts';

/** Agreements with their latest review, ended ones too, in the order of their ids. */
export async function readAgreementReviewFacts(
  db: Reader,
  selection: Selection,
): Promise<AgreementReviewFact[]> {
  const { rows } = await sql<AgreementReviewFact>`
    select r.id, r.counterparty, r.subject, r.unit_id as "unitId", r.ended_on as "endedOn", r.outcome,
           r.policy_version_id as "policyVersionId", r.next_review_on as "nextReviewOn", r.decision
    from ${tableOf('agreement_review', 'r', selection)} where ${selected('r', selection)} order by r.id`.execute(
    db,
  );
  return rows;
}
