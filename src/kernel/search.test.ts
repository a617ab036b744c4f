import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { holdsIndexedText, holdsText } from './search.ts';

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
  const { rows } = await sql`select ${holdsText('t.name', search)} as found,
      ${holdsIndexedText(sql`t.name`, search)} as "foundByIndex"
    from (select ${name}::text as name) t`.execute(database.db);
  expect(rows).toEqual([{ found: expected, foundByIndex: expected }]);
});

it.each([
  ['person', sql`given_name || ' ' || family_name || ' ' || coalesce(email, '')`],
  ['person_face', sql`name`],
])('the index of trigrams is used for %s', async (table, text) => {
  const plan = await database.db.transaction().execute(async (transaction) => {
    // An empty table is always read through, if that is allowed.
    await sql`set local enable_seqscan = off`.execute(transaction);
    return sql`explain (costs off) select from ${sql.table(table)} where ${holdsIndexedText(text, 'lind')}`.execute(
      transaction,
    );
  });
  expect(JSON.stringify(plan.rows)).toContain('Bitmap Index Scan on person_');
});
