import type { Reader } from '../../../kernel/db.ts';
import { type Deadlines, deadlinesOf } from '../../../duties/deadlines.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import { factsOfCases, ofIds } from './clock.store.ts';

/** How cases stand against the law's times; those that nobody has looked at, and those that have gone into another, are left out. */
export async function deadlinesBy(
  db: Reader,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Deadlines>> {
  if (ids.length === 0) return new Map();
  const data = await readDutyData(db);
  const cases = await factsOfCases(db, ofIds(ids));
  return new Map(
    cases.flatMap(({ row, facts }): [string, Deadlines][] => {
      const deadlines = deadlinesOf(facts, data, now);
      return deadlines === null ? [] : [[row.id, deadlines]];
    }),
  );
}
