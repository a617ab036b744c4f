import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { pageSize } from '../../kernel/schema.ts';
import { holdsText } from '../../kernel/search.ts';
import { agreementInScope } from './agreement-review.store.ts';
import type { ReviewOutcome } from './agreement-review.ts';

/** What the list can be narrowed to. */
export interface AgreementFilter {
  readonly search?: string;
  readonly outcome?: ReviewOutcome;
  readonly unitId?: string;
  /** Held against the version of the policy that is in force, or not. */
  readonly current?: boolean;
  /** Those that have ended; without it, those that have not. */
  readonly ended?: boolean;
  readonly ids?: readonly string[];
}

export interface AgreementRow {
  readonly id: string;
  readonly counterparty: string;
  readonly subject: string;
  readonly reference: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly outcome: ReviewOutcome | null;
  readonly reviewedOn: string | null;
  readonly nextReviewOn: string | null;
  readonly current: boolean;
  readonly endedOn: string | null;
}

/** The columns the list can be sorted by. */
export const agreementSorts = {
  counterparty: sql`r.counterparty collate "sv-x-icu"`,
  subject: sql`r.subject collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  review: sql`r.next_review_on`,
} as const;

/** One page of agreements within the scope, and how many there are in all. `policy` is the version in force. */
export async function listAgreements(
  db: Reader,
  filter: AgreementFilter,
  order: { readonly by: keyof typeof agreementSorts; readonly descending: boolean },
  page: number,
  scope: Scope,
  policy: string | null,
): Promise<{ items: AgreementRow[]; total: number }> {
  const isCurrent = sql<boolean>`coalesce(r.policy_version_id = ${policy}::uuid, false)`;
  const where = conditions(filter, scope, isCurrent);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<AgreementRow>`
    select r.id, r.counterparty, r.subject, r.reference, r.unit_id as "unitId", u.name as "unitName", r.outcome,
           r.reviewed_on as "reviewedOn", r.next_review_on as "nextReviewOn", ${isCurrent} as current,
           r.ended_on as "endedOn"
    from agreement_review r join unit_face u on u.id = r.unit_id
    where ${where} order by ${agreementSorts[order.by]} ${direction}, r.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from agreement_review r where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(
  filter: AgreementFilter,
  scope: Scope,
  isCurrent: RawBuilder<boolean>,
): RawBuilder<boolean> {
  const { search = '', outcome, unitId, current, ended = false, ids } = filter;
  const parts = [
    agreementInScope(scope, 'r'),
    ended ? sql<boolean>`r.ended_on is not null` : sql<boolean>`r.ended_on is null`,
  ];
  if (search !== '')
    parts.push(
      sql<boolean>`(${holdsText('r.counterparty', search)} or ${holdsText('r.subject', search)} or ${holdsText('r.reference', search)})`,
    );
  if (outcome !== undefined) parts.push(sql<boolean>`r.outcome = ${outcome}`);
  if (unitId !== undefined) parts.push(sql<boolean>`r.unit_id = any(array(select unit_subtree(${unitId})))`);
  if (current !== undefined) parts.push(sql<boolean>`${isCurrent} = ${current}`);
  if (ids !== undefined) parts.push(sql<boolean>`r.id = any(${ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
