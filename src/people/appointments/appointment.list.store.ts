import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import { whereRowCovered } from '../../kernel/recorded/covered.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Office, ScopeKind } from '../../kernel/offices.ts';
import { holdsIndexedText } from '../../kernel/search.ts';

/** What a list can be narrowed to. Everything absent narrows nothing. */
export interface AppointmentFilter {
  readonly search?: string;
  readonly office?: Office;
  readonly personId?: string;
  readonly scope?: ScopeKind;
  readonly scopeId?: string;
  /** Only those to offices of this unit and the units below it. */
  readonly unitId?: string;
  /** Only those in force that day. */
  readonly day?: string;
  readonly toConfirm?: boolean;
  /** Only these rows: the ones behind a clause's figure. */
  readonly ids?: readonly string[];
}

export interface AppointmentListRow {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly personName: string;
  readonly office: Office;
  readonly deputy: boolean;
  readonly scope: ScopeKind;
  readonly scopeId: string | null;
  /** Null for the whole municipality, and for information whose name the asker may not see. */
  readonly scopeName: string | null;
  /** The unit of what it is for, by which the right to end it is judged. */
  readonly scopeUnitId: string | null;
  /** Null when it was withdrawn before its first day. */
  readonly from: string | null;
  readonly until: string | null;
  readonly decision: string | null;
  readonly toConfirm: boolean;
}

export const appointmentSorts = {
  person: sql`p.family_name collate "sv-x-icu"`,
  office: sql`a.office`,
  from: sql`lower(a.valid)`,
} as const;
export type AppointmentSort = keyof typeof appointmentSorts;

/** What an appointment is for, in words. `names` is the scope within which names of information are shown. */
function scopeName(names: Scope | null): RawBuilder<unknown> {
  const row = { alias: 'i', schema: '', today: '' } as const;
  const seen =
    names === null
      ? sql`false`
      : whereRowCovered(names, 'information', row, ({ alias }) => ({
          record: `${alias}.id`,
          unit: `${alias}.unit_id`,
        }));
  return sql`case a.scope
    when 'entity' then (select e.name from entity_face e where e.id = a.entity_id)
    when 'body' then (select b.name from body_face b where b.id = a.body_id)
    when 'unit' then (select u.name from unit_face u where u.id = a.unit_id)
    when 'system' then (select s.name from system_face s where s.id = a.system_id)
    when 'information' then (select i.name from information_face i where i.id = a.information_id and ${seen}) end`;
}

const scopeUnit = sql`coalesce(a.unit_id, (select s.unit_id from system_face s where s.id = a.system_id),
  (select i.unit_id from information_face i where i.id = a.information_id))`;

function listed(names: Scope | null): RawBuilder<unknown> {
  return sql`a.id, a.version, a.person_id as "personId", p.name as "personName", a.office, a.deputy, a.scope,
    a.scope_id as "scopeId", ${scopeName(names)} as "scopeName", ${scopeUnit} as "scopeUnitId", lower(a.valid) as "from",
    upper(a.valid) - 1 as until, a.decision, a.to_confirm as "toConfirm"`;
}

/** One page of the register, and how many rows the filter holds in all. */
export async function listAppointments(
  db: Reader,
  filter: AppointmentFilter,
  order: { readonly by: AppointmentSort; readonly descending: boolean },
  page: number,
  size: number,
  names: Scope | null,
): Promise<{ items: AppointmentListRow[]; total: number }> {
  const where = conditions(filter);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<AppointmentListRow>`select ${listed(names)}
    from appointment a join person_face p on p.id = a.person_id where ${where}
    order by ${appointmentSorts[order.by]} ${direction}, a.id limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total
    from appointment a join person_face p on p.id = a.person_id where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

/** Every appointment a person has or has had, the latest first. At most 500: nobody has held more. */
export async function appointmentsOf(
  db: Reader,
  personId: string,
  names: Scope | null,
): Promise<AppointmentListRow[]> {
  const { rows } = await sql<AppointmentListRow>`select ${listed(names)}
    from appointment a join person_face p on p.id = a.person_id where a.person_id = ${personId}
    order by lower(a.valid) desc nulls last, a.id limit 500`.execute(db);
  return rows;
}

/** One appointment as lists show it; null when there is none. */
export async function readListed(
  db: Reader,
  id: string,
  names: Scope | null,
): Promise<AppointmentListRow | null> {
  const { rows } = await sql<AppointmentListRow>`select ${listed(names)}
    from appointment a join person_face p on p.id = a.person_id where a.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

function conditions(filter: AppointmentFilter): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`];
  if (filter.search !== undefined && filter.search !== '') {
    parts.push(holdsIndexedText(sql`p.name`, filter.search));
  }
  if (filter.office !== undefined) parts.push(sql<boolean>`a.office = ${filter.office}`);
  if (filter.personId !== undefined) parts.push(sql<boolean>`a.person_id = ${filter.personId}`);
  if (filter.scope !== undefined) parts.push(sql<boolean>`a.scope = ${filter.scope}`);
  if (filter.scopeId !== undefined) parts.push(sql<boolean>`a.scope_id = ${filter.scopeId}`);
  if (filter.unitId !== undefined)
    parts.push(sql<boolean>`a.unit_id = any(array(select unit_subtree(${filter.unitId})))`);
  if (filter.day !== undefined) parts.push(sql<boolean>`a.valid @> ${filter.day}::date`);
  if (filter.toConfirm !== undefined) parts.push(sql<boolean>`a.to_confirm = ${filter.toConfirm}`);
  if (filter.ids !== undefined) parts.push(sql<boolean>`a.id = any(${filter.ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
