import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { holdsText } from '../../kernel/search.ts';
import type { DocumentKind, DocumentScope, DocumentVersion, VersionState } from './document.ts';

/** What the list of documents can be narrowed to. Everything absent narrows nothing. */
export interface DocumentFilter {
  readonly search?: string;
  readonly kind?: DocumentKind;
  readonly scope?: DocumentScope;
  readonly state?: VersionState;
  readonly overdue?: boolean;
  readonly ids?: readonly string[];
}

export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly keeperOffice: string;
  readonly scope: DocumentScope;
  /** The unit, the system or the situation; null for the whole organisation. */
  readonly about: string | null;
  readonly reviewOn: string | null;
  readonly validUntil: string | null;
  /** Of the version in force; else of the newest that is not put aside. Null when nothing is written. */
  readonly state: VersionState | null;
  readonly isOverdue: boolean;
}

const kindOrder = sql`array_position(array['policy', 'guideline', 'instruction', 'routine'], d.kind)`;

/** The columns a list can be sorted by. Names are sorted as Swedish is: å, ä, ö last. */
export const documentSorts = {
  title: sql`d.title collate "sv-x-icu"`,
  kind: kindOrder,
  keeper: sql`d.keeper_office`,
  review: sql`d.review_on`,
} as const;

const about = sql`case d.scope when 'unit' then (select name from unit_face where id = d.unit_id)
  when 'system' then (select name from system_face where id = d.system_id) when 'situation' then d.situation end`;

const stateOf = sql`(select v.state from document_version v where v.document_id = d.id and v.state <> 'discarded'
  order by (v.state = 'inForce') desc, v.number desc limit 1)`;

/** One page of the documents, and how many there are in all. */
export async function listDocuments(
  db: Reader,
  filter: DocumentFilter,
  order: { readonly by: keyof typeof documentSorts; readonly descending: boolean },
  page: number,
  size: number,
  today: string,
): Promise<{ items: DocumentRow[]; total: number }> {
  const where = conditions(filter, today);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<DocumentRow>`
    select d.id, d.title, d.kind, d.keeper_office as "keeperOffice", d.scope, ${about} as about, d.review_on as "reviewOn",
           d.valid_until as "validUntil", ${stateOf} as state, coalesce(d.review_on < ${today}::date, false) as "isOverdue"
    from document d where ${where}
    order by ${documentSorts[order.by]} ${direction}, ${kindOrder}, d.title collate "sv-x-icu", d.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from document d where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: DocumentFilter, today: string): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`];
  if (filter.search !== undefined && filter.search !== '') parts.push(holdsText('d.title', filter.search));
  if (filter.kind !== undefined) parts.push(sql<boolean>`d.kind = ${filter.kind}`);
  if (filter.scope !== undefined) parts.push(sql<boolean>`d.scope = ${filter.scope}`);
  if (filter.overdue === true) parts.push(sql<boolean>`d.review_on < ${today}::date`);
  if (filter.ids !== undefined) parts.push(sql<boolean>`d.id = any(${filter.ids}::uuid[])`);
  if (filter.state !== undefined) parts.push(sql<boolean>`${stateOf} = ${filter.state}`);
  // What has been repealed stays in the register but is asked for by name.
  if (filter.state !== 'repealed') parts.push(sql<boolean>`d.ended_on is null`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** One version in a list of them: without its text. */
export type VersionRow = Omit<
  DocumentVersion,
  'outline' | 'blocks' | 'demandMarks' | 'draftedOn' | 'repealedOn' | 'repealDecision'
> & { readonly title: string; readonly kind: DocumentKind };

/** Every version of every document, or of one, newest first. A municipality has hundreds, not thousands. */
export async function listVersions(db: Reader, documentId: string | null = null): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.id, v.version, v.document_id as "documentId", v.number, v.state, v.source_name as "sourceName",
           v.content_hash as "contentHash", v.decision, v.decided_by as "decidedBy", v.decided_on as "decidedOn",
           v.in_force_from as "inForceFrom", v.adjusted_on as "adjustedOn", v.announced_on as "announcedOn",
           v.legal_force_on as "legalForceOn", d.title, d.kind
    from document_version v join document d on d.id = v.document_id
    where ${documentId}::uuid is null or v.document_id = ${documentId}
    order by v.number desc limit 500`.execute(db);
  return rows;
}

/** Names of the unit and the system that a document is about. */
export async function namesAbout(
  db: Reader,
  row: { readonly unitId: string | null; readonly systemId: string | null },
): Promise<{ unitName: string | null; systemName: string | null }> {
  const { rows } = await sql<{ unitName: string | null; systemName: string | null }>`select
    (select name from unit_face where id = ${row.unitId}) as "unitName",
    (select name from system_face where id = ${row.systemId}) as "systemName"`.execute(db);
  return rows[0] ?? { unitName: null, systemName: null };
}
