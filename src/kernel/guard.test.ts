import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { system } from '../testing/actors.ts';
import { rawEvent } from '../testing/raw-event.ts';
import { appendEvent } from './audit/append.ts';
import { newId } from './ids.ts';

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let ids: Arranged;

beforeAll(async () => {
  database = await testDatabase();
  ids = await arrange(database.db);
  owner = new pg.Client(database.owner);
  await owner.connect();
  app = new pg.Client(database.app);
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await owner.end();
  await database.close();
});

describe('the database refuses', () => {
  const attempt = (text: string) => sql.raw(text).execute(database.db);

  it.each([
    ['a changed event', "update audit_event set kind = 'x'"],
    ['a removed event', 'delete from audit_event'],
    ['an emptied log', 'truncate audit_event cascade'],
    ['a removed register row', 'delete from unit'],
    ['a changed history', "update history.unit set name = 'x'"],
    ['a removed history', 'delete from history.unit'],
    ['switching off the guard', 'alter table unit disable trigger guard'],
    ['dropping the guard', 'drop trigger guard on unit'],
  ])('the app role %s', async (_what, text) => {
    await expect(attempt(text)).rejects.toThrow(/permission denied|must be owner|never changed|not removed/);
  });

  it.each([
    ['a changed event', "update audit_event set kind = 'x'"],
    ['a removed event', 'delete from audit_event'],
    ['an emptied log', 'truncate audit_event cascade'],
    ['a removed register row', 'delete from unit'],
    ['an emptied register', 'truncate unit cascade'],
  ])('even the owner of the tables %s', async (_what, text) => {
    await expect(owner.query(text)).rejects.toThrow(/never changed|not removed/);
  });

  it('a register row whose event is vouched for by a table of the writer’s own', async () => {
    await app.query('begin');
    await app.query(
      `create temporary table audit_event as
       select id, pg_current_xact_id() as transaction_id from public.audit_event limit 1`,
    );
    await expect(
      app.query(`update public.unit set name = 'x', version = version + 1,
        changed_by_event = (select id from pg_temp.audit_event)`),
    ).rejects.toThrow(/without its event/);
    await app.query('rollback');
  });

  it('a register row without an event', async () => {
    await expect(
      attempt(`update unit set name = 'x', version = version + 1, changed_by_event = '${newId()}'`),
    ).rejects.toThrow(/without its event/);
  });

  it("a register row that leans on an earlier transaction's event", async () => {
    await expect(attempt("update unit set name = 'x', version = version + 1")).rejects.toThrow(
      /without its event/,
    );
  });

  const at = new Date('2026-11-23T10:00:00Z');

  it('an event whose hash is not that of its leaf', async () => {
    await expect(rawEvent(app, { at, change: { hash: Buffer.of(0) } })).rejects.toThrow(/check constraint/);
  });

  it('an event dated otherwise than its leaf', async () => {
    const occurredAt = new Date('2021-01-01T00:00:00Z');
    await expect(rawEvent(app, { at, change: { occurredAt } })).rejects.toThrow(/something else/);
    await rawEvent(app, { at });
  });

  it('an event that says of itself which transaction wrote it', async () => {
    await expect(
      attempt(`insert into audit_event (id, transaction_id, occurred_at, kind, actor_kind, register, leaf, leaf_hash)
        values ('${newId()}', '999999', now(), 'x', 'system', 'x', '{}', '\\x00')`),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('history', () => {
  it('keeps every version, each period beginning where the one before ended', async () => {
    await database.db.transaction().execute(async (transaction) => {
      const at = new Date('2026-05-01T08:00:00Z');
      const { eventId } = await appendEvent(
        transaction,
        system,
        'unit',
        { kind: 'x', record: ids.school },
        at,
      );
      await sql`update unit set name = 'Skolan och förskolan', version = 2, changed_by_event = ${eventId}
        where id = ${ids.school}`.execute(transaction);
    });
    const { rows } = await owner.query<{ name: string; from: string; until: string | null }>(
      `select name, lower(recorded)::text as "from", upper(recorded)::text as until from history.unit where id = $1 order by version`,
      [ids.school],
    );
    expect(rows.map((row) => row.name)).toEqual(['Skolan', 'Skolan och förskolan']);
    expect(rows[0]?.until).toBe(rows[1]?.from);
    expect(rows[1]?.until).toBeNull();
  });

  it('stays in order when the clock is set back', async () => {
    await database.db.transaction().execute(async (transaction) => {
      const at = new Date('2025-01-01T08:00:00Z');
      const { eventId } = await appendEvent(
        transaction,
        system,
        'unit',
        { kind: 'x', record: ids.school },
        at,
      );
      await sql`update unit set name = 'Skolan igen', version = 3, changed_by_event = ${eventId}
        where id = ${ids.school}`.execute(transaction);
    });
    const { rows } = await owner.query<{ fine: boolean }>(
      `select bool_and(not isempty(recorded)) and count(*) = 3 as fine from history.unit where id = $1`,
      [ids.school],
    );
    expect(rows[0]?.fine).toBe(true);
  });
});
