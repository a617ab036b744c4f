import { type ColumnType, type JSONColumnType, sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Block, DemandMark } from './blocks/block.ts';
import type { DecidingBody } from './deciding/bodies.ts';
import type {
  DocumentId,
  DocumentVersion,
  DocumentVersionId,
  GoverningDocument,
  Outline,
  VersionState,
} from './document.ts';

interface Registered {
  version: number;
  changed_by_event: string;
}

interface DocumentTable extends Registered {
  id: DocumentId;
  kind: GoverningDocument['kind'];
  title: string;
  keeper_office: GoverningDocument['keeperOffice'];
  review_on: string | null;
  ended_on: string | null;
  scope: GoverningDocument['scope'];
  unit_id: GoverningDocument['unitId'];
  system_id: GoverningDocument['systemId'];
  situation: string;
  valid_until: string | null;
  is_open: boolean | null;
}

interface DocumentVersionTable extends Registered {
  id: DocumentVersionId;
  document_id: DocumentId;
  number: number;
  state: VersionState;
  source_name: string;
  source_text: string;
  outline: JSONColumnType<Outline>;
  content_hash: string;
  decision: string | null;
  decided_by: DecidingBody | null;
  decided_on: string | null;
  in_force_from: string | null;
  adjusted_on: string | null;
  announced_on: string | null;
  legal_force_on: string | null;
  blocks: ColumnType<Block[] | null, string | null, string | null>;
  demand_marks: JSONColumnType<DemandMark[]>;
  drafted_on: string | null;
  repealed_on: string | null;
  repeal_decision: string | null;
}

export type DocumentTables = {
  document: DocumentTable;
  document_version: DocumentVersionTable;
};

const tables = <Db extends Reader>(db: Db) => db.$extendTables<DocumentTables>();

const versionColumns = [
  'id',
  'version',
  'document_id as documentId',
  'number',
  'state',
  'source_name as sourceName',
  'outline',
  'content_hash as contentHash',
  'decision',
  'decided_by as decidedBy',
  'decided_on as decidedOn',
  'in_force_from as inForceFrom',
  'adjusted_on as adjustedOn',
  'announced_on as announcedOn',
  'legal_force_on as legalForceOn',
  'blocks',
  'demand_marks as demandMarks',
  'drafted_on as draftedOn',
  'repealed_on as repealedOn',
  'repeal_decision as repealDecision',
] as const;

const documentColumns = [
  'id',
  'version',
  'kind',
  'title',
  'keeper_office as keeperOffice',
  'review_on as reviewOn',
  'scope',
  'unit_id as unitId',
  'system_id as systemId',
  'situation',
  'valid_until as validUntil',
  'is_open as isOpen',
  'ended_on as endedOn',
] as const;

