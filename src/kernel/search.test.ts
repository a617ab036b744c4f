import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { holdsText } from './search.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it.each([
  ['Äldreboendet Ängen', 'äng', true],
  ['Åkes ÖVERSIKT', 'översikt', true],
  ['Löner', 'LÖN', true],
  ['Löner', 'Loner', false],
  ['100 % klart', '100 %', true],
  ['1000 klart', '100 %', false],
  ['a_b', 'a_b', true],
  ['axb', 'a_b', false],
  ['a\\b', '\\', true],
])('%s holds %s: %s', async (name, search, expected) => {
  const { rows } = await sql<{ found: boolean }>`select ${holdsText('t.name', search)} as found
    from (select ${name}::text as name) t`.execute(database.db);
  expect(rows[0]?.found).toBe(expected);
});
