import { sql } from 'kysely';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { removeOfSessions } from '../../push/gone.ts';
import { bringDevices, endDevicesOfSessions } from '../../push/push-device.store.ts';
import type { AttemptHistory } from './attempts.ts';
import { rememberMinutes } from './attempts.ts';
import type { SignInMethod } from './session.ts';

export type SessionId = Id<'Session'>;

/** A session about to begin. */
export interface NewSession {
  readonly id: SessionId;
  readonly secretHash: Buffer;
  readonly personId: PersonId;
  readonly method: SignInMethod;
  readonly device: string;
  readonly expiresAt: Date;
}

/** Begins a session. The one the browser had before ends with it: a session's secret never outlives a sign-in. */
export async function saveSession(
  transaction: Transaction,
  row: NewSession,
  replaces: string | null,
  at: Date,
): Promise<void> {
  if (replaces !== null) {
    await bringDevices(transaction, row.personId, { from: replaces, to: row.id });
    await endSession(transaction, replaces, at);
  }
  await sql`insert into session (id, secret_hash, person_id, method, device, created_at, last_seen_at, expires_at)
    values (${row.id}, ${row.secretHash}, ${row.personId}, ${row.method}, ${row.device}, ${at}, ${at},
            ${row.expiresAt})`.execute(transaction);
}

/** Ends a session, and what wakes somebody by it: whoever uses the device next is not to be shown what is hers. */
export async function endSession(transaction: Transaction, id: string, at: Date): Promise<void> {
  await sql`update session set ended_at = ${at} where id = ${id} and ended_at is null`.execute(transaction);
  await endDevicesOfSessions(transaction, [id], at);
}

/** Ends all of somebody's sessions but one, and what wakes her by them: she is told by mail which devices do so no more. */
export async function endSessionsOf(
  transaction: Transaction,
  personId: string,
  keep: string | null,
  at: Date,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`update session set ended_at = ${at}
    where person_id = ${personId} and ended_at is null and id is distinct from ${keep} returning id`.execute(
    transaction,
  );
  await removeOfSessions(
    transaction,
    rows.map(({ id }) => id),
    at,
  );
}

/** One of a person's sessions that still hold. */
export interface OpenSession {
  readonly id: string;
  readonly method: SignInMethod;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export async function sessionsOf(
  db: Reader,
  personId: string | null,
  now: Date,
): Promise<readonly OpenSession[]> {
  const found =
    await sql<OpenSession>`select id, method, device, created_at as "createdAt", last_seen_at as "lastSeenAt"
    from session where person_id = ${personId} and ended_at is null and expires_at > ${now}
    order by last_seen_at desc limit 100`.execute(db);
  return found.rows;
}

/** Is this an open session of this person? */
export async function isOwnSession(db: Reader, id: string, personId: string | null): Promise<boolean> {
  const found = await sql`select from session
    where id = ${id} and person_id = ${personId} and ended_at is null`.execute(db);
  return found.rows.length === 1;
}

/**
 * Takes the account for this attempt; false when another attempt at it is being looked at this very moment. Without
 * it many at once would all be judged before the first had been counted.
 */
export async function takeTurn(transaction: Transaction, accountKey: Buffer): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${accountKey.readBigInt64BE(0).toString()}::bigint) as taken`.execute(
    transaction,
  );
  return found.rows[0]?.taken ?? false;
}

/** The failures that count towards a wait. */
export async function attemptHistory(
  db: Reader,
  accountKey: Buffer,
  address: string,
  now: Date,
): Promise<AttemptHistory> {
  const since = new Date(now.getTime() - rememberMinutes * 60_000);
  const found = await sql<Record<'pc' | 'ac' | 'dc', number> & Record<'pl' | 'al' | 'dl', Date | null>>`
    select count(*) filter (where account_key = ${accountKey} and address = ${address}) as pc,
           max(at) filter (where account_key = ${accountKey} and address = ${address}) as pl,
           count(*) filter (where account_key = ${accountKey}) as ac,
           max(at) filter (where account_key = ${accountKey}) as al,
           count(*) filter (where address = ${address}) as dc, max(at) filter (where address = ${address}) as dl
    from sign_in_attempt where at > ${since} and (account_key = ${accountKey} or address = ${address})`.execute(
    db,
  );
  const row = found.rows[0];
  const none = { count: 0, latestAt: null };
  if (row === undefined) return { pair: none, account: none, address: none };
  return {
    pair: { count: row.pc, latestAt: row.pl },
    account: { count: row.ac, latestAt: row.al },
    address: { count: row.dc, latestAt: row.dl },
  };
}

/** Counts a failure, and forgets those that no longer count. */
export async function saveFailure(
  transaction: Transaction,
  accountKey: Buffer,
  address: string,
  at: Date,
): Promise<void> {
  await sql`insert into sign_in_attempt (account_key, address, at)
    values (${accountKey}, ${address}, ${at})`.execute(transaction);
  await sql`delete from sign_in_attempt where at < ${new Date(at.getTime() - rememberMinutes * 60_000)}`.execute(
    transaction,
  );
}

/** After a success from an address the account's failures from there are forgotten. */
export async function forgetFailures(
  transaction: Transaction,
  accountKey: Buffer,
  address: string,
): Promise<void> {
  await sql`delete from sign_in_attempt where account_key = ${accountKey} and address = ${address}`.execute(
    transaction,
  );
}
