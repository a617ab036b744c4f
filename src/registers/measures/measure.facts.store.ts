import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { MeasureFact } from './measure.facts.ts';

/** Measures in every state, in the order of their ids. */
export async function readMeasureFacts(db: Reader, selection: Selection): Promise<MeasureFact[]> {
  const { rows } = await sql<MeasureFact>`
    select m.id, m.title, m.unit_id as "unitId", m.owner_person_id as "ownerPersonId", m.owner_office as "ownerOffice",
           m.source_register as "sourceRegister", m.source_id as "sourceRecord", m.clause, m.state, m.due_on as "dueOn",
           m.resources,
           cardinality(m.secrecy_provisions) > 0 as secret
    from ${tableOf('measure', 'm', selection)} where ${selected('m', selection)} order by m.id`.execute(db);
  return rows;
}
