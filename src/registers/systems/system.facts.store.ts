import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import { type SystemFact, type SystemInformationFact, type SystemRow, systemFact } from './system.facts.ts';

/** Systems that are not retired, in the order of their ids. */
export async function readSystemFacts(db: Reader, selection: Selection): Promise<SystemFact[]> {
  const { rows } = await sql<SystemRow>`
    select s.id, s.name, s.lifecycle, s.unit_id, s.proven_confidentiality, s.proven_integrity, s.proven_availability,
           s.proven_traceability, s.raised_confidentiality, s.raised_integrity, s.raised_availability, s.raised_traceability
    from ${tableOf('system', 's', selection)}
    where ${selected('s', selection)} and s.lifecycle <> 'retired' order by s.id`.execute(db);
  return rows.map(systemFact);
}

/** Which information each system carries, ended ties too, in the order of the ids. */
export async function readSystemInformationFacts(
  db: Reader,
  selection: Selection,
): Promise<SystemInformationFact[]> {
  const { rows } = await sql<SystemInformationFact>`
    select t.id, t.system_id as "systemId", t.information_id as "informationId", t.ended_on as "endedOn"
    from ${tableOf('system_information', 't', selection)} where ${selected('t', selection)} order by t.id`.execute(
    db,
  );
  return rows;
}
