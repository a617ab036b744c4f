import { type RawBuilder, sql } from 'kysely';
import { everythingScope, type Scope, whereCovered } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { holdsText } from '../../kernel/search.ts';
import type { Way } from './acknowledgement.ts';
import type { CampaignState } from './campaign.ts';
import { fewestShown } from './questions/question-set.ts';
import { type AddressStanding, unreadableOf } from './unreadable.store.ts';

export interface CampaignRow {
  readonly id: string;
  readonly title: string;
  readonly documentTitle: string;
  readonly number: number;
  readonly state: CampaignState;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly closedOn: string | null;
}

/** The columns the list can be sorted by. */
export const campaignSorts = {
  opens: sql`c.opens_on`,
  closes: sql`c.closes_on`,
  title: sql`c.title collate "sv-x-icu"`,
} as const;

/** One page of campaigns, and how many there are in all. */
export async function listCampaigns(
  db: Reader,
  filter: { readonly search?: string; readonly state?: CampaignState },
  order: { readonly by: keyof typeof campaignSorts; readonly descending: boolean },
  page: number,
  size: number,
): Promise<{ items: CampaignRow[]; total: number }> {
  const parts: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if ((filter.search ?? '') !== '')
    parts.push(
      sql<boolean>`(${holdsText('c.title', filter.search ?? '')} or ${holdsText('d.title', filter.search ?? '')})`,
    );
  if (filter.state !== undefined) parts.push(sql<boolean>`c.state = ${filter.state}`);
  const from = sql`campaign c join document d on d.id = c.document_id
    join document_version v on v.id = c.document_version_id where ${sql.join(parts, sql` and `)}`;
  const direction = order.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<CampaignRow>`
    select c.id, c.title, d.title as "documentTitle", v.number, c.state, c.opens_on as "opensOn", c.closes_on as "closesOn",
      c.closed_on as "closedOn"
    from ${from} order by ${campaignSorts[order.by]} ${direction}, c.id limit ${size} offset ${(page - 1) * size}`.execute(
    db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from ${from}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

/** How far a campaign has come, in recipients. */
export interface Progress {
  readonly asked: number;
  readonly acknowledged: number;
  readonly left: number;
}

export const noProgress: Progress = { asked: 0, acknowledged: 0, left: 0 };

/**
 * Would the figures of a whole campaign tell of the few whose names the reader may not see? `own` is how it goes among those whose
 * names she may. Fewer than five are too few: what is left when she takes her own away is close to each of them.
 */
export function tellsOfFew(all: Progress, own: Progress): boolean {
  const others = all.asked + all.left - own.asked - own.left;
  return others > 0 && others < fewestShown;
}

const counts = sql`count(*) filter (where r.left_on is null) as asked,
  count(*) filter (where r.left_on is null and k.id is not null) as acknowledged,
  count(*) filter (where r.left_on is not null) as left`;

/** Recipients of a campaign with what they have acknowledged of its version, as a table to select from. */
const withAcknowledgement = sql`campaign_recipient r join campaign c on c.id = r.campaign_id
  left join person_face p on p.id = r.person_id left join external_party e on e.id = r.external_party_id
  left join lateral (select a.id, a.version, a.way, a.acknowledged_at, a.held_on, a.meeting from acknowledgement a
    where a.subject_id = r.subject_id
      and a.document_version_id = c.document_version_id and a.withdrawn_on is null) k on true`;

/** How far a campaign has come in all, or within a scope. */
export async function progressOf(
  db: Reader,
  campaignId: string,
  scope: Scope = everythingScope,
): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select ${counts} from ${withAcknowledgement}
    where r.campaign_id = ${campaignId} and ${inScope(scope)}`.execute(db);
  return rows[0] ?? noProgress;
}

const noneSent = { invited: null, withoutAddress: null, unreadable: null };
/** Where the figures of a campaign are not told. */
export const noFigures = { asked: null, acknowledged: null, left: null, ...noneSent };

/** The same for each unit within the scope, the furthest behind first; people without a unit are one row. */
export async function progressByUnit(
  db: Reader,
  campaignId: string,
  scope: Scope,
  most: number,
): Promise<readonly (Progress & { readonly unitId: string | null; readonly unitName: string | null })[]> {
  const { rows } = await sql<Progress & { unitId: string | null; unitName: string | null }>`
    select s."unitId", u.name as "unitName", s.asked, s.acknowledged, s.left from (
      select coalesce(p.unit_id, e.unit_id) as "unitId", ${counts} from ${withAcknowledgement}
      where r.campaign_id = ${campaignId} and ${inScope(scope)} group by 1) s
    left join unit_face u on u.id = s."unitId"
    order by s.acknowledged::numeric / nullif(s.asked, 0) nulls last, u.name collate "sv-x-icu", s."unitId" limit ${most}`.execute(
    db,
  );
  return rows;
}

/**
 * How many have been sent the first mail, or wait for paper; and of those who are asked, how many have no address today, or one that no
 * mail can be sent to.
 */
export async function invitedOf(
  db: Reader,
  campaignId: string,
): Promise<{ readonly invited: number; readonly withoutAddress: number; readonly unreadable: number }> {
  const { rows } = await sql<{ invited: number; withoutAddress: number }>`
    select count(l.id) as invited,
      count(*) filter (where r.left_on is null and coalesce(m.email, e.email) is null) as "withoutAddress"
    from campaign_recipient r left join acknowledgement_link l on l.recipient_id = r.id and l.kind = 'first'
    left join person_email_face m on m.id = r.person_id left join external_party e on e.id = r.external_party_id
    where r.campaign_id = ${campaignId}`.execute(db);
  const { length: unreadable } = await unreadableOf(db, campaignId);
  return { ...(rows[0] ?? { invited: 0, withoutAddress: 0 }), unreadable };
}

/** Where a recipient stands. */
export const recipientStates = ['waiting', 'acknowledged', 'left'] as const;
export type RecipientState = (typeof recipientStates)[number];

/** Who has acknowledged, who has not, and since when it has waited. */
export interface RecipientRow {
  readonly id: string;
  readonly personId: string | null;
  readonly externalPartyId: string | null;
  readonly name: string;
  readonly company: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly state: RecipientState;
  readonly askedOn: string;
  readonly isChangeOnly: boolean;
  readonly address: AddressStanding;
  readonly reminders: number;
  readonly acknowledgementId: string | null;
  readonly acknowledgementVersion: number | null;
  readonly acknowledgedAt: Date | null;
  readonly way: Way | null;
  readonly heldOn: string | null;
  readonly meeting: string | null;
}

/** What the list of names can be narrowed to. */
export interface RecipientFilter {
  readonly campaignId: string;
  readonly search?: string;
  readonly state?: RecipientState;
  readonly unitId?: string;
  /** Those who get no letter. */
  readonly noLetter?: boolean;
}

const state = sql`case when r.left_on is not null then 'left' when k.id is not null then 'acknowledged' else 'waiting' end`;

/** The columns the list of names can be sorted by. */
export const recipientSorts = {
  name: sql`coalesce(p.family_name, e.name) collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  asked: sql`r.asked_on`,
  acknowledged: sql`k.acknowledged_at`,
} as const;

/** One page of a campaign's recipients within the scope, and how many there are in all. */
export async function listRecipients(
  db: Reader,
  filter: RecipientFilter,
  order: { readonly by: keyof typeof recipientSorts; readonly descending: boolean },
  page: number,
  size: number,
  scope: Scope,
): Promise<{ items: RecipientRow[]; total: number }> {
  const address = addressOf(await unreadableOf(db, filter.campaignId));
  const where = conditions(filter, address, scope);
  const from = sql`${withAcknowledgement} left join person_email_face m on m.id = r.person_id`;
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<RecipientRow>`
    select r.id, r.person_id as "personId", r.external_party_id as "externalPartyId", coalesce(p.name, e.contact_name) as name,
      e.name as company, coalesce(p.unit_id, e.unit_id) as "unitId", u.name as "unitName", ${state} as state,
      r.asked_on as "askedOn", r.since_version_id is not null as "isChangeOnly",
      ${address} as address,
      (select count(*) from acknowledgement_link l where l.recipient_id = r.id and l.kind <> 'first') as reminders,
      k.id as "acknowledgementId", k.version as "acknowledgementVersion", k.acknowledged_at as "acknowledgedAt", k.way,
      k.held_on as "heldOn", k.meeting
    from ${from} left join unit_face u on u.id = coalesce(p.unit_id, e.unit_id)
    where ${where} order by ${recipientSorts[order.by]} ${direction}, coalesce(p.family_name, e.name) collate "sv-x-icu",
      p.given_name collate "sv-x-icu", r.id limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from ${from} where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function inScope(scope: Scope): RawBuilder<boolean> {
  return whereCovered(scope, { unit: sql`coalesce(p.unit_id, e.unit_id)` });
}

function addressOf(unreadable: readonly string[]): RawBuilder<AddressStanding> {
  return sql<AddressStanding>`case when coalesce(m.email, e.email) is null then 'missing'
    when r.id = any(${[...unreadable]}::uuid[]) then 'unreadable' else 'usable' end`;
}

function conditions(
  filter: RecipientFilter,
  address: RawBuilder<AddressStanding>,
  scope: Scope,
): RawBuilder<boolean> {
  const parts = [sql<boolean>`r.campaign_id = ${filter.campaignId}`, inScope(scope)];
  if ((filter.search ?? '') !== '')
    parts.push(sql<boolean>`(${holdsText('p.name', filter.search ?? '')} or ${holdsText('e.name', filter.search ?? '')}
      or ${holdsText('e.contact_name', filter.search ?? '')})`);
  if (filter.state !== undefined) parts.push(sql<boolean>`${state} = ${filter.state}`);
  if (filter.noLetter === true) parts.push(sql<boolean>`r.left_on is null and ${address} <> 'usable'`);
  if (filter.unitId !== undefined)
    parts.push(
      sql<boolean>`coalesce(p.unit_id, e.unit_id) = any(array(select unit_subtree(${filter.unitId})))`,
    );
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** Recipients of a campaign within the scope whose name is one of these, in small letters. */
export async function recipientsNamed(
  db: Reader,
  campaignId: string,
  names: readonly string[],
  scope: Scope,
): Promise<
  readonly {
    readonly id: string;
    readonly name: string;
    readonly unitName: string | null;
    readonly state: RecipientState;
  }[]
> {
  const { rows } = await sql<{ id: string; name: string; unitName: string | null; state: RecipientState }>`
    select r.id, coalesce(p.name, e.contact_name) as name, u.name as "unitName", ${state} as state
    from ${withAcknowledgement} left join unit_face u on u.id = coalesce(p.unit_id, e.unit_id)
    where r.campaign_id = ${campaignId} and ${inScope(scope)}
      and lower(coalesce(p.name, e.contact_name) collate "sv-x-icu") = any(${names}::text[])
    order by r.id limit 5000`.execute(db);
  return rows;
}
