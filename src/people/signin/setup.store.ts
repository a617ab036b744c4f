import { sql } from 'kysely';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { locks } from '../../kernel/locks.ts';
import type { Office } from '../../kernel/offices.ts';

/** How far the installation has come on its first day. */
export interface SetupState {
  readonly profile: string | null;
  readonly isApplied: boolean;
}

export async function readSetup(db: Reader): Promise<SetupState> {
  const found = await sql<{ profile: string; applied: boolean }>`
    select profile, applied_at is not null as applied from setup`.execute(db);
  const row = found.rows[0];
  return { profile: row?.profile ?? null, isApplied: row?.applied ?? false };
}

/** Notes which profile was chosen; refused by the primary key when one has been. */
export async function saveChosenProfile(transaction: Transaction, profile: string): Promise<void> {
  await sql`insert into setup (profile) values (${profile})`.execute(transaction);
}

/** Notes that all of the profile is in place. */
export async function markProfileApplied(db: Reader, at: Date): Promise<void> {
  await sql`update setup set applied_at = ${at} where applied_at is null`.execute(db);
}

/**
 * Does all of the work in one transaction, which is held by one process at a time; false when another has it. Work that
 * opens transactions of its own joins this one, so that a start profile is in place whole or not at all.
 */
export async function wholly(db: Reader, work: (db: Reader) => Promise<void>): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const found = await sql<{
      taken: boolean;
    }>`select pg_try_advisory_xact_lock(${locks.profile}) as taken`.execute(transaction);
    if (found.rows[0]?.taken !== true) return false;
    await work(joining(transaction));
    return true;
  });
}

/** The transaction, looking like a database: a transaction begun upon it is itself. */
function joining(transaction: Transaction): Reader {
  return new Proxy(transaction, {
    get(target, key) {
      if (key === 'transaction')
        return () => ({ execute: (work: (one: Transaction) => unknown) => work(target) });
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function'
        ? (...given: unknown[]): unknown => Reflect.apply(value, target, given)
        : value;
    },
  });
}

/** Keeps a link that the console shows. */
export async function saveSetupLink(transaction: Transaction, secretHash: Buffer, at: Date): Promise<void> {
  await sql`insert into setup_link (secret_hash, created_at) values (${secretHash}, ${at})`.execute(
    transaction,
  );
}

/** Is it the secret of a link that the console has shown? */
export async function isSetupLink(db: Reader, secretHash: Buffer): Promise<boolean> {
  const found = await sql`select from setup_link where secret_hash = ${secretHash}`.execute(db);
  return found.rows.length === 1;
}

/** One at a time sets the installation up; the second then sees what the first has done. */
export async function lockSetup(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locks.firstAccount})`.execute(transaction);
}

/** The offices for the whole municipality that somebody holds that day or later. */
export async function heldOffices(db: Reader, today: string): Promise<ReadonlySet<Office>> {
  const found = await sql<{ office: Office }>`select distinct office from appointment_face
    where scope = 'municipality' and not deputy and (valid_before is null or valid_before > ${today}::date)`.execute(
    db,
  );
  return new Set(found.rows.map((row) => row.office));
}

/** Is there anybody at all? */
export async function anyPerson(db: Reader): Promise<boolean> {
  const found = await sql<{ some: boolean }>`select exists (select from person_face) as some`.execute(db);
  return found.rows[0]?.some ?? false;
}
