import type { ScopeKeys } from '../../kernel/access.ts';
import { type DecisionReference, parseDecision } from '../../kernel/decision-reference.ts';
import type { Period } from '../../kernel/facts.ts';
import type { AppointmentId, PersonId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { electedOffices } from './appointing.ts';
import type { Appointment } from './appointment.ts';

/** Another appointment to the same office for the same thing. */
export interface OtherAppointment extends Period {
  readonly id: AppointmentId;
  readonly personId: PersonId;
  readonly name: string;
  readonly deputy: boolean;
}

/** Another office the same person holds. */
export interface OtherOffice extends Period {
  readonly id: AppointmentId;
  readonly office: Office;
}

/** What an appointment stands on: the person, what it is for, and the appointments beside it. */
export interface AppointmentGround {
  /** When the person is with us; null when there is no such person. */
  readonly person: Period | null;
  /** When the thing it is for stands; null where that has no days (the whole municipality, a system, information). */
  readonly scopePeriod: Period | null;
  /** By which keys the right to appoint is judged. */
  readonly keys: ScopeKeys;
  readonly others: readonly OtherAppointment[];
  readonly held: readonly OtherOffice[];
}

/** Worth knowing though not forbidden: the answer carries them, and clauses go on showing them. */
export const appointmentWarnings = ['officerNotIndependent', 'decisionMissing'] as const;
export type AppointmentWarning = (typeof appointmentWarnings)[number];

/**
 * Offices whose holder decides why or how personal data are handled: a data protection officer who holds one watches
 * over her own decisions (GDPR art. 38.6; WP 243 rev.01, 3.5). The same that clause P34 looks at. Shown, not refused:
 * the municipality decides, and the clause goes on telling.
 */
export const officesAgainstOfficer: readonly Office[] = [
  'systemOwner',
  'informationOwner',
  'informationSecurityCoordinator',
  'itManager',
  'hrManager',
  'municipalDirector',
  'manager',
  'departmentHead',
];

/** Why the appointment cannot stand those days: the person, what it is for, its decision, or another appointment. */
export function groundFault(
  appointment: Appointment,
  period: Period,
  ground: AppointmentGround,
): Refusal | null {
  if (period.until !== null && period.until < period.from)
    return refuse('endsBeforeStart', { field: 'until' });
  if (ground.person === null || !within(period, ground.person)) {
    const named = ground.person === null ? '' : printPeriod(ground.person);
    return refuse('personNotThere', { field: 'personId', parameters: { period: named } });
  }
  if (ground.scopePeriod !== null && !within({ from: period.from, until: period.from }, ground.scopePeriod)) {
    return refuse('scopeNotThere', {
      field: 'from',
      parameters: { period: printPeriod(ground.scopePeriod) },
    });
  }
  if (electedOffices.includes(appointment.office) && referenceOf(appointment)?.kind !== 'body') {
    return refuse('decisionByBodyMissing', { field: 'decision' });
  }
  return clashFault(appointment, period, ground);
}

function clashFault(appointment: Appointment, period: Period, ground: AppointmentGround): Refusal | null {
  const clashing = ground.others.filter((one) => one.id !== appointment.id && overlap(one, period));
  const same = clashing.find((one) => one.personId === appointment.personId);
  if (same !== undefined)
    return refuse('alreadyAppointed', { field: 'personId', parameters: clashWords(same) });
  const holder = appointment.deputy ? undefined : clashing.find((one) => !one.deputy);
  if (holder !== undefined)
    return refuse('alreadyHeld', { field: 'personId', parameters: clashWords(holder) });
  return null;
}

function clashWords(other: { readonly name: string } & Period): Record<string, string> {
  return { name: other.name, period: printPeriod(other) };
}

function referenceOf(appointment: Appointment): DecisionReference | null {
  return appointment.decision === null ? null : parseDecision(appointment.decision);
}

/** What the person who appoints should know, though it is not forbidden. */
export function warningsOf(appointment: Appointment, ground: AppointmentGround): AppointmentWarning[] {
  const period = appointment.period;
  const beside = ground.held.filter(
    (one) => period !== null && one.id !== appointment.id && overlap(one, period),
  );
  const against = (office: Office) => officesAgainstOfficer.includes(office);
  const isOfficer = (office: Office) => office === 'dataProtectionOfficer';
  const dependent =
    (isOfficer(appointment.office) && beside.some((one) => against(one.office))) ||
    (against(appointment.office) && beside.some((one) => isOfficer(one.office)));
  return [
    ...(dependent ? ['officerNotIndependent' as const] : []),
    ...(appointment.decision === null ? ['decisionMissing' as const] : []),
  ];
}

function within(inner: Period, outer: Period): boolean {
  if (inner.from < outer.from) return false;
  return outer.until === null || (inner.until !== null && inner.until <= outer.until);
}

function overlap(one: Period, other: Period): boolean {
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
}

/** `2026-01-01–2026-12-31`, or `2026-01-01–` while the end is open. */
function printPeriod(period: Period): string {
  return `${period.from}–${period.until ?? ''}`;
}
