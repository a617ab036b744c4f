import { type RawBuilder, sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Audience, Campaign, Closing } from './campaign.ts';
import type { CampaignTarget, TargetName } from './target.ts';

const columns = sql`c.id, c.version, c.document_id as "documentId", c.document_version_id as "documentVersionId",
  c.content_hash as "contentHash", c.title, c.message, c.unit_ids as "unitIds", c.offices, c.kinds,
  c.external_parties as "externalParties", c.opens_on as "opensOn", c.closes_on as "closesOn",
  c.reminder_days as "reminderDays", c.questions, c.state, c.closed_on as "closedOn", c.closed_because as "closedBecause"`;

/** One campaign, locked; null when there is none. */
export async function loadCampaign(transaction: Transaction, id: string): Promise<Campaign | null> {
  const { rows } =
    await sql<Campaign>`select ${columns} from campaign c where c.id = ${id} for update`.execute(transaction);
  return rows[0] ?? null;
}

/** One campaign to look at; null when there is none. */
export async function readCampaign(db: Reader, id: string): Promise<Campaign | null> {
  const { rows } = await sql<Campaign>`select ${columns} from campaign c where c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The campaigns that have not been closed, those that close first before the others. */
export async function campaignsNotClosed(db: Reader): Promise<readonly Campaign[]> {
  const { rows } = await sql<Campaign>`select ${columns} from campaign c
    where c.state <> 'closed' order by c.closes_on, c.id limit 500`.execute(db);
  return rows;
}

/** The campaigns not closed whose day has passed or whose version is in force no more, with why. */
export async function campaignsToClose(
  db: Reader,
  today: string,
): Promise<readonly { readonly id: string; readonly version: number; readonly because: Closing }[]> {
  const { rows } = await sql<{ id: string; version: number; because: Closing }>`
    select c.id, c.version, case when v.state = 'inForce' then 'dayPassed' else 'superseded' end as because
    from campaign c join document_version v on v.id = c.document_version_id
    where c.state <> 'closed' and (v.state <> 'inForce' or c.closes_on < ${today}::date)
    order by c.id limit 500`.execute(db);
  return rows;
}

export async function insertCampaign(transaction: Transaction, row: Campaign, stamp: Stamp): Promise<void> {
  await sql`
    insert into campaign (id, version, changed_by_event, document_id, document_version_id, content_hash, title, message,
      unit_ids, offices, kinds, external_parties, opens_on, closes_on, reminder_days, questions, state)
    values (${row.id}, 1, ${stamp.eventId}, ${row.documentId}, ${row.documentVersionId}, ${row.contentHash}, ${row.title},
      ${row.message}, ${row.unitIds}::uuid[], ${row.offices}::text[], ${row.kinds}::text[], ${row.externalParties},
      ${row.opensOn}, ${row.closesOn}, ${row.reminderDays}::integer[], ${JSON.stringify(row.questions)}::jsonb,
      ${row.state})`.execute(transaction);
}

/** Saves how far a campaign has come; what it asks and whom is never changed. */
export async function updateCampaign(transaction: Transaction, row: Campaign, stamp: Stamp): Promise<void> {
  await sql`update campaign set version = ${row.version}, changed_by_event = ${stamp.eventId}, state = ${row.state},
      closed_on = ${row.closedOn}, closed_because = ${row.closedBecause} where id = ${row.id}`.execute(
    transaction,
  );
}

/** Do all these units stand that day? */
export async function unitsStand(db: Reader, unitIds: readonly string[], today: string): Promise<boolean> {
  if (unitIds.length === 0) return true;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from unit_face u where u.id = any(${unitIds}::uuid[])
      and u.valid_from <= ${today}::date and (u.valid_before is null or u.valid_before > ${today}::date)`.execute(
    db,
  );
  return rows[0]?.count === unitIds.length;
}

/** The condition that a person, as `person_face` has her under the alias `p`, is one of those a campaign is for that day. */
export function isOfAudience(audience: Audience, today: string): RawBuilder<boolean> {
  const { unitIds, offices, kinds } = audience;
  const parts = [
    sql<boolean>`p.kind = any(${kinds}::text[])`,
    sql<boolean>`p.valid_from <= ${today}::date and (p.valid_before is null or p.valid_before > ${today}::date)`,
  ];
  if (unitIds.length > 0) parts.push(sql<boolean>`p.unit_id = any(${subtreesOf(unitIds)})`);
  if (offices.length > 0)
    parts.push(sql<boolean>`exists (select from appointment_face a
      where a.person_id = p.id and a.office = any(${offices}::text[]) and a.valid_from <= ${today}::date
        and (a.valid_before is null or a.valid_before > ${today}::date))`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** The condition that an external party, under the alias `e`, is one of those a campaign is for. */
export function isPartyOfAudience({ unitIds, externalParties }: Audience): RawBuilder<boolean> {
  if (!externalParties) return sql<boolean>`false`;
  const within =
    unitIds.length === 0 ? sql<boolean>`true` : sql<boolean>`e.unit_id = any(${subtreesOf(unitIds)})`;
  return sql<boolean>`e.relevant and e.ended_on is null and ${within}`;
}

function subtreesOf(unitIds: readonly string[]): RawBuilder<unknown> {
  return sql`array(select b.id from unnest(${unitIds}::uuid[]) as r(id), unit_subtree(r.id) as b(id))`;
}

const targetColumns = sql`id, version, name, value, reason`;

/** The figures that have been set. */
export async function listTargets(db: Reader): Promise<readonly CampaignTarget[]> {
  const { rows } =
    await sql<CampaignTarget>`select ${targetColumns} from campaign_target order by name`.execute(db);
  return rows;
}

export async function loadTarget(transaction: Transaction, name: TargetName): Promise<CampaignTarget | null> {
  const { rows } = await sql<CampaignTarget>`
    select ${targetColumns} from campaign_target where name = ${name} for update`.execute(transaction);
  return rows[0] ?? null;
}

export async function saveTarget(transaction: Transaction, row: CampaignTarget, stamp: Stamp): Promise<void> {
  const { id, version, name, value, reason } = row;
  if (version === 1)
    await sql`insert into campaign_target (id, version, changed_by_event, name, value, reason)
      values (${id}, 1, ${stamp.eventId}, ${name}, ${value}, ${reason})`.execute(transaction);
  else
    await sql`update campaign_target set version = ${version}, changed_by_event = ${stamp.eventId}, value = ${value},
      reason = ${reason} where id = ${id}`.execute(transaction);
}
