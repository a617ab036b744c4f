import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import type { Facts } from './facts.ts';
import { clauses } from './index.ts';
import { Memory, type Snapshot } from './memory.ts';
import { changes as others, committed, made, pick, start, write, writeAs } from './testing/changes.ts';
import { knowledgeChanges } from './testing/knowledge-changes.ts';
import { judgementOf } from './verdicts.ts';

const changes = { ...others, ...knowledgeChanges };

let database: TestDatabase;
let writer: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  writer = new pg.Client(database.app);
  await writer.connect();
  writeAs(writer);
});
afterAll(async () => {
  await writer.end();
  await database.close();
});

function comparable(facts: Facts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, table]) => [
      name,
      Object.fromEntries([...(table as Map<string, unknown>)].sort()),
    ]),
  );
}

function verdictsOf(snapshot: Snapshot): unknown {
  return clauses.map((clause) => {
    const { verdict, numerator, denominator, findings } = judgementOf(clause, snapshot);
    return [clause.number, verdict, numerator, denominator, findings.length];
  });
}

describe('the facts in memory', () => {
  it('are, after any changes, what is read from cold; and the past stays what it was', async () => {
    // Something of each kind, so that every change has something to fall on.
    for (const kind of ['unit', 'person', 'information', 'system']) await changes[kind]?.(1);
    const memory = new Memory(database.db);
    const now = new Date(start + 3_600_000);
    const remembered: { at: Date; snapshot: Snapshot }[] = [];
    const step = fc.record({ kind: fc.constantFrom(...Object.keys(changes)), seed: fc.nat(50) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        let last: Date | null = null;
        for (const { kind, seed } of steps) last = (await changes[kind]?.(seed)) ?? last;
        const renewed = await memory.now(now);
        const cold = await new Memory(database.db).now(now);
        expect(comparable(renewed.facts)).toEqual(comparable(cold.facts));
        expect(renewed.auditHead).toBe(cold.auditHead);
        expect(verdictsOf(renewed)).toEqual(verdictsOf(cold));
        if (last !== null) remembered.push({ at: last, snapshot: renewed });
      }),
      { numRuns: 30, endOnFailure: true },
    );
    for (const { at, snapshot } of remembered.filter((_, index) => index % 4 === 0)) {
      const past = await memory.readPast(at);
      expect(comparable(past.facts)).toEqual(comparable(snapshot.facts));
      expect(past.auditHead).toBe(snapshot.auditHead);
      expect(verdictsOf(past)).toEqual(verdictsOf(snapshot));
    }
  });

  it('miss no event whose transaction began before, and ended after, one already seen', async () => {
    const memory = new Memory(database.db);
    const slow = new pg.Client(database.app);
    await slow.connect();
    const now = new Date();
    const before = Number((await memory.now(now)).auditHead);
    const [id, unit] = [randomUUID(), pick(made.unit, 1)];
    await slow.query('begin');
    const insert = `insert into system (id, version, changed_by_event, lifecycle, name, unit_id, provider_kind)
                    values ($2, 1, $1, 'planned', $3, $4, 'internal')`;
    await write(slow, [`system:${id}`], [{ sql: insert, values: [id, `Sen ${id}`, unit] }]);
    await changes['person']?.(1);
    expect((await memory.now(now)).auditHead).toBe(String(before + 1));
    await changes['person']?.(2);
    expect((await memory.now(now)).facts.systems.has(id)).toBe(false);
    await slow.query('commit');
    await slow.end();
    const after = await memory.now(now);
    expect(after.auditHead).toBe(String(before + 3));
    expect(after.facts.systems.has(id)).toBe(true);
  });

  it('keep the tables that no event touched, and count an event that touched none', async () => {
    const memory = new Memory(database.db);
    const now = new Date();
    const before = await memory.now(now);
    await committed(['account:of-somebody', 'unit:not-an-id'], []);
    const after = await memory.now(now);
    expect(Number(after.auditHead)).toBe(Number(before.auditHead) + 1);
    for (const name of Object.keys(before.facts)) {
      expect(Reflect.get(after.facts, name)).toBe(Reflect.get(before.facts, name));
    }
  });

  it('serve many at once from one reading', async () => {
    const memory = new Memory(database.db);
    const now = new Date();
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => memory.now(now)));
    expect(others.every((one) => one.facts.units === first?.facts.units)).toBe(true);
  });

  it('count persons anew when the day has changed', async () => {
    const memory = new Memory(database.db);
    await changes['person']?.(1);
    const present = await memory.now(new Date('2026-11-23T12:00:00Z'));
    const earlier = await memory.now(new Date('2024-11-23T12:00:00Z'));
    expect(present.facts.personCounts.size).toBeGreaterThan(0);
    expect(earlier.facts.personCounts.size).toBe(0);
  });
});
