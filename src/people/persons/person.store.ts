import { type Insertable, type Selectable, sql } from 'kysely';
import { type Scope, whereCovered } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import type { Person, PersonInput, PersonSourceId, PersonSurroundings } from './person.ts';

interface PersonTable {
  id: PersonId;
  version: number;
  changed_by_event: string;
  kind: PersonInput['kind'];
  given_name: string;
  family_name: string;
  email: string | null;
  telephone: string | null;
  organisation: string | null;
  unit_id: UnitId | null;
  source_id: PersonSourceId | null;
  valid: string;
}
type PersonTables = { person: PersonTable };

const columns = [
  'id',
  'version',
  'kind',
  'given_name',
  'family_name',
  'email',
  'telephone',
  'organisation',
  'unit_id',
  'source_id',
] as const;

/** One person, locked to the end of the transaction; null when there is none within the scope. */
export async function loadPerson(transaction: Transaction, id: string, scope: Scope): Promise<Person | null> {
  const row = await onePerson(transaction, id, scope).forUpdate().executeTakeFirst();
  return row === undefined ? null : toPerson(row);
}

/** One person to look at; null when there is none within the scope. */
export async function readPerson(db: Reader, id: string, scope: Scope): Promise<Person | null> {
  const row = await onePerson(db, id, scope).executeTakeFirst();
  return row === undefined ? null : toPerson(row);
}

function onePerson(db: Reader, id: string, scope: Scope) {
  return db
    .$extendTables<PersonTables>()
    .selectFrom('person')
    .select(columns)
    .select([sql<string>`lower(valid)`.as('from'), sql<string | null>`upper(valid) - 1`.as('until')])
    .where('id', '=', id as PersonId) // its form was checked at the door
    .where(whereCovered(scope, { person: 'id', unit: 'unit_id' }));
}

type Belonging = Pick<PersonInput, 'unitId' | 'sourceId'>;

/**
 * Looks up what a description points at: does the unit stand today, and for whom is the source? Where she belonged
 * `before` may have ended since; that alone must not stop a corrected name.
 */
export async function loadPersonSurroundings(
  db: Reader,
  named: Belonging,
  before: Belonging | null,
  today: string,
): Promise<PersonSurroundings> {
  const unitStands = sql`exists (select from unit_face u where u.id = ${named.unitId} and u.valid_from <= ${today}::date
    and (u.valid_before is null or u.valid_before > ${today}::date))`;
  const keepsUnit = named.unitId === null || named.unitId === before?.unitId;
  const keepsSource = named.sourceId !== null && named.sourceId === before?.sourceId;
  const found = await sql<PersonSurroundings>`select ${keepsUnit ? sql`true` : unitStands} as "unitStands",
      (select s.kind from person_source_face s
       where s.id = ${named.sourceId} and (s.ended_on is null or ${keepsSource}::boolean)) as "sourceKind"`.execute(
    db,
  );
  return found.rows[0] ?? { unitStands: false, sourceKind: null };
}

export async function insertPerson(transaction: Transaction, row: Person, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<PersonTables>()
    .insertInto('person')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updatePerson(transaction: Transaction, row: Person, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<PersonTables>()
    .updateTable('person')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

/** The persons of a unit, also those who have left: a home must not be a unit that is gone. */
export async function personsOfUnit(transaction: Transaction, unitId: UnitId): Promise<readonly PersonId[]> {
  const rows = await transaction
    .$extendTables<PersonTables>()
    .selectFrom('person')
    .select('id')
    .where('unit_id', '=', unitId)
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** The unit's people follow it into its successor. */
export async function movePersons(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  const ids = await personsOfUnit(transaction, from);
  if (ids.length === 0) return;
  await transaction
    .$extendTables<PersonTables>()
    .updateTable('person')
    .set((row) => ({ unit_id: to, version: row('version', '+', 1), changed_by_event: stamp.eventId }))
    .where('id', 'in', ids)
    .execute();
}

type Row = Pick<Selectable<PersonTable>, (typeof columns)[number]> & { from: string; until: string | null };

function toPerson(row: Row): Person {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    telephone: row.telephone,
    organisation: row.organisation,
    unitId: row.unit_id,
    sourceId: row.source_id,
    from: row.from,
    until: row.until,
  };
}

function toColumns(row: Person, stamp: Stamp) {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    kind: row.kind,
    given_name: row.givenName,
    family_name: row.familyName,
    email: row.email,
    telephone: row.telephone,
    organisation: row.organisation,
    unit_id: row.unitId,
    source_id: row.sourceId,
    valid: sql<string>`daterange(${row.from}, ${row.until}, '[]')`,
  } satisfies Record<Exclude<keyof Insertable<PersonTable>, 'id'>, unknown>;
}
