import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import { joined, selected, type Selection, tableOf } from '../kernel/recorded.ts';
import { type AppointmentFact, type AppointmentRow, appointmentFact } from './appointment.facts.ts';

/** Appointments, in the order of their ids, each no longer than its person is with us. */
export async function readAppointmentFacts(db: Reader, selection: Selection): Promise<AppointmentFact[]> {
  return read(db, selection, 'id');
}

/** Appointments of the persons given: a person's name and period are part of the fact. */
export async function readAppointmentFactsOfPersons(
  db: Reader,
  persons: readonly string[],
): Promise<AppointmentFact[]> {
  return read(db, { kind: 'ids', ids: persons }, 'person_id');
}

async function read(db: Reader, selection: Selection, column: string): Promise<AppointmentFact[]> {
  const persons = joined(selection);
  const { rows } = await sql<AppointmentRow>`
    select a.id, a.person_id, p.given_name || ' ' || p.family_name as person_name, a.office, a.deputy, a.scope, a.scope_id,
           a.decision, lower(a.valid * p.valid) as "from", upper(a.valid * p.valid) - 1 as until,
           p.email is not null or p.telephone is not null as reachable
    from ${tableOf('appointment', 'a', selection)}
    join ${tableOf('person', 'p', persons)} on p.id = a.person_id
    where ${selected('a', selection, column)} and ${selected('p', persons)} and not isempty(a.valid * p.valid)
    order by a.id`.execute(db);
  return rows.map(appointmentFact);
}
