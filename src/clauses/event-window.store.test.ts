import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testLog, type TestLog } from '../audit/testing.ts';
import { appendEvent } from '../kernel/audit/append.ts';
import { system } from '../testing/actors.ts';
import { countEventsUntil, readLogMoment } from './event-window.store.ts';

let log: TestLog;
beforeAll(async () => {
  log = await testLog();
});
afterAll(() => log.close());

const counted = async (until: Date | null) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from audit_event
    where ${until}::timestamptz is null or occurred_at <= ${until}`.execute(log.db);
  return rows[0]?.n;
};

/** An event whose writer's clock is so many milliseconds wrong. */
const tellAstray = (milliseconds: number) =>
  log.db
    .transaction()
    .execute((transaction) =>
      appendEvent(
        transaction,
        system,
        'setting',
        { kind: 'test', record: null },
        new Date(log.state.now.getTime() + milliseconds),
      ),
    );

it('counts as count(*) does, now and as of any instant, with and without a tree', async () => {
  const instants = [new Date(log.state.now.getTime() - 1), log.state.now];
  const step = fc.oneof(
    fc.record({ kind: fc.constant('tell' as const), astray: fc.integer({ min: -50_000, max: 50_000 }) }),
    fc.record({ kind: fc.constant('integrate' as const), astray: fc.constant(0) }),
    fc.record({ kind: fc.constant('wait' as const), astray: fc.integer({ min: 1, max: 100_000 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      for (const { kind, astray } of steps) {
        if (kind === 'tell') await tellAstray(astray);
        if (kind === 'wait') log.later(astray);
        if (kind === 'integrate') {
          log.later(1000);
          await log.integrate();
        }
        instants.push(log.state.now, new Date(log.state.now.getTime() + astray));
      }
      expect((await readLogMoment(log.db)).count).toBe(await counted(null));
      for (const instant of instants.slice(-12))
        expect(await countEventsUntil(log.db, instant)).toBe(await counted(instant));
    }),
    { numRuns: 25, endOnFailure: true },
  );
  for (const instant of instants)
    expect(await countEventsUntil(log.db, instant)).toBe(await counted(instant));
  expect((await log.numbered()).length).toBeGreaterThan(20);
});

it('counts a log that was loaded from another cluster', async () => {
  await log.owner.query('alter table audit_checkpoint disable trigger append_only');
  await log.owner.query(`update audit_checkpoint set horizon = '9000000000'`);
  await log.tell(2);
  expect((await readLogMoment(log.db)).count).toBe(await counted(null));
});
