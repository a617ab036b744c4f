import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { connect } from './db.ts';
import { refusalOf } from './http.ts';
import { statusOf } from './refusal.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

// Without a listener on the connection that was busy, Node ends the whole process: vitest then reports the error.
it('a connection that is lost at work fails its statement and nothing else', async () => {
  const lost = sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)`.execute(database.db);
  await expect(lost).rejects.toThrow(/terminat/i);
  const found = await sql<{ one: number }>`select 1 as one`.execute(database.db);
  expect(found.rows).toEqual([{ one: 1 }]);
});

it.each(['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'])(
  'nothing waits for ever: %s is set',
  async (name) => {
    const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(
      database.db,
    );
    expect(rows[0]?.value).not.toBe('0');
  },
);

it.each([
  ['a lock that somebody else holds', { lock_timeout: 100 }, 'select pg_advisory_xact_lock(7)'],
  ['a statement without end', { statement_timeout: 100 }, 'select pg_sleep(5)'],
])('%s is waited for in vain, and the server says that it is busy', async (_what, patience, statement) => {
  const hurried = connect({ ...database.app, ...patience }, 1);
  try {
    await database.db.transaction().execute(async (holder) => {
      await sql`select pg_advisory_xact_lock(7)`.execute(holder);
      const waited: unknown = await hurried.db
        .transaction()
        .execute((transaction) => sql.raw(statement).execute(transaction))
        .catch((error: unknown) => error);
      const refusal = refusalOf(waited as { statusCode?: number });
      expect([refusal.code, statusOf(refusal)]).toEqual(['busy', 503]);
    });
  } finally {
    await hurried.close();
  }
});
