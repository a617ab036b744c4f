import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Period } from '../../kernel/facts.ts';
import type { AppointmentId, Id, PersonId } from '../../kernel/ids.ts';
import type { Office, ScopeKind } from '../../kernel/offices.ts';
import type { Appointment } from './appointment.ts';

interface AppointmentRow {
  readonly id: AppointmentId;
  readonly version: number;
  readonly personId: PersonId;
  readonly office: Office;
  readonly deputy: boolean;
  readonly scope: ScopeKind;
  readonly scopeId: Id<'Scope'> | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly decision: string | null;
  readonly toConfirm: boolean;
}

const columns = sql`id, version, person_id as "personId", office, deputy, scope, scope_id as "scopeId",
  lower(valid) as "from", upper(valid) - 1 as until, decision, to_confirm as "toConfirm"`;

/** One appointment, locked to the end of the transaction. */
export async function loadAppointment(transaction: Transaction, id: string): Promise<Appointment | null> {
  const { rows } =
    await sql<AppointmentRow>`select ${columns} from appointment where id = ${id} for update`.execute(
      transaction,
    );
  return rows[0] === undefined ? null : toAppointment(rows[0]);
}

function toAppointment({ from, until, ...row }: AppointmentRow): Appointment {
  return { ...row, period: from === null ? null : { from, until } };
}

/** The days as the database keeps them: half open, and empty for what never held. */
function range(period: Period | null) {
  return period === null ? sql`'empty'::daterange` : sql`daterange(${period.from}, ${period.until}, '[]')`;
}

export async function insertAppointment(
  transaction: Transaction,
  row: Appointment,
  stamp: Stamp,
): Promise<void> {
  const idFor = (scope: ScopeKind) => (row.scope === scope ? row.scopeId : null);
  await sql`insert into appointment (id, version, changed_by_event, person_id, office, deputy, scope, entity_id, body_id,
      unit_id, system_id, information_id, valid, decision, to_confirm)
    values (${row.id}, ${row.version}, ${stamp.eventId}, ${row.personId}, ${row.office}, ${row.deputy}, ${row.scope},
      ${idFor('entity')}, ${idFor('body')}, ${idFor('unit')}, ${idFor('system')}, ${idFor('information')},
      ${range(row.period)}, ${row.decision}, ${row.toConfirm})`.execute(transaction);
}

/** Stores what can change of an appointment: its days, its decision, and that it is confirmed. */
export async function updateAppointment(
  transaction: Transaction,
  row: Appointment,
  stamp: Stamp,
): Promise<void> {
  await sql`update appointment set version = ${row.version}, changed_by_event = ${stamp.eventId},
      valid = ${range(row.period)}, decision = ${row.decision}, to_confirm = ${row.toConfirm}
    where id = ${row.id}`.execute(transaction);
}

/** Appointments of a person, or to a unit's offices, that last longer than a day. */
type Which = { readonly personId: string } | { readonly unitIds: readonly string[] };

const chosen = (which: Which) =>
  'personId' in which
    ? sql<boolean>`person_id = ${which.personId}`
    : sql<boolean>`unit_id = any(${which.unitIds}::uuid[])`;

/** The ids of those that would be cut by {@link cutAppointments}, locked. */
export async function appointmentsAfter(
  transaction: Transaction,
  which: Which,
  lastDay: string,
): Promise<readonly AppointmentId[]> {
  const { rows } = await sql<{ id: AppointmentId }>`select id from appointment
    where ${chosen(which)} and valid && daterange(${lastDay}, null, '()') order by id for update`.execute(
    transaction,
  );
  return rows.map((row) => row.id);
}

/** Ends them with that day as their last; what would only have begun later is withdrawn. */
export async function cutAppointments(
  transaction: Transaction,
  which: Which,
  lastDay: string,
  stamp: Stamp,
): Promise<void> {
  await sql`update appointment set version = version + 1, changed_by_event = ${stamp.eventId},
      valid = valid * daterange(null, ${lastDay}, '[]')
    where ${chosen(which)} and valid && daterange(${lastDay}, null, '()')`.execute(transaction);
}

/** One at a time may end an administrator: two who end each other at once would leave none. */
export async function lockAdministrators(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('varna.administrators'))`.execute(transaction);
}

/** Is somebody administrator that day, besides one person or one appointment? */
export async function administratorBeside(
  db: Reader,
  except: { readonly personId: string } | { readonly appointmentId: string },
  day: string,
): Promise<boolean> {
  const other =
    'personId' in except ? sql`person_id <> ${except.personId}` : sql`id <> ${except.appointmentId}`;
  const { rows } = await sql<{ there: boolean }>`select exists (select from appointment
    where office = 'administrator' and ${other} and valid @> ${day}::date) as there`.execute(db);
  return rows[0]?.there ?? false;
}

/** The offices of a person that last longer than a day. */
export async function officesAfter(
  db: Reader,
  personId: string,
  lastDay: string,
): Promise<readonly Office[]> {
  const { rows } = await sql<{ office: Office }>`select distinct office from appointment
    where ${chosen({ personId })} and valid && daterange(${lastDay}, null, '()')`.execute(db);
  return rows.map((row) => row.office);
}

/** Which of the offices somebody holds, now or later, as the one they are given to. */
export async function officesHeld(
  db: Reader,
  among: readonly Office[],
  today: string,
): Promise<readonly Office[]> {
  const { rows } = await sql<{ office: Office }>`select distinct office from appointment
    where office = any(${[...among]}::text[]) and not deputy and valid && daterange(${today}, null)`.execute(
    db,
  );
  return rows.map((row) => row.office);
}
