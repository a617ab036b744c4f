import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitingView } from '../../../start/todo.views.ts';
import type { Actor } from '../../../kernel/access.ts';
import type { Services } from '../../../kernel/run.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { testServices } from '../../../testing/services.ts';
import { asked, draftedReport, reported, serveTestInstallation } from '../testing.ts';
import { waitingCases } from '../waiting.store.ts';
import { waitingClocks } from './waiting-clocks.store.ts';

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

const hours = (count: number): Date => new Date(start.getTime() + count * 3_600_000);
const waits = (who: Actor, at: Date) => waitingClocks(database.db, who, at.toISOString().slice(0, 10), at);

it('a case with running clocks waits once, by the most urgent, for the coordinator and its handler', async () => {
  const { id } = await draftedReport(services, coordinator, town.executive, { handlerId: town.manager });
  const [one, ...rest] = await waits(coordinator, hours(1));
  expect(rest).toEqual([]);
  expect(one).toMatchObject({
    recordId: id,
    recordName: expect.stringMatching(/^H 2026-\d{4}$/),
    office: 'informationSecurityCoordinator',
    comesFirst: true,
  });
  expect(await waits(employee(town.manager), hours(1))).toMatchObject([{ recordId: id, office: null }]);
  expect(await waits(employee(town.other), hours(1))).toEqual([]);
});

it('it is overdue when its time is out, and stands before what has waited longer', async () => {
  now = hours(-24 * 20);
  await reported(services, employee(town.other));
  now = hours(100);
  const [clock] = await waits(coordinator, now);
  expect(clock).toMatchObject({ overdue: true });

  const slow = async () => [
    {
      register: 'advice' as const,
      recordId: town.other,
      recordName: 'En fråga',
      action: 'advice.answer',
      office: null,
      since: '2025-01-01',
      dueOn: '2025-01-02',
      overdue: true,
      concerns: [],
    },
  ];
  const view = waitingView([slow, waitingCases, waitingClocks]);
  const { items } = (await asked(services, view, coordinator, null, {})) as {
    items: { action: string }[];
  };
  expect(items.map(({ action }) => action).slice(0, 2)).toContain('incident.triage');
  expect(items.at(-1)?.action).toBe('advice.answer');
});
