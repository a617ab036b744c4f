import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registers } from '../../../app.ts';
import type { Services } from '../../../kernel/run.ts';
import { buildServer } from '../../../server.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, testServices } from '../../../testing/services.ts';
import { asked, serveTestInstallation, triaged, visitor } from '../testing.ts';
import { isChannelTestDue } from './channel-test.ts';
import { noteTest } from './channel-test.actions.ts';
import { channelTests } from './channel-test.views.ts';
import { testChannel } from './keep.ts';
import { probeChannel } from './self-test.ts';
import { promptness } from './promptness.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let app: FastifyInstance;
let web: string;
let origin: string;
let isReady = true;
let now = new Date('2026-11-23T10:00:00Z');

beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => now };
  town = await arrange(database.db);
  web = await mkdtemp(join(tmpdir(), 'varna-web-'));
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Värna</title>');
  app = await buildServer({
    registers,
    version: '1',
    publicUrl: 'http://127.0.0.1',
    web,
    services: () => (isReady ? services : null),
    onFault: () => undefined,
    onProfileChosen: () => undefined,
  });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await database.close();
  await rm(web, { recursive: true });
});
beforeEach(() => {
  isReady = true;
});

const probe = () => ({ services, origin });
const counted = async (table: string) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    database.db,
  );
  return rows[0]?.n ?? 0;
};
const outcomes = async () => {
  const answer = await asked(services, channelTests, employee(town.manager), null);
  return (answer as { items: { outcome: string }[] }).items.map(({ outcome }) => outcome);
};

describe('the channel for reports', () => {
  it('is open when a report comes all the way, of which nothing stays', async () => {
    const tables = ['incident', 'incident_code', 'incident_intake', 'audit_event', 'history.incident'];
    const before = await Promise.all(tables.map(counted));
    expect(await probeChannel(probe())).toEqual({ outcome: 'open', detail: '' });
    expect(await Promise.all(tables.map(counted))).toEqual(before);
  });

  it('is shut where the page, the door or the storing fails, and says which', async () => {
    const nobody = { services, origin: 'http://127.0.0.1:9' };
    expect(await probeChannel(nobody)).toMatchObject({ outcome: 'pageMissing' });
    isReady = false;
    expect(await probeChannel(probe())).toEqual({ outcome: 'doorShut', detail: '503' });
    isReady = true;
    const owner = new pg.Client(database.owner);
    await owner.connect();
    await owner.query('revoke insert on incident_code from varna_app');
    const refused = await probeChannel(probe());
    await owner.query('grant insert on incident_code to varna_app');
    await owner.end();
    expect(refused.outcome).toBe('notStored');
  });

  it('is recorded when it is tested, at the start and when it is due, and once of two processes', async () => {
    await testChannel(probe(), true);
    await testChannel(probe(), false);
    expect(await outcomes()).toEqual(['open']);
    now = new Date(now.getTime() + 12 * 3_600_000);
    isReady = false;
    await testChannel(probe(), false);
    expect(await outcomes()).toEqual(['doorShut', 'open']);
    isReady = true;
    now = new Date(now.getTime() + 3_600_000);
    await Promise.all([testChannel(probe(), false), testChannel(probe(), false)]);
    expect(await outcomes()).toEqual(['open', 'doorShut', 'open']);
  });

  it('is nobody’s to say open but Värna’s own', async () => {
    const coordinator = holderOf('informationSecurityCoordinator', town.other);
    const input = { outcome: 'open', detail: '' };
    for (const actor of [coordinator, visitor('192.0.2.1')])
      expect(await actAs(services, actor, noteTest, { input })).toMatchObject({ refused: true });
  });
});

it.each([
  ['never tested', null, 0, true],
  ['open, a minute too early', 'open', 12 * 60 - 1, false],
  ['open, half a day ago', 'open', 12 * 60, true],
  ['shut, a minute too early', 'doorShut', 59, false],
  ['shut, an hour ago', 'doorShut', 60, true],
] as const)('a test is due: %s', (_name, outcome, minutes, isDue) => {
  const at = new Date('2026-11-23T10:00:00Z');
  const newest = outcome === null ? null : { outcome, testedAt: at };
  expect(isChannelTestDue(newest, new Date(at.getTime() + minutes * 60_000))).toBe(isDue);
});

describe('the time from noticing to report', () => {
  it('is the median of the cases that the asker may see, with its rows, the slowest first', async () => {
    const coordinator = holderOf('informationSecurityCoordinator', town.other);
    const reportedAt = now.getTime();
    const noticed = (minutes: number) => new Date(reportedAt - minutes * 60_000).toISOString();
    for (const [minutes, more] of [
      [5, { unitId: town.school }],
      [30, {}],
      [2880, {}],
      [7, { secret: true, secrecyProvision: 'OSL 18:8' }],
      [600, { unitId: town.school }],
    ] as const)
      await triaged(services, coordinator, { ...more, noticedAt: noticed(minutes) });
    type Figure = { median: number | null; total: number; items: { minutes: number }[] };
    const figure = async (actor: typeof coordinator) =>
      (await asked(services, promptness, actor, null)) as unknown as Figure;
    const all = await figure(coordinator);
    expect(all).toMatchObject({ median: 30, total: 5 });
    expect(all.items.map(({ minutes }) => minutes)).toEqual([2880, 600, 30, 7, 5]);
    const head = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
    expect(await figure(head)).toMatchObject({ median: 5, total: 2 });
    expect(await figure(employee(town.other))).toMatchObject({ median: null, total: 0, items: [] });
    now = new Date('2027-11-24T10:00:00Z');
    expect(await figure(coordinator)).toMatchObject({ median: null, total: 0 });
  });
});
