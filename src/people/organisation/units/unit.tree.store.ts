import { type RawBuilder, sql } from 'kysely';
import { type Scope, whereCovered } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import { holdsText } from '../../../kernel/search.ts';
import { informationInScope } from '../../../registers/information/information.store.ts';
import { systemInScope } from '../../../registers/systems/system.store.ts';
import { notEndedOn } from '../row.store.ts';
import { unitInScope } from './unit.store.ts';
import type { UnitKind } from './unit.ts';

/** More rows than any municipality has units; a tree this large is cut, and the view says so. */
export const treeLimit = 5000;

/** A unit as the tree shows it. */
export interface TreeRow {
  readonly id: string;
  readonly version: number;
  readonly parentId: string | null;
  readonly entityId: string;
  readonly bodyId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  readonly toConfirm: boolean;
  readonly carriersDeclaredOn: string | null;
  readonly manager: { readonly personId: string; readonly name: string } | null;
  /** How many the asker may see; null where she may see none of the unit's. */
  readonly information: number | null;
  readonly systems: number | null;
  readonly persons: number;
}

/** What an asker may see of the registers whose rows hang on units. */
export interface HeldScopes {
  readonly information: Scope;
  readonly systems: Scope;
}

/** How much it holds is told by the same right as the lists: what a unit handles is not for everyone to know. */
function heldRows(scopes: HeldScopes, today: string) {
  const { information, systems } = scopes;
  return {
    information: sql`(select i.unit_id from information_face i
      where i.state <> 'ended' and ${informationInScope(information, today, 'i')})`,
    systems: sql`(select s.unit_id from system_face s
      where s.lifecycle <> 'retired' and ${systemInScope(systems, 's')})`,
  };
}

/** The count; none at all is told as none only where the asker would see what there is. */
function told(count: RawBuilder<unknown>, scope: Scope, unit: string | RawBuilder<unknown>) {
  return sql`case when ${whereCovered(scope, { unit })} then coalesce(${count}, 0) else nullif(${count}, 0) end`;
}

