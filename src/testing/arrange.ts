import { sql } from 'kysely';
import { appendEvent } from '../kernel/audit/append.ts';
import type { Reader } from '../kernel/db.ts';
import { type BodyId, type EntityId, newId, type PersonId, type UnitId } from '../kernel/ids.ts';
import { system } from './actors.ts';

/** A small municipality to test in: two units, the managers of both, and one area of information with its owner rule. */
export interface Arranged {
  readonly entity: EntityId;
  readonly executive: BodyId;
  readonly school: UnitId;
  readonly care: UnitId;
  readonly manager: PersonId;
  readonly other: PersonId;
}

/** Writes rows straight into the registers, with their event, as a migration would. */
export async function arrange(db: Reader): Promise<Arranged> {
  const ids: Arranged = {
    entity: newId(),
    executive: newId(),
    school: newId(),
    care: newId(),
    manager: newId(),
    other: newId(),
  };
  await db.transaction().execute(async (transaction) => {
    const at = new Date('2026-01-01T00:00:00Z');
    const { eventId } = await appendEvent(
      transaction,
      system,
      'setting',
      { kind: 'test.arranged', record: null },
      at,
    );
    const years = sql`daterange('2020-01-01', null)`;
    await sql`insert into legal_entity (id, version, changed_by_event, kind, name, valid, controller)
      values (${ids.entity}, 1, ${eventId}, 'municipality', 'Provkommun', ${years}, false)`.execute(
      transaction,
    );
    await sql`insert into body (id, version, changed_by_event, entity_id, kind, name, abbreviation, valid, controller)
      values (${ids.executive}, 1, ${eventId}, ${ids.entity}, 'executive', 'Kommunstyrelsen', 'KS', ${years}, true)`.execute(
      transaction,
    );
    await sql`insert into unit (id, version, changed_by_event, kind, name, entity_id, body_id, valid) values
      (${ids.school}, 1, ${eventId}, 'unit', 'Skolan', ${ids.entity}, ${ids.executive}, ${years}),
      (${ids.care}, 1, ${eventId}, 'unit', 'Omsorgen', ${ids.entity}, ${ids.executive}, ${years})`.execute(
      transaction,
    );
    await sql`insert into person (id, version, changed_by_event, kind, given_name, family_name, email, unit_id, valid) values
      (${ids.manager}, 1, ${eventId}, 'employee', 'Maria', 'Lind', 'maria@prov.example', ${ids.school}, ${years}),
      (${ids.other}, 1, ${eventId}, 'employee', 'Åke', 'Öberg', 'ake@prov.example', ${ids.care}, ${years})`.execute(
      transaction,
    );
    await sql`insert into appointment (id, version, changed_by_event, person_id, office, scope, unit_id, valid) values
      (${newId()}, 1, ${eventId}, ${ids.manager}, 'manager', 'unit', ${ids.school}, ${years}),
      (${newId()}, 1, ${eventId}, ${ids.other}, 'manager', 'unit', ${ids.care}, ${years})`.execute(
      transaction,
    );
    await sql`insert into default_owner (id, version, changed_by_event, area, name, holder)
      values (${newId()}, 1, ${eventId}, 'skola', 'Skola', 'ownUnitManager')`.execute(transaction);
  });
  return ids;
}
