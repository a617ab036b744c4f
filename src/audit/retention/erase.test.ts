import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvent } from '../../kernel/audit/append.ts';
import { canonical, type Json } from '../../kernel/audit/canonical.ts';
import { newId } from '../../kernel/ids.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { actAs, done, noInsight } from '../../testing/services.ts';
import { teller } from '../teller.ts';
import { testLog, type TestLog, until } from '../testing.ts';
import { countDue } from './erasure.store.ts';
import { eraseDue } from './erase.ts';
import { decide, end, set } from './retention-rule.actions.ts';
import { erasures, list, preview } from './retention-rule.views.ts';

const person = newId<'Person'>();
const coordinator = holderOf('informationSecurityCoordinator', newId<'Person'>());
const marker = 'HemligtOrdSomSkaBort';
const decision = 'KS 2026-11-10 § 12';
const day = 24 * 3_600_000;

let log: TestLog;
let services: Services;
beforeEach(async () => {
  log = await testLog();
  services = { db: log.db, clock: log.clock, insight: noInsight, teller: teller(log.db, log.clock) };
});
afterEach(() => log.close());

/** So many events of a kind by a person, that tell the marker word; sealed. */
async function tell(kind: string, count: number, isSealed = true): Promise<void> {
  for (let at = 0; at < count; at++) {
    const draft = {
      kind,
      record: person,
      data: { words: `${marker} ${at}` },
      reason: marker,
      touched: [`person:${person}`],
    };
    await log.db
      .transaction()
      .execute((transaction) => appendEvent(transaction, employee(person), 'person', draft, log.state.now));
  }
  if (!isSealed) return;
  log.later(1000);
  await log.integrate();
}

const decided = (family: string, months: number) => {
  const from = new Date(log.state.now.getTime() + 15 * day).toISOString().slice(0, 10);
  return done(actAs(services, coordinator, decide, { input: { family, months, decision, from, note: '' } }));
};
const erased = async () => {
  const { rows } = await sql<{ kind: string; n: number }>`
    select kind, count(*) as n from audit_event where erased_by is not null group by 1 order by 1`.execute(
    log.db,
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.n]));
};

/** Every erased event is named, with its hash, by the event that it names; and the other way. */
async function expectTold(): Promise<void> {
  const { rows } = await log.owner.query<{ id: string; hash: string; by: string }>(
    `select id, encode(leaf_hash, 'base64') as hash, erased_by as by from audit_event where erased_by is not null`,
  );
  const told = await log.owner.query<{ id: string; leaf: string }>(
    `select id, leaf from audit_event where kind = 'audit.erased'`,
  );
  const named = told.rows.flatMap(({ id, leaf }) => {
    const { data } = JSON.parse(leaf) as {
      data: { decision: string; events: { hash: string; id: string }[] };
    };
    expect(data.decision).toBe(decision);
    return data.events.map((event) => `${event.id} ${event.hash} ${id}`);
  });
  expect(named.sort()).toEqual(rows.map((row) => `${row.id} ${row.hash} ${row.by}`).sort());
  const summed = await sql<{
    n: number;
  }>`select coalesce(sum(erased), 0)::bigint as n from audit_erasure`.execute(log.db);
  expect(summed.rows[0]?.n).toBe(rows.length);
}

