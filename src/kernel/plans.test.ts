import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { everyRequest, namer } from './plans.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const times = <T>(count: number, ask: () => T): T[] => Array.from({ length: count }, ask);

describe('the plan of a statement', () => {
  it('is kept from the third time in a transaction', () => {
    const nameOf = namer();
    nameOf('begin');
    expect(times(4, () => nameOf('select 1'))).toEqual([null, null, 'kept_1', 'kept_1']);
    nameOf('commit');
    expect(nameOf('select 1')).toBeNull();
  });

  it('is not kept outside one, where lists are read', () => {
    const nameOf = namer();
    expect(times(9, () => nameOf('select 1')).every((name) => name === null)).toBe(true);
  });

  it('is kept wherever it stands if it is asked at every request', () => {
    const nameOf = namer();
    expect(times(3, () => nameOf('/* every request */ select 1')).at(-1)).toBe('kept_1');
  });

  it('is not kept when it is long, nor when two hundred others are', () => {
    const nameOf = namer();
    nameOf('begin');
    expect(times(5, () => nameOf(`select ${'1'.repeat(4000)}`)).at(-1)).toBeNull();
    for (let index = 0; index < 200; index++) times(3, () => nameOf(`select ${index}`));
    expect(nameOf('select 199')).toBe('kept_200');
    expect(times(5, () => nameOf('select 200')).at(-1)).toBeNull();
  });

  it('has a name of its own', () => {
    const nameOf = namer();
    nameOf('begin');
    times(3, () => nameOf('select 1'));
    expect(times(3, () => nameOf('select 2')).at(-1)).toBe('kept_2');
  });
});

describe('a connection of the pool', () => {
  it('gives the same answers with a kept plan, for other values and after an error', async () => {
    const ask = (value: number) =>
      database.db.transaction().execute(async (transaction) => {
        const found = await sql<{ half: number }>`${everyRequest} select 100 / ${value}::int as half`.execute(
          transaction,
        );
        return found.rows[0]?.half;
      });
    for (const value of [1, 2, 4, 5]) expect(await ask(value)).toBe(100 / value);
    await expect(ask(0)).rejects.toThrow('division by zero');
    for (const value of [10, 20, 25]) expect(await ask(value)).toBe(100 / value);
    const kept = await database.db.transaction().execute(async (transaction) => {
      const found = await sql<{
        names: string[];
      }>`select array_agg(name) as names from pg_prepared_statements`.execute(transaction);
      return found.rows[0]?.names;
    });
    expect(kept).toContain('kept_1');
  });
});
