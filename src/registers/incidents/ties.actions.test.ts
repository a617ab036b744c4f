import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { Services } from '../../kernel/run.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { register as registerInformation } from '../information/information.actions.ts';
import { register as registerSystem } from '../systems/system.actions.ts';
import { employee, holderOf, system as itself } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { list } from './incident.views.ts';
import { asked, serveTestInstallation, triaged } from './testing.ts';
import { link } from './work.actions.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let auditor: Actor;
/** What each page asks the list for, by the register whose page it is. */
let asks: Readonly<Record<Place, Readonly<Record<string, string>>>>;
let cases: Readonly<Record<'open' | 'masked' | 'secret', string>>;
const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: '' };
const places = ['system', 'information', 'unit', 'supplier'] as const;
type Place = (typeof places)[number];

beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  auditor = await appointed(database.db, 'auditor', false);
  const system = await done(actAs(services, itself, registerSystem, { input: systemInput() }));
  const information = await done(actAs(services, itself, registerInformation, { input: informationInput() }));
  asks = {
    system: { systemId: system.id },
    information: { informationId: information.id },
    unit: { unitId: town.care },
    supplier: { supplier: 'leverantören ab' },
  };
  const none = { informationId: null, systemId: null, unitId: null, relatedId: null, supplier: null };
  const tied = async (more: object) => {
    const one = await triaged(services, coordinator, { unitId: town.school, ...more });
    let { version } = one;
    for (const tie of [
      { systemId: system.id },
      { informationId: information.id },
      { unitId: town.care },
      { supplier: 'Leverantören AB' },
    ]) {
      const input = { ...none, ...tie };
      version = (await done(actAs(services, coordinator, link, { id: one.id, version, input }))).version;
    }
    return one.id;
  };
  cases = {
    open: await tied({}),
    masked: await tied({ secretParts: ['affected'], ...osl }),
    secret: await tied({ secret: true, ...osl }),
  };
});
afterAll(() => database.close());

const systemInput = () => ({
  name: 'Skolportalen',
  description: '',
  unitId: town.school,
  providerKind: 'external',
  providerName: 'Leverantören AB',
  lifecycle: 'inOperation',
});
const informationInput = () => ({
  name: 'Elevers närvaro',
  description: '',
  unitId: town.school,
  area: 'skola',
  carriers: ['itSystem'],
  personalData: 'none',
  personalDataKinds: [],
  secrecyProvisions: [],
  draft: true,
});

/** The cases that a page shows to somebody, and their number. */
async function seen(place: Place, actor: Actor): Promise<string[]> {
  const answer = await asked(services, list, actor, null, asks[place]);
  const { items, total } = answer as unknown as { items: { id: string }[]; total: number };
  expect(total).toBe(items.length);
  return items.map((one) => one.id).sort();
}

describe.each(places)('the page of a %s that cases concern', (place) => {
  it('shows them to whoever coordinates', async () => {
    expect(await seen(place, coordinator)).toEqual(Object.values(cases).sort());
  });

  it('shows none that is secret, and none of which it is masked what it concerns', async () => {
    expect(await seen(place, auditor)).toEqual([cases.open]);
  });

  it('shows none to who may see none', async () => {
    expect(await seen(place, employee(town.other))).toEqual([]);
  });
});

it('who leads a unit or owns a system that a case concerns is shown it there, also where others may not know', async () => {
  const head = holderOf('manager', town.manager, { scopeId: town.care, units: [town.care] });
  expect(await seen('unit', head)).toEqual([cases.open, cases.masked].sort());
  expect(await seen('supplier', head)).toEqual([cases.open]);
  const systemId = asks.system['systemId'] ?? '';
  const owner = holderOf('systemOwner', town.manager, { scope: 'system', scopeId: systemId });
  expect(await seen('system', owner)).toEqual([cases.open, cases.masked].sort());
  expect(await seen('information', owner)).toEqual([cases.open]);
});
