import type { Stamp } from '../kernel/action.ts';
import type { Reader, Transaction } from '../kernel/db.ts';
import type { DutyData } from './dated.ts';
import { defaultData } from './default-data.ts';
import { type OwnRecipient, type OwnTerm, recipientOf, termOf } from './duty-data.ts';

interface Registered {
  version: number;
  changed_by_event: string;
  valid_from: string;
  valid_until: string | null;
  read_on: string;
}

type DutyTables = {
  duty_term: Registered &
    Pick<OwnTerm, 'id' | 'key' | 'unit' | 'amount' | 'state' | 'source' | 'withdrawn'> & {
      rest_days: OwnTerm['restDays'];
    };
  duty_recipient: Registered &
    Pick<OwnRecipient, 'id' | 'key' | 'name' | 'channel' | 'state' | 'source' | 'withdrawn'>;
};

const tables = (db: Reader) => db.$extendTables<DutyTables>();

const terms = (db: Reader) =>
  tables(db)
    .selectFrom('duty_term')
    .select(['id', 'version', 'key', 'unit', 'amount', 'state', 'source', 'withdrawn'])
    .select(['rest_days as restDays', 'valid_from as from', 'valid_until as until', 'read_on as readOn']);

const recipients = (db: Reader) =>
  tables(db)
    .selectFrom('duty_recipient')
    .select(['id', 'version', 'key', 'name', 'channel', 'state', 'source', 'withdrawn'])
    .select(['valid_from as from', 'valid_until as until', 'read_on as readOn']);

/** The municipality's own terms that have not been taken back, the latest first. */
export function ownTerms(db: Reader): Promise<OwnTerm[]> {
  return terms(db).where('withdrawn', '=', false).orderBy('valid_from', 'desc').orderBy('id').execute();
}

/** The municipality's own recipients that have not been taken back, the latest first. */
export function ownRecipients(db: Reader): Promise<OwnRecipient[]> {
  return recipients(db).where('withdrawn', '=', false).orderBy('valid_from', 'desc').orderBy('id').execute();
}

/** What holds for this installation: the municipality's own rows, and ours where it has none. For `evaluate`. */
export async function readDutyData(db: Reader): Promise<DutyData> {
  const own = { terms: await ownTerms(db), recipients: await ownRecipients(db) };
  return {
    terms: [...own.terms.map(termOf), ...defaultData.terms],
    recipients: [...own.recipients.map(recipientOf), ...defaultData.recipients],
  };
}

/** One term, locked to the end of the transaction. */
export async function loadTerm(transaction: Transaction, id: string): Promise<OwnTerm | null> {
  const row = await terms(transaction)
    .where('id', '=', id as OwnTerm['id']) // its form was checked at the door
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** One recipient, locked to the end of the transaction. */
export async function loadRecipient(transaction: Transaction, id: string): Promise<OwnRecipient | null> {
  const row = await recipients(transaction)
    .where('id', '=', id as OwnRecipient['id']) // its form was checked at the door
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveTerm(transaction: Transaction, row: OwnTerm, stamp: Stamp): Promise<void> {
  const { id, unit, amount, restDays, key } = row;
  const values = { ...sharedColumns(row, stamp), key, unit, amount, rest_days: restDays };
  const db = tables(transaction);
  if (row.version === 1)
    await db
      .insertInto('duty_term')
      .values({ id, ...values })
      .execute();
  else await db.updateTable('duty_term').set(values).where('id', '=', id).execute();
}

export async function saveRecipient(
  transaction: Transaction,
  row: OwnRecipient,
  stamp: Stamp,
): Promise<void> {
  const { id, name, channel, key } = row;
  const values = { ...sharedColumns(row, stamp), key, name, channel };
  const db = tables(transaction);
  if (row.version === 1)
    await db
      .insertInto('duty_recipient')
      .values({ id, ...values })
      .execute();
  else await db.updateTable('duty_recipient').set(values).where('id', '=', id).execute();
}

function sharedColumns(row: OwnTerm | OwnRecipient, stamp: Stamp) {
  const { version, from, until, state, source, readOn, withdrawn } = row;
  return {
    version,
    changed_by_event: stamp.eventId,
    valid_from: from,
    valid_until: until,
    state,
    source,
    read_on: readOn,
    withdrawn,
  };
}
