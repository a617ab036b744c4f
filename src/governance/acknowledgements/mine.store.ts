import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import type { DocumentKind } from '../documents/document.ts';
import type { Way } from './acknowledgement.ts';
import { bindingsOf } from './reading.store.ts';
import { coveringVersions } from './reading.ts';

/** A text that somebody has to read, or has acknowledged. */
export interface MineRow {
  readonly versionId: string;
  readonly title: string;
  readonly number: number;
  readonly kind: DocumentKind;
  /** Since when she is asked, and until when; null when no campaign asks her. */
  readonly askedOn: string | null;
  readonly closesOn: string | null;
  readonly isAsked: boolean;
  readonly isChangeOnly: boolean;
  readonly acknowledgedAt: Date | null;
  readonly way: Way | null;
}

interface Found extends MineRow {
  readonly documentId: string;
  readonly known: readonly string[];
}

/**
 * The texts in force that a person is asked about in a campaign, the policy whether she is asked or not, and what she has
 * acknowledged; what waits first. A text whose demands she knows from an earlier version is not to be read again: it is told by the
 * version that she knows.
 */
export async function mineToRead(db: Reader, personId: string, today: string): Promise<readonly MineRow[]> {
  const { rows } = await sql<Found>`
    select v.id as "versionId", d.id as "documentId", d.title, d.kind, v.number, r.asked_on as "askedOn", r.closes_on as "closesOn",
      r.closes_on is not null as "isAsked", a.acknowledged_at as "acknowledgedAt", a.way, cardinality(k.known) > 0 as "isChangeOnly", k.known
    from document d join document_version v on v.document_id = d.id and v.state = 'inForce'
    left join lateral (select max(c.closes_on) as closes_on, min(greatest(q.asked_on, c.opens_on)) as asked_on from campaign_recipient q join campaign c on c.id = q.campaign_id
      where q.subject_id = ${personId} and q.left_on is null and c.document_version_id = v.id and c.state <> 'closed'
        and c.opens_on <= ${today}::date) r on true
    left join acknowledgement a on a.subject_id = ${personId} and a.document_version_id = v.id and a.withdrawn_on is null
    cross join lateral (select array(select o.document_version_id from acknowledgement o
      where o.subject_id = ${personId} and o.document_id = d.id and o.withdrawn_on is null
        and o.document_version_id <> v.id) as known) k
    where (d.ended_on is null or d.ended_on > ${today}::date) and (v.in_force_from is null or v.in_force_from <= ${today}::date)
      and (d.kind = 'policy' or r.closes_on is not null or a.id is not null or cardinality(k.known) > 0)
    order by a.id is not null, r.closes_on nulls last, d.title collate "sv-x-icu", v.id limit 200`.execute(
    db,
  );
  const shown: MineRow[] = [];
  for (const { documentId, known, ...row } of rows) {
    const isOpen = row.acknowledgedAt === null && known.length > 0;
    const holds = isOpen ? await holdingFor(db, personId, documentId, row.versionId) : null;
    if (holds !== null) shown.push({ ...row, ...holds, isChangeOnly: false });
    else if (row.acknowledgedAt !== null || row.isAsked || row.kind === 'policy') shown.push(row);
  }
  return shown.sort(
    (one, other) => Number(one.acknowledgedAt !== null) - Number(other.acknowledgedAt !== null),
  );
}

/** What she has acknowledged earlier that holds for this version too, the newest; null when nothing does. */
async function holdingFor(
  db: Reader,
  personId: string,
  documentId: string,
  versionId: string,
): Promise<Pick<MineRow, 'number' | 'acknowledgedAt' | 'way'> | null> {
  const all = await bindingsOf(db, documentId);
  const own = all.find((one) => one.versionId === versionId);
  if (own === undefined) return null;
  const { rows } = await sql<Pick<MineRow, 'number' | 'acknowledgedAt' | 'way'>>`
    select v.number, a.acknowledged_at as "acknowledgedAt", a.way from acknowledgement a
    join document_version v on v.id = a.document_version_id
    where a.subject_id = ${personId} and a.withdrawn_on is null
      and a.document_version_id = any(${coveringVersions(own, all)}::uuid[])
    order by v.number desc limit 1`.execute(db);
  return rows[0] ?? null;
}
