import { sql } from 'kysely';
import { timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { LogVerificationFact } from './verification.facts.ts';

/** The newest verification that was made; when asked by id, those asked for that have been made. */
export async function readLogVerificationFacts(
  db: Reader,
  selection: Selection,
): Promise<LogVerificationFact[]> {
  const { rows } = await sql<LogVerificationFact>`
    select v.id, (v.verified_at at time zone ${timeZone})::date as "verifiedOn",
           to_char(v.verified_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as "verifiedAt",
           v.is_whole as "isWhole", v.finding_count as "findingCount"
    from ${tableOf('log_verification', 'v', selection)}
    where ${selected('v', selection)} and v.verified_at is not null
    order by v.verified_at desc, v.id limit ${selection.kind === 'ids' ? selection.ids.length : 1}`.execute(
    db,
  );
  return rows;
}
