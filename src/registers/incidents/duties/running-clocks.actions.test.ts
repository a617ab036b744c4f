import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/access.ts';
import { answer, triage } from '../incident.actions.ts';
import { concern } from '../party.actions.ts';
import { openDesk, reported, triageOf, type Version, visitor } from '../testing.ts';
import { draft } from './authority-report.actions.ts';
import { dutyDone } from './delivery.actions.ts';
import { clocksWithin } from './running-clocks.store.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
const start = Date.parse('2026-11-23T10:00:00Z');
let now = new Date(start);
beforeAll(async () => {
  desk = await openDesk(() => now);
});
afterAll(() => desk.database.close());

const noKeys = { record: [], unit: [], entity: [], body: [], area: [], person: [] };
const everything: Scope = { everything: true, keys: noKeys };
const ofHandler = (person: PersonId): Scope => ({ everything: false, keys: { ...noKeys, person: [person] } });

/** What is shown of the clocks, with where each of them stands. */
async function board(db: typeof desk.database.db, scope: Scope) {
  const { clocks, unplaced, isOpen } = await clocksWithin(db, scope, {
    today: now.toISOString().slice(0, 10),
    now,
  });
  return {
    clocks: clocks.map(({ clock, of }) => [
      ...[clock.urgency, of.id, of.title, clock.party, clock.duty.id, clock.standing.stage.key],
      ...[clock.standing.state, clock.standing.dueAt, clock.step, clock.reportId, isOpen(of)],
    ]),
    unplaced: unplaced.map(({ id }) => id),
  };
}

/** The same, judged from nothing. */
const cold = (scope: Scope) =>
  desk.database.db.transaction().execute((transaction) => board(transaction, scope));

async function someCase(seed: number): Promise<Version | null> {
  const { rows } = await sql<Version>`select id, version from incident order by id`.execute(desk.database.db);
  return rows.length === 0 ? null : (rows[seed % rows.length] ?? null);
}

const ofCase =
  (what: (one: Version, seed: number) => Promise<unknown>) =>
  async (seed: number): Promise<void> => {
    const one = await someCase(seed);
    if (one !== null) await what(one, seed);
  };

/** A refusal is no change: what cannot be done of a case is tried of it as well. */
const steps: Readonly<Record<string, (seed: number) => Promise<unknown>>> = {
  report: () => reported(desk.services, visitor('192.0.2.7')),
  triage: ofCase(async (one, seed) => {
    const more = {
      handlerId: seed % 2 === 0 ? desk.town.manager : null,
      kind: seed % 3 === 0 ? 'event' : 'incident',
      title: `Något ${seed}`,
    };
    return desk.act(triage, one, await triageOf(desk.database.db, one.id, more));
  }),
  concern: ofCase((one) =>
    desk.act(concern, one, {
      bodyId: desk.town.executive,
      entityId: null,
      roles: ['controller', 'coveredEntity'],
      sectors: [],
      knowledgeAt: null,
      knowledgeReason: '',
    }),
  ),
  answer: ofCase((one, seed) =>
    desk.act(answer, one, {
      answers: ['personalData', 'riskToPeople'].map((question) => ({
        question,
        answer: seed % 2 === 0 ? 'yes' : 'no',
      })),
    }),
  ),
  draft: ofCase(async (one) =>
    desk.act(draft, one, {
      partyId: await partyOf(one),
      duty: 'dataskydd/anmalan-till-imy',
      stage: 'notification',
    }),
  ),
  done: ofCase(async (one) =>
    desk.act(dutyDone, one, {
      ...{ partyId: await partyOf(one), duty: 'dataskydd/dokumentation', stage: 'record' },
      ...{ sentAt: now.toISOString(), channel: 'Registret', caseNumber: '', receiptId: null, lateReason: '' },
    }),
  ),
  later: (seed) => Promise.resolve((now = new Date(now.getTime() + seed * 3_600_000))),
};

async function partyOf({ id }: Version): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from incident_party where incident_id = ${id}`.execute(
    desk.database.db,
  );
  return rows[0]?.id ?? id;
}

describe('the clocks in memory', () => {
  it('stand, after any steps and any time, as they do when every case is judged anew', async () => {
    const step = fc.record({ kind: fc.constantFrom(...Object.keys(steps)), seed: fc.nat(40) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (taken) => {
        for (const { kind, seed } of taken) {
          await steps[kind]?.(seed);
          await board(desk.database.db, everything);
        }
        expect(await board(desk.database.db, everything)).toEqual(await cold(everything));
        const handler = ofHandler(desk.town.manager);
        expect(await board(desk.database.db, handler)).toEqual(await cold(handler));
      }),
      { numRuns: 15, endOnFailure: true },
    );
    expect((await cold(everything)).clocks.length).toBeGreaterThan(0);
  }, 120_000);

  it.each([
    ['when its time is out', 73],
    ['the day after', 30],
    ['when the clock has been set back', -20],
  ])('are judged again %s', async (_when, hours) => {
    await board(desk.database.db, everything);
    now = new Date(now.getTime() + hours * 3_600_000);
    expect(await board(desk.database.db, everything)).toEqual(await cold(everything));
  });
});
