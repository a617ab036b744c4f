import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import { teller } from './audit/teller.ts';
import { insightOf } from './clauses/insight.ts';
import type { Actor } from './kernel/access.ts';
import { migrate } from './kernel/migrate.ts';
import { everyRequest } from './kernel/plans.ts';
import type { AnyRegister } from './kernel/register.ts';
import { isRefusal } from './kernel/refusal.ts';
import { ask, type Services } from './kernel/run.ts';
import { describe as describeInformation, register } from './registers/information/information.actions.ts';
import { list, record } from './registers/information/information.views.ts';
import {
  register as registerSystem,
  describe as describeSystem,
} from './registers/systems/system.actions.ts';
import { list as systemList, record as systemRecord } from './registers/systems/system.views.ts';
import { holderOf, system } from './testing/actors.ts';
import { arrange, type Arranged } from './testing/arrange.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { actAs, done } from './testing/services.ts';

const all: readonly AnyRegister[] = registers;
const then = '2026-11-20T12:00:00Z';

let database: TestDatabase;
let services: Services;
let now = new Date('2026-11-20T10:00:00Z');
let at: Arranged;
/** Information and a system that were the school's then and are the care's now. */
const moved = { information: '', system: '' };

const fact = (unitId: string) => ({
  name: 'Elevakter',
  description: '',
  unitId,
  area: 'skola',
  carriers: ['paper'],
  personalData: 'none',
  personalDataKinds: [],
  secrecyProvisions: [],
});
const machine = (unitId: string) => ({
  name: 'Journal',
  description: '',
  unitId,
  providerKind: 'internal',
  providerName: '',
});

beforeAll(async () => {
  database = await testDatabase();
  at = await arrange(database.db);
  const clock = () => now;
  services = {
    db: database.db,
    clock,
    insight: insightOf(database.db, clock),
    teller: teller(database.db, clock),
  };
  const one = await done(actAs(services, system, register, { input: { ...fact(at.school), draft: false } }));
  const other = await done(
    actAs(services, system, registerSystem, { input: { ...machine(at.school), lifecycle: 'planned' } }),
  );
  Object.assign(moved, { information: one.id, system: other.id });
  now = new Date('2026-11-22T10:00:00Z');
  await done(actAs(services, system, describeInformation, { ...one, input: fact(at.care) }));
  await done(actAs(services, system, describeSystem, { ...other, input: machine(at.care) }));
  now = new Date('2026-11-23T10:00:00Z');
});
afterAll(() => database.close());

const headOf = (unit: Arranged['school']): Actor =>
  holderOf('manager', at.manager, { scope: 'unit', scopeId: unit, units: [unit] });

async function seen(actor: Actor, asOf?: string): Promise<string> {
  const query: Record<string, string> = asOf === undefined ? {} : { asOf };
  const said: string[] = [];
  for (const [one, id] of [
    [list, null],
    [record, moved.information],
    [systemList, null],
    [systemRecord, moved.system],
  ] as const) {
    const result = await ask(services, one, { actor, id, query });
    if (isRefusal(result)) said.push(result.code);
    else if (id === null) said.push(`${(result.answer as { total: number }).total}`);
    else said.push((result.answer as { unitName: string }).unitName);
  }
  return said.join(' ');
}

describe('rights in the past', () => {
  it('are those of now, over what is within them both as it was and as it is', async () => {
    const coordinator = holderOf('informationSecurityCoordinator', at.other);
    expect(await seen(coordinator)).toBe('1 Omsorgen 1 Omsorgen');
    expect(await seen(coordinator, then)).toBe('1 Skolan 1 Skolan');
    // It was hers then, and is another's now.
    expect(await seen(headOf(at.school))).toBe('0 notFound 0 notFound');
    expect(await seen(headOf(at.school), then)).toBe('0 notFound 0 notFound');
    // It is his now, but what it was before it came to him is not.
    expect(await seen(headOf(at.care))).toBe('1 Omsorgen 1 Omsorgen');
    expect(await seen(headOf(at.care), then)).toBe('0 notFound 0 notFound');
    const both: Actor = { ...headOf(at.school), held: [...headOf(at.school).held, ...headOf(at.care).held] };
    expect(await seen(both, then)).toBe('1 Skolan 1 Skolan');
  });

  it('let nothing be done', async () => {
    const result = await ask(services, record, {
      actor: system,
      id: moved.information,
      query: { asOf: then },
    });
    const { may } = (isRefusal(result) ? {} : result.answer) as { may: Record<string, unknown> };
    expect(Object.values(may)).toEqual(
      Object.values(may).map(() => ({ allowed: false, because: 'pastShown' })),
    );
  });
});

