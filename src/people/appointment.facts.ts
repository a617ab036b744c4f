import { holds } from '../kernel/calendar.ts';
import { groupBy, type Period, type Table } from '../kernel/facts.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Office, ScopeKind } from '../kernel/offices.ts';

/**
 * What clauses may know of an appointment. Its period is the time both the appointment and the person's own period
 * hold: who has left holds no office.
 */
export interface AppointmentFact extends Period {
  readonly id: string;
  readonly personId: PersonId;
  readonly personName: string;
  readonly office: Office;
  readonly deputy: boolean;
  readonly scope: ScopeKind;
  /** Null for the whole municipality. */
  readonly scopeId: string | null;
  readonly decision: string | null;
  /** The person has an e-mail address or a telephone. */
  readonly reachable: boolean;
}

export interface AppointmentRow {
  readonly id: string;
  readonly person_id: PersonId;
  readonly person_name: string;
  readonly office: Office;
  readonly deputy: boolean;
  readonly scope: ScopeKind;
  readonly scope_id: string | null;
  readonly decision: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly reachable: boolean;
}

/** The fact of an appointment's row. */
export function appointmentFact(row: AppointmentRow): AppointmentFact {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    office: row.office,
    deputy: row.deputy,
    scope: row.scope,
    scopeId: row.scope_id,
    decision: row.decision,
    from: row.from,
    until: row.until,
    reachable: row.reachable,
  };
}

/** Appointments for one scope; those for the whole municipality under the empty text. */
export function appointmentsFor(
  appointments: Table<AppointmentFact>,
  scopeId: string | null,
): readonly AppointmentFact[] {
  return groupBy(appointments, byScope).get(scopeId ?? '') ?? [];
}

const byScope = (one: AppointmentFact): string => one.scopeId ?? '';

/** Who holds an office for a scope on a day (null scope: the whole municipality). A deputy is no holder. */
export function holderOf(
  appointments: Table<AppointmentFact>,
  office: Office,
  scopeId: string | null,
  day: string,
): AppointmentFact | null {
  const found = appointmentsFor(appointments, scopeId).find(
    (one) => one.office === office && !one.deputy && holds(one, day),
  );
  return found ?? null;
}

/** The deputies for an office and scope on a day. They stand in; they do not take the duty over. */
export function deputiesOf(
  appointments: Table<AppointmentFact>,
  office: Office,
  scopeId: string | null,
  day: string,
): readonly AppointmentFact[] {
  return appointmentsFor(appointments, scopeId).filter(
    (one) => one.office === office && one.deputy && holds(one, day),
  );
}
