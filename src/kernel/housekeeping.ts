import { sql } from 'kysely';
import type { Reader } from './db.ts';

/** How long a request may be repeated and still get its first answer (ms): a week covers a phone left in a drawer. */
const keptFor = 7 * 24 * 3_600_000;
const every = 3_600_000;

/** Forgets answers to requests that nobody will repeat any more. Returns a function that ends the forgetting. */
export function keepHouse(db: Reader, clock: () => Date, onFault: (error: unknown) => void): () => void {
  const sweep = async () => {
    await forgetAnswers(db, new Date(clock().getTime() - keptFor));
  };
  const timer = setInterval(() => void sweep().catch(onFault), every);
  timer.unref();
  void sweep().catch(onFault);
  return () => clearInterval(timer);
}

/** Removes the answers kept since before the instant. They are no register: the log has the events themselves. */
export async function forgetAnswers(db: Reader, before: Date): Promise<void> {
  await sql`delete from idempotency_key where created_at < ${before}`.execute(db);
}
