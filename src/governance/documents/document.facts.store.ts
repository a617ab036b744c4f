import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { timeZone } from '../../kernel/calendar.ts';
import { joined, selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type {
  DemandAttestFact,
  DocumentFact,
  DocumentParentFact,
  DocumentVersionFact,
  PublicationPlaceFact,
  SentenceFact,
} from './document.facts.ts';

/** Governing documents, ended ones too, in the order of their ids. */
export async function readDocumentFacts(db: Reader, selection: Selection): Promise<DocumentFact[]> {
  const { rows } = await sql<DocumentFact>`
    select d.id, d.kind, d.title, d.keeper_office as "keeperOffice", d.review_on as "reviewOn", d.ended_on as "endedOn",
           d.scope, d.unit_id as "unitId", d.system_id as "systemId"
    from ${tableOf('document', 'd', selection)} where ${selected('d', selection)} order by d.id`.execute(db);
  return rows;
}

/** Versions that have been decided on, in the order of their ids; without their text. */
export async function readDocumentVersionFacts(
  db: Reader,
  selection: Selection,
): Promise<DocumentVersionFact[]> {
  const { rows } = await sql<DocumentVersionFact>`
    select v.id, v.document_id as "documentId", v.number, v.state, v.content_hash as "contentHash", v.decision,
           v.decided_by as "decidedBy", v.decided_on as "decidedOn", v.in_force_from as "inForceFrom",
           v.adjusted_on as "adjustedOn", v.legal_force_on as "legalForceOn"
    from ${tableOf('document_version', 'v', selection)}
    where ${selected('v', selection)} and v.state not in ('draft', 'onReferral', 'proposed', 'discarded') order by v.id`.execute(
    db,
  );
  return rows;
}

/** Sentences with a demand, of texts in force of every kind; always all of them, in the order of the text. */
export async function readSentenceFacts(db: Reader, selection: Selection): Promise<SentenceFact[]> {
  const all = joined(selection);
  const { rows } = await sql<SentenceFact>`
    select s.id, s.document_version_id as "documentVersionId", s.number, s.heading, s.demand, s.clauses,
           s.set_aside_reason is not null as "setAside", s.hash, s.attested, s.responsible_office as "responsibleOffice",
           (s.proposed_way is not null or cardinality(s.proposed) > 0) as "isProposed"
    from ${tableOf('sentence', 's', all)}
    join ${tableOf('document_version', 'v', all)} on v.id = s.document_version_id
    where ${selected('s', all)} and ${selected('v', all)} and s.demand is not null and v.state = 'inForce'
    order by s.document_version_id, s.number`.execute(db);
  return rows;
}

/** Publication places, ended ones too, in the order of their ids. */
export async function readPublicationPlaceFacts(
  db: Reader,
  selection: Selection,
): Promise<PublicationPlaceFact[]> {
  const { rows } = await sql<PublicationPlaceFact>`
    select p.id, p.kind, p.name, (p.checked_at at time zone ${timeZone})::date as "checkedOn", p.outcome, p.seen_hash as "seenHash",
           p.attested_on as "attestedOn", p.ended_on as "endedOn"
    from ${tableOf('publication_place', 'p', selection)} where ${selected('p', selection)} order by p.id`.execute(
    db,
  );
  return rows;
}

/** What documents elaborate, ended ties too, in the order of their ids. */
export async function readDocumentParentFacts(
  db: Reader,
  selection: Selection,
): Promise<DocumentParentFact[]> {
  const { rows } = await sql<DocumentParentFact>`
    select p.id, p.document_id as "documentId", p.parent_document_id as "parentDocumentId",
           p.sentence_hash as "sentenceHash", p.clause, p.ended_on as "endedOn"
    from ${tableOf('document_parent', 'p', selection)} where ${selected('p', selection)} order by p.id`.execute(
    db,
  );
  return rows;
}

/** What offices have said of the demands they answer for, in the order of their ids. */
export async function readDemandAttestFacts(db: Reader, selection: Selection): Promise<DemandAttestFact[]> {
  const { rows } = await sql<DemandAttestFact>`
    select a.id, a.document_id as "documentId", a.sentence_hash as "sentenceHash", a.is_met as "isMet",
           a.attested_on as "attestedOn"
    from ${tableOf('demand_attest', 'a', selection)} where ${selected('a', selection)} order by a.id`.execute(
    db,
  );
  return rows;
}
