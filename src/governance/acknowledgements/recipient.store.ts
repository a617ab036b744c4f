import { type RawBuilder, sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';
import { isAddress } from '../../mail/smtp.ts';
import { type Audience, type Campaign } from './campaign.ts';
import { isOfAudience, isPartyOfAudience } from './campaign.store.ts';
import { bindingsOf } from './reading.store.ts';
import { coveringVersions } from './reading.ts';

/** Somebody a campaign is for who has not been asked in it: which version she knows already, or null for none. */
export interface ToAsk {
  readonly personId: string | null;
  readonly externalPartyId: string | null;
  readonly sinceVersionId: string | null;
}

/** What a campaign is about, as far as it decides who is asked. */
export type Asked = Audience & Pick<Campaign, 'documentId' | 'documentVersionId'>;

/** The versions whose acknowledgement holds for the one a campaign is about. */
export async function versionsThatCover(db: Reader, asked: Asked): Promise<readonly string[]> {
  const all = await bindingsOf(db, asked.documentId);
  const own = all.find((one) => one.versionId === asked.documentVersionId);
  return own === undefined ? [asked.documentVersionId] : coveringVersions(own, all);
}

/**
 * Those whom the campaign is for and who are not in it yet, persons first, by their ids. Who has acknowledged a version that binds to
 * the same is not asked again. `campaignId` is null while there is no campaign.
 */
function toAsk(
  asked: Asked,
  campaignId: string | null,
  covering: readonly string[],
  today: string,
): RawBuilder<unknown> {
  // `not in` of two sets is hashed whatever the planner believes; of rows just written it believes that there are none, and would
  // compare everybody with everybody.
  const isNew = sql<boolean>`s.id not in (select r.subject_id from campaign_recipient r where r.campaign_id = ${campaignId})
    and s.id not in (select a.subject_id from acknowledgement a
      where a.document_version_id = any(${covering}::uuid[]) and a.withdrawn_on is null)`;
  return sql`
    select 0 as place, s.id, s.id as person_id, null::uuid as external_party_id
    from (select p.id from person_face p where ${isOfAudience(asked, today)}) s where ${isNew}
    union all
    select 1, s.id, null, s.id
    from (select e.id from external_party e where ${isPartyOfAudience(asked)}) s where ${isNew}`;
}

/** The newest version of the document that somebody under the alias `t` knows: looked up for those chosen, not for all. */
function latestKnown(documentId: string): RawBuilder<unknown> {
  return sql`(select a.document_version_id from acknowledgement a
    join document_version v on v.id = a.document_version_id
    where a.subject_id = t.id and a.document_id = ${documentId} and a.withdrawn_on is null
    order by v.number desc limit 1)`;
}

/** How many would be asked, of each kind. */
export async function countToAsk(
  db: Reader,
  asked: Asked,
  today: string,
): Promise<{ readonly persons: number; readonly parties: number }> {
  const covering = await versionsThatCover(db, asked);
  const { rows } = await sql<{ persons: number; parties: number }>`
    select count(*) filter (where t.place = 0) as persons, count(*) filter (where t.place = 1) as parties
    from (${toAsk(asked, null, covering, today)}) t`.execute(db);
  return rows[0] ?? { persons: 0, parties: 0 };
}

/** Somebody who would be asked, as a preview shows her. */
export interface PreviewRow {
  readonly id: string;
  readonly name: string;
  readonly unitName: string | null;
  /** One that mail can be sent to. */
  readonly hasAddress: boolean;
  readonly isChangeOnly: boolean;
}

/** One page of those who would be asked, as they are called. */
export async function pageToAsk(
  db: Reader,
  asked: Asked,
  today: string,
  size: number,
  page: number,
): Promise<readonly PreviewRow[]> {
  const covering = await versionsThatCover(db, asked);
  const { rows } = await sql<Omit<PreviewRow, 'hasAddress'> & { readonly address: string | null }>`
    select t.id, t.name, u.name as "unitName", coalesce(m.email, t.email) as address,
      ${latestKnown(asked.documentId)} is not null as "isChangeOnly"
    from (select t.id, t.place, coalesce(p.name, e.name) as name, e.email, coalesce(p.unit_id, e.unit_id) as unit_id,
        coalesce(p.family_name, e.name) as family_name, p.given_name
      from (${toAsk(asked, null, covering, today)}) t
      left join person_face p on p.id = t.person_id left join external_party e on e.id = t.external_party_id
      order by t.place, coalesce(p.family_name, e.name) collate "sv-x-icu", p.given_name collate "sv-x-icu", t.id
      limit ${size} offset ${(page - 1) * size}) t
    left join person_email_face m on m.id = t.id left join unit_face u on u.id = t.unit_id
    order by t.place, t.family_name collate "sv-x-icu", t.given_name collate "sv-x-icu", t.id`.execute(db);
  return rows.map(({ address, ...one }) => ({ ...one, hasAddress: address !== null && isAddress(address) }));
}

/** The next of those who are to be asked in a campaign. */
export async function nextToAsk(
  transaction: Transaction,
  campaign: Campaign,
  today: string,
  most: number,
): Promise<readonly ToAsk[]> {
  const covering = await versionsThatCover(transaction, campaign);
  const { rows } = await sql<ToAsk>`
    select t.person_id as "personId", t.external_party_id as "externalPartyId",
      ${latestKnown(campaign.documentId)} as "sinceVersionId"
    from (select c.place, c.id, c.person_id, c.external_party_id
      from (${toAsk(campaign, campaign.id, covering, today)}) c order by c.place, c.id limit ${most}) t
    order by t.place, t.id`.execute(transaction);
  return rows;
}

/** Enters those who are asked, in one statement. */
export async function insertRecipients(
  transaction: Transaction,
  campaignId: string,
  asked: readonly ToAsk[],
  day: string,
  stamp: Stamp,
): Promise<void> {
  const rows = asked.map((one) => ({
    id: newId<'CampaignRecipient'>(stamp.at.getTime()),
    person_id: one.personId,
    external_party_id: one.externalPartyId,
    since_version_id: one.sinceVersionId,
  }));
  await sql`
    insert into campaign_recipient (id, version, changed_by_event, campaign_id, person_id, external_party_id, asked_on, since_version_id)
    select r.id, 1, ${stamp.eventId}, ${campaignId}, r.person_id, r.external_party_id, ${day}, r.since_version_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, person_id uuid, external_party_id uuid, since_version_id uuid)`.execute(transaction);
}

/** A recipient who is to be sent something: to what address, in what language, and which campaign it is about. */
export interface ToSend {
  readonly recipientId: string;
  readonly campaignId: string;
  readonly personId: string | null;
  readonly address: string | null;
  readonly language: Language;
  readonly name: string;
  readonly isChangeOnly: boolean;
  /** The number that the thing sent is to have, of its kind. */
  readonly number: number;
}

/** What has to do with whom something is sent to; `where` narrows the recipients `r` of campaigns `c`. */
async function toSend(
  transaction: Transaction,
  number: RawBuilder<unknown>,
  where: RawBuilder<boolean>,
  most: number,
): Promise<readonly ToSend[]> {
  // What they are called is looked up one by one, for those chosen: a join would be made for one row, which is what the planner
  // believes is left, and read the whole register for each of thousands.
  const ofParty = (column: string) =>
    sql`(select e.${sql.ref(column)} from external_party e where e.id = s.external_party_id)`;
  const { rows } = await sql<ToSend>`
    select s.id as "recipientId", s.campaign_id as "campaignId", s.person_id as "personId", s.number,
      s.since_version_id is not null as "isChangeOnly",
      coalesce((select m.email from person_email_face m where m.id = s.person_id), ${ofParty('email')}) as address,
      coalesce(${ofParty('language')}, (select o.language from setting o), 'sv') as language,
      coalesce((select p.name from person_face p where p.id = s.person_id), ${ofParty('contact_name')}) as name
    from (select r.id, r.campaign_id, r.person_id, r.external_party_id, r.since_version_id, r.subject_id, ${number} as number
      from campaign_recipient r join campaign c on c.id = r.campaign_id
      where ${where} and r.left_on is null and ${hasNotAcknowledged}
      order by r.subject_id, r.id limit ${most}) s
    order by s.subject_id, s.id`.execute(transaction);
  return rows;
}

/**
 * The condition that a recipient `r` of a campaign `c` has not acknowledged the version it is about. Counted, so that each row is
 * looked up in the index: `not exists` would be joined by what the planner believes of rows just written.
 */
export const hasNotAcknowledged = sql<boolean>`(select count(*) from acknowledgement k
  where k.subject_id = r.subject_id and k.document_version_id = c.document_version_id and k.withdrawn_on is null) = 0`;

/** The next of a campaign who have not been sent anything yet. */
export function nextToInvite(
  transaction: Transaction,
  campaignId: string,
  most: number,
): Promise<readonly ToSend[]> {
  return toSend(
    transaction,
    sql`1`,
    sql<boolean>`r.campaign_id = ${campaignId} 
      and (select count(*) from acknowledgement_link l where l.recipient_id = r.id) = 0`,
    most,
  );
}

/** A campaign and the latest day to have been asked on for each of its reminders to be due today, in order. */
export interface ReminderDue {
  readonly campaignId: string;
  readonly askedAtTheLatest: readonly string[];
}

/** The next who are to be reminded, of all campaigns, those of one person after each other. */
export function nextToRemind(
  transaction: Transaction,
  due: readonly ReminderDue[],
  today: string,
  most: number,
): Promise<readonly ToSend[]> {
  const rows = due.flatMap(({ campaignId, askedAtTheLatest }) =>
    askedAtTheLatest.map((day, index) => ({ campaign_id: campaignId, number: index + 1, day })),
  );
  const reminded = sql`(select count(*) from acknowledgement_link l where l.recipient_id = r.id and l.kind = 'reminder')`;
  return toSend(
    transaction,
    sql`${reminded} + 1`,
    sql<boolean>`exists (select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(campaign_id uuid, number integer, day date)
        where d.campaign_id = r.campaign_id and d.number = ${reminded} + 1
          and exists (select from acknowledgement_link l where l.recipient_id = r.id and l.kind = 'first' and l.made_on <= d.day))
      and ${notSentToday(today)}`,
    most,
  );
}

/** Those of a campaign, in a unit and below or in all, who have not acknowledged and were sent nothing today. */
export function nextToRemindByHand(
  transaction: Transaction,
  campaignId: string,
  unitId: string | null,
  today: string,
  most: number,
): Promise<readonly ToSend[]> {
  const within =
    unitId === null
      ? sql<boolean>`true`
      : sql<boolean>`coalesce((select p.unit_id from person_face p where p.id = r.person_id),
          (select e.unit_id from external_party e where e.id = r.external_party_id)) = any(array(select unit_subtree(${unitId})))`;
  return toSend(
    transaction,
    sql`(select count(*) from acknowledgement_link l where l.recipient_id = r.id and l.kind = 'byHand') + 1`,
    sql<boolean>`r.campaign_id = ${campaignId} and ${within} and ${notSentToday(today)}`,
    most,
  );
}

/** Nobody is sent two things the same day, however many want to remind her. */
function notSentToday(today: string): RawBuilder<boolean> {
  return sql<boolean>`(select count(*) from acknowledgement_link l
    where l.recipient_id = r.id and l.made_on = ${today}::date) = 0`;
}

/** What was sent to a recipient: the hash of the token in it, or null where there was no address to send it to. */
export interface SentLink {
  readonly recipientId: string;
  readonly number: number;
  readonly tokenHash: Buffer | null;
  /** Where it was sent; null where there was no address. */
  readonly address: string | null;
}

/** Remembers what was sent, in one statement. */
export async function insertLinks(
  transaction: Transaction,
  kind: 'first' | 'reminder' | 'byHand',
  links: readonly SentLink[],
  day: string,
  at: Date,
): Promise<void> {
  const rows = links.map(({ recipientId, number, tokenHash, address }) => ({
    id: newId<'AcknowledgementLink'>(at.getTime()),
    recipient_id: recipientId,
    number,
    token_hash: tokenHash?.toString('hex') ?? null,
    address,
  }));
  await sql`
    insert into acknowledgement_link (id, recipient_id, kind, number, token_hash, made_on, address_hash)
    select l.id, l.recipient_id, ${kind}, l.number, decode(l.token_hash, 'hex'), ${day},
      sha256(convert_to(l.address, 'UTF8'))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as l(id uuid, recipient_id uuid, number integer, token_hash text, address text)`.execute(transaction);
}
