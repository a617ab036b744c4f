import { addMonths, holds } from '../kernel/calendar.ts';
import type { BodyFact, EntityFact, UnitFact } from '../people/organisation.facts.ts';
import { carriers } from '../registers/information/vocabulary.ts';
import type { NoteCode } from './clause.ts';
import type { Facts } from './facts.ts';

/** The catalogue (P18, P20): a declaration holds for twelve months. */
const declarationMonths = 12;

/** Has the entity or body declared within the time that its register of information is complete (P18)? */
export function registerDeclared(one: EntityFact | BodyFact, today: string): boolean {
  return stillHolds(one.registerCompleteOn, today);
}

/** Has the unit answered within the time, for every carrier, what it holds (P20)? */
export function carriersDeclared(unit: UnitFact, today: string): boolean {
  return stillHolds(unit.carriersDeclaredOn, today) && undeclaredCarriers(unit).length === 0;
}

/** The carriers that the unit has said nothing about. */
export function undeclaredCarriers(unit: UnitFact): string[] {
  return carriers.filter(
    (carrier) => !unit.carriersHeld.includes(carrier) && !unit.carriersNone.includes(carrier),
  );
}

/** Does something said on a day still hold? Never said never does. */
export function stillHolds(saidOn: string | null, today: string): boolean {
  return saidOn !== null && saidOn >= oldestThatHolds(today);
}

let latest: { readonly today: string; readonly oldest: string } | null = null;

/** Twelve months before the day. Asked for every unit, so the latest answer is kept. */
function oldestThatHolds(today: string): string {
  if (latest?.today !== today) latest = { today, oldest: addMonths(today, -declarationMonths) };
  return latest.oldest;
}

/** Those that P18 asks: every legal entity, kommunstyrelsen and the committees, that stand on the day. */
export function declaringBodies(bodies: Facts['bodies'], today: string): BodyFact[] {
  return [...bodies.values()].filter(
    (one) => holds(one, today) && (one.kind === 'executive' || one.kind === 'committee'),
  );
}

/**
 * What to say beside a figure whose population is the register of information: a share of a list that nobody has
 * declared complete is a share of what happens to be on it.
 */
export function informationNotes(
  facts: Pick<Facts, 'entities' | 'bodies' | 'units'>,
  today: string,
): NoteCode[] {
  const entities = [...facts.entities.values()].filter((one) => holds(one, today));
  const owners = [...entities, ...declaringBodies(facts.bodies, today)];
  const units = [...facts.units.values()].filter((unit) => unit.kind === 'unit' && holds(unit, today));
  const complete =
    owners.length > 0 &&
    owners.every((one) => registerDeclared(one, today)) &&
    units.every((unit) => carriersDeclared(unit, today));
  return complete ? [] : ['populationNotDeclared'];
}
