import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import { selected, type Selection, tableOf } from '../kernel/recorded.ts';
import type { ClauseSettingFact } from './clause-setting.facts.ts';

/** Thresholds that were set, in the order of the ids. */
export async function readClauseSettingFacts(db: Reader, selection: Selection): Promise<ClauseSettingFact[]> {
  const { rows } = await sql<ClauseSettingFact>`
    select c.id, c.number, c.threshold_percent as "thresholdPercent", c.reason
    from ${tableOf('clause_setting', 'c', selection)} where ${selected('c', selection)} order by c.id`.execute(
    db,
  );
  return rows;
}
