import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { Office } from '../../../kernel/offices.ts';
import type { DocumentKind, GoverningDocument } from '../document.ts';
import type { DemandAttest } from './attest.ts';

/** The office that attests a demand of a document's version in force; null when nobody does. */
export async function attestingOffice(
  db: Reader,
  documentId: string,
  sentenceHash: string,
): Promise<Office | null> {
  const { rows } = await sql<{ office: Office | null }>`select s.responsible_office as office
    from sentence s join document_version v on v.id = s.document_version_id
    where v.document_id = ${documentId} and v.state = 'inForce' and s.hash = ${sentenceHash}
      and s.attested and s.demand is not null limit 1`.execute(db);
  return rows[0]?.office ?? null;
}

export async function insertAttest(transaction: Transaction, row: DemandAttest, stamp: Stamp): Promise<void> {
  await sql`insert into demand_attest
    (id, version, changed_by_event, document_id, sentence_hash, office, person_id, is_met, note, attested_on)
    values (${row.id}, ${row.version}, ${stamp.eventId}, ${row.documentId}, ${row.sentenceHash}, ${row.office},
            ${row.personId}, ${row.isMet}, ${row.note}, ${row.attestedOn})`.execute(transaction);
}

export interface AttestRow extends Pick<GoverningDocument, 'unitId' | 'systemId'> {
  readonly documentId: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly sentenceHash: string;
  readonly text: string;
  readonly demand: 'ska' | 'bor';
  readonly office: Office;
  /** The latest attest; null when there is none. */
  readonly attestedOn: string | null;
  readonly isMet: boolean | null;
  readonly note: string | null;
  readonly attestedBy: string | null;
}

/** Every demand in force that an office is to attest, with the latest attest of its words; those of days to come are the last. */
export async function attestRows(db: Reader, today: string): Promise<AttestRow[]> {
  const { rows } = await sql<AttestRow>`
    select d.id as "documentId", d.title, d.kind, d.unit_id as "unitId", d.system_id as "systemId",
      s.hash as "sentenceHash", s.text, s.demand, s.responsible_office as office,
      a.attested_on as "attestedOn", a.is_met as "isMet", a.note, p.name as "attestedBy"
    from sentence s
    join document_version v on v.id = s.document_version_id and v.state = 'inForce'
    join document d on d.id = v.document_id
    left join lateral (select attested_on, is_met, note, person_id from demand_attest where document_id = d.id and sentence_hash = s.hash
      order by attested_on <= ${today}::date desc, attested_on desc, id desc limit 1) a on true
    left join person_face p on p.id = a.person_id
    where s.attested and s.demand is not null and d.ended_on is null
    order by d.title, s.number limit 1000`.execute(db);
  return rows;
}
