import { sql } from 'kysely';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
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

const here = (today: string) =>
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

/** Somebody to invite: her name and address, if she is with us that day. */
export interface Invitee {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string | null;
  readonly hasAccount: boolean;
}

export async function findInvitee(db: Reader, personId: string, today: string): Promise<Invitee | null> {
  const found = await sql<Invitee>`select p.id as "personId", p.name, e.email,
      exists (select from account a where a.person_id = p.id and a.password_hash is not null) as "hasAccount"
    from person_face p join person_email_face e on e.id = p.id
    where p.id = ${personId} and ${here(today)}`.execute(db);
  return found.rows[0] ?? null;
}

/** Somebody's way in, as those who let people in see it. `state` and `email` are null without an account. */
export interface WayIn {
  readonly here: boolean;
  readonly state: Account['state'] | null;
  readonly email: string | null;
  readonly inviteEmail: string | null;
  readonly invitedUntil: Date | null;
}

/** The way in of a person; null when there is no such person. */
export async function wayInOf(db: Reader, personId: string, now: Date, today: string): Promise<WayIn | null> {
  const found = await sql<WayIn>`select ${here(today)} as here, a.state, a.email, e.email as "inviteEmail",
      (select max(i.expires_at) from invitation i where i.person_id = p.id and i.used_at is null
        and i.replaced_at is null and i.expires_at > ${now}) as "invitedUntil"
    from person_face p join person_email_face e on e.id = p.id left join account a on a.person_id = p.id
    where p.id = ${personId}`.execute(db);
  return found.rows[0] ?? null;
}

export interface Invitation {
  readonly id: Id<'Invitation'>;
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  readonly here: boolean;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly replacedAt: Date | null;
}

/** An invitation by its id or by what is stored of its secret. */
export async function findInvitation(
  db: Reader,
  by: { readonly id: string } | { readonly secretHash: Buffer },
  today: string,
): Promise<Invitation | null> {
  const condition = 'id' in by ? sql`i.id = ${by.id}` : sql`i.secret_hash = ${by.secretHash}`;
  const found =
    await sql<Invitation>`select i.id, i.person_id as "personId", i.email, p.name, ${here(today)} as here,
      i.expires_at as "expiresAt", i.used_at as "usedAt", i.replaced_at as "replacedAt"
    from invitation i join person_face p on p.id = i.person_id where ${condition}`.execute(db);
  return found.rows[0] ?? null;
}

/** The same with a lock: of two who follow one link at once, the second finds it used. */
export async function lockInvitation(
  transaction: Transaction,
  secretHash: Buffer,
  today: string,
): Promise<Invitation | null> {
  await sql`select from invitation where secret_hash = ${secretHash} for update`.execute(transaction);
  return findInvitation(transaction, { secretHash }, today);
}

export async function saveInvitation(
  transaction: Transaction,
  row: {
    id: Id<'Invitation'>;
    secretHash: Buffer;
    personId: PersonId;
    email: string;
    createdBy: PersonId | null;
    expiresAt: Date;
  },
  at: Date,
): Promise<void> {
  await sql`update invitation set replaced_at = ${at}
    where person_id = ${row.personId} and used_at is null and replaced_at is null`.execute(transaction);
  await sql`insert into invitation (id, secret_hash, person_id, email, created_by, created_at, expires_at)
    values (${row.id}, ${row.secretHash}, ${row.personId}, ${normalEmail(row.email)}, ${row.createdBy}, ${at},
            ${row.expiresAt})`.execute(transaction);
}

export async function markInvitationUsed(transaction: Transaction, id: string, at: Date): Promise<void> {
  await sql`update invitation set used_at = ${at} where id = ${id}`.execute(transaction);
}
