import { sql } from 'kysely';
import type { Reader } from '../../../kernel/db.ts';
import type { DefaultOwner } from '../../../registers/information/owner.ts';
import type { Concerned, ConcernedAppointment, ConcernedInformation } from './consequences.ts';

/** How many of each register's rows hang on a unit, with some of their names. */
export interface Holding {
  readonly unitId: string;
  readonly register: 'information' | 'system' | 'person' | 'defaultOwner';
  readonly count: number;
  readonly names: readonly string[];
}

/** Names shown for each unit and register; the count says how many there are. */
const namesShown = 10;

/**
 * What hangs on the units: information that is handled, systems that run, everybody who belongs there, and the areas
 * whose information the unit's manager owns.
 */
export async function holdingsOf(db: Reader, units: readonly string[]): Promise<Holding[]> {
  const found = await sql<Holding>`
    select unit_id as "unitId", register, count(*) as count,
      (array_agg(name order by name collate "sv-x-icu"))[1:${sql.lit(namesShown)}] as names
    from (
      select unit_id, 'information' as register, name from information_face where state <> 'ended'
      union all select unit_id, 'system', name from system_face where lifecycle <> 'retired'
      union all select unit_id, 'person', name from person_face
      union all select unit_id, 'defaultOwner', name from default_owner_face
    ) held where unit_id = any(${units}::uuid[]) group by unit_id, register`.execute(db);
  return found.rows;
}

/**
 * All that decides who owns and manages what a plan touches: information of the units that end and of the areas whose
 * owner is such a unit's manager, and the appointments for any of it.
 */
export async function readConcerned(
  db: Reader,
  ended: readonly string[],
  receiving: readonly string[],
): Promise<Concerned> {
  const defaults = await sql<DefaultOwner>`
    select area, holder, office, unit_id as "unitId" from default_owner_face`.execute(db);
  const information = await sql<ConcernedInformation>`
    select id, name, unit_id as "unitId", area from information_face where state <> 'ended' and (
      unit_id = any(${ended}::uuid[])
      or area in (select area from default_owner_face where holder = 'unitManager' and unit_id = any(${ended}::uuid[])))
    order by name collate "sv-x-icu", id`.execute(db);
  const scopes = [
    ...ended,
    ...receiving,
    ...information.rows.map((row) => row.id),
    ...defaults.rows.flatMap((row) => row.unitId ?? []),
  ];
  const appointments = await sql<ConcernedAppointment>`
    select id, person_id as "personId", person_name as "personName", office, deputy, scope, scope_id as "scopeId",
      valid_from as "from", (valid_before - 1) as "until"
    from appointment_face where scope = 'municipality' or scope_id = any(${scopes}::uuid[])
    order by person_name collate "sv-x-icu", id`.execute(db);
  return { information: information.rows, appointments: appointments.rows, defaults: defaults.rows };
}
