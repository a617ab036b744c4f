import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import { whereRowCovered } from '../../kernel/recorded/covered.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { SystemId, UnitId } from '../../kernel/ids.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Leaning, ProviderKind, System } from './system.ts';

interface SystemTable {
  id: SystemId;
  version: number;
  changed_by_event: string;
  lifecycle: Lifecycle;
  name: string;
  description: string;
  unit_id: UnitId;
  provider_kind: ProviderKind;
  provider_name: string;
  proven_confidentiality: number | null;
  proven_integrity: number | null;
  proven_availability: number | null;
  proven_traceability: number | null;
  proven_by: string;
  proven_on: string | null;
  raised_confidentiality: number | null;
  raised_integrity: number | null;
  raised_availability: number | null;
  raised_traceability: number | null;
  raised_reason: string;
}

export type SystemTables = { system: SystemTable };

const columns = [
  'id',
  'version',
  'lifecycle',
  'name',
  'description',
  'unit_id',
  'provider_kind',
  'provider_name',
  'proven_confidentiality',
  'proven_integrity',
  'proven_availability',
  'proven_traceability',
  'proven_by',
  'proven_on',
  'raised_confidentiality',
  'raised_integrity',
  'raised_availability',
  'raised_traceability',
  'raised_reason',
] as const;

/** One system, locked to the end of the transaction; null when there is none within the scope. */
export async function loadSystem(transaction: Transaction, id: string, scope: Scope): Promise<System | null> {
  const row = await oneRow(transaction, id, scope).forUpdate().executeTakeFirst();
  return row === undefined ? null : toSystem(row);
}

/** One system to look at; null when there is none within the scope. */
export async function readSystem(db: Reader, id: string, scope: Scope): Promise<System | null> {
  const row = await oneRow(db, id, scope).executeTakeFirst();
  return row === undefined ? null : toSystem(row);
}

function oneRow(db: Reader, id: string, scope: Scope) {
  return db
    .$extendTables<SystemTables>()
    .selectFrom('system')
    .select(columns)
    .where('id', '=', id as SystemId) // its form was checked at the door
    .where(systemInScope(scope));
}

/** The condition that a row lies within the scope. `alias` is what the query calls the table. */
export function systemInScope(scope: Scope, alias = 'system'): RawBuilder<boolean> {
  // No key of a system depends on the day.
  return whereRowCovered(scope, 'system', { alias, schema: '', today: '' }, (row) => ({
    record: `${row.alias}.id`,
    unit: `${row.alias}.unit_id`,
  }));
}

/** Does the unit stand that day? */
export async function unitStands(db: Reader, unitId: string, today: string): Promise<boolean> {
  const found = await sql<{ stands: boolean }>`select exists (select from unit_face u where u.id = ${unitId}
    and u.valid_from <= ${today}::date and (u.valid_before is null or u.valid_before > ${today}::date)) as stands`.execute(
    db,
  );
  return found.rows[0]?.stands ?? false;
}

/** What leans on the system today: information that has not ended, and declared handling. */
export async function loadLeaning(db: Reader, id: string): Promise<Leaning> {
  const found = await sql<Leaning>`select
      (select count(*) from system_information t join information_face i on i.id = t.information_id
        where t.system_id = ${id} and t.ended_on is null and i.state <> 'ended') as carried,
      (select count(*) from handling_face h join information_face i on i.id = h.information_id
        where h.system_id = ${id} and i.state <> 'ended') as handlings`.execute(db);
  return found.rows[0] ?? { carried: 0, handlings: 0 };
}

export async function insertSystem(transaction: Transaction, row: System, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<SystemTables>()
    .insertInto('system')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updateSystem(transaction: Transaction, row: System, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<SystemTables>()
    .updateTable('system')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

/** The ids of the systems that belong to a unit and are not retired. */
export async function systemsOfUnit(transaction: Transaction, unitId: UnitId): Promise<readonly SystemId[]> {
  const rows = await transaction
    .$extendTables<SystemTables>()
    .selectFrom('system')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('lifecycle', '<>', 'retired')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** The unit's systems follow it into its successor. */
export async function moveSystems(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<SystemTables>()
    .updateTable('system')
    .set((row) => ({ unit_id: to, version: row('version', '+', 1), changed_by_event: stamp.eventId }))
    .where('unit_id', '=', from)
    .where('lifecycle', '<>', 'retired')
    .execute();
}

type Row = Pick<Selectable<SystemTable>, (typeof columns)[number]>;

function toSystem(row: Row): System {
  return {
    id: row.id,
    version: row.version,
    lifecycle: row.lifecycle,
    name: row.name,
    description: row.description,
    unitId: row.unit_id,
    providerKind: row.provider_kind,
    providerName: row.provider_name,
    proven: {
      confidentiality: row.proven_confidentiality,
      integrity: row.proven_integrity,
      availability: row.proven_availability,
      traceability: row.proven_traceability,
    },
    provenBy: row.proven_by,
    provenOn: row.proven_on,
    raised: {
      confidentiality: row.raised_confidentiality,
      integrity: row.raised_integrity,
      availability: row.raised_availability,
      traceability: row.raised_traceability,
    },
    raisedReason: row.raised_reason,
  };
}

function toColumns(row: System, stamp: Stamp): Omit<SystemTable, 'id'> {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    lifecycle: row.lifecycle,
    name: row.name,
    description: row.description,
    unit_id: row.unitId,
    provider_kind: row.providerKind,
    provider_name: row.providerName,
    proven_confidentiality: row.proven.confidentiality,
    proven_integrity: row.proven.integrity,
    proven_availability: row.proven.availability,
    proven_traceability: row.proven.traceability,
    proven_by: row.provenBy,
    proven_on: row.provenOn,
    raised_confidentiality: row.raised.confidentiality,
    raised_integrity: row.raised.integrity,
    raised_availability: row.raised.availability,
    raised_traceability: row.raised.traceability,
    raised_reason: row.raisedReason,
  };
}
