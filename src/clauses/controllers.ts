import { holds } from '../kernel/calendar.ts';
import type { BodyFact, EntityFact } from '../people/organisation.facts.ts';
import type { Facts } from './facts.ts';

/** A controller of personal data (GDPR art. 4.7): a legal entity of its own, or a body that is an authority. */
export interface Controller {
  readonly register: 'entity' | 'body';
  readonly fact: EntityFact | BodyFact;
}

/** The controllers that stand on the day. */
export function controllersIn(facts: Pick<Facts, 'entities' | 'bodies'>, today: string): Controller[] {
  const standing = (one: EntityFact | BodyFact) => one.controller && holds(one, today);
  return [
    ...[...facts.entities.values()].filter(standing).map((fact) => ({ register: 'entity' as const, fact })),
    ...[...facts.bodies.values()].filter(standing).map((fact) => ({ register: 'body' as const, fact })),
  ];
}
