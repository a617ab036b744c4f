import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { whereRowCovered } from '../../../kernel/recorded/covered.ts';
import { pageSize } from '../../../kernel/schema.ts';
import { holdsText } from '../../../kernel/search.ts';
import { agreementInScope } from '../../agreement-reviews/agreement-review.store.ts';
import type { ExternalParty } from './external-party.ts';

const columns = sql`e.id, e.version, e.name, e.organisation_number as "organisationNumber", e.contact_name as "contactName",
  e.email, e.language, e.relevant, e.relevance_reason as "relevanceReason", e.unit_id as "unitId", e.contractor,
  e.agreement_review_id as "agreementReviewId", e.obligation, e.ended_on as "endedOn"`;

/** The condition that a row lies within the scope. */
export function partyInScope(scope: Scope, alias = 'e'): RawBuilder<boolean> {
  // No key of a party depends on the day.
  return whereRowCovered(scope, 'external_party', { alias, schema: '', today: '' }, (row) => ({
    unit: `${row.alias}.unit_id`,
  }));
}

/** One party, locked; null when there is none within the scope. */
export async function loadParty(
  transaction: Transaction,
  id: string,
  scope: Scope,
): Promise<ExternalParty | null> {
  const { rows } = await sql<ExternalParty>`select ${columns} from external_party e
    where e.id = ${id} and ${partyInScope(scope)} for update`.execute(transaction);
  return rows[0] ?? null;
}

/** One party to look at; null when there is none within the scope. */
export async function readParty(db: Reader, id: string, scope: Scope): Promise<ExternalParty | null> {
  const { rows } = await sql<ExternalParty>`select ${columns} from external_party e
    where e.id = ${id} and ${partyInScope(scope)}`.execute(db);
  return rows[0] ?? null;
}

/** Is the agreement one within the scope that has not ended? */
export async function agreementStands(db: Reader, id: string, scope: Scope): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select exists (select from agreement_review
    where id = ${id} and ended_on is null and ${agreementInScope(scope)}) as stands`.execute(db);
  return rows[0]?.stands ?? false;
}

/** Saves a party as it stands after a step. */
export async function saveParty(transaction: Transaction, row: ExternalParty, stamp: Stamp): Promise<void> {
  if (row.version === 1)
    await sql`insert into external_party (id, version, changed_by_event, name, organisation_number, contact_name, email,
        language, relevant, relevance_reason, unit_id, contractor, agreement_review_id, obligation)
      values (${row.id}, 1, ${stamp.eventId}, ${row.name}, ${row.organisationNumber}, ${row.contactName}, ${row.email},
        ${row.language}, ${row.relevant}, ${row.relevanceReason}, ${row.unitId}, ${row.contractor},
        ${row.agreementReviewId}, ${row.obligation})`.execute(transaction);
  else
    await sql`update external_party set version = ${row.version}, changed_by_event = ${stamp.eventId}, name = ${row.name},
        organisation_number = ${row.organisationNumber}, contact_name = ${row.contactName}, email = ${row.email},
        language = ${row.language}, relevant = ${row.relevant}, relevance_reason = ${row.relevanceReason},
        unit_id = ${row.unitId}, contractor = ${row.contractor}, agreement_review_id = ${row.agreementReviewId},
        obligation = ${row.obligation}, ended_on = ${row.endedOn} where id = ${row.id}`.execute(transaction);
}

/** What the list can be narrowed to. */
export interface PartyFilter {
  readonly search?: string;
  readonly relevant?: boolean;
  readonly contractor?: boolean;
  readonly unitId?: string;
  /** Those that have ended; without it, those that have not. */
  readonly ended?: boolean;
  readonly ids?: readonly string[];
}

export interface PartyRow
  extends Pick<
    ExternalParty,
    'id' | 'name' | 'contactName' | 'relevant' | 'contractor' | 'obligation' | 'unitId' | 'endedOn'
  > {
  readonly organisationNumber: string | null;
  readonly address: string | null;
  readonly unitName: string;
  /** The newest version of the policy that it has acknowledged. */
  readonly acknowledged: number | null;
}

/** The columns the list can be sorted by. */
export const partySorts = {
  name: sql`e.name collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
} as const;

