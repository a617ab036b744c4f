import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { Services } from '../../kernel/run.ts';
import { holderOf } from '../../testing/actors.ts';
import { arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { secrecy, triage } from './incident.actions.ts';
import { list, record } from './incident.views.ts';
import { asked, reported, serveTestInstallation, triaged, triageOf, visitor } from './testing.ts';

let database: TestDatabase;
let services: Services;
let coordinator: Actor;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  const town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

const secret = { secret: true, secretParts: [], secrecyProvision: 'OSL 18:8', secrecyReason: 'Pågår' };
const open = { secret: false, secretParts: [], secrecyProvision: '', secrecyReason: '' };
const numberOf = async (id: string) =>
  ((await asked(services, record, coordinator, id)) as { number: string }).number;
type Version = { readonly id: string; readonly version: number };
const set = (one: Version, input: object) =>
  done(actAs(services, coordinator, secrecy, { id: one.id, version: one.version, input }));

it('a number that a case has given up is given to no other', async () => {
  const first = await triaged(services, coordinator, secret);
  expect(await numberOf(first.id)).toBe('HS 2026-0001');
  await set(first, open);
  expect(await numberOf(first.id)).toBe('H 2026-0001');
  const second = await triaged(services, coordinator, secret);
  expect(await numberOf(second.id)).toBe('HS 2026-0002');
  const third = await triaged(services, coordinator);
  expect(await numberOf(third.id)).toBe('H 2026-0002');
});

it.each(['H 2026-2147483648', 'H 2026-99999999999999999999', `H 2026-${'9'.repeat(150)}`])(
  'a number that no case can have, %s, is no case',
  async (search) => {
    expect(await asked(services, list, coordinator, null, { search })).toMatchObject({ items: [], total: 0 });
  },
);

it('a case is found by its number as people say it', async () => {
  const one = await triaged(services, coordinator);
  const whole = await numberOf(one.id);
  const [, year = '', digits = ''] = /^H (\d{4})-(\d+)$/.exec(whole) ?? [];
  const foundBy = async (search: string) => {
    const found = await asked(services, list, coordinator, null, { search });
    return JSON.stringify(found).includes(one.id);
  };
  for (const said of [whole, whole.replace(' ', ''), `h ${year}-${digits}`, `${year}-${digits}`, digits])
    expect(await foundBy(said), said).toBe(true);
  expect(await foundBy(String(Number(digits)))).toBe(true);
  expect(await foundBy(`HS ${year}-${digits}`)).toBe(false);
  expect(await foundBy(`${Number(year) - 1}-${digits}`)).toBe(false);
});

it('cases that are triaged at once have a number each, without a gap', async () => {
  const ids: string[] = [];
  for (let at = 0; at < 4; at++) ids.push(await reported(services, visitor('192.0.2.1')));
  await Promise.all(
    ids.map(async (id) => {
      const input = await triageOf(database.db, id);
      await done(actAs(services, coordinator, triage, { id, version: 1, input }));
    }),
  );
  const numbers = await Promise.all(ids.map(numberOf));
  const sorted = [...numbers].sort();
  expect(new Set(numbers).size).toBe(4);
  expect(Number(sorted[3]?.slice(-4)) - Number(sorted[0]?.slice(-4))).toBe(3);
});

it('a number is given once, whatever the code lets through', async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from history.incident where series is not null
      group by series, number_year, number having count(distinct id) > 1) twice`.execute(database.db);
  expect(rows[0]?.n).toBe(0);
});
