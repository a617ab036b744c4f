import { sql } from 'kysely';
import type { Actor, HeldOffice } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import type { PersonId, UnitId } from '../kernel/ids.ts';
import { everyRequest } from '../kernel/plans.ts';

/** What rights follow from, without how the person came in. */
export type LoadedActor = Omit<Actor, 'credentialId' | 'language'>;

interface ActorRow {
  readonly name: string;
  readonly unitId: UnitId | null;
  readonly held: readonly HeldOffice[];
  readonly areas: readonly string[];
}

/**
 * Who somebody is that day: the offices she holds (a deputy has the office's rights), the units below those that are
 * units, and what she owns by the default-owner table (P28; there a deputy stands in but owns nothing, as in
 * `registers/information/owner.ts`). Asked at every request, so it is one statement that starts from the person. Null
 * for who is not with us that day: rights end with the last day, whatever session is still open.
 */
export async function loadActor(db: Reader, personId: PersonId, today: string): Promise<LoadedActor | null> {
  const inForce = (alias: string) => sql`${sql.ref(`${alias}.valid_from`)} <= ${today}::date
    and (${sql.ref(`${alias}.valid_before`)} is null or ${sql.ref(`${alias}.valid_before`)} > ${today}::date)`;
  const { rows } = await sql<ActorRow>`${everyRequest}
    with held as materialized (
      select a.office, a.deputy, a.scope, a.scope_id from appointment_face a
      where a.person_id = ${personId} and ${inForce('a')}),
    managed as (select scope_id from held where scope = 'unit' and office in ('manager', 'departmentHead') and not deputy)
    select p.name, p.unit_id as "unitId",
      coalesce((select json_agg(json_build_object('office', h.office, 'scope', h.scope, 'scopeId', h.scope_id, 'units',
          case when h.scope = 'unit' then (select json_agg(u.id) from unit_subtree(h.scope_id) as u(id)) else '[]' end)
        order by h.office, h.scope_id) from held h), '[]') as held,
      array(
        select d.area from default_owner_face d
        where d.holder = 'office' and d.office in (select h.office from held h where h.scope_id is null and not h.deputy)
        union select d.area from default_owner_face d
        where d.holder = 'unitManager' and d.unit_id in (select m.scope_id from managed m)
        union select d.area || ':' || m.scope_id from default_owner_face d cross join managed m
        where d.holder = 'ownUnitManager'
        order by 1) as areas
    from person_face p where p.id = ${personId} and ${inForce('p')}`.execute(db);
  const row = rows[0];
  return row === undefined ? null : { kind: 'person', personId, ...row };
}
