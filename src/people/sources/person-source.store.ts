import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id } from '../../kernel/ids.ts';
import type { PersonKind } from '../person.facts.ts';
import type { PersonSource } from './person-source.ts';

interface PersonSourceTable {
  id: Id<'PersonSource'>;
  version: number;
  changed_by_event: string;
  kind: PersonKind;
  name: string;
  interval_days: number;
  synchronised_on: string | null;
  ended_on: string | null;
}
type PersonSourceTables = { person_source: PersonSourceTable };

/** One source, locked to the end of the transaction. */
export async function loadPersonSource(transaction: Transaction, id: string): Promise<PersonSource | null> {
  const row = await transaction
    .$extendTables<PersonSourceTables>()
    .selectFrom('person_source')
    .select(['id', 'version', 'kind', 'name', 'interval_days as intervalDays'])
    .select(['synchronised_on as synchronisedOn', 'ended_on as endedOn'])
    .where('id', '=', id as Id<'PersonSource'>) // its form was checked at the door
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** A source with how many of the persons here today came from it. */
export interface PersonSourceRow extends PersonSource {
  readonly persons: number;
}

/** All sources, those in use first, by kind and name. There are a handful. */
export async function listPersonSources(db: Reader, today: string): Promise<PersonSourceRow[]> {
  const { rows } = await sql<PersonSourceRow>`
    select s.id, s.version, s.kind, s.name, s.interval_days as "intervalDays", s.synchronised_on as "synchronisedOn",
           s.ended_on as "endedOn",
           (select count(*) from person_of_source_face p where p.source_id = s.id and p.valid_from <= ${today}::date
              and (p.valid_before is null or p.valid_before > ${today}::date)) as persons
    from person_source s
    order by s.ended_on is not null, s.kind, s.name collate "sv-x-icu", s.id limit 200`.execute(db);
  return rows;
}

export async function insertPersonSource(
  transaction: Transaction,
  row: PersonSource,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<PersonSourceTables>()
    .insertInto('person_source')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updatePersonSource(
  transaction: Transaction,
  row: PersonSource,
  stamp: Stamp,
): Promise<void> {
  await transaction
    .$extendTables<PersonSourceTables>()
    .updateTable('person_source')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

function toColumns(row: PersonSource, stamp: Stamp): Omit<PersonSourceTable, 'id'> {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    kind: row.kind,
    name: row.name,
    interval_days: row.intervalDays,
    synchronised_on: row.synchronisedOn,
    ended_on: row.endedOn,
  };
}
