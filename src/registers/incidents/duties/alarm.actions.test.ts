import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import type { Action } from '../../../kernel/action.ts';
import type { Services } from '../../../kernel/run.ts';
import { addressed } from '../../../governance/advice/testing.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { secrecy } from '../incident.actions.ts';
import { asked, draftedReport, serveTestInstallation } from '../testing.ts';
import { noReport } from '../party.actions.ts';
import { duties } from '../duties.views.ts';
import { wokenAt } from './alarm.store.ts';
import { clocks } from './clock.views.ts';
import { wakeForClocks } from './keep.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
const start = new Date('2026-11-23T10:00:00Z');
let now = start;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => now };
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

const mails = async (): Promise<string[]> => {
  const { rows } = await sql<{ address: string }>`
    select address from mail where kind = 'clock' order by queued_at, address`.execute(database.db);
  return rows.map((row) => row.address);
};
const hours = (count: number): Date => new Date(start.getTime() + count * 3_600_000);
/** A case that the manager of the school handles, with a clock of 72 hours and nobody at work on the report. */
async function clocked(more: object = {}) {
  now = start;
  return draftedReport(services, coordinator, town.executive, {
    handlerId: town.other,
    unitId: town.school,
    ...more,
  });
}

describe('a clock that runs', () => {
  it('wakes whoever is responsible when it begins, and nobody twice', async () => {
    await clocked();
    const before = (await mails()).length;
    await Promise.all([wakeForClocks(services), wakeForClocks(services), wakeForClocks(services)]);
    await wakeForClocks(services);
    expect((await mails()).slice(before)).toEqual(['ake@prov.example']);
  });

  it('wakes up the line when little is left, although a report has been begun, and says nothing of the event', async () => {
    const before = (await mails()).length;
    // Half the time, and somebody is at work on it: whoever is responsible alone.
    now = hours(36);
    await wakeForClocks(services);
    now = hours(66);
    await wakeForClocks(services);
    await wakeForClocks(services);
    const woken = (await mails()).slice(before);
    expect(woken).toContain('maria@prov.example');
    const { rows } = await sql<{ subject: string; text: string }>`
      select subject, body_text as text from mail where kind = 'clock'`.execute(database.db);
    for (const { subject, text } of rows) expect(subject + text).not.toMatch(/brev|elev|H 2026|G1|IMY/);
  });

  it('does not raise what it missed while nothing ran', async () => {
    const { rows } = await sql<{
      step: string;
    }>`select distinct step from incident_alarm order by step`.execute(database.db);
    expect(rows.map(({ step }) => step)).not.toContain('manager');
  });
});

describe('a secret case', () => {
  it('wakes nobody who may not know of it, and its clocks are on nobody else’s board', async () => {
    const one = await clocked();
    const version = await versionOf(one.id);
    const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: '' };
    const input = { secret: true, secretParts: [], ...osl };
    await done(actAs(services, coordinator, secrecy, { id: one.id, version, input }));
    now = hours(80);
    await wakeForClocks(services);
    const board = async (actor: Actor) =>
      (await asked(services, clocks, actor, null)) as { clocks: { caseId: string }[]; running: number };
    const shown = await board(coordinator);
    expect(shown.clocks.some(({ caseId }) => caseId === one.id)).toBe(true);
    const outside = await board(employee(town.manager));
    expect(outside.clocks.some(({ caseId }) => caseId === one.id)).toBe(false);
    expect(outside.running).toBe(outside.clocks.length);
    const { rows } = await sql<{ n: number }>`select count(*) as n from incident_alarm
      where incident_id = ${one.id} and step = 'out'`.execute(database.db);
    expect(rows[0]?.n).toBeGreaterThan(0);
  });

  it.each([
    ['begun', false, ['ake@prov.example']],
    ['deputies', false, ['ake@prov.example']],
    ['manager', false, ['ake@prov.example', 'maria@prov.example']],
    ['manager', true, ['ake@prov.example']],
    ['out', true, ['ake@prov.example']],
  ] as const)(
    'at the step %s, secret or not (%s), wakes those who may know',
    async (step, secret, expected) => {
      const of = { id: town.school, handlerId: town.other, unitId: town.school, secret };
      const woken = await wokenAt(database.db, step, of, '2026-11-23');
      expect(woken.map(({ address }) => address).sort()).toEqual(expected);
    },
  );
});

describe('what has been decided', () => {
  it('wakes nobody', async () => {
    const one = await clocked();
    await wakeForClocks(services);
    const told = (await asked(services, duties, coordinator, one.id)) as unknown as {
      arising: { duty: string; partyId: string }[];
    };
    for (const { duty, partyId } of told.arising) {
      const version = await versionOf(one.id);
      const input = { duty, partyId, reason: 'Brevet kom tillbaka oöppnat', lateReason: '' };
      await done(actAs(services, coordinator, noReport as Action, { id: one.id, version, input }));
    }
    now = hours(60);
    await wakeForClocks(services);
    const { rows } = await sql<{ n: number }>`select count(*) as n from incident_alarm
      where incident_id = ${one.id} and raised_at = ${now}`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });
});

async function versionOf(id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from incident where id = ${id}`.execute(
    database.db,
  );
  return rows[0]?.version ?? 0;
}

it('wakes the others also where one has an address that no mail can be sent to', async () => {
  await addressed(database.db, town.other, 'ake,ek@prov.example');
  await clocked();
  await wakeForClocks(services);
  const before = (await mails()).length;
  now = hours(66);
  await wakeForClocks(services);
  expect((await mails()).slice(before)).toContain('maria@prov.example');
});
