import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import { act } from '../../../kernel/run.ts';
import { exportIncidents } from '../../../exports/incidents.ts';
import { appointed } from '../../../governance/advice/testing.ts';
import { done } from '../../../testing/services.ts';
import { list } from '../incident.views.ts';
import { asked, draftedReport, openDesk } from '../testing.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let overseer: Actor;
const start = Date.parse('2026-11-23T10:00:00Z');
const hours = (count: number) => new Date(start + count * 3_600_000);
let now = hours(0);
beforeAll(async () => {
  desk = await openDesk(() => now);
  overseer = await appointed(desk.database.db, 'dataProtectionOfficer', false);
});
afterAll(() => desk.database.close());

async function deadlinesOf(
  id: string,
  who: Actor = desk.coordinator,
  query: Readonly<Record<string, unknown>> = { withDeadlines: 'true' },
) {
  const { items } = (await asked(desk.services, list, who, null, query)) as {
    items: readonly { id: string; deadlines: object | null }[];
  };
  return items.find((one) => one.id === id)?.deadlines;
}

it('the list says how a case stands against the law’s times where that is asked', async () => {
  now = hours(0);
  const { id } = await draftedReport(desk.services, desk.coordinator, desk.town.executive);
  now = hours(71);
  expect(await deadlinesOf(id)).toEqual({ standing: 'undecided', lateHours: null });
  now = hours(73.5);
  expect(await deadlinesOf(id)).toEqual({ standing: 'late', lateHours: 2 });
  expect(await deadlinesOf(id, overseer)).toEqual({ standing: 'late', lateHours: 2 });
  expect(await deadlinesOf(id, desk.coordinator, {})).toBeNull();
});

it('nothing is said of it where something in the case is secret to the asker', async () => {
  now = hours(0);
  const parts = { secretParts: ['affected'], secrecyProvision: 'OSL 18:8' };
  const { id } = await draftedReport(desk.services, desk.coordinator, desk.town.executive, parts);
  expect(await deadlinesOf(id)).toMatchObject({ standing: 'undecided' });
  expect(await deadlinesOf(id, overseer)).toBeNull();
});

it('it is in the file of cases, except of what is secret', async () => {
  now = hours(73.5);
  const request = { actor: desk.coordinator, id: null, version: null, idempotencyKey: null };
  const input = { filter: {}, format: 'csv' };
  const asking = { ...request, input, purpose: 'Årlig rapport', confirmed: new Set<string>() };
  const made = await done(act(desk.services, exportIncidents, asking));
  const content = typeof made.content === 'string' ? made.content : '';
  const file = Buffer.from(content, 'base64').toString('utf8');
  const [head = '', ...rows] = file.trim().split('\r\n');
  const place = head.split(';').findIndex((label) => label.includes('Lagens tider'));
  const said = rows.map((row) =>
    row
      .split(';')
      .slice(place, place + 2)
      .map((cell) => cell.replaceAll('"', '')),
  );
  expect(said.sort()).toEqual([
    ['', ''],
    ['Inte hållna', '2'],
  ]);
});
