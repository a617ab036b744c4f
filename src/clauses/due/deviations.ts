import { leaderOf } from '../duty.ts';
import { mending } from '../mending.ts';
import type { DueDays } from './due-day.ts';

/** When what was decided about each deviation is to be followed up. */
export const dueDeviations: DueDays = function* (facts, today) {
  for (const { id, title, unitId, state, followUpOn } of facts.deviations.values()) {
    if (state !== 'decided' || followUpOn === null) continue;
    yield {
      register: 'deviation',
      recordId: id,
      recordName: title,
      ...leaderOf(facts, unitId, today),
      unitId,
      action: mending.closeDeviation,
      on: followUpOn,
      scopeId: null,
    };
  }
};
