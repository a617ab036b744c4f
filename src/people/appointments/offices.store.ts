import { type RawBuilder, sql } from 'kysely';
import { type Scope, whereCovered } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { type Office, offices, type ScopeKind } from '../../kernel/offices.ts';
import { holdsText } from '../../kernel/search.ts';

/** An office that somebody should hold for something, and who does. */
export interface OfficePlace {
  readonly office: Office;
  readonly scope: ScopeKind;
  readonly scopeId: string | null;
  readonly scopeName: string | null;
  readonly scopeUnitId: string | null;
  /** Null while vacant; so are the four below. */
  readonly appointmentId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly toConfirm: boolean | null;
  readonly deputies: readonly { readonly id: string; readonly personId: string; readonly name: string }[];
}

/** What the list can be narrowed to. Everything absent narrows nothing. */
export interface OfficeFilter {
  readonly office?: Office;
  readonly vacant?: boolean;
  readonly search?: string;
  /** Only places that one of these appointments fills, as holder or deputy: the rows behind a clause's figure. */
  readonly ids?: readonly string[];
}

/** Offices of the whole municipality that are to be filled in every municipality. */
const everywhere: readonly Office[] = [
  'municipalDirector',
  'informationSecurityCoordinator',
  'securityCoordinator',
  'itManager',
  'hrManager',
  'auditor',
  'administrator',
];

/** Offices that are no places to be filled: who holds them is of no matter here, and they are thousands. */
const withoutPlace: readonly Office[] = ['informationOwner', 'systemMaintainer'];

/** Stands for the whole municipality where the ids of what an office is held for are compared. */
const nothing = '00000000-0000-0000-0000-000000000000';

/** Who holds the appointment `a`, looked up for each: to read every person there is first would take three times as long. */
const holders = (
  today: string,
) => sql`select p.given_name || ' ' || p.family_name as name, p.valid from person p
  where p.id = a.person_id and p.valid @> ${today}::date offset 0`;

/** A unit is led by a manager or a head of department; both fill the same place. */
const place = sql`case a.office when 'departmentHead' then 'manager' else a.office end`;

/** Everything that somebody should hold an office for on the day. */
function places(today: string): RawBuilder<unknown> {
  const stands = (alias: string) => sql`${sql.ref(`${alias}.valid_from`)} <= ${today}::date
    and (${sql.ref(`${alias}.valid_before`)} is null or ${sql.ref(`${alias}.valid_before`)} > ${today}::date)`;
  return sql`
    select unnest(${everywhere}::text[]) as office, 'municipality' as scope, null::uuid as id, null as name, null::uuid as unit_id
    union all select 'manager', 'unit', u.id, u.name, u.id from unit_face u where u.kind = 'unit' and ${stands('u')}
    union all select 'chair', 'body', b.id, b.name, null from body_face b
      where b.kind in ('council', 'executive', 'committee', 'board') and ${stands('b')}
    union all select 'dataProtectionOfficer', 'body', b.id, b.name, null from body_face b where b.controller and ${stands('b')}
    union all select 'dataProtectionOfficer', 'entity', e.id, e.name, null from entity_face e where e.controller and ${stands('e')}
    union all select 'entityContact', 'entity', e.id, e.name, null from entity_face e
      where e.kind <> 'municipality' and ${stands('e')}
    union all select 'systemOwner', 'system', s.id, s.name, s.unit_id from system_face s
      where s.lifecycle in ('acquired', 'inOperation', 'beingRetired')`;
}

/**
 * One page of the offices that should be held today, the vacant ones first: those of the whole municipality, a head
 * for each unit (chef or förvaltningschef), a chair for each body, an officer for each controller, a contact for each
 * company and foundation, an owner for each system in use. Information may be owned by the default table, so what
 * lacks an owner there is for clause P28 to say.
 */
