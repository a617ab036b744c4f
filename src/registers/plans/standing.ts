/** Where a version of a plan is in its life, as it is shown. */
export const planStates = ['draft', 'decided', 'inForce', 'superseded', 'discarded'] as const;
export type PlanState = (typeof planStates)[number];

/** As much of a version as its standing follows from. */
export interface Dated {
  readonly number: number;
  readonly state: 'draft' | 'decided' | 'discarded';
  readonly validFrom: string | null;
}

/**
 * The version in force that day: of those decided the one that took effect last, and of two from the same day the later
 * one. Nothing has to be done at midnight for a plan to come into force.
 */
export function inForceOn<Version extends Dated>(versions: Iterable<Version>, day: string): Version | null {
  let found: Version | null = null;
  for (const one of versions) {
    if (one.state !== 'decided' || one.validFrom === null || one.validFrom > day) continue;
    const from = found?.validFrom ?? '';
    if (found === null || one.validFrom > from || (one.validFrom === from && one.number > found.number))
      found = one;
  }
  return found;
}

/** What a version is called that day, among the other versions of its plan. */
export function standingOf(version: Dated, versions: readonly Dated[], day: string): PlanState {
  if (version.state !== 'decided') return version.state;
  if (version.validFrom !== null && version.validFrom > day) return 'decided';
  return inForceOn(versions, day)?.number === version.number ? 'inForce' : 'superseded';
}

/** Months that an exercise counts for (P44), and that a binder on paper or as a file does. */
export const monthsThatCount = 12;

/**
 * Days that a copy kept in a browser counts for. It is erased at sign-out and by the browser itself, so it has to be seen
 * again and again.
 */
export const daysKeptCounts = 30;

/** Days before the next review that it is reminded of. */
export const reminderDays = 60;
