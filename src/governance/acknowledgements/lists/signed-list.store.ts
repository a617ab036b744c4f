import { type RawBuilder, sql } from 'kysely';
import { joinParts, type PartTable, saveParts } from '../../../files/parts.store.ts';
import { type Scope, whereCovered } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { SignedList } from './signed-list.ts';

const parts: PartTable = { table: 'signed_list_part', file: 'list_id' };

const columns = sql`s.id, s.version, s.campaign_id as "campaignId", s.unit_id as "unitId", s.held_on as "heldOn", s.meeting, s.name,
  s.type, s.size, encode(s.sha256, 'hex') as sha256, s.standing, s.finding, s.added_at as "addedAt", s.added_by as "addedBy",
  s.ended_on as "endedOn"`;

/** One list, locked; null when there is none within the scope. */
export async function loadList(
  transaction: Transaction,
  id: string,
  scope: Scope,
): Promise<SignedList | null> {
  const { rows } = await sql<SignedList>`
    select ${columns} from signed_list s where s.id = ${id} and ${listInScope(scope)} for update`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

/** A list with what its unit and who added it are called. */
export interface ListRow extends SignedList {
  readonly unitName: string | null;
  readonly adder: string | null;
}

/** The lists of a campaign within the scope that are not put aside, the latest meeting first. */
export async function listsOf(db: Reader, campaignId: string, scope: Scope): Promise<readonly ListRow[]> {
  const { rows } = await sql<ListRow>`
    select ${columns}, u.name as "unitName", p.name as adder from signed_list s
    left join unit_face u on u.id = s.unit_id left join person_face p on p.id = s.added_by
    where s.campaign_id = ${campaignId} and s.ended_on is null and ${listInScope(scope)}
    order by s.held_on desc, s.added_at desc, s.id limit 500`.execute(db);
  return rows;
}

/** The fingerprints of the lists of a campaign that are not put aside. */
export async function fingerprintsOf(db: Reader, campaignId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select encode(s.sha256, 'hex') as sha256 from signed_list s
    where s.campaign_id = ${campaignId} and s.ended_on is null`.execute(db);
  return rows.map((row) => row.sha256);
}

/** The condition that a list lies within the scope. One of no unit in particular is for those who may see every name. */
export function listInScope(scope: Scope, alias = 's'): RawBuilder<boolean> {
  return whereCovered(scope, { unit: `${alias}.unit_id` });
}

/** Saves a list that is new, with its bytes. */
export async function insertList(
  transaction: Transaction,
  row: SignedList,
  bytes: Buffer,
  stamp: Stamp,
): Promise<void> {
  await sql`
    insert into signed_list (id, version, changed_by_event, campaign_id, unit_id, held_on, meeting, name, type, size, sha256,
      standing, finding, added_at, added_by)
    values (${row.id}, 1, ${stamp.eventId}, ${row.campaignId}, ${row.unitId}, ${row.heldOn}, ${row.meeting}, ${row.name},
      ${row.type}, ${row.size}, ${Buffer.from(row.sha256, 'hex')}, ${row.standing}, ${row.finding}, ${row.addedAt},
      ${row.addedBy})`.execute(transaction);
  await saveParts(transaction, parts, row.id, bytes);
}

/** Saves that a list has been put aside. */
export async function saveEnded(transaction: Transaction, row: SignedList, stamp: Stamp): Promise<void> {
  await sql`update signed_list set version = ${row.version}, changed_by_event = ${stamp.eventId}, ended_on = ${row.endedOn}
    where id = ${row.id}`.execute(transaction);
}

/** The bytes of a list. */
export function bytesOfList(db: Reader, id: string): Promise<Buffer> {
  return joinParts(db, parts, id);
}

/** The lists of a unit that are not put aside, of campaigns that are over too, locked. */
export async function listsOfUnit(transaction: Transaction, unitId: UnitId): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from signed_list where unit_id = ${unitId} and ended_on is null order by id for update`.execute(
    transaction,
  );
  return rows.map((row) => row.id);
}

/** Lists follow those who signed them into their unit's successor: whoever leads them answers for the paper too. */
export async function moveLists(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await sql`update signed_list set unit_id = ${to}, version = version + 1, changed_by_event = ${stamp.eventId}
    where unit_id = ${from} and ended_on is null`.execute(transaction);
}
