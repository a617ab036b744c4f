import { type Aspect, aspects } from '../information/vocabulary.ts';

/** A level per aspect; null where there is none: not classed, not proven, not raised. */
export type ProtectionLevels = Readonly<Record<Aspect, number | null>>;

/** No level in any aspect. */
export const noLevels: ProtectionLevels = {
  confidentiality: null,
  integrity: null,
  availability: null,
  traceability: null,
};

/** One value per aspect. */
export function perAspect<Value>(of: (aspect: Aspect) => Value): Record<Aspect, Value> {
  return {
    confidentiality: of('confidentiality'),
    integrity: of('integrity'),
    availability: of('availability'),
    traceability: of('traceability'),
  };
}

/** The highest level in each aspect of all that a system carries; null where nothing is classed. */
export function highestOf(carried: readonly ProtectionLevels[]): ProtectionLevels {
  return perAspect((aspect) =>
    carried.reduce<number | null>((highest, one) => higher(highest, one[aspect]), null),
  );
}

/**
 * What the system must be proven to protect: the highest class of what it carries, or the level it has been raised to
 * because much information together needs more protection than its parts (ackumulering). The policy: the systems
 * support the classification of the information (P31).
 */
export function requiredLevels(carried: ProtectionLevels, raised: ProtectionLevels): ProtectionLevels {
  return perAspect((aspect) => higher(carried[aspect], raised[aspect]));
}

/** The aspects where the proven level does not reach the required one. Level 0 asks for nothing, so it needs no proof. */
export function gapsOf(required: ProtectionLevels, proven: ProtectionLevels): Aspect[] {
  return aspects.filter((aspect) => (required[aspect] ?? 0) > (proven[aspect] ?? 0));
}

function higher(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.max(one, other);
}
