import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvent } from '../kernel/audit/append.ts';
import { connect } from '../kernel/db.ts';
import { system } from '../testing/actors.ts';
import { ClockSetBack, integrate, type IntegrationStep, sealKind, TreeChanged } from './integrate.ts';
import { type TestLog, testLog, until } from './testing.ts';
import { readVerifierKeys } from './tree.store.ts';

let log: TestLog;

beforeEach(async () => {
  log = await testLog();
});
afterEach(() => log.close());

describe('an integration', () => {
  it('numbers what was committed, seals it and signs the head', async () => {
    const ids = await log.tell(3);
    expect(await log.integrate()).toMatchObject({ kind: 'integrated', size: 4 });
    expect((await log.numbered()).slice(0, 3).map((leaf) => leaf.id)).toEqual(ids);
    expect(await readVerifierKeys(log.db)).toHaveLength(1);
    await log.expectWhole();
    log.later(1000);
    expect(await log.integrate()).toEqual({ kind: 'nothing' });
    await log.tell(300);
    log.later(1);
    await log.integrate();
    await log.expectWhole();
  });

  it('is not made within a second of the last', async () => {
    await log.tell(1);
    await log.integrate();
    await log.tell(1);
    log.later(400);
    expect(await log.integrate()).toEqual({ kind: 'early', wait: 600 });
    log.later(600);
    expect(await log.integrate()).toMatchObject({ kind: 'integrated', size: 4 });
  });

  it('tells in its seal, by hash, the rows that each event left', async () => {
    await log.db.transaction().execute(async (transaction) => {
      const { eventId } = await appendEvent(
        transaction,
        system,
        'entity',
        { kind: 'test', record: null },
        log.state.now,
      );
      await sql`insert into legal_entity (id, version, changed_by_event, kind, name, valid, controller)
        values (gen_random_uuid(), 1, ${eventId}, 'municipality', 'Exempel', '[2026-01-01,)', false)`.execute(
        transaction,
      );
    });
    await log.integrate();
    const { rows } = await log.owner.query<{ told: unknown; hash: string }>(
      `select e.leaf::jsonb #> '{data,rows}' as told, encode(r.row_hash, 'base64') as hash
       from audit_event e, audit_row r where e.kind = $1`,
      [sealKind],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.told).toEqual([
      expect.objectContaining({ table: 'legal_entity', version: 1, hash: rows[0]?.hash }),
    ]);
  });

  it.each<IntegrationStep>(['locked', 'found', 'sealed', 'numbered', 'tiled', 'signed', 'stored'])(
    'that dies when it has %s leaves nothing, and the next one makes all of it',
    async (step) => {
      await log.tell(2);
      await log.integrate();
      const before = await log.numbered();
      await log.tell(2);
      log.later(1000);
      const dying = log.integrate((reached) => {
        if (reached === step) throw new Error('died');
      });
      await expect(dying).rejects.toThrow('died');
      expect(await log.numbered()).toEqual(before);
      expect((await log.owner.query('select from audit_event where kind = $1', [sealKind])).rowCount).toBe(1);
      expect(await log.integrate()).toMatchObject({ kind: 'integrated', size: 6 });
      await log.expectWhole();
    },
  );

  it('of two at once is made by one', async () => {
    await log.tell(5);
    const other = connect(log.database.app, 2);
    try {
      let entered: () => void = () => undefined;
      const inside = new Promise<void>((resolve) => (entered = resolve));
      const first = log.integrate((step) => step === 'locked' && entered());
      await inside;
      const second = await integrate(other.db, log.clock, log.signer);
      expect(['busy', 'early']).toContain(second.kind);
      expect(await first).toMatchObject({ kind: 'integrated', size: 6 });
    } finally {
      await other.close();
    }
    await log.expectWhole();
  });

  it('finds the event of a transaction that began before and ended after it', async () => {
    const held = connect(log.database.app, 1);
    let release: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => (release = resolve));
    const told = held.db.transaction().execute(async (transaction) => {
      const stamp = await appendEvent(
        transaction,
        system,
        'setting',
        { kind: 'slow', record: null },
        log.state.now,
      );
      await wait;
      return stamp.eventId;
    });
    await until(
      async () =>
        (
          await log.owner.query(
            "select from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
          )
        ).rowCount === 1,
    );
    await log.tell(2);
    expect(await log.integrate()).toMatchObject({ size: 3 });
    release();
    await told;
    log.later(1000);
    expect(await log.integrate()).toMatchObject({ size: 5 });
    expect((await log.numbered()).map((leaf) => leaf.kind)).toEqual([
      'test',
      'test',
      sealKind,
      'slow',
      sealKind,
    ]);
    await held.close();
    await log.expectWhole();
  });

  it('looks at every event when the horizon is of another cluster', async () => {
    await log.tell(1);
    await log.integrate();
    await log.owner.query('alter table audit_checkpoint disable trigger user');
    await log.owner.query("update audit_checkpoint set horizon = '999999999'");
    await log.tell(1);
    log.later(1000);
    expect(await log.integrate()).toMatchObject({ kind: 'integrated', size: 4 });
  });

  it('stops when the clock has been set back', async () => {
    await log.tell(1);
    await log.integrate();
    await log.tell(1);
    log.later(-60_000);
    await expect(log.integrate()).rejects.toThrow(ClockSetBack);
    log.later(62_000);
    expect(await log.integrate()).toMatchObject({ kind: 'integrated' });
  });

  it.each([
    ['changed', "update audit_tile set hashes = decode(repeat('00', octet_length(hashes)), 'hex')"],
    ['removed', 'delete from audit_tile'],
  ])('stops when a tile has been %s', async (_what, tampering) => {
    await log.tell(1);
    await log.integrate();
    await log.owner.query('alter table audit_tile disable trigger user');
    await log.owner.query(tampering);
    await log.tell(1);
    log.later(1000);
    await expect(log.integrate()).rejects.toThrow(TreeChanged);
  });

  it('that meets a full disk leaves nothing, and goes on when there is room', async () => {
    await log.tell(2);
    await log.owner.query(`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$`);
    await log.owner.query(
      'create trigger no_room before insert on audit_tile for each row execute function no_room()',
    );
    await expect(log.integrate()).rejects.toThrow('no space left');
    expect(await log.numbered()).toEqual([]);
    await log.owner.query('drop trigger no_room on audit_tile');
    await log.integrate();
    await log.expectWhole();
  });

  it('takes many events in parts, and loses none', async () => {
    await log.owner.query(`insert into audit_event (id, occurred_at, kind, actor_kind, register, salt, leaf, leaf_hash)
      select id, '2026-11-23T10:00:00Z', 'test', 'system', 'setting', 's', leaf, sha256('\\x00'::bytea || convert_to(leaf, 'UTF8'))
      from (select id, json_build_object('id', id, 'at', '2026-11-23T10:00:00Z', 'kind', 'test', 'register', 'setting',
              'record', null, 'actor', json_build_object('kind', 'system'), 'touched', '[]'::json, 'salt', 's')::text as leaf
            from (select gen_random_uuid() as id from generate_series(1, 25000)) made) events`);
    expect(await log.integrate()).toMatchObject({ size: 20_001 });
    log.later(1000);
    expect(await log.integrate()).toMatchObject({ size: 25_002 });
  });
});