describe('asOf', () => {
  it.each([
    ['a day to come', '2026-11-24', 'asOfInFuture'],
    ['an instant to come', '2026-11-23T10:00:01Z', 'asOfInFuture'],
    ['a day before there was anything', '2025-12-31', 'asOfTooEarly'],
    ['a year alone', '0001', 'invalid'],
    ['a year beyond all calendars', '275760', 'invalid'],
    ['the first century', '0001-01-01', 'invalid'],
    ['no day', '2026-02-30', 'invalid'],
    ['two days', ['2026-11-20', '2026-11-21'], 'invalid'],
  ])('refuses %s', async (_name, asOf, code) => {
    expect(await ask(services, list, { actor: system, id: null, query: { asOf } })).toMatchObject({ code });
  });
  it('is now when it is today, or nothing', async () => {
    for (const asOf of ['2026-11-23', ''])
      expect(await seen(holderOf('informationSecurityCoordinator', at.other), asOf)).toBe(
        '1 Omsorgen 1 Omsorgen',
      );
  });
  it('is refused where there is no past, unless now will do', async () => {
    const choices = all.flatMap((one) => [...one.views]).find((view) => view.name === 'system.choices');
    if (choices === undefined) throw new Error('no choices');
    const of = (query: object) => ask(services, choices, { actor: system, id: null, query: { ...query } });
    expect(await of({ asOf: then })).toMatchObject({ code: 'noPast' });
    expect(await of({ asOf: then, orNow: 'true' })).toEqual(await of({}));
    // Where there is a past, it is told all the same.
    const query = { asOf: '2026-11-24', orNow: 'true' };
    expect(await ask(services, list, { actor: system, id: null, query })).toMatchObject({
      code: 'asOfInFuture',
    });
  });
});

describe('the schema of the past', () => {
  const inPast = <Answer>(read: (db: Services['db']) => Promise<Answer>): Promise<Answer> =>
    database.db.transaction().execute(async (transaction) => {
      await sql`select set_config('search_path', 'past, public', true),
        set_config('varna.as_of', ${then}, true)`.execute(transaction);
      return read(transaction);
    });
  const unitOf = (db: Services['db']) =>
    sql<{
      name: string;
    }>`${everyRequest} select u.name from information i join unit_face u on u.id = i.unit_id
      where i.id = ${moved.information}`.execute(db);

  it('has every register and every view of them', async () => {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'history'
      union select viewname from pg_views where schemaname = 'public'
      except select viewname from pg_views where schemaname = 'past'`.execute(database.db);
    expect(rows).toEqual([]);
    // A view that looked past the schema would answer as now, whatever it is called.
    const { rows: through } = await sql<{ name: string }>`
      select v.viewname as name from pg_views v join pg_tables t on t.schemaname = 'history'
      where v.schemaname = 'past' and v.definition ~ ('(FROM|JOIN) \\(*' || t.tablename || '\\y')`.execute(
      database.db,
    );
    expect(through).toEqual([]);
  });
  it('is not answered without an instant', async () => {
    await expect(sql`select id from past.unit`.execute(database.db)).rejects.toThrow(
      /varna.as_of|type timestamp/,
    );
  });
  it('does not let a plan that was kept answer for another time', async () => {
    for (let round = 0; round < 6; round++) {
      expect((await unitOf(database.db)).rows).toEqual([{ name: 'Omsorgen' }]);
      expect((await inPast(unitOf)).rows).toEqual([{ name: 'Skolan' }]);
    }
  });
  it('follows a migration', async () => {
    const owner = new pg.Client(database.owner);
    await owner.connect();
    await owner.query('drop schema past cascade');
    await migrate(database.owner);
    await owner.end();
    expect((await inPast(unitOf)).rows).toEqual([{ name: 'Skolan' }]);
  });
});
