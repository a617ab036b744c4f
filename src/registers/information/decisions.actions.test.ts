import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { classify, declare, decide, register, withdraw } from './information.actions.ts';
import { record } from './information.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let schoolManager: Actor;
let careManager: Actor;

beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  schoolManager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
  careManager = holderOf('manager', town.other, { scopeId: town.care, units: [town.care] });
});
afterAll(() => database.close());

let counter = 0;
const inputFor = (unitId: string, more: object = {}) => ({
  name: `Information ${++counter}`,
  description: '',
  unitId,
  area: 'skola',
  carriers: ['itSystem'],
  personalData: 'none',
  personalDataKinds: [],
  secrecyProvisions: [],
  draft: false,
  ...more,
});
const classifying = (level: number, reason = 'Prövat tillsammans') => ({
  levels: { confidentiality: level, integrity: 1, availability: 1, traceability: null },
  reasons: { confidentiality: reason, integrity: reason, availability: reason, traceability: null },
  participants: ['Rektor'],
  decidedOn: '2026-11-20',
  nextReviewOn: null,
});
const made = (unitId: string = town.school, more: object = {}) =>
  done(actAs(services, coordinator, register, { input: inputFor(unitId, more) }));

async function look(actor: Actor, id: string): Promise<Record<string, unknown>> {
  const result = await ask(services, record, { actor, id, query: {} });
  return 'answer' in result ? (result.answer as Record<string, unknown>) : { ...result };
}

