import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Scope, whereCovered } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { BodyId, EntityId, UnitId } from '../../../kernel/ids.ts';
import type { Carrier } from '../../../registers/information/vocabulary.ts';
import { notEndedOn, type OrganisationColumns, periodColumns, range } from '../row.store.ts';
import type { Outcome } from './reorganisation.ts';
import type { Unit, UnitKind, UnitSurroundings } from './unit.ts';

interface UnitTable extends OrganisationColumns {
  id: UnitId;
  kind: UnitKind;
  entity_id: EntityId;
  body_id: BodyId | null;
  parent_id: UnitId | null;
  successor_id: UnitId | null;
  carriers_held: Carrier[];
  carriers_none: Carrier[];
  carriers_declared_on: string | null;
}
export type UnitTables = { unit: UnitTable };

const columns = [
  'id',
  'version',
  'kind',
  'name',
  'entity_id',
  'body_id',
  'parent_id',
  'successor_id',
  'carriers_held',
  'carriers_none',
  'carriers_declared_on',
  'to_confirm',
] as const;

/** Any number that no other lock uses: the tree is changed by one at a time, so that two moves never make a circle. */
const treeLock = 7_305_101;

function rows(db: Reader, scope: Scope) {
  return db
    .$extendTables<UnitTables>()
    .selectFrom('unit')
    .select(columns)
    .select(periodColumns('unit'))
    .where(unitInScope(scope));
}

/** The condition that a row lies within the scope. */
export function unitInScope(scope: Scope): RawBuilder<boolean> {
  return whereCovered(scope, { record: 'unit.id', unit: 'unit.id', entity: 'unit.entity_id' });
}

/** Waits until nobody else is changing the shape of the tree. Held to the end of the transaction. */
export async function lockTree(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${treeLock})`.execute(transaction);
}

/** One row, locked to the end of the transaction; null when there is none within the scope. */
export async function loadUnit(transaction: Transaction, id: string, scope: Scope): Promise<Unit | null> {
  const row = await rows(transaction, scope)
    .where('id', '=', id as UnitId)
    .forUpdate()
    .executeTakeFirst(); // form checked at the door
  return row === undefined ? null : toUnit(row);
}

/** Several rows, locked, in the order of their ids; those out of scope are absent. */
export async function loadUnits(
  transaction: Transaction,
  ids: readonly string[],
  scope: Scope,
): Promise<Unit[]> {
  const found = await rows(transaction, scope)
    .where('id', 'in', ids as readonly UnitId[]) // form checked at the door
    .orderBy('id')
    .forUpdate()
    .execute();
  return found.map(toUnit);
}

/** One row to look at; null when there is none within the scope. */
export async function readUnit(db: Reader, id: string, scope: Scope): Promise<Unit | null> {
  const row = await rows(db, scope)
    .where('id', '=', id as UnitId)
    .executeTakeFirst(); // form checked at the door
  return row === undefined ? null : toUnit(row);
}

/** The whole tree, with what has ended, by id. For a change, {@link lockTree} comes first. */
export async function readTree(db: Reader, scope: Scope): Promise<ReadonlyMap<UnitId, Unit>> {
  const found = await rows(db, scope).execute();
  return new Map(found.map((row) => [row.id, toUnit(row)]));
}

/** The units on the way from one up to the top of its entity, itself left out, the top first. */
export async function unitsAbove(db: Reader, id: string): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    with recursive above(id, name, parent_id, step) as (
      select p.id, p.name, p.parent_id, 1 from unit u join unit p on p.id = u.parent_id where u.id = ${id}
      union all
      select p.id, p.name, p.parent_id, a.step + 1 from above a join unit p on p.id = a.parent_id where a.step < 100
    ) select id, name from above order by step desc`.execute(db);
  return found.rows;
}

