import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { ExceptionFact } from './exception.facts.ts';

/** Exceptions in every state, in the order of their ids. */
export async function readExceptionFacts(db: Reader, selection: Selection): Promise<ExceptionFact[]> {
  const { rows } = await sql<ExceptionFact>`
    select x.id, x.title, x.unit_id as "unitId", x.state, x.decided_as as "decidedAs",
           x.compensation <> '' as "hasCompensation", x.valid_from as "validFrom", x.ends_on as "endsOn",
           cardinality(x.secrecy_provisions) > 0 as secret
    from ${tableOf('exception', 'x', selection)} where ${selected('x', selection)} order by x.id`.execute(db);
  return rows;
}