describe('the classification', () => {
  it('is decided by the owner of that day, replaces the one before, and keeps it', async () => {
    const one = await made();
    await done(actAs(services, coordinator, classify, { id: one.id, version: 1, input: classifying(1) }));
    await done(actAs(services, coordinator, classify, { id: one.id, version: 2, input: classifying(2) }));
    expect(await look(coordinator, one.id)).toMatchObject({
      version: 3,
      classification: { levels: { confidentiality: 2 }, levelNames: { confidentiality: 'Betydande' } },
    });
    const kept = await sql<{ confidentiality: number; decided_by: string }>`select confidentiality, decided_by
      from classification where information_id = ${one.id} order by confidentiality`.execute(database.db);
    expect(kept.rows.map((row) => row.confidentiality)).toEqual([1, 2]);
    expect(kept.rows.every((row) => row.decided_by === town.manager)).toBe(true);
  });

  it('says in the log whose hand entered it, when it was not the owner’s; and is of no year before 2000', async () => {
    const one = await made();
    const deciding = {
      carriers: ['paper'],
      activities: ['print'],
      groups: ['Rektorer'],
      decidedOn: '2026-11-20',
      nextReviewOn: null,
    };
    const owner: Actor = { ...schoolManager, areas: [`skola:${town.school}`] };
    await done(actAs(services, coordinator, classify, { id: one.id, version: 1, input: classifying(1) }));
    await done(actAs(services, owner, classify, { id: one.id, version: 2, input: classifying(2) }));
    await done(actAs(services, coordinator, decide, { id: one.id, version: 3, input: deciding }));
    await done(actAs(services, owner, decide, { id: one.id, version: 4, input: deciding }));
    const told = await sql<{
      data: { enteredBy?: string } | null;
    }>`select leaf::jsonb -> 'data' as data from audit_event
      where record_id = ${one.id} and kind in ('information.classified', 'information.handlingDecided')
      order by transaction_id`.execute(database.db);
    const hands = told.rows.map((row) => row.data?.enteredBy ?? null);
    expect(hands).toEqual([town.other, null, town.other, null]);

    const input = { ...classifying(1), decidedOn: '1999-12-31' };
    const early = { code: 'decidedTooEarly', field: 'decidedOn' };
    expect(await actAs(services, owner, classify, { id: one.id, version: 5, input })).toMatchObject(early);
    const decidedEarly = { ...deciding, decidedOn: '1990-01-01' };
    expect(
      await actAs(services, owner, decide, { id: one.id, version: 5, input: decidedEarly }),
    ).toMatchObject(early);
    await done(
      actAs(services, owner, classify, {
        id: one.id,
        version: 5,
        input: { ...classifying(1), decidedOn: '2000-01-01' },
      }),
    );
  });

  it('level 4 stores nothing of what was typed, anywhere', async () => {
    const one = await made();
    const canary = 'Ordet-som-inte-får-finnas';
    const input = { ...classifying(4, canary), participants: [canary] };
    const attempt = { id: one.id, version: 1, input, key: 'nyckel-4' };
    const refused = await actAs(services, coordinator, classify, attempt);
    expect(refused).toMatchObject({ code: 'levelFourStopped' });
    expect(JSON.stringify(refused)).not.toContain(canary);
    const tables = await sql<{
      schema: string;
      name: string;
    }>`select table_schema as schema, table_name as name
      from information_schema.tables where table_schema in ('public', 'history') and table_type = 'BASE TABLE'`.execute(
      database.db,
    );
    expect(tables.rows.length).toBeGreaterThan(20);
    for (const { schema, name } of tables.rows) {
      const readable = await sql<{
        may: boolean;
      }>`select has_table_privilege(${`${schema}.${name}`}, 'select') as may`.execute(database.db);
      if (readable.rows[0]?.may !== true) continue;
      const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(`${schema}.${name}`)} t
        where t::text like ${`%${canary}%`}`.execute(database.db);
      expect(found.rows[0]?.n, `${schema}.${name}`).toBe(0);
    }
    expect(await look(coordinator, one.id)).toMatchObject({ version: 1, classification: null });
  });

  it('is not made while nobody owns the information', async () => {
    const one = await made(town.school, { area: 'skola' });
    const moved = await made(town.care);
    expect(await look(careManager, moved.id)).toMatchObject({ unitName: 'Omsorgen' });
    // The table points at the own unit's manager: with no manager in office that day there is no owner.
    const before = { ...services, clock: () => new Date('2019-06-01T10:00:00Z') };
    const input = { ...classifying(1), decidedOn: '2019-05-20' };
    expect(await actAs(before, coordinator, classify, { id: one.id, version: 1, input })).toMatchObject({
      code: 'ownerMissing',
    });
  });
});

describe('handling and its decision', () => {
  it('is declared once at a time, also by two at once, and again when it has been withdrawn', async () => {
    const one = await made();
    const way = { activity: 'print', carrier: 'paper', place: '', systemId: null, conditionsMet: false };
    const declaring = (actor: Actor, more: object = {}) =>
      actAs(services, actor, declare, { id: one.id, input: { ...way, ...more } });
    const results = await Promise.all([declaring(schoolManager), declaring(coordinator)]);
    const codes = results.map((result) => ('answer' in result ? 'done' : result.code));
    expect(codes.sort()).toEqual(['alreadyDeclared', 'done']);
    expect(await declaring(coordinator, { conditionsMet: true })).toMatchObject({ code: 'alreadyDeclared' });
    await done(declaring(coordinator, { place: 'Arkivet' }));
    const { handlings } = (await look(coordinator, one.id)) as {
      handlings?: { id: string; place: string }[];
    };
    const handlingId = handlings?.find((shown) => shown.place === '')?.id;
    const out = { id: one.id, input: { handlingId, reason: 'Görs inte' } };
    await done(actAs(services, coordinator, withdraw, out));
    await done(declaring(coordinator));
  });

  it('is declared, shown, withdrawn once, and decided by the owner', async () => {
    const one = await made();
    const way = {
      activity: 'print',
      carrier: 'paper',
      place: 'Arkivet',
      systemId: null,
      conditionsMet: true,
    };
    const declared = await done(actAs(services, schoolManager, declare, { id: one.id, input: way }));
    expect(await look(coordinator, one.id)).toMatchObject({
      handlings: [{ activity: 'print', place: 'Arkivet' }],
    });
    const out = { id: one.id, input: { handlingId: declared['handlingId'], reason: 'Görs inte' } };
    const elsewhere = await made(town.care);
    expect(await actAs(services, coordinator, withdraw, { ...out, id: elsewhere.id })).toMatchObject({
      code: 'notFound',
    });
    await done(actAs(services, coordinator, withdraw, out));
    expect(await look(coordinator, one.id)).toMatchObject({ handlings: [] });
    expect(await actAs(services, coordinator, withdraw, out)).toMatchObject({ code: 'alreadyWithdrawn' });
    const decision = {
      carriers: ['paper'],
      activities: ['print'],
      groups: ['Rektorer'],
      decidedOn: '2026-11-20',
      nextReviewOn: null,
    };
    await done(actAs(services, coordinator, decide, { id: one.id, version: 1, input: decision }));
    expect(await look(coordinator, one.id)).toMatchObject({
      handlingDecision: { groups: ['Rektorer'], nextReviewOn: '2027-11-20' },
    });
  });
});
