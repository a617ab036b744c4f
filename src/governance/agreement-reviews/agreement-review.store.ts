import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import { whereRowCovered } from '../../kernel/recorded/covered.ts';
import { unitRows } from '../../registers/unit-rows.store.ts';
import { loadPolicyDocument, versionInState } from '../documents/document.store.ts';
import type { Agreement, PolicyAround, ReviewInput, ReviewOutcome } from './agreement-review.ts';

interface AgreementTable {
  id: Agreement['id'];
  version: number;
  changed_by_event: string;
  counterparty: string;
  subject: string;
  reference: string;
  unit_id: UnitId;
  ended_on: string | null;
  outcome: ReviewOutcome | null;
  policy_version_id: string | null;
  reviewed_on: string | null;
  reviewed_by: PersonId | null;
  next_review_on: string | null;
  conflict: string;
  sentence_id: ReviewInput['sentenceId'];
  decision: ReviewInput['decision'];
  decider: string | null;
  decided_on: string | null;
}

const columns = [
  'id',
  'version',
  'counterparty',
  'subject',
  'reference',
  'unit_id',
  'ended_on',
  'outcome',
  'policy_version_id',
  'reviewed_on',
  'reviewed_by',
  'next_review_on',
  'conflict',
  'sentence_id',
  'decision',
  'decider',
  'decided_on',
] as const;

function toAgreement(row: Omit<AgreementTable, 'changed_by_event'>): Agreement {
  const { id, version, counterparty, subject, reference } = row;
  const base = { id, version, counterparty, subject, reference, unitId: row.unit_id, endedOn: row.ended_on };
  const { outcome, policy_version_id: policyVersionId, reviewed_on: reviewedOn } = row;
  const { next_review_on: nextReviewOn } = row;
  if (outcome === null || policyVersionId === null || reviewedOn === null || nextReviewOn === null)
    return { ...base, review: null };
  const { conflict, sentence_id: sentenceId, decision, decider, decided_on: decidedOn } = row;
  const said = { outcome, nextReviewOn, conflict, sentenceId, decision, decider, decidedOn };
  return { ...base, review: { ...said, policyVersionId, reviewedOn, reviewedBy: row.reviewed_by } };
}

/** The condition that a row lies within the scope. `alias` is what the query calls the table. */
export function agreementInScope(scope: Scope, alias = 'agreement_review'): RawBuilder<boolean> {
  // No key of an agreement depends on the day.
  return whereRowCovered(scope, 'agreement_review', { alias, schema: '', today: '' }, (row) => ({
    unit: `${row.alias}.unit_id`,
  }));
}

function valuesOf(row: Agreement): Omit<AgreementTable, 'id' | 'version' | 'changed_by_event'> {
  const { review } = row;
  return {
    counterparty: row.counterparty,
    subject: row.subject,
    reference: row.reference,
    unit_id: row.unitId,
    ended_on: row.endedOn,
    outcome: review?.outcome ?? null,
    policy_version_id: review?.policyVersionId ?? null,
    reviewed_on: review?.reviewedOn ?? null,
    reviewed_by: review?.reviewedBy ?? null,
    next_review_on: review?.nextReviewOn ?? null,
    conflict: review?.conflict ?? '',
    sentence_id: review?.sentenceId ?? null,
    decision: review?.decision ?? null,
    decider: review?.decider ?? null,
    decided_on: review?.decidedOn ?? null,
  };
}

const agreements = unitRows<AgreementTable, Agreement>({
  table: 'agreement_review',
  columns,
  toKept: toAgreement,
  toValues: valuesOf,
  inScope: (scope) => agreementInScope(scope),
  follows: sql<boolean>`ended_on is null`,
});

/** Finds one within the scope: locked to be changed, or to be looked at; and keeps it as it stands after a step. */
export const { load: loadAgreement, read: readAgreement, save: saveAgreement } = agreements;
/** Those of a unit that are not over, and how they follow it into its successor. */
export const { ofUnit: agreementsOfUnit, move: moveAgreements } = agreements;

/** Does the unit stand that day? */
export async function unitStands(db: Reader, unitId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{
    stands: boolean;
  }>`select exists (select from unit_face u where u.id = ${unitId}
    and u.valid_from <= ${today}::date and (u.valid_before is null or u.valid_before > ${today}::date)) as stands`.execute(
    db,
  );
  return rows[0]?.stands ?? false;
}

/** The policy in force that day, and whether the sentence is a demand of it. */
export async function policyAround(
  db: Reader,
  sentenceId: string | null,
  today: string,
): Promise<PolicyAround> {
  const policyVersionId = await policyVersionInForce(db, today);
  if (policyVersionId === null || sentenceId === null) return { policyVersionId, isDemand: false };
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from sentence s where s.id = ${sentenceId}
    and s.document_version_id = ${policyVersionId} and s.demand is not null) as found`.execute(db);
  return { policyVersionId, isDemand: rows[0]?.found ?? false };
}

/** The version of the policy that is in force that day; null when none is. */
export async function policyVersionInForce(db: Reader, today: string): Promise<string | null> {
  const document = await loadPolicyDocument(db);
  const version = document === null ? null : await versionInState(db, document.id, 'inForce');
  return version === null || (version.inForceFrom !== null && version.inForceFrom > today)
    ? null
    : version.id;
}

/** A demand of the policy, as a form offers it and a record shows it. */
export interface Demand {
  readonly id: string;
  readonly number: number;
  readonly heading: string;
  readonly text: string;
}

const demandColumns: RawBuilder<unknown> = sql`s.id, s.number, s.heading, s.text`;

/** The demands of a version, in the order of the text. */
export async function demandsOf(db: Reader, versionId: string): Promise<Demand[]> {
  const { rows } = await sql<Demand>`select ${demandColumns} from sentence s
    where s.document_version_id = ${versionId} and s.demand is not null order by s.number`.execute(db);
  return rows;
}

/** What a record shows beside its ids: names, the demand, and the number of the version it was held against. */
export async function surroundingsOf(db: Reader, row: Agreement) {
  const { rows } = await sql<{
    unitName: string | null;
    reviewer: string | null;
    policyNumber: number | null;
    demand: Demand | null;
  }>`select
    (select name from unit_face where id = ${row.unitId}) as "unitName",
    (select name from person_face where id = ${row.review?.reviewedBy ?? null}) as reviewer,
    (select number from document_version where id = ${row.review?.policyVersionId ?? null}) as "policyNumber",
    (select json_build_object('id', s.id, 'number', s.number, 'heading', s.heading, 'text', s.text)
     from sentence s where s.id = ${row.review?.sentenceId ?? null}) as demand`.execute(db);
  return rows[0] ?? { unitName: null, reviewer: null, policyNumber: null, demand: null };
}
