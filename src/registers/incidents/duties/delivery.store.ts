import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { CaseDelivery, CaseRequest } from './delivery.ts';

/** What has been done of the duties of a case, the oldest first. */
export async function deliveriesOf(db: Reader, incidentId: string): Promise<CaseDelivery[]> {
  const { rows } = await sql<CaseDelivery>`
    select id, party_id as "partyId", duty, stage, sent_at as "sentAt", channel, case_number as "caseNumber",
           receipt_id as "receiptId", late_reason as "lateReason", noted_by as "notedBy"
    from incident_delivery where incident_id = ${incidentId} order by sent_at, id`.execute(db);
  return rows;
}

/** What authorities have asked for, the oldest first. */
export async function requestsOf(db: Reader, incidentId: string): Promise<CaseRequest[]> {
  const { rows } = await sql<CaseRequest>`
    select id, party_id as "partyId", duty, asked_by as "askedBy", asked_at as "askedAt", due_at as "dueAt"
    from incident_request where incident_id = ${incidentId} order by asked_at, id`.execute(db);
  return rows;
}

/** Has anything been done for the case, or for one of those it concerns? */
export async function hasDeliveries(
  db: Reader,
  incidentId: string,
  partyId: string | null = null,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from incident_delivery
    where incident_id = ${incidentId} and (${partyId}::uuid is null or party_id = ${partyId}::uuid)) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/** Enters that a stage was done. */
export async function enterDelivery(
  transaction: Transaction,
  incidentId: string,
  one: CaseDelivery,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into incident_delivery (id, version, changed_by_event, incident_id, party_id, duty, stage, sent_at,
      channel, case_number, receipt_id, late_reason, noted_by)
    values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.partyId}, ${one.duty}, ${one.stage}, ${one.sentAt},
      ${one.channel}, ${one.caseNumber}, ${one.receiptId}, ${one.lateReason}, ${one.notedBy})`.execute(
    transaction,
  );
}

/** Enters what an authority asked for. */
export async function enterRequest(
  transaction: Transaction,
  incidentId: string,
  one: CaseRequest,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into incident_request (id, version, changed_by_event, incident_id, party_id, duty, asked_by, asked_at,
      due_at)
    values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.partyId}, ${one.duty}, ${one.askedBy}, ${one.askedAt},
      ${one.dueAt})`.execute(transaction);
}
