import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { BodyId, EntityId, Id, UnitId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import type { DefaultOwnerRow, HolderKind, RuleInput, RuleSurroundings } from './default-owner.ts';

interface DefaultOwnerTable {
  id: Id<'DefaultOwner'>;
  version: number;
  changed_by_event: string;
  area: string;
  name: string;
  examples: string;
  body_id: BodyId | null;
  entity_id: EntityId | null;
  holder: HolderKind;
  office: Office | null;
  unit_id: UnitId | null;
  decision: string | null;
  to_confirm: boolean;
  ended_on: string | null;
}

type DefaultOwnerTables = { default_owner: DefaultOwnerTable };

/** One row, locked to the end of the transaction. */
export async function loadDefaultOwner(
  transaction: Transaction,
  id: string,
): Promise<DefaultOwnerRow | null> {
  const row = await transaction
    .$extendTables<DefaultOwnerTables>()
    .selectFrom('default_owner')
    .select(['id', 'version', 'area', 'name', 'examples', 'holder', 'office', 'decision'])
    .select(['body_id as bodyId', 'entity_id as entityId', 'unit_id as unitId'])
    .select(['to_confirm as toConfirm', 'ended_on as endedOn'])
    .where('id', '=', id as Id<'DefaultOwner'>) // its form was checked at the door
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Do the unit, the body and the entity that a row points at stand that day? What it does not point at, stands. */
export async function loadRuleSurroundings(
  db: Reader,
  input: Pick<RuleInput, 'unitId' | 'bodyId' | 'entityId'>,
  today: string,
): Promise<RuleSurroundings> {
  const stands = (face: string, id: string | null) =>
    sql`(${id}::uuid is null or exists (select from ${sql.table(face)} f where f.id = ${id}
      and f.valid_from <= ${today}::date and (f.valid_before is null or f.valid_before > ${today}::date)))`;
  const found = await sql<RuleSurroundings>`select ${stands('unit_face', input.unitId)} as "unitStands",
    ${stands('body_face', input.bodyId)} as "bodyStands",
    ${stands('entity_face', input.entityId)} as "entityStands"`.execute(db);
  return found.rows[0] ?? { unitStands: false, bodyStands: false, entityStands: false };
}

/** How many pieces of information that have not ended belong to the area. */
export async function informationInArea(db: Reader, area: string): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from information_face
    where area = ${area} and state <> 'ended'`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export async function insertDefaultOwner(
  transaction: Transaction,
  row: DefaultOwnerRow,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<DefaultOwnerTables>()
    .insertInto('default_owner')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updateDefaultOwner(
  transaction: Transaction,
  row: DefaultOwnerRow,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<DefaultOwnerTables>()
    .updateTable('default_owner')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

/** The rows in use that point at a unit's manager, locked. */
export async function defaultOwnersOfUnit(
  transaction: Transaction,
  unitId: UnitId,
): Promise<readonly Id<'DefaultOwner'>[]> {
  const rows = await transaction
    .$extendTables<DefaultOwnerTables>()
    .selectFrom('default_owner')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('ended_on', 'is', null)
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** Who manages the unit's successor owns, where the unit's manager did. */
export async function moveDefaultOwners(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<DefaultOwnerTables>()
    .updateTable('default_owner')
    .set((row) => ({ unit_id: to, version: row('version', '+', 1), changed_by_event: stamp.eventId }))
    .where('unit_id', '=', from)
    .where('ended_on', 'is', null)
    .execute();
}

export interface DefaultOwnerListRow extends Omit<DefaultOwnerRow, 'endedOn'> {
  readonly unitName: string | null;
  readonly bodyName: string | null;
  readonly entityName: string | null;
  readonly holderName: string | null;
  readonly informationCount: number;
}

/** The rows in use, in Swedish order, with the names they point at, who holds that today, and how much they cover. */
export async function listDefaultOwners(db: Reader, today: string): Promise<DefaultOwnerListRow[]> {
  const found = await sql<DefaultOwnerListRow>`
    select d.id, d.version, d.area, d.name, d.examples, d.holder, d.office, d.decision, d.to_confirm as "toConfirm",
           d.unit_id as "unitId", d.body_id as "bodyId", d.entity_id as "entityId",
           u.name as "unitName", b.name as "bodyName", e.name as "entityName", h.person_name as "holderName",
           coalesce(n.count, 0) as "informationCount"
    from default_owner d
    left join unit_face u on u.id = d.unit_id
    left join body_face b on b.id = d.body_id
    left join entity_face e on e.id = d.entity_id
    left join (select area, count(*) from information_face where state <> 'ended' group by area) n on n.area = d.area
    left join lateral (
      select a.person_name from appointment_face a
      where not a.deputy and a.valid_from <= ${today}::date and (a.valid_before is null or a.valid_before > ${today}::date)
        and ((d.holder = 'office' and a.office = d.office and a.scope = 'municipality')
          or (d.holder = 'unitManager' and a.scope_id = d.unit_id and a.office in ('manager', 'departmentHead')))
      limit 1) h on true
    where d.ended_on is null
    order by d.name collate "sv-x-icu", d.id limit 500`.execute(db);
  return found.rows;
}

function toColumns(row: DefaultOwnerRow, stamp: Stamp): Omit<DefaultOwnerTable, 'id'> {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    area: row.area,
    name: row.name,
    examples: row.examples,
    body_id: row.bodyId,
    entity_id: row.entityId,
    holder: row.holder,
    office: row.office,
    unit_id: row.unitId,
    decision: row.decision,
    to_confirm: row.toConfirm,
    ended_on: row.endedOn,
  };
}