/** The one policy there is, if any. */
export async function loadPolicyDocument(db: Reader): Promise<GoverningDocument | null> {
  const row = await tables(db)
    .selectFrom('document')
    .select(documentColumns)
    .where('kind', '=', 'policy')
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function loadDocument(db: Reader, id: string): Promise<GoverningDocument | null> {
  return (await oneDocument(db, id).executeTakeFirst()) ?? null;
}

/** One document, locked: what is decided of it must not be decided beside what ends it. */
export async function holdDocument(transaction: Transaction, id: string): Promise<GoverningDocument | null> {
  return (await oneDocument(transaction, id).forUpdate().executeTakeFirst()) ?? null;
}

function oneDocument(db: Reader, id: string) {
  return tables(db)
    .selectFrom('document')
    .select(documentColumns)
    .where('id', '=', id as DocumentId); // its form was checked at the door
}

/** What an import must know of earlier versions: the last number, whether a draft waits, and what is in force. */
export async function versionsOf(
  db: Reader,
  documentId: DocumentId | null,
): Promise<{ latestNumber: number; hasDraft: boolean; inForceHash: string | null }> {
  const found = await sql<{ latestNumber: number; hasDraft: boolean; inForceHash: string | null }>`
    select coalesce(max(number), 0) as "latestNumber", coalesce(bool_or(state in ('draft', 'onReferral', 'proposed')), false) as "hasDraft",
           max(content_hash) filter (where state = 'inForce') as "inForceHash"
    from document_version where document_id = ${documentId}`.execute(db);
  return found.rows[0] ?? { latestNumber: 0, hasDraft: false, inForceHash: null };
}

/** One version, locked; null when there is none. */
export async function loadVersion(transaction: Transaction, id: string): Promise<DocumentVersion | null> {
  const row = await tables(transaction)
    .selectFrom('document_version')
    .select(versionColumns)
    .where('id', '=', id as DocumentVersionId) // its form was checked at the door
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function readVersion(db: Reader, id: string): Promise<DocumentVersion | null> {
  const row = await tables(db)
    .selectFrom('document_version')
    .select(versionColumns)
    .where('id', '=', id as DocumentVersionId) // its form was checked at the door
    .executeTakeFirst();
  return row ?? null;
}

/** Does a version of the document wait: one that is written, proposed, or decided and not in force yet? */
export async function hasWaiting(db: Reader, documentId: DocumentId): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('document_version')
    .select('id')
    .where('document_id', '=', documentId)
    .where('state', 'in', ['draft', 'onReferral', 'proposed', 'decided'])
    .executeTakeFirst();
  return row !== undefined;
}

/** The version of a document that is in force, or the newest in the state asked for. */
export async function versionInState(
  db: Reader,
  documentId: DocumentId,
  state: VersionState,
): Promise<DocumentVersion | null> {
  const row = await tables(db)
    .selectFrom('document_version')
    .select(versionColumns)
    .where('document_id', '=', documentId)
    .where('state', '=', state)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** Decided versions whose day has come by that day: they are to be brought into force. */
export async function versionsDue(
  db: Reader,
  today: string,
): Promise<{ id: DocumentVersionId; version: number }[]> {
  return tables(db)
    .selectFrom('document_version')
    .select(['id', 'version'])
    .where('state', '=', 'decided')
    .where('in_force_from', '<=', today)
    .orderBy('in_force_from')
    .limit(100)
    .execute();
}

export async function insertDocument(
  transaction: Transaction,
  row: GoverningDocument,
  stamp: Stamp,
): Promise<void> {
  const values = { ...documentValues(row, stamp), id: row.id, kind: row.kind };
  await tables(transaction).insertInto('document').values(values).execute();
}

export async function updateDocument(
  transaction: Transaction,
  row: GoverningDocument,
  stamp: Stamp,
): Promise<void> {
  await tables(transaction)
    .updateTable('document')
    .set(documentValues(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

function documentValues(row: GoverningDocument, stamp: Stamp) {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    title: row.title,
    keeper_office: row.keeperOffice,
    review_on: row.reviewOn,
    scope: row.scope,
    unit_id: row.unitId,
    system_id: row.systemId,
    situation: row.situation,
    valid_until: row.validUntil,
    is_open: row.isOpen,
    ended_on: row.endedOn,
  };
}

export async function insertVersion(
  transaction: Transaction,
  row: DocumentVersion,
  sourceText: string,
  stamp: Stamp,
): Promise<void> {
  await tables(transaction)
    .insertInto('document_version')
    .values({
      ...versionValues(row, stamp),
      id: row.id,
      document_id: row.documentId,
      number: row.number,
      source_name: row.sourceName,
      source_text: sourceText,
      drafted_on: row.draftedOn,
    })
    .execute();
}

export async function updateVersion(
  transaction: Transaction,
  row: DocumentVersion,
  stamp: Stamp,
  sourceText?: string,
): Promise<void> {
  const frozen = sourceText === undefined ? {} : { source_text: sourceText };
  await tables(transaction)
    .updateTable('document_version')
    .set({ ...versionValues(row, stamp), ...frozen })
    .where('id', '=', row.id)
    .execute();
}

function versionValues(row: DocumentVersion, stamp: Stamp) {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    state: row.state,
    decision: row.decision,
    decided_by: row.decidedBy,
    decided_on: row.decidedOn,
    in_force_from: row.inForceFrom,
    adjusted_on: row.adjustedOn,
    announced_on: row.announcedOn,
    legal_force_on: row.legalForceOn,
    outline: JSON.stringify(row.outline),
    content_hash: row.contentHash,
    blocks: row.blocks === null ? null : JSON.stringify(row.blocks),
    demand_marks: JSON.stringify(row.demandMarks),
    repealed_on: row.repealedOn,
    repeal_decision: row.repealDecision,
  };
}
