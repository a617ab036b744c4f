import { sql } from 'kysely';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';

export interface Passkey {
  readonly id: Id<'Passkey'>;
  readonly personId: PersonId;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export type NewPasskey = Omit<Passkey, 'createdAt' | 'lastUsedAt'>;

const columns = sql`id, person_id as "personId", credential_id as "credentialId", public_key as "publicKey", counter,
  transports, name, created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** The passkey an authenticator names, locked: its counter moves with each use. */
export async function passkeyById(transaction: Transaction, credentialId: string): Promise<Passkey | null> {
  const found = await sql<Passkey>`select ${columns} from passkey
    where credential_id = ${credentialId} and removed_at is null for update`.execute(transaction);
  return found.rows[0] ?? null;
}

export async function passkeysOf(db: Reader, personId: string | null): Promise<readonly Passkey[]> {
  const found = await sql<Passkey>`select ${columns} from passkey
    where person_id = ${personId} and removed_at is null order by created_at`.execute(db);
  return found.rows;
}

export async function savePasskey(transaction: Transaction, row: NewPasskey, at: Date): Promise<void> {
  await sql`insert into passkey (id, person_id, credential_id, public_key, counter, transports, name, created_at)
    values (${row.id}, ${row.personId}, ${row.credentialId}, ${row.publicKey}, ${row.counter}, ${row.transports},
            ${row.name}, ${at})`.execute(transaction);
}

export async function savePasskeyUse(
  transaction: Transaction,
  id: string,
  counter: number,
  at: Date,
): Promise<void> {
  await sql`update passkey set counter = ${counter}, last_used_at = ${at} where id = ${id}`.execute(
    transaction,
  );
}

export async function removePasskey(transaction: Transaction, id: string, at: Date): Promise<void> {
  await sql`update passkey set removed_at = ${at} where id = ${id}`.execute(transaction);
}

/** None of somebody's passkeys works any more. */
export async function removePasskeysOf(
  transaction: Transaction,
  personId: PersonId,
  at: Date,
): Promise<void> {
  await sql`update passkey set removed_at = ${at}
    where person_id = ${personId} and removed_at is null`.execute(transaction);
}

/**
 * Writes down that a challenge has been answered; false when it had been before. Those too old to be accepted anyway
 * are forgotten.
 */
export async function answerOnce(
  transaction: Transaction,
  hash: Buffer,
  at: Date,
  forgetBefore: Date,
): Promise<boolean> {
  await sql`delete from passkey_challenge where answered_at < ${forgetBefore}`.execute(transaction);
  const found = await sql`insert into passkey_challenge (challenge_hash, answered_at) values (${hash}, ${at})
    on conflict do nothing returning 1`.execute(transaction);
  return found.rows.length === 1;
}
