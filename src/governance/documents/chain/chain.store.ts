import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { DecidingRule } from '../deciding/deciding.ts';
import type { DocumentKind } from '../document.ts';
import type { Descent } from './ancestry.ts';
import type { Surroundings } from './document-rules.ts';
import type { DocumentParent } from './parent.ts';

/** What a description points at: does it stand? */
export async function surroundingsOf(
  db: Reader,
  input: { readonly unitId: string | null; readonly systemId: string | null },
  today: string,
): Promise<Surroundings> {
  const { rows } = await sql<Surroundings>`select
    exists (select from unit_face where id = ${input.unitId} and valid_from <= ${today}::date
      and (valid_before is null or valid_before > ${today}::date)) as "unitStands",
    exists (select from system_face where id = ${input.systemId}) as "systemStands",
    exists (select from document where kind = 'policy' and ended_on is null) as "policyExists"`.execute(db);
  return rows[0] ?? { unitStands: false, systemStands: false, policyExists: false };
}

const parentColumns = sql`p.id, p.version, p.document_id as "documentId", p.parent_document_id as "parentDocumentId",
  p.sentence_hash as "sentenceHash", p.clause, p.ended_on as "endedOn"`;

/** The ties upwards of one document. */
export async function parentsOf(db: Reader, documentId: string): Promise<DocumentParent[]> {
  const { rows } = await sql<DocumentParent>`select ${parentColumns} from document_parent p
    where p.document_id = ${documentId} and p.ended_on is null order by p.id`.execute(db);
  return rows;
}

/** The one tie with this id; null when there is none in force. */
export async function loadParent(db: Reader, id: string): Promise<DocumentParent | null> {
  const { rows } = await sql<DocumentParent>`select ${parentColumns} from document_parent p
    where p.id = ${id} and p.ended_on is null`.execute(db);
  return rows[0] ?? null;
}

/**
 * Which documents come from which. Held against other ties to the end of the transaction: two ties that would close a circle
 * together must not be judged side by side.
 */
export async function lockedDescents(transaction: Transaction): Promise<Descent[]> {
  await sql`select pg_advisory_xact_lock(hashtext('document_parent'))`.execute(transaction);
  const { rows } =
    await sql<Descent>`select document_id as child, parent_document_id as parent from document_parent
    where ended_on is null and parent_document_id is not null`.execute(transaction);
  return rows;
}

/** Hashes of the demands of a document's version in force. */
export async function demandHashes(db: Reader, documentId: string | null): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ hash: string }>`select s.hash from sentence s
    join document_version v on v.id = s.document_version_id
    where v.document_id = ${documentId} and v.state = 'inForce' and s.demand is not null`.execute(db);
  return new Set(rows.map((row) => row.hash));
}

export interface ParentRow {
  readonly id: string;
  readonly clause: string | null;
  readonly parentDocumentId: string | null;
  readonly parentTitle: string | null;
  readonly parentKind: DocumentKind | null;
  readonly sentenceHash: string | null;
  /** The demand's words, from the newest version that has them. */
  readonly quote: string | null;
  /** Whether the version in force still makes the demand; null for a clause or a whole document. */
  readonly isInForce: boolean | null;
}

/** What a document elaborates, with the words of each demand and whether it still stands. */
export async function parentRows(db: Reader, documentId: string): Promise<ParentRow[]> {
  const { rows } = await sql<ParentRow>`
    select p.id, p.clause, p.parent_document_id as "parentDocumentId", d.title as "parentTitle", d.kind as "parentKind",
      p.sentence_hash as "sentenceHash",
      (select s.text from sentence s join document_version v on v.id = s.document_version_id
       where v.document_id = p.parent_document_id and s.hash = p.sentence_hash order by v.number desc limit 1) as quote,
      case when p.sentence_hash is not null then exists (
        select from sentence s join document_version v on v.id = s.document_version_id
        where v.document_id = p.parent_document_id and v.state = 'inForce' and s.hash = p.sentence_hash) end as "isInForce"
    from document_parent p left join document d on d.id = p.parent_document_id
    where p.document_id = ${documentId} and p.ended_on is null order by p.clause nulls last, d.title, p.id`.execute(
    db,
  );
  return rows;
}

export interface ChildRow {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
}

/** The documents that elaborate this one. */
export async function childRows(db: Reader, documentId: string): Promise<ChildRow[]> {
  const { rows } = await sql<ChildRow>`select distinct d.id, d.title, d.kind
    from document_parent p join document d on d.id = p.document_id
    where p.parent_document_id = ${documentId} and p.ended_on is null and d.ended_on is null order by d.title, d.id`.execute(
    db,
  );
  return rows;
}

export async function insertParent(
  transaction: Transaction,
  row: DocumentParent,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into document_parent
    (id, version, changed_by_event, document_id, parent_document_id, sentence_hash, clause, ended_on)
    values (${row.id}, ${row.version}, ${stamp.eventId}, ${row.documentId}, ${row.parentDocumentId}, ${row.sentenceHash},
            ${row.clause}, ${row.endedOn})`.execute(transaction);
}

export async function endParent(transaction: Transaction, row: DocumentParent, stamp: Stamp): Promise<void> {
  await sql`update document_parent set version = ${row.version}, changed_by_event = ${stamp.eventId}, ended_on = ${row.endedOn}
    where id = ${row.id}`.execute(transaction);
}

/** The municipality's own rules on who adopts what. */
export async function decidingRules(db: Reader): Promise<DecidingRule[]> {
  const { rows } =
    await sql<DecidingRule>`select id, version, kind, bodies, reason from deciding_rule order by kind`.execute(
      db,
    );
  return rows;
}

export async function saveDecidingRule(
  transaction: Transaction,
  row: DecidingRule,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into deciding_rule (id, version, changed_by_event, kind, bodies, reason)
    select ${row.id}, 1, ${stamp.eventId}, ${row.kind}, ${[...row.bodies]}, ${row.reason} where ${row.version} = 1`.execute(
    transaction,
  );
  await sql`update deciding_rule set version = ${row.version}, changed_by_event = ${stamp.eventId},
    bodies = ${[...row.bodies]}, reason = ${row.reason} where id = ${row.id} and version = ${row.version - 1}`.execute(
    transaction,
  );
}

/** The ids of the documents that are about a unit and have not ended. */
export async function documentsOfUnit(transaction: Transaction, unitId: UnitId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from document
    where unit_id = ${unitId} and ended_on is null for update`.execute(transaction);
  return rows.map((row) => row.id);
}

/** The unit's documents follow it into its successor. */
export async function moveDocuments(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await sql`update document set unit_id = ${to}, version = version + 1, changed_by_event = ${stamp.eventId}
    where unit_id = ${from} and ended_on is null`.execute(transaction);
}
