import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { keepHouse } from './housekeeping.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('does every sweep, also after one that fails, and tells of the failure', async () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const swept: Date[] = [];
  const faults: unknown[] = [];
  const broken = new Error('broken');
  const end = keepHouse(
    database.db,
    () => now,
    [
      () => Promise.reject(broken),
      (_db, at) => {
        swept.push(at);
        return Promise.resolve();
      },
    ],
    (error) => faults.push(error),
  );
  await vi.waitFor(() => expect(swept).toEqual([now]));
  end();
  expect(faults).toEqual([broken]);
});