/** How many units lie directly below and outlive the day. */
export async function subunitsAfter(db: Reader, id: string, day: string): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from unit u where u.parent_id = ${id}
    and (upper_inf(u.valid) or upper(u.valid) > ${day}::date + 1)`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Where a unit is, or is to be, and under what name. */
interface Placing {
  readonly own: string | null;
  readonly entityId: string;
  readonly bodyId: string | null;
  readonly parentId: string | null;
  readonly name: string;
}

/** Looks up what a description points at. */
export async function loadUnitSurroundings(
  db: Reader,
  placing: Placing,
  scope: Scope,
  today: string,
): Promise<UnitSurroundings> {
  const { own, entityId, bodyId, parentId, name } = placing;
  const found = await sql<{ entityStands: boolean; bodyFits: boolean; nameTaken: boolean }>`select
      exists (select from entity_face e where e.id = ${entityId}
        and (e.valid_before is null or e.valid_before > ${today}::date)) as "entityStands",
      (${bodyId}::uuid is null or exists (select from body_face b where b.id = ${bodyId} and b.entity_id = ${entityId}
        and (b.valid_before is null or b.valid_before > ${today}::date))) as "bodyFits",
      exists (select from unit u where u.entity_id = ${entityId} and u.parent_id is not distinct from ${parentId}
        and u.id is distinct from ${own} and upper_inf(u.valid) and lower(u.name collate "sv-x-icu") = lower(${name.trim()} collate "sv-x-icu")) as "nameTaken"`.execute(
    db,
  );
  const parent = parentId === null ? null : await standingUnit(db, parentId, scope, today);
  return { ...(found.rows[0] ?? { entityStands: false, bodyFits: false, nameTaken: false }), parent };
}

async function standingUnit(db: Reader, id: string, scope: Scope, today: string): Promise<Unit | null> {
  const row = await rows(db, scope)
    .where('id', '=', id as UnitId) // form checked at the door
    .where(notEndedOn('unit', today))
    .executeTakeFirst();
  return row === undefined ? null : toUnit(row);
}

export async function insertUnit(transaction: Transaction, row: Unit, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<UnitTables>()
    .insertInto('unit')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updateUnit(transaction: Transaction, row: Unit, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<UnitTables>()
    .updateTable('unit')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

/**
 * Stores a reorganisation. In this order: what ends gives up its name first; then the new units, which may bear it; then
 * those that go under them; last, what ended is told its successor, which now exists.
 */
export async function saveReorganisation(
  transaction: Transaction,
  outcome: Outcome,
  stamp: Stamp,
): Promise<void> {
  const created = new Set(outcome.created.map((row) => row.id));
  const ends = ({ before, after }: Outcome['changed'][number]) => after.until !== before.until;
  const afterwards: Unit[] = [];
  for (const { after } of outcome.changed.filter(ends)) {
    const waits = after.successorId !== null && created.has(after.successorId);
    await updateUnit(transaction, waits ? { ...after, successorId: null } : after, stamp);
    if (waits) afterwards.push({ ...after, version: after.version + 1 });
  }
  for (const row of outcome.created) await insertUnit(transaction, row, stamp);
  for (const one of outcome.changed) if (!ends(one)) await updateUnit(transaction, one.after, stamp);
  for (const row of afterwards) await updateUnit(transaction, row, stamp);
}

type Row = Pick<Selectable<UnitTable>, (typeof columns)[number]> & { from: string; until: string | null };

function toUnit(row: Row): Unit {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    name: row.name,
    entityId: row.entity_id,
    bodyId: row.body_id,
    parentId: row.parent_id,
    from: row.from,
    until: row.until,
    successorId: row.successor_id,
    carriersHeld: row.carriers_held,
    carriersNone: row.carriers_none,
    carriersDeclaredOn: row.carriers_declared_on,
    toConfirm: row.to_confirm,
  };
}

function toColumns(row: Unit, stamp: Stamp) {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    kind: row.kind,
    name: row.name,
    entity_id: row.entityId,
    body_id: row.bodyId,
    parent_id: row.parentId,
    valid: range(row),
    successor_id: row.successorId,
    carriers_held: [...row.carriersHeld],
    carriers_none: [...row.carriersNone],
    carriers_declared_on: row.carriersDeclaredOn,
    to_confirm: row.toConfirm,
  };
}
