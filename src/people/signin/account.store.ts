import { sql } from 'kysely';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';

/** An account as the rules need it. `name` and `here` are the person's: is she with us that day? */
export interface Account {
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  readonly here: boolean;
  readonly state: 'active' | 'suspended';
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Date | null;
  readonly language: Language | null;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpLastStep: number;
}

const columns = sql`a.person_id as "personId", a.email, p.name, a.state, a.password_hash as "passwordHash",
  a.password_changed_at as "passwordChangedAt", a.language, a.totp_secret as "totpSecret",
  a.totp_confirmed_at as "totpConfirmedAt", a.totp_last_step as "totpLastStep"`;

/** Is the person of `person_face p` with us that day? */
export const here = (today: string) =>
  sql<boolean>`(p.valid_from <= ${today}::date and (p.valid_before is null or p.valid_before > ${today}::date))`;

/** The account that signs in by this name; null when there is none. */
export async function accountByEmail(db: Reader, email: string, today: string): Promise<Account | null> {
  const found = await sql<Account>`select ${columns}, ${here(today)} as here
    from account a join person_face p on p.id = a.person_id where a.email = ${normalEmail(email)}`.execute(
    db,
  );
  return found.rows[0] ?? null;
}

/** Somebody's account; null when she has none. */
export async function accountOf(db: Reader, personId: string | null, today: string): Promise<Account | null> {
  const found = await sql<Account>`select ${columns}, ${here(today)} as here
    from account a join person_face p on p.id = a.person_id where a.person_id = ${personId}`.execute(db);
  return found.rows[0] ?? null;
}

/** The same with a lock, so that two changes of one account follow each other. */
export async function lockAccount(
  transaction: Transaction,
  personId: string | null,
  today: string,
): Promise<Account | null> {
  await sql`select from account where person_id = ${personId} for update`.execute(transaction);
  return accountOf(transaction, personId, today);
}

/** One form of a sign-in name: case does not matter. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

export async function saveNewAccount(
  transaction: Transaction,
  row: { personId: PersonId; email: string; passwordHash: string; language: Language | null },
  at: Date,
): Promise<void> {
  await sql`insert into account (person_id, email, state, password_hash, password_changed_at, language, created_at)
    values (${row.personId}, ${normalEmail(row.email)}, 'active', ${row.passwordHash}, ${at}, ${row.language}, ${at})
    on conflict (person_id) do update set password_hash = excluded.password_hash, email = excluded.email,
      password_changed_at = excluded.password_changed_at`.execute(transaction);
}

export async function savePassword(
  transaction: Transaction,
  personId: PersonId,
  hash: string,
  at: Date,
): Promise<void> {
  await sql`update account set password_hash = ${hash}, password_changed_at = ${at}
    where person_id = ${personId}`.execute(transaction);
}

export async function saveLanguage(
  transaction: Transaction,
  personId: PersonId,
  language: Language,
): Promise<void> {
  await sql`update account set language = ${language} where person_id = ${personId}`.execute(transaction);
}

export async function saveState(
  transaction: Transaction,
  personId: PersonId,
  state: Account['state'],
): Promise<void> {
  await sql`update account set state = ${state} where person_id = ${personId}`.execute(transaction);
}

/** The secret of one-time codes, encrypted; `confirmedAt` null until a first code has proved that the app has it. */
export async function saveTotp(
  transaction: Transaction,
  personId: PersonId,
  totp: { readonly secret: Buffer | null; readonly confirmedAt: Date | null; readonly lastStep: number },
): Promise<void> {
  await sql`update account set totp_secret = ${totp.secret}, totp_confirmed_at = ${totp.confirmedAt},
    totp_last_step = ${totp.lastStep} where person_id = ${personId}`.execute(transaction);
}

/** Marks a code as used; false when it is none of hers or has been used. Two at once: one of them. */
export async function useRecoveryCode(
  transaction: Transaction,
  personId: PersonId,
  hash: Buffer,
  at: Date,
): Promise<boolean> {
  const used = await sql`update recovery_code set used_at = ${at}
    where person_id = ${personId} and code_hash = ${hash} and used_at is null returning 1`.execute(
    transaction,
  );
  return used.rows.length === 1;
}

export async function replaceRecoveryCodes(
  transaction: Transaction,
  personId: PersonId,
  hashes: readonly Buffer[],
  at: Date,
): Promise<void> {
  await sql`delete from recovery_code where person_id = ${personId}`.execute(transaction);
  for (const hash of hashes) {
    await sql`insert into recovery_code (person_id, code_hash, created_at)
      values (${personId}, ${hash}, ${at})`.execute(transaction);
  }
}

export async function recoveryCodesLeft(db: Reader, personId: string | null): Promise<number> {
  const found = await sql<{ left: number }>`select count(*) as left from recovery_code
    where person_id = ${personId} and used_at is null`.execute(db);
  return found.rows[0]?.left ?? 0;
}

/** Has anybody an account? Until then the installation waits for its first. */
export async function anyAccount(db: Reader): Promise<boolean> {
  const found = await sql<{ some: boolean }>`select exists (select from account) as some`.execute(db);
  return found.rows[0]?.some ?? false;
}
