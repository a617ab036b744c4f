import { type RawBuilder, sql } from 'kysely';
import type { ScopeKeys } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Period } from '../../kernel/facts.ts';
import type { ScopeKind } from '../../kernel/offices.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentGround, OtherAppointment, OtherOffice } from './ground.ts';

type About = Pick<Appointment, 'personId' | 'office' | 'scope' | 'scopeId'>;

/** All that a rule about an appointment needs to know; null when what it is for does not exist. */
export async function loadGround(db: Reader, about: About): Promise<AppointmentGround | null> {
  const target = await loadTarget(db, about.scope, about.scopeId);
  if (target === null) return null;
  return {
    ...target,
    person: await loadPersonPeriod(db, about.personId),
    others: await loadOthers(db, about),
    held: await loadHeld(db, about.personId),
  };
}

async function loadPersonPeriod(db: Reader, personId: string): Promise<Period | null> {
  const { rows } = await sql<Period>`select valid_from as "from", valid_before - 1 as until from person_face
    where id = ${personId}`.execute(db);
  return rows[0] ?? null;
}

interface Target {
  readonly scopePeriod: Period | null;
  readonly keys: ScopeKeys;
}

interface TargetRow {
  readonly from: string | null;
  readonly until: string | null;
  readonly unitId: string | null;
}

/** Where each kind of thing is looked up. A retired system and ended information have nobody appointed for them. */
const targets: Record<Exclude<ScopeKind, 'municipality'>, (id: string) => RawBuilder<TargetRow>> = {
  entity: (id) =>
    sql`select valid_from as "from", valid_before - 1 as until, null as "unitId" from entity_face where id = ${id}`,
  body: (id) =>
    sql`select valid_from as "from", valid_before - 1 as until, null as "unitId" from body_face where id = ${id}`,
  unit: (id) =>
    sql`select valid_from as "from", valid_before - 1 as until, id as "unitId" from unit_face where id = ${id}`,
  system: (id) => sql`select null as "from", null as until, unit_id as "unitId" from system_face
    where id = ${id} and lifecycle <> 'retired'`,
  information: (id) => sql`select null as "from", null as until, unit_id as "unitId" from information_face
    where id = ${id} and state <> 'ended'`,
};

async function loadTarget(db: Reader, scope: ScopeKind, scopeId: string | null): Promise<Target | null> {
  if (scope === 'municipality' || scopeId === null) return { scopePeriod: null, keys: {} };
  const row = (await targets[scope](scopeId).execute(db)).rows[0];
  if (row === undefined) return null;
  const scopePeriod = row.from === null ? null : { from: row.from, until: row.until };
  // Only a system is a record whose owner may appoint (see appointing.ts).
  const keys: ScopeKeys = scope === 'system' ? { record: scopeId, unit: row.unitId } : { unit: row.unitId };
  return { scopePeriod, keys };
}

/** Every appointment to the same office for the same thing, except those that never held. */
async function loadOthers(db: Reader, about: About): Promise<OtherAppointment[]> {
  const { rows } = await sql<OtherAppointment>`
    select a.id, a.person_id as "personId", p.name, a.deputy, lower(a.valid) as "from", upper(a.valid) - 1 as until
    from appointment a join person_face p on p.id = a.person_id
    where a.office = ${about.office} and a.scope = ${about.scope} and a.scope_id is not distinct from ${about.scopeId}
      and not isempty(a.valid)
    order by lower(a.valid), a.id`.execute(db);
  return rows;
}

/** The offices a person holds or has held as the one they are given to; a deputy's duty is another's. */
async function loadHeld(db: Reader, personId: string): Promise<OtherOffice[]> {
  const { rows } = await sql<OtherOffice>`
    select id, office, lower(valid) as "from", upper(valid) - 1 as until
    from appointment where person_id = ${personId} and not deputy and not isempty(valid)`.execute(db);
  return rows;
}
