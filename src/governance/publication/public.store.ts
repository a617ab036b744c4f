import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import type { Office } from '../../kernel/offices.ts';
import type { Block } from '../documents/blocks/block.ts';
import type { DecidingBody } from '../documents/deciding/bodies.ts';
import type {
  DocumentId,
  DocumentKind,
  DocumentScope,
  DocumentVersionId,
  Outline,
} from '../documents/document.ts';
import type { StoredSentence } from '../documents/stored-sentence.ts';
import type { ShownState } from './public-address.ts';

/** One version as the public sees it, without its text. */
export interface PublicVersion {
  readonly id: DocumentVersionId;
  readonly number: number;
  readonly state: ShownState;
  readonly contentHash: string;
  readonly decision: string | null;
  readonly decidedBy: DecidingBody | null;
  readonly decidedOn: string | null;
  readonly inForceFrom: string | null;
  readonly legalForceOn: string | null;
  readonly repealedOn: string | null;
  readonly repealDecision: string | null;
  /** When the register's row was changed last: adopted, brought into force, given way or repealed. */
  readonly changedAt: Date;
}

/** A document that everyone may read, with its versions, the newest first; there is at least one. */
export interface PublicDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly keeperOffice: Office;
  readonly scope: DocumentScope;
  /** The unit's name, where it is about one. What a system is called is not told to everyone. */
  readonly unitName: string | null;
  readonly situation: string;
  readonly reviewOn: string | null;
  readonly validUntil: string | null;
  readonly versions: readonly PublicVersion[];
}

const isOpen = sql<boolean>`coalesce(d.is_open, d.kind in ('policy', 'guideline'))`;
const isShown = sql<boolean>`v.state in ('inForce', 'superseded', 'repealed')`;

type Row = Omit<PublicDocument, 'versions'> & { readonly of: PublicVersion };

/** Every document that everyone may read, by kind and title. A municipality has hundreds. */
export function publicDocuments(db: Reader): Promise<PublicDocument[]> {
  return documentsWhere(db, sql<boolean>`true`);
}

/** The document whose address ends with the code; null when there is none that everyone may read. */
export async function publicDocument(db: Reader, code: string): Promise<PublicDocument | null> {
  const found = await documentsWhere(db, sql<boolean>`right(d.id::text, 10) = ${code}`);
  return found[0] ?? null;
}

/** The policy in force; null when none is. */
export async function publicPolicy(db: Reader): Promise<PublicDocument | null> {
  const found = await documentsWhere(db, sql<boolean>`d.kind = 'policy' and d.ended_on is null`);
  return found.find((one) => one.versions.some((version) => version.state === 'inForce')) ?? null;
}

async function documentsWhere(db: Reader, condition: RawBuilder<boolean>): Promise<PublicDocument[]> {
  const { rows } = await sql<Row & PublicVersion & { readonly versionId: DocumentVersionId }>`
    select d.id, d.kind, d.title, d.keeper_office as "keeperOffice", d.scope, u.name as "unitName", d.situation,
      d.review_on as "reviewOn", d.valid_until as "validUntil",
      v.id as "versionId", v.number, v.state, v.content_hash as "contentHash", v.decision, v.decided_by as "decidedBy",
      v.decided_on as "decidedOn", v.in_force_from as "inForceFrom", v.legal_force_on as "legalForceOn",
      v.repealed_on as "repealedOn", v.repeal_decision as "repealDecision", e.occurred_at as "changedAt"
    from document d join document_version v on v.document_id = d.id
      join audit_event e on e.id = v.changed_by_event left join unit_face u on u.id = d.unit_id
    where ${isOpen} and ${isShown} and ${condition}
    order by array_position(array['policy', 'guideline', 'instruction', 'routine'], d.kind),
      d.title collate "sv-x-icu", d.id, v.number desc`.execute(db);
  const found = new Map<DocumentId, PublicDocument & { versions: PublicVersion[] }>();
  for (const row of rows) {
    const { id, kind, title, keeperOffice, scope, unitName, situation, reviewOn, validUntil } = row;
    const { versionId, number, state, contentHash, decision, decidedBy, decidedOn, inForceFrom } = row;
    const { legalForceOn, repealedOn, repealDecision, changedAt } = row;
    const about = { id, kind, title, keeperOffice, scope, unitName, situation, reviewOn, validUntil };
    const document = found.get(id) ?? { ...about, versions: [] };
    found.set(id, document);
    const decided = { decision, decidedBy, decidedOn, inForceFrom, legalForceOn };
    const ended = { repealedOn, repealDecision, changedAt };
    document.versions.push({ id: versionId, number, state, contentHash, ...decided, ...ended });
  }
  return [...found.values()];
}

