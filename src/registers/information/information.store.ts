import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import { type CoveredRow, whereRowCovered } from '../../kernel/recorded/covered.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { InformationId, UnitId } from '../../kernel/ids.ts';
import type { Information, InformationState, InformationSurroundings } from './information.ts';
import type { Carrier, PersonalData, PersonalDataKind, SecrecyProvision } from './vocabulary.ts';

interface InformationTable {
  id: InformationId;
  version: number;
  changed_by_event: string;
  state: InformationState;
  name: string;
  description: string;
  unit_id: UnitId;
  area: string;
  carriers: Carrier[];
  personal_data: PersonalData;
  personal_data_kinds: PersonalDataKind[];
  secrecy_provisions: SecrecyProvision[];
  classification_id: string | null;
  handling_decision_id: string | null;
}

export type InformationTables = { information: InformationTable };

const columns = [
  'id',
  'version',
  'state',
  'name',
  'description',
  'unit_id',
  'area',
  'carriers',
  'personal_data',
  'personal_data_kinds',
  'secrecy_provisions',
  'classification_id',
  'handling_decision_id',
] as const;

/** True when an owner is appointed for the very row that day: she stands before the default-owner table. */
export function hasOwnOwner(
  id: RawBuilder<unknown>,
  today: string,
  schema: CoveredRow['schema'] = '',
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${sql.table(`${schema}appointment_face`)} a
    where a.scope_id = ${id} and a.office = 'informationOwner' and not a.deputy
      and a.valid_from <= ${today}::date and (a.valid_before is null or a.valid_before > ${today}::date))`;
}

/**
 * The condition that a row lies within the scope. The same scope checks one row in the kernel. `alias` is what the
 * query calls the table.
 */
export function informationInScope(scope: Scope, today: string, alias = 'information'): RawBuilder<boolean> {
  return whereRowCovered(scope, 'information', { alias, schema: '', today }, keyColumns);
}

function keyColumns({ alias, schema, today }: CoveredRow) {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return {
    record: column('id'),
    unit: column('unit_id'),
    area: sql`case when ${hasOwnOwner(column('id'), today, schema)} then '{}'::text[]
      else array[${column('area')}, ${column('area')} || ':' || ${column('unit_id')}] end`,
  };
}

/** A row with the key that rights are limited by. */
export interface LoadedInformation {
  readonly information: Information;
  readonly hasOwnOwner: boolean;
}

/** One row, locked to the end of the transaction; null when there is none within the scope. */
export async function loadInformation(
  transaction: Transaction,
  id: string,
  scope: Scope,
  today: string,
): Promise<LoadedInformation | null> {
  return loaded(await oneRow(transaction, id, scope, today).forUpdate().executeTakeFirst());
}

/** One row to look at; null when there is none within the scope. */
export async function readInformation(
  db: Reader,
  id: string,
  scope: Scope,
  today: string,
): Promise<LoadedInformation | null> {
  return loaded(await oneRow(db, id, scope, today).executeTakeFirst());
}

function oneRow(db: Reader, id: string, scope: Scope, today: string) {
  return db
    .$extendTables<InformationTables>()
    .selectFrom('information')
    .select(columns)
    .select(hasOwnOwner(sql.ref('information.id'), today).as('has_own_owner'))
    .where('id', '=', id as InformationId) // its form was checked at the door
    .where(informationInScope(scope, today));
}

function loaded(row: (Row & { has_own_owner: boolean }) | undefined): LoadedInformation | null {
  return row === undefined ? null : { information: toInformation(row), hasOwnOwner: row.has_own_owner };
}

/** Looks up what a description points at: does the unit stand today, and has the area a row? */
export async function loadSurroundings(
  db: Reader,
  unitId: string,
  area: string,
  today: string,
): Promise<InformationSurroundings> {
  const found = await sql<InformationSurroundings>`select
      exists (select from unit_face u where u.id = ${unitId} and u.valid_from <= ${today}::date
        and (u.valid_before is null or u.valid_before > ${today}::date)) as "unitStands",
      exists (select from default_owner d where d.area = ${area} and d.ended_on is null) as "areaExists"`.execute(
    db,
  );
  return found.rows[0] ?? { unitStands: false, areaExists: false };
}

export async function insertInformation(
  transaction: Transaction,
  row: Information,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<InformationTables>()
    .insertInto('information')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updateInformation(
  transaction: Transaction,
  row: Information,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<InformationTables>()
    .updateTable('information')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

/** The ids of the rows that belong to a unit and have not ended. */
export async function informationOfUnit(
  transaction: Transaction,
  unitId: UnitId,
): Promise<readonly InformationId[]> {
  const rows = await transaction
    .$extendTables<InformationTables>()
    .selectFrom('information')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('state', '<>', 'ended')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** The unit's information follows it into its successor. */
export async function moveInformation(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<InformationTables>()
    .updateTable('information')
    .set((row) => ({ unit_id: to, version: row('version', '+', 1), changed_by_event: stamp.eventId }))
    .where('unit_id', '=', from)
    .where('state', '<>', 'ended')
    .execute();
}

type Row = Pick<Selectable<InformationTable>, (typeof columns)[number]>;

function toInformation(row: Row): Information {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    name: row.name,
    description: row.description,
    unitId: row.unit_id,
    area: row.area,
    carriers: row.carriers,
    personalData: row.personal_data,
    personalDataKinds: row.personal_data_kinds,
    secrecyProvisions: row.secrecy_provisions,
    classificationId: row.classification_id,
    handlingDecisionId: row.handling_decision_id,
  };
}

function toColumns(row: Information, stamp: Stamp): Omit<InformationTable, 'id'> {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    state: row.state,
    name: row.name,
    description: row.description,
    unit_id: row.unitId,
    area: row.area,
    carriers: row.carriers,
    personal_data: row.personalData,
    personal_data_kinds: row.personalDataKinds,
    secrecy_provisions: row.secrecyProvisions,
    classification_id: row.classificationId,
    handling_decision_id: row.handlingDecisionId,
  };
}
