import { sql } from 'kysely';
import type { Actor } from './access.ts';
import type { Json } from './audit/canonical.ts';
import type { Reader, Transaction } from './db.ts';

/** How long a request may be repeated and still get its first answer (ms): a week covers a phone left in a drawer. */
const keptFor = 7 * 24 * 3_600_000;
const sweepEvery = 3_600_000;

/** Forgets what is of no use any more: a slice's own, as of the instant. */
export type Sweep = (db: Reader, now: Date) => Promise<unknown>;

/**
 * Does the kernel's own forgetting and each slice's, now and every hour. One that fails does not stop the others.
 * Returns a function that ends it.
 */
export function keepHouse(
  db: Reader,
  clock: () => Date,
  sweeps: readonly Sweep[],
  onFault: (error: unknown) => void,
): () => void {
  const sweepAll = async () => {
    for (const sweep of [forgetOldAnswers, ...sweeps]) await sweep(db, clock()).catch(onFault);
  };
  const timer = setInterval(() => void sweepAll().catch(onFault), sweepEvery);
  timer.unref();
  void sweepAll().catch(onFault);
  return () => clearInterval(timer);
}

/** Forgets answers to requests that nobody will repeat any more. */
function forgetOldAnswers(db: Reader, now: Date): Promise<void> {
  return forgetAnswers(db, new Date(now.getTime() - keptFor));
}

/** The first answer to a request, by the key it is repeated with; `hash` tells it from another request with the same key. */
export interface KeptAnswer {
  readonly hash: Buffer;
  readonly answer: Json;
}

/** What a request with this key was answered, of the same credential; null when there was none. */
export async function earlierAnswer(db: Reader, actor: Actor, key: string): Promise<KeptAnswer | null> {
  const { rows } = await sql<KeptAnswer>`
    select request_hash as hash, answer from idempotency_key
    where credential = ${actor.credentialId ?? actor.kind} and key = ${key}`.execute(db);
  return rows[0] ?? null;
}

/** Keeps an answer for whoever sends the same request again. */
export async function keepAnswer(
  transaction: Transaction,
  actor: Actor,
  { action, key, hash, answer }: KeptAnswer & { readonly action: string; readonly key: string },
  at: Date,
): Promise<void> {
  await sql`insert into idempotency_key (key, credential, action, request_hash, answer, created_at)
    values (${key}, ${actor.credentialId ?? actor.kind}, ${action}, ${hash}, ${JSON.stringify(answer)}, ${at})`.execute(
    transaction,
  );
}

/** Removes the answers kept since before the instant. They are no register: the log has the events themselves. */
export async function forgetAnswers(db: Reader, before: Date): Promise<void> {
  await sql`delete from idempotency_key where created_at < ${before}`.execute(db);
}

/**
 * Does the work now and again every so many milliseconds, never twice at once: while it goes on, its next time is passed
 * over. Returns a function that ends it, after the work at hand.
 */
export function keepLooking(
  work: () => Promise<void>,
  every: number,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= work()
      .catch(onFault)
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, every);
  timer.unref();
  look();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
