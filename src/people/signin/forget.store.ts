import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { rememberMinutes } from './attempts.ts';

/** Days that what no longer opens anything is kept, so that a question about it can be answered. */
export const deadDays = 90;

/**
 * Forgets the sessions, tokens and invitations that ended {@link deadDays} ago, the failed attempts that no longer
 * count, and the links of a first visit that has been made. The audit log keeps what was done with them.
 */
export async function forgetDead(db: Reader, now: Date): Promise<void> {
  const before = new Date(now.getTime() - deadDays * 86_400_000);
  await sql`delete from session where least(ended_at, expires_at) < ${before}`.execute(db);
  await sql`delete from access_token where least(revoked_at, expires_at) < ${before}`.execute(db);
  await sql`delete from invitation where least(used_at, replaced_at, expires_at) < ${before}`.execute(db);
  const counted = new Date(now.getTime() - rememberMinutes * 60_000);
  await sql`delete from sign_in_attempt where at < ${counted}`.execute(db);
  await sql`delete from setup_link where exists (select from account)`.execute(db);
}
