import { holds } from '../../../kernel/calendar.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import {
  type Appointments,
  type DefaultOwner,
  type OwnerAppointment,
  ownerOf,
} from '../../../registers/information/owner.ts';
import type { EndedUnit, Outcome } from './reorganisation.ts';
import type { Unit } from './unit.ts';

/** An appointment as a preview sees it. */
export interface ConcernedAppointment extends OwnerAppointment {
  readonly id: string;
  readonly scope: string;
}

/** Information whose unit or owner a plan may touch. */
export interface ConcernedInformation {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly area: string;
}

/** What is looked up about the units of a plan. */
export interface Concerned {
  readonly information: readonly ConcernedInformation[];
  readonly appointments: readonly ConcernedAppointment[];
  readonly defaults: readonly DefaultOwner[];
}

/** What a plan leaves behind: shown before it is decided. */
export interface Consequences {
  /** Appointments that end with their unit. */
  readonly appointments: readonly { readonly appointment: ConcernedAppointment; readonly unit: Unit }[];
  /** Units that take something over, or are new, and that nobody manages. */
  readonly withoutManager: readonly Unit[];
  /** Information that has an owner today and will have none (P28). */
  readonly ownerless: readonly ConcernedInformation[];
  /** Information that will be owned by somebody else. */
  readonly changesOwner: readonly ConcernedInformation[];
}

const managing = ['manager', 'departmentHead'];

/** Works out what a plan leaves without somebody who answers for it. Pure, by the same rule of ownership as P28. */
export function consequencesOf(outcome: Outcome, concerned: Concerned, today: string): Consequences {
  const ended = new Map(outcome.ended.map((one) => [one.unit.id as string, one]));
  const remaining = concerned.appointments.filter((one) => one.scopeId === null || !ended.has(one.scopeId));
  const before = appointmentsIn(concerned.appointments);
  const after = appointmentsIn(remaining);
  const defaults = new Map(concerned.defaults.map((row) => [row.area, row]));
  const ownerless: ConcernedInformation[] = [];
  const changesOwner: ConcernedInformation[] = [];
  for (const row of concerned.information) {
    const byDefault = defaults.get(row.area) ?? null;
    const owner = ownerOf(row, byDefault, before, today);
    if (owner === null) continue;
    const next = ownerOf(
      { ...row, unitId: newHome(row.unitId, ended) },
      followed(byDefault, ended),
      after,
      today,
    );
    if (next === null) ownerless.push(row);
    else if (next.personId !== owner.personId) changesOwner.push(row);
  }
  const managed = new Set(
    remaining
      .filter((one) => managing.includes(one.office) && !one.deputy && holds(one, today))
      .map((one) => one.scopeId),
  );
  return {
    appointments: concerned.appointments.flatMap((appointment) => {
      const unit = appointment.scopeId === null ? undefined : ended.get(appointment.scopeId)?.unit;
      return unit === undefined ? [] : [{ appointment, unit }];
    }),
    withoutManager: receivers(outcome).filter((unit) => !managed.has(unit.id)),
    ownerless,
    changesOwner,
  };
}

function appointmentsIn(rows: readonly ConcernedAppointment[]): Appointments {
  return {
    forScope: (scopeId) => rows.filter((row) => row.scopeId === scopeId),
    forOffice: (office) => rows.filter((row) => row.office === office && row.scopeId === null),
  };
}

/** A rule that points at the manager of a unit that ends, points at its successor's then. */
function followed(row: DefaultOwner | null, ended: ReadonlyMap<string, EndedUnit>): DefaultOwner | null {
  return row === null || row.unitId === null ? row : { ...row, unitId: newHome(row.unitId, ended) };
}

function newHome(unitId: string, ended: ReadonlyMap<string, EndedUnit>): string {
  return ended.get(unitId)?.to?.id ?? unitId;
}

/** The units that a plan makes, or lets take something over; each once. */
export function receivers(outcome: Outcome): readonly Unit[] {
  const units = new Map<UnitId, Unit>();
  for (const unit of outcome.created) units.set(unit.id, unit);
  for (const { to } of outcome.ended) if (to !== null) units.set(to.id, to);
  return [...units.values()];
}
