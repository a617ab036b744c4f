import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { everyRequest } from '../../kernel/plans.ts';
import type { Language } from '../../kernel/texts.ts';

/** What a cookie or a token leads to. `suspended` accounts and people who have left lead nowhere. */
export interface FoundSession {
  readonly id: string;
  readonly personId: PersonId;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly language: Language | null;
}

export interface FoundToken {
  readonly id: string;
  readonly personId: PersonId;
  readonly scopes: readonly string[];
  readonly language: Language | null;
  readonly lastUsedOn: string | null;
}

/** The session with this hash, unless its person's account is suspended. */
export async function findSession(db: Reader, secretHash: Buffer): Promise<FoundSession | null> {
  const found = await sql<FoundSession>`${everyRequest}
    select s.id, s.person_id as "personId", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
           s.ended_at as "endedAt", a.language
    from session s left join account a on a.person_id = s.person_id
    where s.secret_hash = ${secretHash} and s.ended_at is null and a.state is distinct from 'suspended'`.execute(
    db,
  );
  return found.rows[0] ?? null;
}

/** The token with this hash, unless it is revoked, has expired, or its person's account is suspended. */
export async function findToken(db: Reader, secretHash: Buffer, now: Date): Promise<FoundToken | null> {
  const found = await sql<FoundToken>`${everyRequest}
    select t.id, t.person_id as "personId", t.scopes, a.language, t.last_used_on as "lastUsedOn"
    from access_token t left join account a on a.person_id = t.person_id
    where t.secret_hash = ${secretHash} and t.revoked_at is null and t.expires_at > ${now}
      and a.state is distinct from 'suspended'`.execute(db);
  return found.rows[0] ?? null;
}

/** Remembers that the session was used. Not an event: it says nothing about the municipality's information. */
export async function touchSession(db: Reader, id: string, now: Date): Promise<void> {
  await sql`update session set last_seen_at = ${now} where id = ${id} and ended_at is null`.execute(db);
}

/** Remembers on which day the token was last used. */
export async function touchToken(db: Reader, id: string, today: string): Promise<void> {
  await sql`update access_token set last_used_on = ${today} where id = ${id}`.execute(db);
}
