import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { isAddress, plainAddress } from '../../mail/smtp.ts';

/** Can a recipient be sent a letter: is there an address, and one that mail can be sent to? */
export const addressStandings = ['usable', 'missing', 'unreadable'] as const;
export type AddressStanding = (typeof addressStandings)[number];

/**
 * The recipients of a campaign, by id, who have an address that no mail can be sent to. Registers took more than mail does once, so
 * that such a one may stand there. The plain ones, that is all but a few, are known by the database.
 */
export async function unreadableOf(db: Reader, campaignId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; address: string }>`
    select r.id, coalesce(m.email, e.email) as address
    from campaign_recipient r left join person_email_face m on m.id = r.person_id
    left join external_party e on e.id = r.external_party_id
    where r.campaign_id = ${campaignId} and r.left_on is null and coalesce(m.email, e.email) !~* ${plainAddress}`.execute(
    db,
  );
  return rows.filter(({ address }) => !isAddress(address)).map(({ id }) => id);
}