export async function listOffices(
  db: Reader,
  filter: OfficeFilter,
  page: number,
  size: number,
  today: string,
): Promise<{ items: OfficePlace[]; total: number; vacant: number }> {
  const search = filter.search ?? '';
  const isAsked = sql`(${filter.vacant ?? null}::boolean is null or c.vacant = ${filter.vacant ?? null})`;
  const { rows } = await sql<{ items: OfficePlace[]; total: number; vacant: number }>`
    with place as (${places(today)}),
    today as materialized (
      select a.id, a.office, a.deputy, a.scope, a.person_id, p.name as person_name, a.to_confirm,
        a.valid * p.valid as valid, ${place} as place, coalesce(a.scope_id, ${nothing}::uuid) as scope_key
      from appointment a cross join lateral (${holders(today)}) p
      where a.valid @> ${today}::date and a.office <> all(${withoutPlace}::text[])),
    deputy as materialized (select place, scope, scope_key, id, person_id, person_name from today where deputy),
    holder as (
      select distinct on (scope_key, place, scope) * from today where not deputy
      order by scope_key, place, scope, lower(valid), id),
    filled as (
      select coalesce(h.office, p.office) as office, p.scope, p.id as "scopeId", p.name as "scopeName",
        p.unit_id as "scopeUnitId", h.id as "appointmentId", h.person_id as "personId", h.person_name as "personName",
        lower(h.valid) as "from", upper(h.valid) - 1 as until, h.to_confirm as "toConfirm", p.office as place,
        coalesce(p.id, ${nothing}::uuid) as scope_key
      from place p left join holder h
        on h.place = p.office and h.scope = p.scope and h.scope_key = coalesce(p.id, ${nothing}::uuid)),
    chosen as materialized (
      select f.*, f."appointmentId" is null as vacant
      from filled f
      where (${filter.office ?? null}::text is null or f.office = ${filter.office ?? null})
        and (${filter.ids ?? null}::uuid[] is null or exists (select from today t where t.id = any(${filter.ids ?? null}::uuid[])
          and t.place = f.place and t.scope = f.scope and t.scope_key = f.scope_key))
        and (${search} = '' or ${holdsText('f.scopeName', search)} or ${holdsText('f.personName', search)})),
    page as (
      select c.*, coalesce((select json_agg(json_build_object('id', d.id, 'personId', d.person_id, 'name', d.person_name)
            order by d.person_name collate "sv-x-icu") from deputy d
          where d.place = c.place and d.scope = c.scope and d.scope_key = c.scope_key), '[]') as deputies
      from (select c.*, row_number() over () as rank
        from (select c.* from chosen c where ${isAsked} order by c.vacant desc, array_position(${[...offices]}::text[], c.office),
          c."scopeName" collate "sv-x-icu", c."scopeId" limit ${size} offset ${(page - 1) * size}) c) c)
    select (select count(*) from chosen c where ${isAsked}) as total, (select count(*) from chosen where vacant) as vacant,
      coalesce((select json_agg(json_build_object('office', p.office, 'scope', p.scope, 'scopeId', p."scopeId",
          'scopeName', p."scopeName", 'scopeUnitId', p."scopeUnitId", 'appointmentId', p."appointmentId",
          'personId', p."personId", 'personName', p."personName", 'from', p."from", 'until', p.until,
          'toConfirm', p."toConfirm", 'deputies', p.deputies) order by p.rank) from page p), '[]') as items`.execute(
    db,
  );
  return rows[0] ?? { items: [], total: 0, vacant: 0 };
}

/** Something an office can be held for, as a form offers it. */
export interface ScopeChoice {
  readonly id: string;
  readonly scope: ScopeKind;
  readonly name: string;
  /** What tells two of the same name apart: the entity, the unit above, the unit it belongs to. */
  readonly of: string | null;
}

/** At most twenty things that the office can be held for and the actor may appoint for, by name. */
export async function scopeChoices(
  db: Reader,
  kinds: readonly ScopeKind[],
  scope: Scope,
  search: string,
  today: string,
): Promise<ScopeChoice[]> {
  const stands = (alias: string) => sql`(${sql.ref(`${alias}.valid_before`)} is null
    or ${sql.ref(`${alias}.valid_before`)} > ${today}::date)`;
  const within = (unit: string, record?: string) =>
    whereCovered(scope, record === undefined ? { unit } : { unit, record });
  const { rows } = await sql<ScopeChoice>`
    with choice as (
      select e.id, 'entity' as scope, e.name, null as of from entity_face e where ${stands('e')} and ${scope.everything}
      union all select b.id, 'body', b.name, e.name from body_face b join entity_face e on e.id = b.entity_id
        where ${stands('b')} and ${scope.everything}
      union all select u.id, 'unit', u.name, coalesce(o.name, e.name) from unit_face u join entity_face e on e.id = u.entity_id
        left join unit_face o on o.id = u.parent_id where ${stands('u')} and ${within('u.id')}
      union all select s.id, 'system', s.name, u.name from system_face s join unit_face u on u.id = s.unit_id
        where s.lifecycle <> 'retired' and ${within('s.unit_id', 's.id')}
      union all select i.id, 'information', i.name, u.name from information_face i join unit_face u on u.id = i.unit_id
        where i.state <> 'ended' and ${within('i.unit_id')})
    select id, scope, name, of from choice
    where scope = any(${[...kinds]}::text[]) and ${holdsText('name', search)}
    order by name collate "sv-x-icu", of collate "sv-x-icu", id limit 20`.execute(db);
  return rows;
}
