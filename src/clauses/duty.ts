import { groupBy, notEnded, type Table } from '../kernel/facts.ts';
import type { Office } from '../kernel/offices.ts';
import { type AppointmentFact, appointmentsFor, holderOf } from '../people/appointment.facts.ts';
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

/** The offices that lead a unit, process or project. */
export const leading: readonly Office[] = ['manager', 'departmentHead'];

/** Longest chain of parents that is followed: a cycle in the tree, if one got in, must not hang the judge. */
const deepestTree = 30;

/** The duty of an office held for the whole municipality. */
export function dutyOf(appointments: Table<AppointmentFact>, office: Office, today: string): Duty {
  return {
    responsible: office,
    responsiblePersonId: holderOf(appointments, office, null, today)?.personId ?? null,
  };
}

/** The duty of the contact of an entity or body; of the coordinator where it has none. */
export function contactDuty(appointments: Table<AppointmentFact>, scopeId: string, today: string): Duty {
  const contact = holderOf(appointments, 'entityContact', scopeId, today);
  if (contact === null) return dutyOf(appointments, 'informationSecurityCoordinator', today);
  return { responsible: 'entityContact', responsiblePersonId: contact.personId };
}

/**
 * The duty of whoever leads the unit. Where nobody does, it is the next leader above her in the tree; above the last,
 * the municipal director; so that a finding lands on somebody as long as anybody is appointed.
 */
export function leaderOf(facts: LeadershipFacts, unitId: string, today: string): Duty {
  return climb(facts, unitId, leading, today);
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

const byArea = (row: DefaultOwnerFact): string => row.area;

type FindOwner = (owned: Owned) => Owner | null;

// Who owns what turns on these two tables, the day and the row alone, and many clauses ask: kept by their identity.
const finders = new WeakMap<Facts['appointments'], WeakMap<Facts['defaultOwners'], Map<string, FindOwner>>>();

/** Finds owners of information in these facts on this day, by the register's own rule. */
export function ownersIn(facts: OwnershipFacts, today: string): FindOwner {
  const byTable =
    finders.get(facts.appointments) ?? new WeakMap<Facts['defaultOwners'], Map<string, FindOwner>>();
  finders.set(facts.appointments, byTable);
  const byDay = byTable.get(facts.defaultOwners) ?? new Map<string, FindOwner>();
  byTable.set(facts.defaultOwners, byDay);
  const find = byDay.get(today) ?? ownerFinder(facts, today);
  byDay.set(today, find);
  return find;
}

function ownerFinder(facts: OwnershipFacts, today: string): FindOwner {
  const areas = groupBy(facts.defaultOwners, byArea);
  const forAll = appointmentsFor(facts.appointments, null);
  const appointments: Appointments = {
    forScope: (scopeId) => appointmentsFor(facts.appointments, scopeId),
    forOffice: (office) => forAll.filter((one) => one.office === office),
  };
  const known = new WeakMap<Owned, Owner | null>();
  return (owned) => {
    const earlier = known.get(owned);
    if (earlier !== undefined) return earlier;
    const row = areas.get(owned.area)?.find((one) => notEnded(one, today)) ?? null;
    const owner = ownerOf(owned, row, appointments, today);
    known.set(owned, owner);
    return owner;
  };
}

/** The duty of the information's owner; of its unit's leader while nobody owns it. */
export function ownerDuty(facts: OwnershipFacts & LeadershipFacts, owned: Owned, today: string): Duty {
  const owner = ownersIn(facts, today)(owned);
  if (owner === null) return leaderOf(facts, owned.unitId, today);
  return { responsible: 'informationOwner', responsiblePersonId: owner.personId };
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
