import type { DueDay, FindDue } from '../../calendar/due.ts';
import { isSensitiveFinding, visibleTo } from '../clause.access.ts';
import { memoryOf } from '../memory.ts';
import { type DueDays, findingOf, isDueFor } from './due-day.ts';

/**
 * The due days that facts tell, for whom the clause's finding would be when the day has passed, so far as she may see the record.
 * They are found in the facts held in memory: of all a large municipality's records, without a question to the database.
 */
export function dueInFacts(days: DueDays): FindDue {
  return async (db, actor, { now }) => {
    const snapshot = await memoryOf(db).now(now);
    const maySee = visibleTo(actor, snapshot);
    const found: DueDay[] = [];
    for (const due of days(snapshot.facts, snapshot.today)) {
      const { register, recordId, recordName, action, on } = due;
      const finding = findingOf(due);
      if (!isDueFor(actor, due, snapshot.facts) || !maySee(finding)) continue;
      const concerns = isSensitiveFinding(finding, snapshot) ? [`${register}:${recordId}`] : [];
      found.push({ kind: 'day', register, recordId, recordName, action, on, concerns });
    }
    return found;
  };
}
