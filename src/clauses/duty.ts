import { groupBy, notEnded, type Table } from '../kernel/facts.ts';
import type { Office } from '../kernel/offices.ts';
import { type AppointmentFact, holderOf } from '../people/appointment.facts.ts';
import type { UnitFact } from '../people/organisation.facts.ts';
import type { DefaultOwnerFact } from '../registers/information/information.facts.ts';
import { type Appointments, type Owned, type Owner, ownerOf } from '../registers/information/owner.ts';
import type { Facts } from './facts.ts';

/** Whose duty a finding is: the office that should act, and who holds it today. */
export interface Duty {
  readonly responsible: Office;
  readonly responsiblePersonId: string | null;
}

/** The facts by which it is found who leads what. */
export type LeadershipFacts = Pick<Facts, 'appointments' | 'units'>;
/** The facts by which it is found who owns which information. */
export type OwnershipFacts = Pick<Facts, 'appointments' | 'defaultOwners'>;

/** Longest chain of parents that is followed: a cycle in the tree, if one got in, must not hang the judge. */
const deepestTree = 30;

/** The duty of an office held for the whole municipality. */
export function dutyOf(appointments: Table<AppointmentFact>, office: Office, today: string): Duty {
  return { responsible: office, responsiblePersonId: holderOf(appointments, office, null, today)?.personId ?? null };
}

/**
 * The duty of whoever leads the unit. Where nobody does, it is the next leader above her in the tree; above the last,
 * the municipal director; so that a finding lands on somebody as long as anybody is appointed.
 */
export function leaderOf(facts: LeadershipFacts, unitId: string, today: string): Duty {
  return climb(facts, unitId, ['manager', 'departmentHead'], today);
}

/** The duty of the head of department over the unit; of the municipal director where there is none (policy, P25). */
export function departmentHeadOf(facts: LeadershipFacts, unitId: string, today: string): Duty {
  return climb(facts, unitId, ['departmentHead'], today);
}

function climb(facts: LeadershipFacts, unitId: string, offices: readonly Office[], today: string): Duty {
  let unit: UnitFact | undefined = facts.units.get(unitId);
  for (let height = 0; unit !== undefined && height < deepestTree; height += 1) {
    for (const office of offices) {
      const holder = holderOf(facts.appointments, office, unit.id, today);
      if (holder !== null) return { responsible: office, responsiblePersonId: holder.personId };
    }
    unit = unit.parentId === null ? undefined : facts.units.get(unit.parentId);
  }
  return dutyOf(facts.appointments, 'municipalDirector', today);
}

const byScope = (one: AppointmentFact): string | null => one.scopeId;
const byOfficeForAll = (one: AppointmentFact): string | null => (one.scopeId === null ? one.office : null);
const byArea = (row: DefaultOwnerFact): string => row.area;

/** Finds owners of information in these facts on this day, by the register's own rule. Made once per judging. */
export function ownersIn(facts: OwnershipFacts, today: string): (owned: Owned) => Owner | null {
  const scopes = groupBy(facts.appointments, byScope);
  const offices = groupBy(facts.appointments, byOfficeForAll);
  const areas = groupBy(facts.defaultOwners, byArea);
  const appointments: Appointments = {
    forScope: (scopeId) => scopes.get(scopeId) ?? [],
    forOffice: (office) => offices.get(office) ?? [],
  };
  return (owned) => {
    const row = areas.get(owned.area)?.find((one) => notEnded(one, today)) ?? null;
    return ownerOf(owned, row, appointments, today);
  };
}

/** The duty of the information's owner; of its unit's leader while nobody owns it. */
export function ownerDutyIn(facts: OwnershipFacts & LeadershipFacts, today: string): (owned: Owned) => Duty {
  const find = ownersIn(facts, today);
  return (owned) => {
    const owner = find(owned);
    if (owner === null) return leaderOf(facts, owned.unitId, today);
    return { responsible: 'informationOwner', responsiblePersonId: owner.personId };
  };
}

/** The duty of the system's owner; of the head of department over its unit while it has none. */
export function systemOwnerDuty(
  facts: LeadershipFacts,
  system: { readonly id: string; readonly unitId: string },
  today: string,
): Duty {
  const owner = holderOf(facts.appointments, 'systemOwner', system.id, today);
  if (owner === null) return departmentHeadOf(facts, system.unitId, today);
  return { responsible: 'systemOwner', responsiblePersonId: owner.personId };
}