/** The newest version of the policy that a party `e` has acknowledged, by its number. */
const acknowledged = sql<number | null>`(select max(v.number) from acknowledgement a
  join document_version v on v.id = a.document_version_id join document d on d.id = v.document_id
  where a.subject_id = e.id and a.withdrawn_on is null and d.kind = 'policy')`;

/** One page of parties within the scope, and how many there are in all. */
export async function listParties(
  db: Reader,
  filter: PartyFilter,
  order: { readonly by: keyof typeof partySorts; readonly descending: boolean },
  page: number,
  size: number,
  scope: Scope,
): Promise<{ items: PartyRow[]; total: number }> {
  const where = conditions(filter, scope);
  const direction = order.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<PartyRow>`
    select e.id, e.name, e.organisation_number as "organisationNumber", e.contact_name as "contactName", e.email as address,
      e.relevant, e.contractor, e.obligation, e.unit_id as "unitId", u.name as "unitName", e.ended_on as "endedOn",
      ${acknowledged} as acknowledged
    from external_party e join unit_face u on u.id = e.unit_id where ${where}
    order by ${partySorts[order.by]} ${direction}, e.id limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  );
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from external_party e where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: PartyFilter, scope: Scope): RawBuilder<boolean> {
  const { search = '', relevant, contractor, unitId, ended = false, ids } = filter;
  const parts = [
    partyInScope(scope),
    ended ? sql<boolean>`e.ended_on is not null` : sql<boolean>`e.ended_on is null`,
  ];
  if (search !== '')
    parts.push(sql<boolean>`(${holdsText('e.name', search)} or ${holdsText('e.contact_name', search)})`);
  if (relevant !== undefined) parts.push(sql<boolean>`e.relevant = ${relevant}`);
  if (contractor !== undefined) parts.push(sql<boolean>`e.contractor = ${contractor}`);
  if (unitId !== undefined) parts.push(sql<boolean>`e.unit_id = any(array(select unit_subtree(${unitId})))`);
  if (ids !== undefined) parts.push(sql<boolean>`e.id = any(${ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/**
 * What a record shows beside its ids, and which version of the policy was acknowledged last. The agreement's name only within the
 * scope of agreements given; null: none of them.
 */
export async function besideParty(db: Reader, row: ExternalParty, agreements: Scope | null) {
  const isSeen = agreements === null ? sql<boolean>`false` : agreementInScope(agreements, 'r');
  const { rows } = await sql<{
    unitName: string | null;
    agreement: string | null;
    acknowledged: number | null;
  }>`
    select (select name from unit_face where id = ${row.unitId}) as "unitName",
      (select r.counterparty || ': ' || r.subject from agreement_review r
        where r.id = ${row.agreementReviewId} and ${isSeen}) as agreement,
      ${acknowledged} as acknowledged from external_party e where e.id = ${row.id}`.execute(db);
  return rows[0] ?? { unitName: null, agreement: null, acknowledged: null };
}

/** The agreements within the scope that a party can be tied to. */
export async function agreementChoices(
  db: Reader,
  scope: Scope,
): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select agreement_review.id, counterparty || ': ' || subject as name from agreement_review
    where ended_on is null and ${agreementInScope(scope)} order by counterparty collate "sv-x-icu", agreement_review.id
    limit ${10 * pageSize}`.execute(db);
  return rows;
}

/** The parties of a unit that have not ended, locked. */
export async function partiesOfUnit(transaction: Transaction, unitId: UnitId): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from external_party where unit_id = ${unitId} and ended_on is null for update`.execute(
    transaction,
  );
  return rows.map((row) => row.id);
}

/** Parties follow their unit into its successor. */
export async function moveParties(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await sql`update external_party set unit_id = ${to}, version = version + 1, changed_by_event = ${stamp.eventId}
    where unit_id = ${from} and ended_on is null`.execute(transaction);
}
