import { sql } from 'kysely';
import { databaseError, type Reader } from './db.ts';

/**
 * The numbers of all advisory locks, in one place since two that are alike would wait for each other unawares. Processes
 * of several releases may run at once for a moment: a number is never given to another lock.
 */
export const locks = {
  /** One process migrates, the others wait. */
  migration: 7_305_001,
  /** One process puts a start profile in place. */
  profile: 7_305_002,
  /** The first account is made once. */
  firstAccount: 7_305_003,
  /** One process at a time verifies the log. */
  verification: 7_305_004,
  /** One process at a time gives numbers to events. */
  sequencer: 7_305_005,
  /** One process at a time sends heads to the witnesses. */
  delivery: 7_305_006,
  /** One process at a time reads the places where the policy is published. */
  publication: 7_305_026,
  /** One process at a time sees to exceptions that run out. */
  exceptions: 7_305_037,
  /** One process at a time tests the channel for reports. */
  channel: 7_305_055,
  /** One at a time gives a case its number. */
  caseNumbers: 7_305_034,
  /** One process at a time scans again what could not be scanned. */
  scans: 7_305_047,
  /** One process at a time wakes people about clocks. */
  clocks: 7_305_042,
  /** One process at a time reads the mailbox that reports come to. */
  mailIntake: 7_305_053,
  /** One process at a time tells of new reports. */
  reportNotices: 7_305_054,
  /** One process at a time runs the campaigns of acknowledgements. */
  campaigns: 7_305_027,
} as const;

/** Has the database been waited for in vain: for a lock, or for one statement? The same may go well in a while. */
export function hasWaited(error: unknown): boolean {
  const code = databaseError(error)?.code;
  return code === '55P03' || code === '57014';
}

/**
 * Does the work on behalf of all processes, when no other is at it: under a lock that belongs to a connection and not to a
 * transaction, which would stand open for as long as a verification takes, or a stranger's server thinks. False when
 * another process has it.
 */
export async function underLock(
  db: Reader,
  lock: keyof typeof locks,
  work: () => Promise<void>,
): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${locks[lock]}) as taken`.execute(connection);
    if (rows[0]?.taken !== true) return false;
    try {
      await work();
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${locks[lock]})`.execute(connection);
    }
  });
}
