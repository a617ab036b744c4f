import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { ask, type Services } from '../../kernel/run.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, testServices } from '../../testing/services.ts';
import { defaultTable } from '../default-owners/default-table.ts';
import { list } from '../default-owners/default-owner.views.ts';
import { seedRulesAndOwners } from '../seed-rules-and-owners.ts';
import { defaultRules } from './default-rules.ts';
import { restoreDefault, set } from './handling-rule.actions.ts';
import { matrix } from './handling-rule.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  await seedRulesAndOwners(services, 'sv', { ekonomi: { unitId: town.care, confirmed: true } });
});
afterAll(() => database.close());

interface Cell {
  readonly id: string;
  readonly version: number;
  readonly level: number;
  readonly activity: string;
  readonly verdict: string;
  readonly isDefault: boolean;
}

async function read(): Promise<{ items: Cell[]; may: { set: { allowed: boolean } } }> {
  const result = await ask(services, matrix, { actor: employee(town.manager), id: null, query: {} });
  if (!('answer' in result)) throw new Error(result.code);
  return result.answer as { items: Cell[]; may: { set: { allowed: boolean } } };
}

const input = {
  level: 2,
  activity: 'post',
  carrier: 'paper',
  verdict: 'forbidden',
  conditionSv: '',
  conditionEn: '',
  reason: 'Beslut i ledningsgruppen',
};

it('a start profile enters the whole matrix and the whole table', async () => {
  const rules = await read();
  expect(rules.items).toHaveLength(defaultRules.length);
  expect(rules.items.every((rule) => rule.isDefault)).toBe(true);
  expect(rules.may.set.allowed).toBe(false);
  const owners = await ask(services, list, { actor: employee(town.manager), id: null, query: {} });
  if (!('answer' in owners)) throw new Error(owners.code);
  const rows = (owners.answer as { items: { area: string; toConfirm: boolean; holderName: string | null }[] })
    .items;
  // One area was there before.
  expect(rows).toHaveLength(defaultTable.length + 1);
  expect(rows.find((row) => row.area === 'ekonomi')).toMatchObject({
    toConfirm: false,
    holderName: 'Åke Öberg',
  });
  expect(rows.find((row) => row.area === 'personal')).toMatchObject({ toConfirm: true, holderName: null });
});

it('the coordinator changes a cell; whoever saw an older one is shown the new', async () => {
  const coordinator = holderOf('informationSecurityCoordinator', town.manager);
  const changed = await actAs(services, coordinator, set, { input: { ...input, seenVersion: 1 } });
  expect(changed).toMatchObject({ answer: { version: 2 } });
  const late = await actAs(services, coordinator, set, {
    input: { ...input, seenVersion: 1, verdict: 'allowed' },
  });
  expect(late).toMatchObject({ code: 'versionMoved', current: { verdict: 'forbidden', version: 2 } });
  const cell = (await read()).items.find((rule) => rule.activity === 'post' && rule.level === 2);
  expect(cell).toMatchObject({ verdict: 'forbidden', isDefault: false });
  expect(await actAs(services, coordinator, restoreDefault, { input: { reason: 'Tillbaka' } })).toMatchObject(
    {
      answer: { changed: 1 },
    },
  );
  const event = await sql<{ touched: string[] }>`select touched from audit_event
    where kind = 'handlingRule.defaultRestored' and leaf::jsonb->>'reason' = 'Tillbaka'`.execute(database.db);
  expect(event.rows[0]).toEqual({ touched: [`handlingRule:${cell?.id}`] });
});
