import { addDays, addMonths } from '../../kernel/calendar.ts';
import { groupBy, notEnded, type Table } from '../../kernel/facts.ts';
import type { BinderCopyFact, ExerciseFact, PlanFact, PlanVersionFact } from './plan.facts.ts';
import { daysKeptCounts, inForceOn, monthsThatCount } from './standing.ts';

/** A plan with its version in force. */
export interface PlanInForce {
  readonly plan: PlanFact;
  readonly version: PlanVersionFact;
}

const byPlan = (version: PlanVersionFact): string => version.planId;

/** The plans that are in force that day, by id. */
export function plansInForce(
  facts: { readonly plans: Table<PlanFact>; readonly planVersions: Table<PlanVersionFact> },
  today: string,
): ReadonlyMap<string, PlanInForce> {
  const versions = groupBy(facts.planVersions, byPlan);
  const found = new Map<string, PlanInForce>();
  for (const plan of facts.plans.values()) {
    if (!notEnded(plan, today)) continue;
    const version = inForceOn(versions.get(plan.id) ?? [], today);
    if (version !== null) found.set(plan.id, { plan, version });
  }
  return found;
}

/** The day each plan was last exercised, of exercises that count; whatever version was in force then. */
export function latestExercises(exercises: Table<ExerciseFact>, today: string): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { planIds, heldOn, withdrawnOn } of exercises.values()) {
    if (withdrawnOn !== null || heldOn > today) continue;
    for (const id of planIds) if (heldOn > (latest.get(id) ?? '')) latest.set(id, heldOn);
  }
  return latest;
}

/** Was it within the time that an exercise counts for? The day twelve months ago still does. */
export function isExercised(latest: string | undefined, today: string): boolean {
  return latest !== undefined && latest >= addMonths(today, -monthsThatCount);
}

// A version is in few copies, and the copies are looked through for each plan: kept by the table's own identity.
const versionCopies = new WeakMap<Table<BinderCopyFact>, ReadonlyMap<string, readonly BinderCopyFact[]>>();

/**
 * Can the version be read when nothing else works: is it on paper or in a file since at most twelve months, or kept in a
 * browser since at most thirty days? Another version of the same plan is no copy of this one.
 */
export function isAtHand(versionId: string, copies: Table<BinderCopyFact>, today: string): boolean {
  const paperSince = addMonths(today, -monthsThatCount);
  const keptSince = addDays(today, -daysKeptCounts);
  return (copiesByVersion(copies).get(versionId) ?? []).some(
    ({ kind, takenOn }) => takenOn <= today && takenOn >= (kind === 'kept' ? keptSince : paperSince),
  );
}

function copiesByVersion(copies: Table<BinderCopyFact>): ReadonlyMap<string, readonly BinderCopyFact[]> {
  const known = versionCopies.get(copies);
  if (known !== undefined) return known;
  const found = new Map<string, BinderCopyFact[]>();
  for (const copy of copies.values())
    for (const id of copy.versionIds) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [copy]);
      else list.push(copy);
    }
  versionCopies.set(copies, found);
  return found;
}
