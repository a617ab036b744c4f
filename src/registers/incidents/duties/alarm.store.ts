import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import { type Alarm, alarmSteps, type AlarmStep } from './alarm.ts';

/** What has been raised for some cases, by the case. */
export async function alarmsBy(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Alarm[]>> {
  const { rows } = await sql<Alarm & { incidentId: string }>`
    select id, incident_id as "incidentId", party_id as "partyId", duty, stage, starts_at as "startsAt", step
    from incident_alarm where incident_id = any(${[...ids]}::uuid[]) order by id`.execute(db);
  const by = new Map<string, Alarm[]>();
  for (const one of rows) by.set(one.incidentId, [...(by.get(one.incidentId) ?? []), one]);
  return by;
}

/** Enters that somebody was woken. */
export async function enterAlarm(
  transaction: Transaction,
  incidentId: string,
  one: Alarm,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into incident_alarm (id, version, changed_by_event, incident_id, party_id, duty, stage, starts_at, step,
      raised_at)
    values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.partyId}, ${one.duty}, ${one.stage}, ${one.startsAt},
      ${one.step}, ${stamp.at})`.execute(transaction);
}

/** Somebody to be woken, with her address for mail where she has one. */
export interface Woken {
  readonly personId: string;
  readonly address: string | null;
}

/**
 * Who is woken at a step, of those who work here that day: the handler and who coordinates; their deputies;
 * whoever leads the unit and those above; the municipal director. Of a secret case only those who may know of it.
 */
export async function wokenAt(
  db: Reader,
  step: AlarmStep,
  of: {
    readonly id: string;
    readonly handlerId: string | null;
    readonly unitId: string | null;
    readonly secret: boolean;
  },
  today: string,
): Promise<Woken[]> {
  const reached = alarmSteps.indexOf(step);
  const from = (other: AlarmStep): boolean => reached >= alarmSteps.indexOf(other);
  const { rows } = await sql<Woken>`
    with recursive above(id) as (
      select ${of.unitId}::uuid union select u.parent_id from unit_face u join above a on u.id = a.id),
    held as (select a.person_id, a.office, a.deputy, a.scope, a.scope_id from appointment_face a
      where a.valid_from <= ${today}::date and (a.valid_before is null or a.valid_before > ${today}::date)),
    woken(id) as (
      select ${of.handlerId}::uuid
      union select person_id from held
        where office in ('informationSecurityCoordinator', 'securityCoordinator') and (not deputy or ${from('deputies')})
      union select p.person_id from incident_person p
        where p.incident_id = ${of.id} and p.ended_on is null and ${from('manager')}
      union select person_id from held
        where ${from('manager') && !of.secret} and office in ('manager', 'departmentHead') and scope = 'unit'
          and scope_id in (select id from above)
      union select person_id from held where ${from('director') && !of.secret} and office = 'municipalDirector')
    select p.id as "personId", e.email as address
    from woken w join person_face p on p.id = w.id left join person_email_face e on e.id = w.id
    where p.valid_from <= ${today}::date
      and (p.valid_before is null or p.valid_before > ${today}::date)
    order by p.id`.execute(db);
  return rows;
}
