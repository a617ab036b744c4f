import { sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import { holdsText } from '../kernel/search.ts';
import { clauseByNumber } from '../clauses/index.ts';
import type { Demand, ShownDemand } from './demand.ts';

/** Is it one that can be departed from: a clause there is, or a demanding sentence of a document in force? */
export async function demandStands(db: Reader, { clause, sentenceId }: Demand): Promise<boolean> {
  if (clause !== null && clauseByNumber(clause) === null) return false;
  if (sentenceId === null) return true;
  const { rows } = await sql<{ stands: boolean }>`select exists (select from sentence s
    join document_version v on v.id = s.document_version_id
    where s.id = ${sentenceId} and s.demand is not null and v.state = 'inForce') as stands`.execute(db);
  return rows[0]?.stands ?? false;
}

/** The demand in words. A sentence that is no longer in force is still what was departed from. */
export async function shownDemand(db: Reader, { clause, sentenceId }: Demand): Promise<ShownDemand | null> {
  if (sentenceId === null) return clause === null ? null : { clause, sentenceId, text: null, document: null };
  const { rows } = await sql<{ text: string; document: string }>`
    select s.text, d.title as document from sentence s
    join document_version v on v.id = s.document_version_id join document d on d.id = v.document_id
    where s.id = ${sentenceId}`.execute(db);
  return { clause, sentenceId, text: rows[0]?.text ?? null, document: rows[0]?.document ?? null };
}

/** At most twenty demanding sentences of the documents in force that hold the text, in the order they stand. */
export async function findDemands(db: Reader, search: string): Promise<ShownDemand[]> {
  const { rows } = await sql<ShownDemand>`
    select null as clause, s.id as "sentenceId", s.text, d.title as document from sentence s
    join document_version v on v.id = s.document_version_id join document d on d.id = v.document_id
    where v.state = 'inForce' and s.demand is not null and ${holdsText('s.text', search)}
    order by d.title collate "sv-x-icu", s.number limit 20`.execute(db);
  return rows;
}