/**
 * A value that is another one as soon as any document, version or tie is, or the name of a unit that a document is about. Rows are
 * never removed and each change takes its row one version on, so that how many they are and the sum of their versions tell.
 */
export async function publicStamp(db: Reader): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws(' ',
      (select count(*) || ':' || coalesce(sum(d.version), 0) from document d),
      (select count(*) || ':' || coalesce(sum(v.version), 0) from document_version v),
      (select count(*) || ':' || coalesce(sum(p.version), 0) from document_parent p),
      (select md5(string_agg(u.name, '|' order by d.id)) from document d join unit_face u on u.id = d.unit_id)) as stamp`.execute(
    db,
  );
  return rows[0]?.stamp ?? '';
}

/** The text of a version: its blocks, or its outline with its sentences. */
export interface PublicText {
  readonly outline: Outline;
  readonly blocks: readonly Block[] | null;
  readonly sentences: readonly PublicSentence[];
}
export type PublicSentence = Pick<StoredSentence, 'number' | 'text' | 'hash' | 'demand'>;

/** The text of a version that has been found to be one that everyone may read. */
export async function publicText(db: Reader, versionId: DocumentVersionId): Promise<PublicText> {
  const [version, sentences] = await Promise.all([
    sql<
      Omit<PublicText, 'sentences'>
    >`select outline, blocks from document_version where id = ${versionId}`.execute(db),
    sql<PublicSentence>`select number, text, hash, demand from sentence where document_version_id = ${versionId}
      order by number`.execute(db),
  ]);
  const { outline, blocks } = version.rows[0] ?? {
    outline: { title: null, sections: [], leftovers: [] },
    blocks: null,
  };
  return { outline, blocks, sentences: sentences.rows };
}

/** A document that another elaborates or is elaborated by; or a clause that it elaborates. */
export interface PublicTie {
  readonly documentId: DocumentId;
  readonly clause: string | null;
  readonly parent: Tied | null;
  readonly child: Tied | null;
}
export type Tied = Pick<PublicDocument, 'id' | 'title' | 'kind'>;

/** Ties up and down, of one document or of all, as far as what they lead to is in force and everyone may read it. */
export async function publicTies(db: Reader, documentId: DocumentId | null): Promise<PublicTie[]> {
  const { rows } = await sql<PublicTie>`
    with shown as (
      select d.id, jsonb_build_object('id', d.id, 'title', d.title, 'kind', d.kind) as tied from document d
      where ${isOpen} and exists (select from document_version v where v.document_id = d.id and v.state = 'inForce'))
    select distinct p.document_id as "documentId", p.clause, parent.tied as parent, child.tied as child
    from document_parent p left join shown parent on parent.id = p.parent_document_id
      left join shown child on child.id = p.document_id
    where p.ended_on is null and (${documentId}::uuid is null or p.document_id = ${documentId}
      or p.parent_document_id = ${documentId})
    order by p.document_id, p.clause nulls last, parent.tied, child.tied`.execute(db);
  return rows;
}

/** The installation's own id, which never changes: what the feed is known by. */
export async function installationId(db: Reader): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from installation`.execute(db);
  return rows[0]?.id ?? '';
}
