import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tried } from '../kernel/audit/tell.ts';
import { newId } from '../kernel/ids.ts';
import { refuse } from '../kernel/refusal.ts';
import { anonymous, employee, system } from '../testing/actors.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { type RunningTeller, teller } from './teller.ts';

const anna = employee(newId<'Person'>());
const forbidden = refuse('forbidden');
const door: Tried = { name: '/dörr', permission: { register: 'setting' } };

let database: TestDatabase;
let now = new Date('2026-11-23T10:00:00Z');
let telling: RunningTeller;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  now = new Date(Date.UTC(2026, 10, 23, now.getUTCHours() + 1));
  telling = teller(database.db, () => now);
});

interface Event {
  readonly record: string | null;
  readonly touched: readonly string[];
  readonly actor: { readonly kind: string };
  readonly data: Record<string, unknown>;
}
/** What has been told since this test began. */
async function told(): Promise<Event[]> {
  const found = await sql<{ leaf: string }>`
    select leaf from audit_event where kind = 'access.refused' and occurred_at >= date_trunc('hour', ${now}::timestamptz)
    order by transaction_id`.execute(database.db);
  return found.rows.map(({ leaf }) => JSON.parse(leaf) as Event);
}
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};

describe('a refused attempt', () => {
  it('is told at once, and its repetitions as a number when the minute is over', async () => {
    const record = newId();
    for (let time = 0; time < 50; time += 1) await telling.refused(anna, door, record, forbidden);
    expect(await told()).toMatchObject([
      { record, touched: [], data: { route: '/dörr', code: 'forbidden' } },
    ]);
    await telling.sweep();
    expect(await told()).toHaveLength(1);
    later(60_000);
    await telling.sweep();
    expect((await told()).at(-1)).toMatchObject({
      record,
      touched: [],
      data: { code: 'forbidden', times: 49 },
    });
    await telling.sweep();
    expect(await told()).toHaveLength(2);
  });

  it('begins anew after the minute, without waiting for anybody to sweep', async () => {
    await telling.refused(anna, door, null, forbidden);
    await telling.refused(anna, door, null, forbidden);
    later(61_000);
    await telling.refused(anna, door, null, forbidden);
    expect((await told()).map(({ data }) => data['times'])).toEqual([undefined, 1, undefined]);
  });

  it('on record after record is told one by one up to a number, and then counted: nothing is lost', async () => {
    for (let time = 0; time < 100; time += 1) await telling.refused(anna, door, newId(), forbidden);
    await telling.sweep(true);
    const events = await told();
    expect(events).toHaveLength(21);
    const attempts = events.reduce((sum, { data }) => sum + Number(data['times'] ?? 1), 0);
    expect(attempts).toBe(100);
  });

  it('by somebody who has not signed in costs one event a minute, whatever is tried from wherever', async () => {
    for (let time = 0; time < 500; time += 1) {
      const stranger = { ...anonymous, credentialId: `address:10.0.0.${time % 250}` };
      await telling.refused(stranger, door, newId(), refuse('unauthenticated'));
      await telling.refused(stranger, { ...door, name: '/annan' }, null, refuse('notFound'));
    }
    expect(await told()).toEqual([]);
    later(60_000);
    await telling.sweep();
    expect(await told()).toMatchObject([
      {
        record: null,
        actor: { kind: 'anonymous', person: null },
        data: {
          attempts: [
            { route: '/dörr', code: 'unauthenticated', times: 500 },
            { route: '/annan', code: 'notFound', times: 500 },
          ],
        },
      },
    ]);
  });

  it('of another person, thing or code is another attempt', async () => {
    await telling.refused(anna, door, null, forbidden);
    await telling.refused(employee(newId<'Person'>()), door, null, forbidden);
    await telling.refused(anna, { ...door, name: '/annan' }, null, forbidden);
    await telling.refused(anna, door, null, refuse('notFound'));
    expect(await told()).toHaveLength(4);
  });

  it('is not lost when the log cannot be told just then', async () => {
    let isBroken = false;
    const fragile = teller(database.db, () => {
      if (isBroken) throw new Error('no clock, no event');
      return now;
    });
    await fragile.refused(anna, door, null, forbidden);
    await fragile.refused(anna, door, null, forbidden);
    isBroken = true;
    await expect(fragile.sweep(true)).rejects.toThrow('no clock');
    isBroken = false;
    await fragile.sweep(true);
    expect((await told()).map(({ data }) => data['times'])).toEqual([undefined, 1]);
  });

  it.each([
    'invalid',
    'versionMoved',
    'versionMissing',
    'alreadyExists',
    'personnummerSuspected',
    'purposeMissing',
  ])('for a fault of form is not told: %s', async (code) => {
    await telling.refused(anna, door, null, refuse(code));
    await telling.sweep(true);
    expect(await told()).toEqual([]);
  });

  it('by Värna itself is not told', async () => {
    await telling.refused(system, door, null, forbidden);
    await telling.sweep(true);
    expect(await told()).toEqual([]);
  });
});

it('tells the rest when it is ended', async () => {
  const faults: unknown[] = [];
  const end = telling.keep((error) => faults.push(error));
  await telling.refused(anna, door, null, forbidden);
  await telling.refused(anna, door, null, forbidden);
  await end();
  expect((await told()).map(({ data }) => data['times'])).toEqual([undefined, 1]);
  expect(faults).toEqual([]);
});
