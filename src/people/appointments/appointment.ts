import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { Period } from '../../kernel/facts.ts';
import { holds } from '../../kernel/calendar.ts';
import { readDecision } from '../../kernel/decision-reference.ts';
import type { AppointmentId, Id, PersonId } from '../../kernel/ids.ts';
import { type Office, officeScopes, offices, type ScopeKind, scopeKinds } from '../../kernel/offices.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import { controlOffices, mayAppoint } from './appointing.ts';
import { type AppointmentGround, type AppointmentWarning, groundFault, warningsOf } from './ground.ts';
import { leavesNobody } from './leaving.ts';

/** What is decided about somebody's office: which, for what, who, when, and by which decision. */
export const beginInput = Fields({
  office: OneOf(offices),
  scope: OneOf(scopeKinds),
  /** The entity, body, unit, system or information; null for the whole municipality. */
  scopeId: OrNull(IdOf<'Scope'>()),
  personId: IdOf<'Person'>(),
  /** Stands in for the holder, with the same rights, but does not take the duty over. */
  deputy: Type.Boolean(),
  from: Day(),
  until: OrNull(Day()),
  decision: OrNull(Line(200)),
});
export type BeginInput = Static<typeof beginInput>;

/** What can be corrected afterwards: the decision and the days. Another person or office is another appointment. */
export const describeAppointmentInput = Fields({
  from: Day(),
  until: OrNull(Day()),
  decision: OrNull(Line(200)),
});
export type DescribeAppointmentInput = Static<typeof describeAppointmentInput>;

/** A row of the register. `period` is null for one withdrawn before its first day: it never held. */
export interface Appointment {
  readonly id: AppointmentId;
  readonly version: number;
  readonly personId: PersonId;
  readonly office: Office;
  readonly deputy: boolean;
  readonly scope: ScopeKind;
  readonly scopeId: Id<'Scope'> | null;
  readonly period: Period | null;
  /** In its stored form; see src/kernel/decision-reference.ts. */
  readonly decision: string | null;
  /** From a start profile; nobody in the municipality has confirmed it yet. */
  readonly toConfirm: boolean;
}

