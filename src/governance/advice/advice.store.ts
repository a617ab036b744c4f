import { type RawBuilder, sql } from 'kysely';
import { type Scope, whereCovered } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Advice, EntryKind, LoadedAdvice, NextAdvice, SupportRole } from './advice.ts';

interface AdviceTable {
  id: Advice['id'];
  version: number;
  changed_by_event: string;
  asked_by: PersonId;
  asked_of: SupportRole;
  subject: string;
  information_id: Advice['informationId'];
  system_id: Advice['systemId'];
  state: Advice['state'];
  asked_at: Date;
  waiting_since: Date | null;
}

const tables = (db: Reader) => db.$extendTables<{ advice: AdviceTable }>();

/** Appointments in force that day, under an alias. */
function inForce(alias: string, today: string): RawBuilder<boolean> {
  const [from, before] = [sql.ref(`${alias}.valid_from`), sql.ref(`${alias}.valid_before`)];
  return sql<boolean>`${from} <= ${today}::date and (${before} is null or ${before} > ${today}::date)`;
}

/**
 * The condition that a question lies within the scope: the same keys as `adviceKeys`, as SQL. `alias` is what the query calls
 * the table.
 */
export function adviceInScope(scope: Scope, today: string, alias = 'advice'): RawBuilder<boolean> {
  return sql<boolean>`(${whereCovered(scope, { person: `${alias}.asked_by` })} or ${answeredBy(scope, today, alias)})`;
}

/** The condition that the question was put to a role which the scope's person holds that day. */
export function answeredBy(scope: Scope, today: string, alias = 'advice'): RawBuilder<boolean> {
  return sql<boolean>`exists (select from appointment_face a where a.office = ${sql.ref(`${alias}.asked_of`)}
    and a.scope = 'municipality' and ${inForce('a', today)} and ${whereCovered(scope, { person: 'a.person_id' })})`;
}

/** Who holds a support role that day, deputies too: those who answer. */
export async function answerersOf(db: Reader, office: SupportRole, today: string): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`select distinct a.person_id as id from appointment_face a
    where a.office = ${office} and a.scope = 'municipality' and ${inForce('a', today)} order by 1`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

function oneRow(db: Reader, id: string, scope: Scope, today: string) {
  return tables(db)
    .selectFrom('advice')
    .select(['id', 'version', 'asked_by as askedBy', 'asked_of as askedOf', 'subject', 'state'])
    .select(['information_id as informationId', 'system_id as systemId'])
    .select(['asked_at as askedAt', 'waiting_since as waitingSince'])
    .where('id', '=', id as Advice['id']) // its form was checked at the door
    .where(adviceInScope(scope, today));
}

/** One question, locked, with who may answer it; null when there is none within the scope. */
export async function loadAdvice(
  transaction: Transaction,
  id: string,
  scope: Scope,
  today: string,
): Promise<LoadedAdvice | null> {
  const advice = await oneRow(transaction, id, scope, today).forUpdate().executeTakeFirst();
  return advice === undefined ? null : surrounded(transaction, advice, today);
}

/** One question to look at; null when there is none within the scope. */
export async function readAdvice(
  db: Reader,
  id: string,
  scope: Scope,
  today: string,
): Promise<LoadedAdvice | null> {
  const advice = await oneRow(db, id, scope, today).executeTakeFirst();
  return advice === undefined ? null : surrounded(db, advice, today);
}

async function surrounded(db: Reader, advice: Advice, today: string): Promise<LoadedAdvice> {
  const { rows } = await sql<{ entries: number }>`
    select count(*) as entries from advice_entry where advice_id = ${advice.id}`.execute(db);
  return {
    advice,
    entries: rows[0]?.entries ?? 0,
    answerers: await answerersOf(db, advice.askedOf, today),
  };
}

/** Saves a question as it stands after a step, and what was written in it. */
export async function saveAdvice(
  transaction: Transaction,
  { advice, entry }: NextAdvice,
  stamp: Stamp,
): Promise<void> {
  const moving = {
    version: advice.version,
    changed_by_event: stamp.eventId,
    state: advice.state,
    waiting_since: advice.waitingSince,
  };
  if (advice.version === 1) {
    await tables(transaction)
      .insertInto('advice')
      .values({
        ...moving,
        id: advice.id,
        asked_by: advice.askedBy,
        asked_of: advice.askedOf,
        subject: advice.subject,
        information_id: advice.informationId,
        system_id: advice.systemId,
        asked_at: advice.askedAt,
      })
      .execute();
  } else await tables(transaction).updateTable('advice').set(moving).where('id', '=', advice.id).execute();
  await sql`insert into advice_entry
      (id, version, changed_by_event, advice_id, number, kind, text, written_by, written_at)
    values (${entry.id}, 1, ${stamp.eventId}, ${advice.id}, ${entry.number}, ${entry.kind}, ${entry.text},
            ${entry.writtenBy}, ${entry.writtenAt})`.execute(transaction);
}

/** What a question's page shows of what was written. */
export interface EntryRow {
  readonly number: number;
  readonly kind: EntryKind;
  readonly text: string;
  readonly writtenBy: PersonId;
  readonly writer: string;
  readonly writtenAt: Date;
}

/** What was written in a conversation, in order, with who wrote it. */
export async function entriesOf(db: Reader, id: string): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select e.number, e.kind, e.text, e.written_by as "writtenBy", p.name as writer, e.written_at as "writtenAt"
    from advice_entry e join person_face p on p.id = e.written_by
    where e.advice_id = ${id} order by e.number`.execute(db);
  return rows;
}

/** The given and the family name of who asked, each for itself. */
export async function askerNames(db: Reader, asker: PersonId): Promise<string[]> {
  const { rows } = await sql<{ given: string; family: string }>`
    select given_name as given, family_name as family from person_face where id = ${asker}`.execute(db);
  // A given name alone can be anybody's; the whole name and the family name are hers.
  return rows.flatMap(({ given, family }) => [`${given} ${family}`, family]);
}
