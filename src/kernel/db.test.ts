import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';

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