export const appointmentStates = ['coming', 'inForce', 'ended', 'withdrawn'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** Is the appointment in force that day? */
export function appointmentState(period: Period | null, today: string): AppointmentState {
  if (period === null) return 'withdrawn';
  if (holds(period, today)) return 'inForce';
  return today < period.from ? 'coming' : 'ended';
}

/** What is stored, and what the person is told besides. */
export interface Appointed {
  readonly appointment: Appointment;
  readonly warnings: readonly AppointmentWarning[];
}

/** Codes that a period, a decision and a clash with other appointments are refused with. */
export const periodRefusals = [
  'endsBeforeStart',
  'personNotThere',
  'scopeNotThere',
  'alreadyHeld',
  'alreadyAppointed',
  'decisionUnreadable',
  'decisionInFuture',
  'decisionByBodyMissing',
] as const;
export const beginRefusals = [
  ...periodRefusals,
  'scopeUnfit',
  'scopeMissing',
  'scopeUnknown',
  'personUnknown',
  'ownControlOffice',
] as const;

/** Is the office held for that kind of thing, and is the thing named? Asked before it is looked up. */
export function scopeFault(input: Pick<BeginInput, 'office' | 'scope' | 'scopeId'>): Refusal | null {
  if (!officeScopes[input.office].includes(input.scope)) return refuse('scopeUnfit', { field: 'scope' });
  if (input.scope === 'municipality')
    return input.scopeId === null ? null : refuse('scopeUnfit', { field: 'scopeId' });
  return input.scopeId === null ? refuse('scopeMissing', { field: 'scopeId' }) : null;
}

/** Appoints somebody to an office. The scope has been found to fit, and to be there. */
export function beginAppointment(
  ground: AppointmentGround,
  input: BeginInput,
  circumstances: Circumstances,
): Decision<Appointed> | Refusal {
  const { actor, today } = circumstances;
  const isHeld = ground.others.some((one) => !one.deputy && (one.until === null || one.until >= today));
  const mayBeFirst = !isHeld && !input.deputy;
  if (!mayAppoint(actor, input.office, ground.keys, mayBeFirst))
    return refuse('forbidden', { field: 'office' });
  if (controlOffices.includes(input.office) && actor.personId === input.personId) {
    return refuse('ownControlOffice', { field: 'personId' });
  }
  if (ground.person === null) return refuse('personUnknown', { field: 'personId' });
  const decision = readDecision(input.decision, today);
  if (isRefusal(decision)) return decision;
  const appointment: Appointment = {
    id: circumstances.newId<'Appointment'>(),
    version: 1,
    personId: input.personId,
    office: input.office,
    deputy: input.deputy,
    scope: input.scope,
    scopeId: input.scopeId,
    period: { from: input.from, until: input.until },
    decision,
    toConfirm: false,
  };
  const fault = groundFault(appointment, { from: input.from, until: input.until }, ground);
  if (fault !== null) return fault;
  const changes = changesBetween(null, told(appointment));
  const next = { appointment, warnings: warningsOf(appointment, ground) };
  return { next, event: { kind: 'appointment.begun', record: appointment.id, changes } };
}

/** Corrects the days or the decision. */
export function describeAppointment(
  before: Appointment,
  ground: AppointmentGround,
  input: DescribeAppointmentInput,
  circumstances: Circumstances,
): Decision<Appointed> | Refusal {
  if (before.period === null) return refuse('withdrawn');
  const fault = rightFault(before, ground, circumstances);
  if (fault !== null) return fault;
  // To prolong one's own control office is as good as to appoint oneself to it.
  if (controlOffices.includes(before.office) && circumstances.actor.personId === before.personId) {
    return refuse('ownControlOffice', { field: 'office' });
  }
  const decision = readDecision(input.decision, circumstances.today);
  if (isRefusal(decision)) return decision;
  const period = { from: input.from, until: input.until };
  const next: Appointment = { ...before, period, decision, version: before.version + 1 };
  const clash = groundFault(next, period, ground) ?? vacancyFault(before, period, ground, circumstances);
  if (clash !== null) return clash;
  const changes = changesBetween(told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  const warnings = warningsOf(next, ground);
  return {
    next: { appointment: next, warnings },
    event: { kind: 'appointment.described', record: next.id, changes },
  };
}

/**
 * Ends an appointment with `lastDay` as its last day; rights end with it. One that has not begun may be withdrawn
 * altogether, by a day before its first.
 */
export function endAppointment(
  before: Appointment,
  ground: Pick<AppointmentGround, 'keys' | 'others'>,
  input: { readonly lastDay: string; readonly reason: string },
  circumstances: Circumstances,
): Decision<Appointment> | Refusal {
  const state = appointmentState(before.period, circumstances.today);
  if (before.period === null || state === 'withdrawn') return refuse('withdrawn');
  if (state === 'ended') return refuse('alreadyEnded');
  const fault = rightFault(before, ground, circumstances);
  if (fault !== null) return fault;
  if (before.period.until !== null && input.lastDay >= before.period.until) {
    return refuse('endsEarlier', { field: 'lastDay', parameters: { until: before.period.until } });
  }
  const neverHeld = input.lastDay < before.period.from;
  if (neverHeld && state !== 'coming') return refuse('endsBeforeStart', { field: 'lastDay' });
  const period = neverHeld ? null : { from: before.period.from, until: input.lastDay };
  const vacant = vacancyFault(before, period, ground, circumstances);
  if (vacant !== null) return vacant;
  const next: Appointment = { ...before, period, version: before.version + 1 };
  const changes = changesBetween(told(before), told(next));
  const kind = neverHeld ? 'appointment.withdrawn' : 'appointment.ended';
  return { next, event: { kind, record: before.id, changes, reason: input.reason } };
}

/** Somebody who knows says that what the start profile holds is so. */
export function confirmAppointment(
  before: Appointment,
  ground: Pick<AppointmentGround, 'keys'>,
  circumstances: Circumstances,
): Decision<Appointment> | Refusal {
  if (!before.toConfirm) return refuse('alreadyConfirmed');
  const fault = rightFault(before, ground, circumstances);
  if (fault !== null) return fault;
  const next: Appointment = { ...before, toConfirm: false, version: before.version + 1 };
  const changes = [{ field: 'toConfirm', from: true, to: false }];
  return { next, event: { kind: 'appointment.confirmed', record: before.id, changes } };
}

function rightFault(
  before: Appointment,
  ground: Pick<AppointmentGround, 'keys'>,
  { actor }: Circumstances,
): Refusal | null {
  return mayAppoint(actor, before.office, ground.keys, false)
    ? null
    : refuse('forbidden', { field: 'office' });
}

/** Only an administrator appoints another, and opens accounts: without any, nobody is let in. */
function vacancyFault(
  before: Appointment,
  next: Period | null,
  ground: Pick<AppointmentGround, 'others'>,
  { today }: Circumstances,
): Refusal | null {
  if (before.office !== 'administrator' || before.period === null) return null;
  const others = ground.others.filter((one) => one.id !== before.id);
  return leavesNobody(before.period, next, others, today) ? refuse('lastAdministrator') : null;
}

/** The fields of a row that the log tells of. */
function told(row: Appointment): Record<string, Json> {
  return {
    office: row.office,
    scope: row.scope,
    scopeId: row.scopeId,
    personId: row.personId,
    deputy: row.deputy,
    from: row.period?.from ?? null,
    until: row.period?.until ?? null,
    decision: row.decision,
    toConfirm: row.toConfirm,
  };
}
