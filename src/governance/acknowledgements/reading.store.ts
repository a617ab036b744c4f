import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import type { DocumentId, DocumentVersionId } from '../documents/document.ts';
import type { Binding, ReadSentence } from './reading.ts';

/** A document's version in force, by what an acknowledgement names. */
export interface VersionInForce {
  readonly id: DocumentVersionId;
  readonly documentId: DocumentId;
  readonly contentHash: string;
  readonly number: number;
  readonly title: string;
}

/** The version of a document that is in force that day; null when none is. */
export async function versionInForce(
  db: Reader,
  documentId: string,
  today: string,
): Promise<VersionInForce | null> {
  const { rows } = await sql<VersionInForce>`
    select v.id, v.document_id as "documentId", v.content_hash as "contentHash", v.number, d.title
    from document_version v join document d on d.id = v.document_id
    where v.document_id = ${documentId} and v.state = 'inForce' and (d.ended_on is null or d.ended_on > ${today}::date)
      and (v.in_force_from is null or v.in_force_from <= ${today}::date)`.execute(db);
  return rows[0] ?? null;
}

/** The documents with a version in force, for a form to choose among: the policy first. */
export async function documentsInForce(
  db: Reader,
  today: string,
): Promise<readonly { id: string; title: string; kind: string; number: number }[]> {
  const { rows } = await sql<{ id: string; title: string; kind: string; number: number }>`
    select d.id, d.title, d.kind, v.number from document d join document_version v on v.document_id = d.id
    where v.state = 'inForce' and (d.ended_on is null or d.ended_on > ${today}::date)
      and (v.in_force_from is null or v.in_force_from <= ${today}::date)
    order by d.kind <> 'policy', d.title collate "sv-x-icu", d.id limit 500`.execute(db);
  return rows;
}

/** The sentences of a version, in the order of the text. */
export async function sentencesToRead(db: Reader, versionId: string): Promise<readonly ReadSentence[]> {
  const { rows } = await sql<ReadSentence>`
    select s.number, s.heading, s.text, s.demand from sentence s
    where s.document_version_id = ${versionId} order by s.number`.execute(db);
  return rows;
}

/** What binds in each decided version of a document, that of earlier ones too. */
export async function bindingsOf(db: Reader, documentId: string): Promise<readonly Binding[]> {
  const { rows } = await sql<Binding>`
    select v.id as "versionId", v.content_hash as "contentHash",
           array(select distinct s.demand || ':' || s.hash from sentence s
                 where s.document_version_id = v.id and s.demand is not null) as demands
    from document_version v
    where v.document_id = ${documentId} and v.state in ('inForce', 'superseded', 'repealed')
    order by v.number`.execute(db);
  return rows;
}