const standsToday = (valid: { from: string; before: string }, today: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(valid.from)} <= ${today}::date
    and (${sql.ref(valid.before)} is null or ${sql.ref(valid.before)} > ${today}::date)`;

/** Every unit with who manages it today and how much it holds, by name; without those that have ended, unless asked. */
export async function listTree(
  db: Reader,
  filter: { readonly entityId?: string; readonly ended?: boolean },
  scope: Scope,
  scopes: HeldScopes,
  today: string,
): Promise<TreeRow[]> {
  const rows = heldRows(scopes, today);
  const parts = [unitInScope(scope)];
  if (filter.entityId !== undefined) parts.push(sql<boolean>`unit.entity_id = ${filter.entityId}`);
  if (filter.ended !== true) parts.push(notEndedOn('unit', today));
  const found = await sql<TreeRow>`
    with managing as (
      select distinct on (a.scope_id) a.scope_id, jsonb_build_object('personId', a.person_id, 'name', a.person_name) as holder
      from appointment_face a
      where a.scope = 'unit' and a.office in ('manager', 'departmentHead') and not a.deputy
        and ${standsToday({ from: 'a.valid_from', before: 'a.valid_before' }, today)}
      order by a.scope_id, a.office desc
    ),
    held as (select unit_id, count(*) as count from ${rows.information} h group by unit_id),
    run as (select unit_id, count(*) as count from ${rows.systems} r group by unit_id),
    staff as (select p.unit_id, count(*) as count from person_face p
      where ${standsToday({ from: 'p.valid_from', before: 'p.valid_before' }, today)} group by p.unit_id)
    select unit.id, unit.version, unit.parent_id as "parentId", unit.entity_id as "entityId", unit.body_id as "bodyId",
      unit.kind, unit.name, lower(unit.valid) as "from", (upper(unit.valid) - 1) as "until", unit.to_confirm as "toConfirm",
      unit.carriers_declared_on as "carriersDeclaredOn", managing.holder as manager,
      ${told(sql`held.count`, scopes.information, 'unit.id')} as information,
      ${told(sql`run.count`, scopes.systems, 'unit.id')} as systems, coalesce(staff.count, 0) as persons
    from unit left join managing on managing.scope_id = unit.id left join held on held.unit_id = unit.id
      left join run on run.unit_id = unit.id left join staff on staff.unit_id = unit.id
    where ${sql.join(parts, sql` and `)}
    order by unit.name collate "sv-x-icu", unit.id limit ${treeLimit}`.execute(db);
  return found.rows;
}

/** One row of {@link listTree}, for a unit's own page; null when there is none within the scope. */
export async function standingOf(db: Reader, id: string, scopes: HeldScopes, today: string) {
  const rows = heldRows(scopes, today);
  const counted = (of: RawBuilder<unknown>) => sql`(select count(*) from ${of} h where h.unit_id = ${id})`;
  const unit = sql`${id}::uuid`;
  const found = await sql<Pick<TreeRow, 'manager' | 'information' | 'systems' | 'persons'>>`select
    (select jsonb_build_object('personId', a.person_id, 'name', a.person_name) from appointment_face a
      where a.scope_id = ${id} and a.office in ('manager', 'departmentHead') and not a.deputy
        and ${standsToday({ from: 'a.valid_from', before: 'a.valid_before' }, today)}
      order by a.office desc limit 1) as manager,
    ${told(counted(rows.information), scopes.information, unit)} as information,
    ${told(counted(rows.systems), scopes.systems, unit)} as systems,
    (select count(*) from person_face p where unit_id = ${id}
      and ${standsToday({ from: 'p.valid_from', before: 'p.valid_before' }, today)}) as persons`.execute(db);
  return found.rows[0] ?? { manager: null, information: null, systems: null, persons: 0 };
}

/** What a list of units can be narrowed to. Everything absent narrows nothing. */
export interface UnitFilter {
  readonly search?: string;
  readonly entityId?: string;
  readonly kind?: UnitKind;
  readonly ended?: boolean;
  readonly ids?: readonly string[];
}

/** A unit as a picker shows it: its name, and where it is. */
export interface UnitChoice {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: UnitKind;
  readonly entityId: string;
  readonly entityName: string;
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly toConfirm: boolean;
}

/** One page of units by name; what begins as the search does comes first. And how many there are in all. */
export async function listUnits(
  db: Reader,
  filter: UnitFilter,
  page: number,
  size: number,
  scope: Scope,
  today: string,
): Promise<{ items: UnitChoice[]; total: number }> {
  const search = filter.search ?? '';
  const parts = [unitInScope(scope)];
  if (search !== '') parts.push(holdsText('unit.name', search));
  if (filter.entityId !== undefined) parts.push(sql<boolean>`unit.entity_id = ${filter.entityId}`);
  if (filter.kind !== undefined) parts.push(sql<boolean>`unit.kind = ${filter.kind}`);
  if (filter.ended !== true) parts.push(notEndedOn('unit', today));
  if (filter.ids !== undefined) parts.push(sql<boolean>`unit.id = any(${filter.ids}::uuid[])`);
  const where = sql<boolean>`${sql.join(parts, sql` and `)}`;
  const found = await sql<UnitChoice>`
    select unit.id, unit.version, unit.name, unit.kind, unit.entity_id as "entityId", e.name as "entityName",
      unit.parent_id as "parentId", parent.name as "parentName", lower(unit.valid) as "from",
      (upper(unit.valid) - 1) as "until", unit.to_confirm as "toConfirm"
    from unit join entity_face e on e.id = unit.entity_id left join unit parent on parent.id = unit.parent_id
    where ${where}
    order by not starts_with(lower(unit.name), lower(${search})), unit.name collate "sv-x-icu", unit.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from unit where ${where}`.execute(db);
  return { items: found.rows, total: counted.rows[0]?.total ?? 0 };
}

/** The names that a unit's ids stand for, and the units directly below it. */
export async function surroundingsOf(db: Reader, id: string, today: string) {
  const named = await sql<{ entityName: string; bodyName: string | null; successorName: string | null }>`
    select (select name from entity_face where id = unit.entity_id) as "entityName",
      (select name from body_face where id = unit.body_id) as "bodyName",
      (select name from unit s where s.id = unit.successor_id) as "successorName"
    from unit where unit.id = ${id}`.execute(db);
  const below = await sql<{ id: string; name: string; kind: UnitKind }>`
    select unit.id, unit.name, unit.kind from unit where unit.parent_id = ${id} and ${notEndedOn('unit', today)}
    order by unit.name collate "sv-x-icu", unit.id limit ${treeLimit}`.execute(db);
  return {
    ...(named.rows[0] ?? { entityName: '', bodyName: null, successorName: null }),
    subunits: below.rows,
  };
}
