import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { PublicationPlace } from './publication.ts';

type PublicationTables = {
  publication_place: {
    id: PublicationPlace['id'];
    version: number;
    changed_by_event: string;
    kind: PublicationPlace['kind'];
    name: string;
    address: string;
    checked_at: Date | null;
    outcome: PublicationPlace['outcome'];
    seen_hash: string | null;
    file_hash: string | null;
    file_of: string | null;
    checked_against: string | null;
    status: number | null;
    sentences: number | null;
    found: number | null;
    first_missing: number | null;
    requested_at: Date | null;
    attested_on: string | null;
    ended_on: string | null;
  };
};

const tables = (db: Reader) => db.$extendTables<PublicationTables>();

const columns = [
  'id',
  'version',
  'kind',
  'name',
  'address',
  'checked_at as checkedAt',
  'outcome',
  'seen_hash as seenHash',
  'file_hash as fileHash',
  'file_of as fileOf',
  'checked_against as checkedAgainst',
  'status',
  'sentences',
  'found',
  'first_missing as firstMissing',
  'requested_at as requestedAt',
  'attested_on as attestedOn',
  'ended_on as endedOn',
] as const;

/** Every place in use. A municipality has a handful. */
export async function listPlaces(db: Reader): Promise<PublicationPlace[]> {
  return tables(db)
    .selectFrom('publication_place')
    .select(columns)
    .where('ended_on', 'is', null)
    .orderBy('name')
    .limit(200)
    .execute();
}

export async function loadPlace(transaction: Transaction, id: string): Promise<PublicationPlace | null> {
  const row = await tables(transaction)
    .selectFrom('publication_place')
    .select(columns)
    .where('id', '=', id as PublicationPlace['id']) // its form was checked at the door
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function savePlace(
  transaction: Transaction,
  row: PublicationPlace,
  stamp: Stamp,
): Promise<void> {
  const values = {
    version: row.version,
    changed_by_event: stamp.eventId,
    kind: row.kind,
    name: row.name,
    address: row.address,
    checked_at: row.checkedAt,
    outcome: row.outcome,
    seen_hash: row.seenHash,
    file_hash: row.fileHash,
    file_of: row.fileOf,
    checked_against: row.checkedAgainst,
    status: row.status,
    sentences: row.sentences,
    found: row.found,
    first_missing: row.firstMissing,
    requested_at: row.requestedAt,
    attested_on: row.attestedOn,
    ended_on: row.endedOn,
  };
  if (row.version === 1)
    await tables(transaction)
      .insertInto('publication_place')
      .values({ id: row.id, ...values })
      .execute();
  else
    await tables(transaction).updateTable('publication_place').set(values).where('id', '=', row.id).execute();
}
