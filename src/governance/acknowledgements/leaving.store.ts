import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import { hasNotAcknowledged } from './recipient.store.ts';

/** Recipients of campaigns not closed who have left (a person) or ended (a party) without acknowledging, locked. */
export async function recipientsWhoLeft(
  transaction: Transaction,
  today: string,
  most: number,
): Promise<readonly { readonly id: string; readonly campaignId: string }[]> {
  const { rows } = await sql<{ id: string; campaignId: string }>`
    select r.id, r.campaign_id as "campaignId" from campaign_recipient r join campaign c on c.id = r.campaign_id
    left join person_face p on p.id = r.person_id left join external_party e on e.id = r.external_party_id
    where c.state <> 'closed' and r.left_on is null and ${hasNotAcknowledged}
      and (r.person_id is not null and (p.id is null or p.valid_before <= ${today}::date)
        or e.ended_on is not null or e.relevant = false)
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
