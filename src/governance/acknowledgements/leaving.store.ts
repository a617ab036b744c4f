import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { hasNotAcknowledged } from './recipient.store.ts';

/** Recipients of campaigns not closed who have left (a person) or ended (a party) without acknowledging, locked. */
export async function recipientsWhoLeft(
  transaction: Transaction,
  today: string,
  most: number,
): Promise<readonly { readonly id: string; readonly campaignId: string }[]> {
  const { rows } = await sql<{ id: string; campaignId: string }>`
    select r.id, r.campaign_id as "campaignId" from campaign_recipient r join campaign c on c.id = r.campaign_id
    where c.state <> 'closed' and r.left_on is null and ${hasNotAcknowledged}
      and ((select p.valid_before <= ${today}::date from person_face p where p.id = r.person_id)
        or (select e.ended_on is not null or not e.relevant from external_party e where e.id = r.external_party_id))
    order by r.id limit ${most} for update of r`.execute(transaction);
  return rows;
}

/** Releases them from that day. */
export async function releaseRecipients(
  transaction: Transaction,
  ids: readonly string[],
  day: string,
  stamp: Stamp,
): Promise<void> {
  await sql`update campaign_recipient set version = version + 1, changed_by_event = ${stamp.eventId}, left_on = ${day}
    where id = any(${ids}::uuid[])`.execute(transaction);
}

/**
 * Forgets the secrets of some links of campaigns that were closed before that day, and whom they were sent to. That something was sent,
 * and when, stays. Gives back how many it was; none when all have been forgotten.
 */
export async function forgetLinks(db: Reader, before: string, most: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update acknowledgement_link set token_hash = null, address_hash = null
    where id in (select l.id from acknowledgement_link l join campaign_recipient r on r.id = l.recipient_id
      join campaign c on c.id = r.campaign_id
      where l.token_hash is not null and c.state = 'closed' and c.closed_on < ${before}::date limit ${most})`.execute(
    db,
  );
  return Number(numAffectedRows);
}
