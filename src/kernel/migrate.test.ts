import { readdir } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { tellMigrations } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

interface Told {
  readonly data: { readonly name: string; readonly hash: string; readonly version: string };
}
async function told(): Promise<Told[]> {
  const found = await sql<{ leaf: string }>`
    select leaf from audit_event where kind = 'installation.migrated'`.execute(database.db);
  return found.rows.map(({ leaf }) => JSON.parse(leaf) as Told);
}

it('tells the log of every step of the database once, however often and however many at a time it starts', async () => {
  const at = new Date('2026-11-23T10:00:00Z');
  await Promise.all([
    tellMigrations(database.owner, '1.2.3', at),
    tellMigrations(database.owner, '1.2.3', at),
  ]);
  await tellMigrations(database.owner, '1.2.4', at);
  const steps = (await readdir(new URL('../../db/migrations', import.meta.url))).sort();
  const events = await told();
  expect(events.map(({ data }) => data.name).sort()).toEqual(steps);
  for (const { data } of events)
    expect(data).toMatchObject({ version: '1.2.3', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
