import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { AuthorityReport, Reply } from './authority-report.ts';

/** The reports of a case, by duty and stage, the supplements last. */
export async function reportsOf(db: Reader, incidentId: string): Promise<AuthorityReport[]> {
  const { rows } = await sql<AuthorityReport>`
    select r.id, r.version, r.party_id as "partyId", r.duty, r.stage, r.number, r.state, r.said,
           r.written_by as "writtenBy",
           case when r.written_by = any(r.writers) then r.writers else array_remove(r.writers || r.written_by, null) end
             as writers,
           r.approved_by as "approvedBy", r.approved_at as "approvedAt",
           r.alone_reason as "aloneReason", encode(r.content_hash, 'hex') as "contentHash",
           r.delivery_id as "deliveryId"
    from incident_report r where r.incident_id = ${incidentId} order by r.duty, r.stage, r.number, r.id`.execute(
    db,
  );
  return rows;
}

/** What authorities have answered to a report, the oldest first. */
export async function repliesTo(db: Reader, reportId: string): Promise<Reply[]> {
  const { rows } = await sql<Reply>`
    select id, report_id as "reportId", received_at as "receivedAt", text, noted_by as "notedBy"
    from incident_reply where report_id = ${reportId} order by received_at, id`.execute(db);
  return rows;
}

/** Who reports: the municipality, with its number; an installation that has none yet says nothing. */
export async function organisationOf(db: Reader): Promise<{ name: string; number: string | null }> {
  const { rows } = await sql<{ name: string; number: string | null }>`
    select e.name, n.organisation_number as number
    from entity_face e join entity_number_face n on n.id = e.id
    where e.kind = 'municipality' order by e.id limit 1`.execute(db);
  return rows[0] ?? { name: '', number: null };
}

/** How somebody is reached, as a report says it: her name and her address. */
export async function contactOf(db: Reader, personId: string | null): Promise<string> {
  if (personId === null) return '';
  const { rows } = await sql<{ name: string; email: string | null }>`
    select p.name, e.email from person_face p left join person_email_face e on e.id = p.id
    where p.id = ${personId}`.execute(db);
  const [found] = rows;
  return found === undefined ? '' : [found.name, found.email].filter((part) => part !== null).join(', ');
}

/** Saves a report that is new or changed. One that a step left as it was is not written again. */
export async function saveReport(
  transaction: Transaction,
  incidentId: string,
  one: AuthorityReport,
  stamp: Stamp,
): Promise<void> {
  const hash = one.contentHash === null ? null : Buffer.from(one.contentHash, 'hex');
  const said = JSON.stringify(one.said);
  await (one.version === 1 && one.state === 'draft'
    ? sql`insert into incident_report (id, version, changed_by_event, incident_id, party_id, duty, stage, number, state,
            said, written_by, writers)
          values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.partyId}, ${one.duty}, ${one.stage},
            ${one.number}, 'draft', ${said}::jsonb, ${one.writtenBy}, ${[...one.writers]}::uuid[])`
    : sql`update incident_report set version = ${one.version}, changed_by_event = ${stamp.eventId},
            state = ${one.state}, said = ${said}::jsonb, written_by = ${one.writtenBy},
            writers = ${[...one.writers]}::uuid[], approved_by = ${one.approvedBy}, approved_at = ${one.approvedAt}, alone_reason = ${one.aloneReason},
            content_hash = ${hash}, delivery_id = ${one.deliveryId}
          where id = ${one.id} and version = ${one.version - 1}`
  ).execute(transaction);
}

/** Enters what an authority answered. */
export async function enterReply(transaction: Transaction, one: Reply, stamp: Stamp): Promise<void> {
  await sql`insert into incident_reply (id, version, changed_by_event, report_id, received_at, text, noted_by)
    values (${one.id}, 1, ${stamp.eventId}, ${one.reportId}, ${one.receivedAt}, ${one.text}, ${one.notedBy})`.execute(
    transaction,
  );
}
