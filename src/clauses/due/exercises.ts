import { addMonths } from '../../kernel/calendar.ts';
import { latestExercises, plansInForce } from '../../registers/plans/plan-standing.ts';
import { monthsThatCount } from '../../registers/plans/standing.ts';
import { leaderOf, systemOwnerDuty } from '../duty.ts';
import { mending } from '../mending.ts';
import type { DueDays } from './due-day.ts';

/** Until when the latest exercise of each plan in force counts. One that has never been exercised has no day: it stands in Att göra. */
export const dueExercises: DueDays = function* (facts, today) {
  const latest = latestExercises(facts.exercises, today);
  for (const { plan } of plansInForce(facts, today).values()) {
    const heldOn = latest.get(plan.id);
    const system = plan.systemId === null ? undefined : facts.systems.get(plan.systemId);
    const unitId = plan.unitId ?? system?.unitId;
    if (heldOn === undefined || unitId === undefined) continue;
    yield {
      register: 'plan',
      recordId: plan.id,
      recordName: system?.name ?? facts.units.get(unitId)?.name ?? '',
      ...(system === undefined ? leaderOf(facts, unitId, today) : systemOwnerDuty(facts, system, today)),
      unitId,
      action: mending.enterExercise,
      on: addMonths(heldOn, monthsThatCount),
      scopeId: plan.systemId,
    };
  }
};
