import { sql } from 'kysely';
import { type Actor, type Scope, scopeOf } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, InformationId, SystemId } from '../../kernel/ids.ts';
import { informationAccess } from '../information/information.access.ts';
import { informationInScope } from '../information/information.store.ts';
import type { Tie } from './carrying.ts';
import { noLevels, type ProtectionLevels } from './protection.ts';

interface SystemInformationTable {
  id: Id<'SystemInformation'>;
  version: number;
  changed_by_event: string;
  system_id: SystemId;
  information_id: InformationId;
  ended_on: string | null;
}

type CarryingTables = { system_information: SystemInformationTable };

const nothing: Scope = {
  everything: false,
  keys: { record: [], unit: [], entity: [], body: [], area: [], person: [] },
};

/** Which of these pieces of information exist, have not ended, and may be read by the actor. */
export async function knownInformation(
  db: Reader,
  ids: readonly string[],
  actor: Actor,
  today: string,
): Promise<readonly string[]> {
  const readable = informationInScope(scopeOf(actor, informationAccess.read) ?? nothing, today, 'i');
  const found = await sql<{ id: string }>`select i.id from information_face i
    where i.id = any(${ids}::uuid[]) and i.state <> 'ended' and ${readable}`.execute(db);
  return found.rows.map((row) => row.id);
}

/** The information that a system carries today. */
export async function carriedIds(db: Reader, systemId: string): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<CarryingTables>()
    .selectFrom('system_information')
    .select('information_id')
    .where('system_id', '=', systemId as SystemId) // our own row
    .where('ended_on', 'is', null)
    .execute();
  return rows.map((row) => row.information_id);
}

/** The tie between the two that has not ended, locked; null when there is none. */
export async function loadTie(
  transaction: Transaction,
  systemId: string,
  informationId: string,
): Promise<Tie | null> {
  const row = await transaction
    .$extendTables<CarryingTables>()
    .selectFrom('system_information')
    .select(['id', 'version'])
    .select(['system_id as systemId', 'information_id as informationId', 'ended_on as endedOn'])
    .where('system_id', '=', systemId as SystemId) // checked at the door
    .where('information_id', '=', informationId as InformationId)
    .where('ended_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function insertTies(
  transaction: Transaction,
  ties: readonly Tie[],
  stamp: Stamp,
): Promise<void> {
  const rows = ties.map((tie) => ({
    id: tie.id,
    version: tie.version,
    changed_by_event: stamp.eventId,
    system_id: tie.systemId,
    information_id: tie.informationId,
    ended_on: tie.endedOn,
  }));
  await transaction.$extendTables<CarryingTables>().insertInto('system_information').values(rows).execute();
}

export async function endTie(transaction: Transaction, tie: Tie, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<CarryingTables>()
    .updateTable('system_information')
    .set({ version: tie.version, changed_by_event: stamp.eventId, ended_on: tie.endedOn })
    .where('id', '=', tie.id)
    .execute();
}

/** The highest class per aspect of what each of the systems carries; a system that carries nothing classed is absent. */
export async function highestCarried(
  db: Reader,
  systemIds: readonly string[],
): Promise<ReadonlyMap<string, ProtectionLevels>> {
  const found = await sql<ProtectionLevels & { id: string }>`
    select t.system_id as id, max(i.confidentiality) as confidentiality, max(i.integrity) as integrity,
           max(i.availability) as availability, max(i.traceability) as traceability
    from system_information t join information_face i on i.id = t.information_id
    where t.system_id = any(${systemIds}::uuid[]) and t.ended_on is null and i.state = 'active'
    group by t.system_id`.execute(db);
  return new Map(found.rows.map(({ id, ...levels }) => [id, levels]));
}

/** The same for one system. */
export async function highestCarriedBy(db: Reader, systemId: string): Promise<ProtectionLevels> {
  return (await highestCarried(db, [systemId])).get(systemId) ?? noLevels;
}

export interface CarriedRow extends ProtectionLevels {
  readonly id: string;
  readonly name: string;
  readonly state: 'draft' | 'active';
  readonly personalData: 'none' | 'ordinary' | 'sensitive';
  readonly secret: boolean;
}

/** What the system carries that the actor may read, in Swedish order, and how much more there is. */
export async function carriedBy(
  db: Reader,
  systemId: string,
  actor: Actor,
  today: string,
): Promise<{ readable: readonly CarriedRow[]; hidden: number }> {
  const mayRead = informationInScope(scopeOf(actor, informationAccess.read) ?? nothing, today, 'i');
  const found = await sql<CarriedRow & { may: boolean }>`
    select i.id, i.name, i.state, i.personal_data as "personalData", i.confidentiality, i.integrity, i.availability,
           i.traceability, i.secret, ${mayRead} as may
    from system_information t join information_face i on i.id = t.information_id
    where t.system_id = ${systemId} and t.ended_on is null and i.state <> 'ended'
    order by i.name collate "sv-x-icu", i.id limit 1000`.execute(db);
  const readable = found.rows.filter((row) => row.may).map(({ may: _may, ...row }) => row);
  return { readable, hidden: found.rows.length - readable.length };
}
