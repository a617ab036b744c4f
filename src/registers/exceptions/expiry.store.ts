import { sql } from 'kysely';
import { addDays } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import { reminders } from './expiry.ts';

/** What is decided and has passed its last day, by the day; at most so many. */
export async function overrunExceptions(db: Reader, today: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from exception
    where state = 'decided' and ends_on < ${today}::date order by ends_on, id limit ${most}`.execute(db);
  return rows.map((row) => row.id);
}

/** What is decided and ends soon enough for somebody to be reminded who has not been. */
export async function endingExceptions(db: Reader, today: string, most: number): Promise<string[]> {
  const [early, late] = reminders.map((days) => addDays(today, days));
  const { rows } = await sql<{ id: string }>`select id from exception
    where state = 'decided' and ends_on >= ${today}::date
      and (ends_on <= ${early}::date and reminded_days is null
        or ends_on <= ${late}::date and reminded_days = ${reminders[0]})
    order by ends_on, id limit ${most}`.execute(db);
  return rows.map((row) => row.id);
}

/** Somebody to be reminded, with her address. */
export interface Addressee {
  readonly personId: string;
  readonly address: string;
}

/** Who applied, who leads the unit and who coordinates, of those who work here that day and have an address. */
export async function addresseesOf(
  db: Reader,
  { unitId, appliedBy }: { readonly unitId: string; readonly appliedBy: string | null },
  today: string,
): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    with concerned as (
      select ${appliedBy}::uuid as id
      union select a.person_id from appointment_face a
        where (a.office in ('manager', 'departmentHead') and a.scope = 'unit' and a.scope_id = ${unitId}
               or a.office = 'informationSecurityCoordinator')
          and a.valid_from <= ${today}::date and (a.valid_before is null or a.valid_before > ${today}::date))
    select p.id as "personId", e.email as address
    from concerned c join person_face p on p.id = c.id join person_email_face e on e.id = c.id
    where e.email is not null and p.valid_from <= ${today}::date
      and (p.valid_before is null or p.valid_before > ${today}::date)
    order by p.id`.execute(db);
  return rows;
}
