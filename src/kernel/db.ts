import { Kysely, PostgresDialect, sql, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import { keepingPlans } from './plans.ts';

/**
 * The database as a store sees it before it has named its own tables with `$extendTables`. It knows none, so a store
 * that reaches for another slice's tables does not compile.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no table at all is the point
export type Tables = {};
export type Reader = Kysely<Tables>;
/** Needed by everything that writes or locks. Only the kernel opens one. */
export type Transaction = KyselyTransaction<Tables>;

export interface Database {
  readonly db: Reader;
  close(): Promise<void>;
}

// Days stay text: a JavaScript Date would move them across midnight in another time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// Counts and tree sizes are far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * How long anything waits for the database (ms): for a lock that somebody else holds, for one statement, and for the next statement of
 * a transaction that has been left standing. Beyond it the server says that it is busy; nobody's mistake keeps everybody waiting.
 */
const patience = {
  lock_timeout: 10_000,
  statement_timeout: 120_000,
  idle_in_transaction_session_timeout: 60_000,
  // A connection that nobody uses is closed: each holds some megabytes, and a start opens most of them at once.
  idleTimeoutMillis: 5_000,
};

/** Opens a pool as the role given. Which statements keep their plan is told in plans.ts. */
export function connect(config: pg.ClientConfig, connections = 16): Database {
  const pool = new pg.Pool({ ...patience, ...config, max: connections, application_name: 'varna' });
  // A connection that dies while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that dies at work: the statement it was busy with reports the error as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }) });
  return { db, close: () => db.destroy() };
}

/** Does the database answer at all, now? */
export async function canAnswer(db: Reader): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}

/** The code and constraint of an error that PostgreSQL itself reported; null for any other. */
export function databaseError(error: unknown): { code: string; constraint: string } | null {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return null;
  return { code: error.code, constraint: error.constraint ?? '' };
}

/** Errors after which the same transaction may be tried again: serialisation failure and deadlock. */
export function isRetryable(error: unknown): boolean {
  const code = databaseError(error)?.code;
  return code === '40001' || code === '40P01';
}
