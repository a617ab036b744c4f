import { holdsText } from '../../../kernel/search.ts';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Scope, whereCovered } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { EntityId } from '../../../kernel/ids.ts';
import { notEndedOn, type OrganisationColumns, periodColumns, range } from '../row.store.ts';
import type { Entity, EntityKind } from './entity.ts';

interface EntityTable extends OrganisationColumns {
  id: EntityId;
  kind: EntityKind;
  organisation_number: string | null;
  controller: boolean;
  register_complete_on: string | null;
  officer_reported_on: string | null;
  officer_published_on: string | null;
}
export type EntityTables = { legal_entity: EntityTable };

const columns = [
  'id',
  'version',
  'kind',
  'name',
  'organisation_number',
  'controller',
  'register_complete_on',
  'officer_reported_on',
  'officer_published_on',
  'to_confirm',
] as const;

function rows(db: Reader, scope: Scope) {
  return db
    .$extendTables<EntityTables>()
    .selectFrom('legal_entity')
    .select(columns)
    .select(periodColumns('legal_entity'))
    .where(entityInScope(scope));
}

/** The condition that a row lies within the scope. */
export function entityInScope(scope: Scope): RawBuilder<boolean> {
  return whereCovered(scope, { record: 'legal_entity.id', entity: 'legal_entity.id' });
}

/** One row, locked to the end of the transaction; null when there is none within the scope. */
export async function loadEntity(transaction: Transaction, id: string, scope: Scope): Promise<Entity | null> {
  const row = await rows(transaction, scope)
    .where('id', '=', id as EntityId)
    .forUpdate()
    .executeTakeFirst(); // form checked at the door
  return row === undefined ? null : toEntity(row);
}

/** Several rows, locked, in the order of their ids; those out of scope are absent. */
export async function loadEntities(
  transaction: Transaction,
  ids: readonly string[],
  scope: Scope,
): Promise<Entity[]> {
  const found = await rows(transaction, scope)
    .where('id', 'in', ids as readonly EntityId[]) // form checked at the door
    .orderBy('id')
    .forUpdate()
    .execute();
  return found.map(toEntity);
}

/** One row to look at; null when there is none within the scope. */
export async function readEntity(db: Reader, id: string, scope: Scope): Promise<Entity | null> {
  const row = await rows(db, scope)
    .where('id', '=', id as EntityId)
    .executeTakeFirst(); // form checked at the door
  return row === undefined ? null : toEntity(row);
}

/** What a list can be narrowed to. Everything absent narrows nothing. */
export interface EntityFilter {
  readonly search?: string;
  readonly ended?: boolean;
  readonly ids?: readonly string[];
}

/** One page of legal entities, the municipality first, then by name; and how many there are in all. */
export async function listEntities(
  db: Reader,
  filter: EntityFilter,
  page: number,
  size: number,
  scope: Scope,
  today: string,
): Promise<{ items: Entity[]; total: number }> {
  let query = rows(db, scope);
  if (filter.search !== undefined && filter.search !== '') {
    query = query.where(holdsText('name', filter.search));
  }
  if (filter.ended !== true) query = query.where(notEndedOn('legal_entity', today));
  if (filter.ids !== undefined) query = query.where(sql<boolean>`id = any(${filter.ids}::uuid[])`);
  const found = await query
    .orderBy(sql`kind <> 'municipality', name collate "sv-x-icu", id`)
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const counted = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirst();
  return { items: found.map(toEntity), total: counted?.total ?? 0 };
}

/** How much there is below an entity that has not ended by the day. */
export async function standingBelow(
  db: Reader,
  id: string,
  day: string,
): Promise<{ bodies: number; units: number }> {
  const found = await sql<{ bodies: number; units: number }>`select
      (select count(*) from body_face b where b.entity_id = ${id}
        and (b.valid_before is null or b.valid_before > ${day}::date + 1)) as bodies,
      (select count(*) from unit_face u where u.entity_id = ${id}
        and (u.valid_before is null or u.valid_before > ${day}::date + 1)) as units`.execute(db);
  return found.rows[0] ?? { bodies: 0, units: 0 };
}

export async function insertEntity(transaction: Transaction, row: Entity, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<EntityTables>()
    .insertInto('legal_entity')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updateEntity(transaction: Transaction, row: Entity, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<EntityTables>()
    .updateTable('legal_entity')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

type Row = Pick<Selectable<EntityTable>, (typeof columns)[number]> & { from: string; until: string | null };

function toEntity(row: Row): Entity {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    name: row.name,
    organisationNumber: row.organisation_number,
    controller: row.controller,
    from: row.from,
    until: row.until,
    registerCompleteOn: row.register_complete_on,
    officerReportedOn: row.officer_reported_on,
    officerPublishedOn: row.officer_published_on,
    toConfirm: row.to_confirm,
  };
}

function toColumns(row: Entity, stamp: Stamp) {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    kind: row.kind,
    name: row.name,
    organisation_number: row.organisationNumber,
    controller: row.controller,
    valid: range(row),
    register_complete_on: row.registerCompleteOn,
    officer_reported_on: row.officerReportedOn,
    officer_published_on: row.officerPublishedOn,
    to_confirm: row.toConfirm,
  };
}
