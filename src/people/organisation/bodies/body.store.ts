import { holdsText } from '../../../kernel/search.ts';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Scope, whereCovered } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { BodyId, EntityId } from '../../../kernel/ids.ts';
import { notEndedOn, type OrganisationColumns, periodColumns, range } from '../row.store.ts';
import type { Body, BodyKind, BodySurroundings } from './body.ts';

interface BodyTable extends OrganisationColumns {
  id: BodyId;
  entity_id: EntityId;
  parent_id: BodyId | null;
  kind: BodyKind;
  abbreviation: string | null;
  controller: boolean;
  reports_to_follow_up: boolean;
  register_complete_on: string | null;
  officer_reported_on: string | null;
  officer_published_on: string | null;
}
export type BodyTables = { body: BodyTable };

const columns = [
  'id',
  'version',
  'entity_id',
  'parent_id',
  'kind',
  'name',
  'abbreviation',
  'controller',
  'reports_to_follow_up',
  'register_complete_on',
  'officer_reported_on',
  'officer_published_on',
  'to_confirm',
] as const;

function rows(db: Reader, scope: Scope) {
  return db
    .$extendTables<BodyTables>()
    .selectFrom('body')
    .select(columns)
    .select(periodColumns('body'))
    .where(bodyInScope(scope));
}

/** The condition that a row lies within the scope. */
export function bodyInScope(scope: Scope): RawBuilder<boolean> {
  return whereCovered(scope, { record: 'body.id', body: 'body.id', entity: 'body.entity_id' });
}

/** One row, locked to the end of the transaction; null when there is none within the scope. */
export async function loadBody(transaction: Transaction, id: string, scope: Scope): Promise<Body | null> {
  const row = await rows(transaction, scope)
    .where('id', '=', id as BodyId)
    .forUpdate()
    .executeTakeFirst(); // form checked at the door
  return row === undefined ? null : toBody(row);
}

/** Several rows, locked, in the order of their ids; those out of scope are absent. */
export async function loadBodies(
  transaction: Transaction,
  ids: readonly string[],
  scope: Scope,
): Promise<Body[]> {
  const found = await rows(transaction, scope)
    .where('id', 'in', ids as readonly BodyId[]) // form checked at the door
    .orderBy('id')
    .forUpdate()
    .execute();
  return found.map(toBody);
}

/** One row to look at; null when there is none within the scope. */
export async function readBody(db: Reader, id: string, scope: Scope): Promise<Body | null> {
  const row = await rows(db, scope)
    .where('id', '=', id as BodyId)
    .executeTakeFirst(); // form checked at the door
  return row === undefined ? null : toBody(row);
}

/** What a list can be narrowed to. Everything absent narrows nothing. */
export interface BodyFilter {
  readonly search?: string;
  readonly entityId?: string;
  readonly ended?: boolean;
  readonly ids?: readonly string[];
}

/** One page of bodies in the order of rank, subcommittees after their committee; and how many there are in all. */
export async function listBodies(
  db: Reader,
  filter: BodyFilter,
  page: number,
  size: number,
  scope: Scope,
  today: string,
): Promise<{ items: Body[]; total: number }> {
  let query = rows(db, scope);
  if (filter.search !== undefined && filter.search !== '') {
    query = query.where(holdsText('name', filter.search));
  }
  if (filter.entityId !== undefined) query = query.where('entity_id', '=', filter.entityId as EntityId); // form checked at the door
  if (filter.ended !== true) query = query.where(notEndedOn('body', today));
  if (filter.ids !== undefined) query = query.where(sql<boolean>`id = any(${filter.ids}::uuid[])`);
  const found = await query
    .orderBy(
      sql`entity_id, array_position(array['council','executive','board','committee','subcommittee','auditors'], kind),
          name collate "sv-x-icu", id`,
    )
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const counted = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirst();
  return { items: found.map(toBody), total: counted?.total ?? 0 };
}

/** The names a body's ids stand for. */
export async function namesOfBody(
  db: Reader,
  row: Body,
): Promise<{ entityName: string; parentName: string | null }> {
  const found = await sql<{ entityName: string | null; parentName: string | null }>`select
    (select name from entity_face where id = ${row.entityId}) as "entityName",
    (select name from body where id = ${row.parentId}) as "parentName"`.execute(db);
  return { entityName: found.rows[0]?.entityName ?? '', parentName: found.rows[0]?.parentName ?? null };
}

/** Looks up what a description points at. `own` is the body described, null for a new one. */
export async function loadBodySurroundings(
  db: Reader,
  entityId: string,
  parentId: string | null,
  own: string | null,
  today: string,
): Promise<BodySurroundings> {
  const entity = await sql<{ kind: 'municipality' | 'company' | 'foundation' | 'association' }>`
    select kind from entity_face where id = ${entityId} and (valid_before is null or valid_before > ${today}::date)`.execute(
    db,
  );
  const others = await sql<{ id: string; entityId: string; parentId: string | null; kind: BodyKind }>`
    select id, entity_id as "entityId", parent_id as "parentId", kind from body
    where (entity_id = ${entityId} or id = ${parentId}) and id is distinct from ${own} and ${notEndedOn('body', today)}`.execute(
    db,
  );
  return {
    entity: entity.rows[0] ?? null,
    parent: others.rows.find((row) => row.id === parentId) ?? null,
    otherKinds: others.rows.filter((row) => row.entityId === entityId).map((row) => row.kind),
    subcommittees: own === null ? 0 : others.rows.filter((row) => row.parentId === own).length,
  };
}

/** What hangs on a body and has not ended by the day: its subcommittees, and the units that answer to it. */
export async function standingUnder(
  db: Reader,
  id: string,
  day: string,
): Promise<{ bodies: number; units: number }> {
  const found = await sql<{ bodies: number; units: number }>`select
      (select count(*) from body b where b.parent_id = ${id}
        and (upper_inf(b.valid) or upper(b.valid) > ${day}::date + 1)) as bodies,
      (select count(*) from unit_face u where u.body_id = ${id}
        and (u.valid_before is null or u.valid_before > ${day}::date + 1)) as units`.execute(db);
  return found.rows[0] ?? { bodies: 0, units: 0 };
}

export async function insertBody(transaction: Transaction, row: Body, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<BodyTables>()
    .insertInto('body')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updateBody(transaction: Transaction, row: Body, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<BodyTables>()
    .updateTable('body')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

type Row = Pick<Selectable<BodyTable>, (typeof columns)[number]> & { from: string; until: string | null };

function toBody(row: Row): Body {
  return {
    id: row.id,
    version: row.version,
    entityId: row.entity_id,
    parentId: row.parent_id,
    kind: row.kind,
    name: row.name,
    abbreviation: row.abbreviation,
    controller: row.controller,
    reportsToFollowUp: row.reports_to_follow_up,
    from: row.from,
    until: row.until,
    registerCompleteOn: row.register_complete_on,
    officerReportedOn: row.officer_reported_on,
    officerPublishedOn: row.officer_published_on,
    toConfirm: row.to_confirm,
  };
}

function toColumns(row: Body, stamp: Stamp) {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    entity_id: row.entityId,
    parent_id: row.parentId,
    kind: row.kind,
    name: row.name,
    abbreviation: row.abbreviation,
    controller: row.controller,
    reports_to_follow_up: row.reportsToFollowUp,
    valid: range(row),
    register_complete_on: row.registerCompleteOn,
    officer_reported_on: row.officerReportedOn,
    officer_published_on: row.officerPublishedOn,
    to_confirm: row.toConfirm,
  };
}
