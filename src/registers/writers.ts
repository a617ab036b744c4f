import type { PersonId } from '../kernel/ids.ts';

/**
 * Everybody who has written in something, in the order they came, with one more. What Värna itself writes has no person, and adds
 * nobody. Two pairs of eyes are two persons, whoever wrote last.
 */
export function withWriter(writers: readonly PersonId[], personId: PersonId | null): readonly PersonId[] {
  return personId === null || writers.includes(personId) ? writers : [...writers, personId];
}
