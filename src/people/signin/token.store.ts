import { sql } from 'kysely';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';

export interface Token {
  readonly id: Id<'AccessToken'>;
  readonly personId: PersonId;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedOn: string | null;
}

/** A token about to be kept. */
export type NewToken = Omit<Token, 'createdAt' | 'lastUsedOn'> & { readonly secretHash: Buffer };

/** Somebody's tokens that still work. */
export async function tokensOf(db: Reader, personId: string | null, now: Date): Promise<readonly Token[]> {
  const found = await sql<Token>`select id, person_id as "personId", name, scopes, created_at as "createdAt",
      expires_at as "expiresAt", last_used_on as "lastUsedOn"
    from access_token where person_id = ${personId} and revoked_at is null and expires_at > ${now}
    order by created_at desc limit 200`.execute(db);
  return found.rows;
}

export async function saveToken(transaction: Transaction, row: NewToken, at: Date): Promise<void> {
  await sql`insert into access_token (id, secret_hash, person_id, name, scopes, created_at, expires_at)
    values (${row.id}, ${row.secretHash}, ${row.personId}, ${row.name}, ${row.scopes}, ${at}, ${row.expiresAt})`.execute(
    transaction,
  );
}

export async function revokeToken(transaction: Transaction, id: string, at: Date): Promise<void> {
  await sql`update access_token set revoked_at = ${at} where id = ${id}`.execute(transaction);
}

/** None of somebody's tokens works any more. */
export async function revokeTokensOf(transaction: Transaction, personId: PersonId, at: Date): Promise<void> {
  await sql`update access_token set revoked_at = ${at}
    where person_id = ${personId} and revoked_at is null`.execute(transaction);
}

/** Somebody a token can be made for at the console. */
export interface TokenOwner {
  readonly personId: PersonId;
  readonly name: string;
}

/** Whoever has this sign-in name or e-mail that day. */
export async function ownerByEmail(db: Reader, email: string, today: string): Promise<TokenOwner | null> {
  const found = await sql<TokenOwner>`select p.id as "personId", p.name
    from person_face p join person_email_face e on e.id = p.id left join account a on a.person_id = p.id
    where (a.email = ${email} or lower(e.email) = ${email}) and p.valid_from <= ${today}::date
      and (p.valid_before is null or p.valid_before > ${today}::date)
    order by a.email = ${email} desc nulls last limit 1`.execute(db);
  return found.rows[0] ?? null;
}

/** Whoever holds the office that day: the holder before a deputy, then by name, so that the answer is always the same. */
export async function ownerByOffice(db: Reader, office: string, today: string): Promise<TokenOwner | null> {
  const found =
    await sql<TokenOwner>`select person_id as "personId", person_name as name from appointment_face
    where office = ${office} and valid_from <= ${today}::date and (valid_before is null or valid_before > ${today}::date)
    order by deputy, person_name, person_id limit 1`.execute(db);
  return found.rows[0] ?? null;
}
