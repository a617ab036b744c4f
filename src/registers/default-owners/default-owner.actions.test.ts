import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { end as endInformation, register } from '../information/information.actions.ts';
import { add, confirm, end, set } from './default-owner.actions.ts';
import { list } from './default-owner.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.manager);
});
afterAll(() => database.close());

const rule = (unitId: string | null) => ({
  holder: 'unitManager',
  office: null,
  unitId,
  bodyId: null,
  entityId: null,
  decision: null,
});
const newArea = (area: string, unitId: string | null) => ({
  area,
  name: area,
  examples: '',
  ...rule(unitId),
  toConfirm: true,
});

async function rows() {
  const result = await ask(services, list, { actor: employee(town.other), id: null, query: {} });
  if (!('answer' in result)) throw new Error(result.code);
  return (result.answer as { items: { area: string; holderName: string | null; informationCount: number }[] })
    .items;
}

it('an area is entered, pointed at a unit, and then says who that is today', async () => {
  const made = await done(actAs(services, coordinator, add, { input: newArea('ekonomi', null) }));
  const attempt = { id: made.id, version: 1, input: { decision: null } };
  expect(await actAs(services, coordinator, confirm, attempt)).toMatchObject({ code: 'unitNotChosen' });
  expect((await rows()).find((row) => row.area === 'ekonomi')).toMatchObject({ holderName: null });
  await done(actAs(services, coordinator, set, { id: made.id, version: 1, input: rule(town.care) }));
  expect((await rows()).find((row) => row.area === 'ekonomi')).toMatchObject({ holderName: 'Åke Öberg' });
});

it('refuses a second area of the same word, and what is not there', async () => {
  expect(await actAs(services, coordinator, add, { input: newArea('skola', null) })).toMatchObject({
    code: 'areaTaken',
  });
  expect(await actAs(services, coordinator, add, { input: newArea('ny', town.manager) })).toMatchObject({
    code: 'unitUnknown',
    field: 'unitId',
  });
  expect(await actAs(services, coordinator, add, { input: newArea('Å', null) })).toMatchObject({
    code: 'invalid',
  });
  const missing = { id: town.manager, version: 1, input: rule(null) };
  expect(await actAs(services, coordinator, set, missing)).toMatchObject({ code: 'notFound' });
});

it('an area in use is not ended', async () => {
  const made = await done(actAs(services, coordinator, add, { input: newArea('kultur', town.care) }));
  const input = {
    name: 'Bokningar',
    description: '',
    unitId: town.care,
    area: 'kultur',
    carriers: ['itSystem'],
    personalData: 'none',
    personalDataKinds: [],
    secrecyProvisions: [],
    draft: false,
  };
  const information = await done(actAs(services, coordinator, register, { input }));
  const attempt = { id: made.id, version: 1, input: { reason: 'Slås ihop' } };
  expect(await actAs(services, coordinator, end, attempt)).toMatchObject({
    code: 'areaInUse',
    parameters: { count: 1 },
  });
  await done(
    actAs(services, coordinator, endInformation, {
      id: information.id,
      version: 1,
      input: { reason: 'Slut' },
    }),
  );
  await done(actAs(services, coordinator, end, attempt));
  expect((await rows()).some((row) => row.area === 'kultur')).toBe(false);
  // The word is free again.
  await done(actAs(services, coordinator, add, { input: newArea('kultur', town.care) }));
});
