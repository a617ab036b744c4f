import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { holderOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { integrate } from '../integrate.ts';
import { logSigner } from '../signing-key.ts';
import { readOrigin } from '../tree.store.ts';
import { verifyWhenDue } from './keep.ts';
import { verify } from './verification.actions.ts';
import { isVerificationDue, type LogOutcome } from './verification.ts';
import { list, record } from './verification.views.ts';

const auditor = holderOf('auditor', newId());
const whole: LogOutcome = {
  size: 42,
  root: Buffer.alloc(32, 1).toString('base64'),
  ok: true,
  erased: 2,
  faults: 0,
  findings: [],
};

let database: TestDatabase;
let services: Services;
const state = { now: new Date('2026-11-23T10:00:00Z'), calls: 0, outcome: whole };
const said: LogOutcome[] = [];

beforeAll(async () => {
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => state.now };
});
afterAll(() => database.close());
beforeEach(() => {
  said.length = 0;
  state.calls = 0;
  state.outcome = whole;
});

const keeping = () => ({
  services,
  verify: async () => {
    state.calls++;
    await new Promise((resolve) => setTimeout(resolve, 30));
    return state.outcome;
  },
  onFindings: (outcome: LogOutcome) => void said.push(outcome),
  onFault: (error: unknown) => {
    throw error;
  },
});
const later = (hours: number) => {
  state.now = new Date(state.now.getTime() + hours * 3_600_000);
};
async function shown(id: string | null) {
  const result = await ask(services, id === null ? list : record, { actor: auditor, id, query: {} });
  if (!('answer' in result)) throw new Error(result.code);
  return result.answer;
}

describe('the log is verified', () => {
  it('not before it has begun', async () => {
    await verifyWhenDue(keeping());
    expect(state.calls).toBe(0);
    const { db, clock } = services;
    await arrange(db);
    await integrate(db, clock, logSigner(Buffer.alloc(32, 1), await readOrigin(db)));
  });

  it('at the first look, once by however many look, and again after a day', async () => {
    await Promise.all([verifyWhenDue(keeping()), verifyWhenDue(keeping()), verifyWhenDue(keeping())]);
    expect(state.calls).toBe(1);
    later(23);
    await verifyWhenDue(keeping());
    expect(state.calls).toBe(1);
    later(1);
    await verifyWhenDue(keeping());
    expect(state.calls).toBe(2);
    expect(await shown(null)).toMatchObject({
      items: [{ size: 42, isWhole: true, erased: 2, findingCount: 0, requestedBy: null }, {}],
      may: { verify: true },
    });
  });

  it('when somebody asks, who waits for no answer and asks once', async () => {
    const { id } = await done(actAs(services, auditor, verify));
    expect(await actAs(services, auditor, verify)).toMatchObject({ code: 'alreadyWaiting' });
    expect(await shown(id)).toMatchObject({ verifiedAt: null, isWhole: null, requestedBy: auditor.personId });
    await verifyWhenDue(keeping());
    expect(await shown(id)).toMatchObject({ verifiedAt: state.now.toISOString(), isWhole: true });
    await done(actAs(services, auditor, verify));
    await verifyWhenDue(keeping());
    expect(state.calls).toBe(2);
  });

  it('and what is found is kept, counted, and said aloud', async () => {
    const findings = Array.from({ length: 250 }, (_, at) => ({
      code: 'leafChanged' as const,
      leaf: at,
      detail: 'x'.repeat(at === 0 ? 900 : 1),
    }));
    state.outcome = { ...whole, ok: false, faults: 250, findings };
    const { id } = await done(actAs(services, auditor, verify));
    await verifyWhenDue(keeping());
    const answer = (await shown(id)) as { findings: unknown[] };
    expect(answer).toMatchObject({ isWhole: false, findingCount: 250 });
    expect(answer.findings).toHaveLength(200);
    expect(said).toEqual([state.outcome]);
  });

  it('and one that could not be made is made at the next look, its lock given back', async () => {
    await done(actAs(services, auditor, verify));
    const broken = { ...keeping(), verify: () => Promise.reject(new Error('disk')) };
    await expect(verifyWhenDue(broken)).rejects.toThrow('disk');
    await verifyWhenDue(keeping());
    expect(state.calls).toBe(1);
  });

  it('without a transaction that stands open meanwhile', async () => {
    await done(actAs(services, auditor, verify));
    let open = -1;
    await verifyWhenDue({
      ...keeping(),
      verify: async () => {
        const found = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`.execute(database.db);
        open = found.rows[0]?.n ?? -1;
        return whole;
      },
    });
    expect(open).toBe(0);
  });
});

it.each([
  ['never verified', null, false, true],
  ['a day ago', 24, false, true],
  ['an hour ago', 1, false, false],
  ['an hour ago, and asked for', 1, true, true],
])('is due: %s', (_what, hours, isAskedFor, expected) => {
  const newest = hours === null ? null : new Date(state.now.getTime() - hours * 3_600_000);
  expect(isVerificationDue(newest, isAskedFor ? { requestedAt: state.now } : null, state.now)).toBe(expected);
});
