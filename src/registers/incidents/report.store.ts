import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isNameless } from '../../people/signin/identify.ts';
import { theInstallation } from '../../people/signin/installation.ts';
import { hashShort } from '../../people/signin/secrets.ts';
import { countedMinutes, type IntakeKind, intakeLimits, namelessCeilings, secondsToWait } from './intake.ts';

/** Whom what comes in is counted by: who has signed in, else the address, as a hash that is worth nothing elsewhere. */
function senderOf(actor: Actor): Buffer {
  const sender = actor.personId ?? actor.credentialId ?? actor.kind;
  return hashShort('case sender', sender, theInstallation().secretKey);
}

/** Did it come through a door? What Värna does by itself, as a start profile, is no flood. */
function isFromOutside(actor: Actor): boolean {
  return actor.credentialId !== null;
}

/** May one more come now, from this sender and from all who have not signed in? Null when it may. */
export async function intakeRefusal(
  db: Reader,
  actor: Actor,
  what: IntakeKind,
  now: Date,
): Promise<Refusal | null> {
  if (!isFromOutside(actor)) return null;
  const since = new Date(now.getTime() - countedMinutes * 60_000);
  const sender = senderOf(actor);
  const { rows } = await sql<{ count: number; oldest: Date | null; inAll: number; first: Date | null }>`
    select count(*) filter (where sender = ${sender}) as count, min(at) filter (where sender = ${sender}) as oldest,
           count(*) filter (where nameless) as "inAll", min(at) filter (where nameless) as first
    from incident_intake
    -- What a clock that has been set back has left in the future does not count.
    where what = ${what} and at > ${since} and at <= ${now} and (sender = ${sender} or ${isNameless(actor)} and nameless)`.execute(
    db,
  );
  const { count = 0, oldest = null, inAll = 0, first = null } = rows[0] ?? {};
  const own = secondsToWait(intakeLimits[what], { count, oldest }, now);
  const ceiling = secondsToWait(namelessCeilings[what], { count: inAll, oldest: first }, now);
  const seconds = isNameless(actor) ? Math.max(own, ceiling) : own;
  return seconds > 0 ? refuse('tooMany', { parameters: { seconds } }) : null;
}

/** Counts what has come. */
export async function countIntake(db: Reader, actor: Actor, what: IntakeKind, at: Date): Promise<void> {
  if (!isFromOutside(actor)) return;
  await sql`insert into incident_intake (sender, what, at, nameless)
    values (${senderOf(actor)}, ${what}, ${at}, ${isNameless(actor)})`.execute(db);
}

/** Forgets from whom things came, once it no longer counts. */
export async function forgetIntake(db: Reader, now: Date): Promise<void> {
  const before = new Date(now.getTime() - countedMinutes * 60_000);
  await sql`delete from incident_intake where at < ${before}`.execute(db);
}

/**
 * The case that a report has become already; null when it is new. Two of the same at once take turns: the second finds what
 * the first has made.
 */
export async function caseOfKey(transaction: Transaction, keyHash: Buffer): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(${keyHash.readBigInt64BE(0).toString()}::bigint)`.execute(
    transaction,
  );
  const { rows } = await sql<{ id: string }>`
    select incident_id as id from incident_code where key_hash = ${keyHash}`.execute(transaction);
  return rows[0]?.id ?? null;
}

/** The case that a code belongs to; null when it belongs to none. */
export async function caseOfCode(db: Reader, codeHash: Buffer): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select incident_id as id from incident_code where code_hash = ${codeHash}`.execute(db);
  return rows[0]?.id ?? null;
}

/** Keeps how a report is known again, as hashes. */
export async function saveCode(
  transaction: Transaction,
  incidentId: string,
  keyHash: Buffer,
  codeHash: Buffer,
): Promise<void> {
  await sql`insert into incident_code (incident_id, key_hash, code_hash)
    values (${incidentId}, ${keyHash}, ${codeHash})`.execute(transaction);
}
