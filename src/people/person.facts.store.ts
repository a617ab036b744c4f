import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import { joined, selected, type Selection, tableOf } from '../kernel/recorded.ts';
import {
  type PersonCountFact,
  type PersonCountRow,
  type PersonFact,
  type PersonSourceFact,
  type PersonSourceRow,
  personCountFact,
  personSourceFact,
} from './person.facts.ts';

/** Persons with us on the day, counted by kind and source; always all of them. */
export async function readPersonCounts(
  db: Reader,
  selection: Selection,
  day: string,
): Promise<PersonCountFact[]> {
  const all = joined(selection);
  const { rows } = await sql<PersonCountRow>`
    select p.kind, p.source_id, count(*) as count
    from ${tableOf('person', 'p', all)} where ${selected('p', all)} and p.valid @> ${day}::date
    group by p.kind, p.source_id order by p.kind, p.source_id`.execute(db);
  return rows.map(personCountFact);
}

/** Persons, those who have left too, in the order of their ids. */
export async function readPersonFacts(db: Reader, selection: Selection): Promise<PersonFact[]> {
  const { rows } = await sql<PersonFact>`
    select p.id, p.given_name || ' ' || p.family_name as name, p.kind, p.unit_id as "unitId", p.organisation,
           lower(p.valid) as "from", upper(p.valid) - 1 as until
    from ${tableOf('person', 'p', selection)} where ${selected('p', selection)} order by p.id`.execute(db);
  return rows;
}

/** Sources of persons, in the order of their ids. */
export async function readPersonSourceFacts(db: Reader, selection: Selection): Promise<PersonSourceFact[]> {
  const { rows } = await sql<PersonSourceRow>`
    select s.id, s.kind, s.name, s.interval_days, s.synchronised_on, s.ended_on
    from ${tableOf('person_source', 's', selection)} where ${selected('s', selection)} order by s.id`.execute(
    db,
  );
  return rows.map(personSourceFact);
}