/** Every table and column that a text could stand in, in every schema of ours. */
async function placesOf(word: string): Promise<string[]> {
  const tables = await log.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'history', 'varna')`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rowCount } = await log.owner.query(`select from ${name} t where t::text like $1`, [`%${word}%`]);
    if ((rowCount ?? 0) > 0) found.push(name);
  }
  return found;
}

describe('gallring', () => {
  it('erases what is sealed and older than the rule in force says, and nothing else', async () => {
    await tell('person.read', 3);
    await tell('access.refused', 2);
    await tell('person.described', 2);
    log.later(366 * day);
    await tell('person.read', 1);
    expect(await eraseDue(log.db, log.state.now)).toBe(0);
    await decided('reads', 12);
    expect(await eraseDue(log.db, log.state.now)).toBe(0); // not in force yet
    log.later(16 * day);
    expect(await eraseDue(log.db, log.state.now)).toBe(3);
    expect(await erased()).toEqual({ 'person.read': 3 });
    await expectTold();
    expect(await eraseDue(log.db, log.state.now)).toBe(0);
  });

  it('waits for the seal', async () => {
    await tell('person.read', 2, false);
    await decided('reads', 12);
    log.later(400 * day);
    expect(await eraseDue(log.db, log.state.now)).toBe(0);
    await log.integrate();
    expect(await eraseDue(log.db, log.state.now)).toBe(2);
  });

  it('never takes what the log tells of itself, nor the rules', async () => {
    await tell('audit.searched', 1);
    await decided('searches', 12);
    await decided('changes', 120);
    log.later(30 * 366 * day);
    await log.integrate();
    await eraseDue(log.db, log.state.now);
    const { rows } = await sql`select from audit_event where leaf is null and
      (kind like 'audit.%' or kind like 'retentionRule.%')`.execute(log.db);
    expect(rows).toEqual([]);
    expect((await erased())['audit.searched']).toBeUndefined();
  });

  it('stops at once when the rule is ended or made longer', async () => {
    await tell('person.read', 2);
    const rule = await decided('reads', 12);
    const from = new Date(log.state.now.getTime() + 15 * day).toISOString().slice(0, 10);
    log.later(400 * day);
    const input = { months: 24, decision, from, note: '' };
    await done(actAs(services, coordinator, set, { id: rule.id, version: 1, input }));
    expect(await eraseDue(log.db, log.state.now)).toBe(0);
    await done(
      actAs(services, coordinator, end, { id: rule.id, version: 2, input: { reason: 'Ändrat beslut.' } }),
    );
    log.later(900 * day);
    expect(await eraseDue(log.db, log.state.now)).toBe(0);
  });

  it('leaves the tree as it was, and no trace of the content anywhere', async () => {
    await tell('person.read', 5);
    await decided('reads', 12);
    log.later(400 * day);
    await log.integrate();
    expect(await placesOf(marker)).toEqual(['public.audit_event']);
    const before = await sql`select size, root from audit_checkpoint order by size`.execute(log.db);
    expect(await eraseDue(log.db, log.state.now)).toBe(5);
    expect(await placesOf(marker)).toEqual([]);
    const { rows } = await sql`select from audit_event where erased_by is not null
      and (actor_person is not null or record_id is not null or touched <> '{}' or salt is not null)`.execute(
      log.db,
    );
    expect(rows).toEqual([]);
    const after = await sql`select size, root from audit_checkpoint order by size`.execute(log.db);
    expect(after.rows).toEqual(before.rows);
    log.later(1000);
    await log.integrate();
    await log.expectWhole();
  });
});

describe('gallring that is disturbed', () => {
  it('leaves whole batches when it is killed, and the next goes on', async () => {
    // Batch by batch of a time of its own: of events at one instant any may go first.
    for (let pair = 0; pair < 60; pair++) await tell('person.read', 2);
    await decided('reads', 12);
    log.later(400 * day);
    const code = `
      import { connect } from '${new URL('../../kernel/db.ts', import.meta.url).href}';
      import { eraseDue } from '${new URL('./erase.ts', import.meta.url).href}';
      const { db } = connect(${JSON.stringify(log.database.app)});
      await eraseDue(db, new Date(${log.state.now.getTime()}), 2);`;
    await log.owner.query('begin');
    await log.owner.query(`select from audit_event where id =
      (select id from audit_event where kind = 'person.read' order by occurred_at, id offset 9 limit 1) for update`);
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // It comes no further than to the tenth, which is held, so that it is killed in the middle of a batch.
    await until(async () => (await erased())['person.read'] === 8);
    child.kill('SIGKILL');
    await ended;
    await log.owner.query('rollback');
    expect(await erased()).toEqual({ 'person.read': 8 });
    await expectTold();
    // The killed connection may hold its lock for a moment more.
    await until(async () => (await eraseDue(log.db, log.state.now), (await erased())['person.read'] === 120));
    await expectTold();
  });

  it('is done once when two do it at once', async () => {
    await tell('person.read', 60);
    await decided('reads', 12);
    log.later(400 * day);
    await Promise.all([1, 2, 3].map(() => eraseDue(log.db, log.state.now, 7)));
    await until(async () => (await eraseDue(log.db, log.state.now, 7)) === 0);
    expect(await erased()).toEqual({ 'person.read': 60 });
    await expectTold();
  });

  it('takes nothing when the telling of it fails', async () => {
    await tell('person.read', 4);
    await decided('reads', 12);
    log.later(400 * day);
    await log.owner.query('alter table audit_erasure add constraint no check (erased < 0) not valid');
    await expect(eraseDue(log.db, log.state.now)).rejects.toThrow();
    expect(await erased()).toEqual({});
    expect(await placesOf('audit.erased')).toEqual([]);
  });
});

describe('the doors', () => {
  const asked = async (view: Parameters<typeof ask>[1], query: Record<string, string> = {}) => {
    const result = await ask(services, view, { actor: coordinator, id: null, query });
    if (!('answer' in result)) throw new Error(result.code);
    return result.answer as Json;
  };

  it('say beforehand how many would go, and afterwards how many went by which decision', async () => {
    await tell('person.read', 3);
    await tell('session.opened', 1);
    log.later(400 * day);
    expect(await asked(preview, { family: 'reads', months: '12' })).toMatchObject({
      events: 3,
      isMore: false,
    });
    expect(await asked(preview, { family: 'reads', months: '60' })).toMatchObject({
      events: 0,
      oldest: null,
    });
    expect(await countDue(log.db, 'reads', '2027-11-01', 2)).toMatchObject({ events: 2 });
    await decided('reads', 12);
    log.later(16 * day);
    await eraseDue(log.db, log.state.now);
    expect(await asked(erasures)).toMatchObject({ items: [{ family: 'reads', decision, erased: 3 }] });
    const { families } = (await asked(list)) as { families: { family: string; rule: Json }[] };
    expect(families.map((one) => [one.family, one.rule !== null])).toEqual([
      ['reads', true],
      ['searches', false],
      ['disclosures', false],
      ['signIns', false],
      ['refusals', false],
      ['mail', false],
      ['changes', false],
    ]);
  });

  it('have one rule for a family at a time', async () => {
    await decided('reads', 12);
    const from = '2027-11-25';
    const input = { family: 'reads', months: 24, decision, from, note: '' };
    expect(await actAs(services, coordinator, decide, { input })).toMatchObject({ code: 'familyTaken' });
    expect(await actAs(services, coordinator, decide, { input: { ...input, family: 'log' } })).toMatchObject({
      code: 'invalid',
    });
  });

  it('cannot be gone round in the database: ten years for changes, and no erasure without its event', async () => {
    const rule = await decided('changes', 120);
    await expect(
      log.owner.query('update retention_rule set months = 12 where id = $1', [rule.id]),
    ).rejects.toThrow();
    await tell('person.read', 1);
    await expect(
      sql`select varna.erase_events((select array_agg(id) from audit_event where kind = 'person.read'),
        (select id from audit_event limit 1))`.execute(log.db),
    ).rejects.toThrow(/never changed/);
    expect(canonical(await erased())).toBe('{}');
  });

  it.each([
    ['a reading of yesterday', 'person.read', 1, false],
    ['a rule, however old', 'retentionRule.decided', 4000, false],
    ['a reading of last year', 'person.read', 366, true],
  ] as const)('are not all there is between the application and %s', async (_what, kind, days, isErased) => {
    await tell(kind, 1);
    log.later(days * day);
    const erasing = log.db.transaction().execute(async (transaction) => {
      const draft = { kind: 'audit.erased', record: null, data: { decision, events: [], rule: person } };
      const { eventId } = await appendEvent(transaction, system, 'audit', draft, log.state.now);
      await sql`select varna.erase_events((select array_agg(id) from audit_event where kind = ${kind}),
        ${eventId}::uuid)`.execute(transaction);
    });
    await (isErased
      ? expect(erasing).resolves.not.toThrow()
      : expect(erasing).rejects.toThrow(/never changed/));
  });
});
