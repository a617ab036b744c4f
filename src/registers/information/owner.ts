import { holds } from '../../kernel/calendar.ts';
import type { PersonId } from '../../kernel/ids.ts';

/** What decides who owns a piece of information, besides the tables below. */
export interface Owned {
  readonly id: string;
  readonly unitId: string;
  readonly area: string;
}

/** A row of the default-owner table: who owns information of an area "om inget annat beslutats". */
export interface DefaultOwner {
  readonly area: string;
  readonly holder: 'office' | 'unitManager' | 'ownUnitManager';
  readonly office: string | null;
  readonly unitId: string | null;
}

/** An appointment as ownership sees it; `until` is its last day, or null. */
export interface OwnerAppointment {
  readonly personId: PersonId;
  readonly personName: string;
  readonly office: string;
  readonly deputy: boolean;
  readonly scopeId: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** Where to look for appointments: those for one thing, and those of one office for the whole municipality. */
export interface Appointments {
  forScope(scopeId: string): readonly OwnerAppointment[];
  forOffice(office: string): readonly OwnerAppointment[];
}

export interface Owner {
  readonly personId: PersonId;
  readonly name: string;
  /** By an appointment of her own, or by the default-owner table. */
  readonly by: 'appointment' | 'defaultTable';
}

const managing = ['manager', 'departmentHead'];

/**
 * Who owns the information that day (P28): the information owner appointed for it; else whoever the default-owner table
 * points at for its area. A deputy acts for an owner but is not one. Null when nobody holds the office.
 */
export function ownerOf(
  owned: Owned,
  defaultOwner: DefaultOwner | null,
  appointments: Appointments,
  today: string,
): Owner | null {
  const explicit = inOffice(appointments.forScope(owned.id), ['informationOwner'], today);
  if (explicit !== null) return { personId: explicit.personId, name: explicit.personName, by: 'appointment' };
  const holder = defaultOwner === null ? null : defaultHolder(owned, defaultOwner, appointments, today);
  return holder === null ? null : { personId: holder.personId, name: holder.personName, by: 'defaultTable' };
}

function defaultHolder(
  owned: Owned,
  row: DefaultOwner,
  appointments: Appointments,
  today: string,
): OwnerAppointment | null {
  switch (row.holder) {
    case 'office':
      return row.office === null ? null : inOffice(appointments.forOffice(row.office), [row.office], today);
    case 'unitManager':
      return row.unitId === null ? null : inOffice(appointments.forScope(row.unitId), managing, today);
    case 'ownUnitManager':
      return inOffice(appointments.forScope(owned.unitId), managing, today);
  }
}

function inOffice(
  candidates: readonly OwnerAppointment[],
  wanted: readonly string[],
  today: string,
): OwnerAppointment | null {
  return candidates.find((one) => wanted.includes(one.office) && !one.deputy && holds(one, today)) ?? null;
}
