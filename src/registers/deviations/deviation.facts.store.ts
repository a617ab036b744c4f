import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { DeviationFact } from './deviation.facts.ts';

/** Deviations in every state, in the order of their ids. */
export async function readDeviationFacts(db: Reader, selection: Selection): Promise<DeviationFact[]> {
  const { rows } = await sql<DeviationFact>`
    select d.id, d.title, d.unit_id as "unitId", d.discovered_on as "discoveredOn", d.cause <> '' as "hasCause", d.state,
           d.follow_up_on as "followUpOn", d.closed_on as "closedOn",
           cardinality(d.secrecy_provisions) > 0 as secret
    from ${tableOf('deviation', 'd', selection)} where ${selected('d', selection)} order by d.id`.execute(db);
  return rows;
}
