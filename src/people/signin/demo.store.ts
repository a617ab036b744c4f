import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';

/** A role to step into in the demonstration: one person for each office, the first by name. */
export interface DemoRole {
  readonly personId: PersonId;
  readonly name: string;
  readonly office: Office;
}

export async function demoRoles(db: Reader, today: string): Promise<readonly DemoRole[]> {
  const found = await sql<DemoRole>`
    select distinct on (office) person_id as "personId", person_name as name, office from appointment_face
    where valid_from <= ${today}::date and (valid_before is null or valid_before > ${today}::date) and not deputy
    order by office, person_name`.execute(db);
  return found.rows;
}

export async function findDemoPerson(
  db: Reader,
  personId: PersonId,
  today: string,
): Promise<{ personId: PersonId; name: string } | null> {
  const found = await sql<{ personId: PersonId; name: string }>`select id as "personId", name from person_face
    where id = ${personId} and valid_from <= ${today}::date
      and (valid_before is null or valid_before > ${today}::date)`.execute(db);
  return found.rows[0] ?? null;
}
