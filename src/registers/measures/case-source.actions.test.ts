import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registers } from '../../app.ts';
import { auditViews } from '../../audit/audit.views.ts';
import type { Actor } from '../../kernel/access.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import type { View } from '../../kernel/view.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { secrecy } from '../incidents/incident.actions.ts';
import { asked, serveTestInstallation, triaged } from '../incidents/testing.ts';
import { close, conclude } from '../incidents/work.actions.ts';
import { merge } from '../incidents/merging/merge.actions.ts';
import { list as deviations } from '../deviations/deviation.views.ts';
import { report as reportDeviation } from '../deviations/deviation.actions.ts';
import { describe as describeMeasure, register } from './measure.actions.ts';
import { choices, list, record } from './measure.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let head: Actor;
let handler: Actor;
let open: { id: string; version: number };
let secret: { id: string; version: number };
const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: '' };

beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  head = holderOf('manager', town.manager, { scopeId: town.care, units: [town.care] });
  handler = { ...(await appointed(database.db, 'itManager', false)), held: [] };
  const at = { unitId: town.school, handlerId: handler.personId };
  open = await triaged(services, coordinator, at);
  secret = await triaged(services, coordinator, { ...at, secret: true, ...osl });
});
afterAll(() => database.close());

const fromCase = (id: string, more: object = {}) => ({
  title: 'Byt lösenord',
  description: '',
  unitId: town.care,
  ownerPersonId: null,
  ownerOffice: 'manager',
  dueOn: '2026-12-01',
  cost: null,
  secrecyProvisions: [],
  source: { register: 'incident', id },
  clause: null,
  ...more,
});
const made = (id: string, actor: Actor = coordinator) =>
  done(actAs(services, actor, register, { input: fromCase(id) }));
const codeOf = async (acted: ReturnType<typeof actAs>) => {
  const result = await acted;
  return isRefusal(result) ? result.code : null;
};
interface Listed {
  readonly items: readonly { id: string; sourceRegister: string | null; sourceRecord: string | null }[];
  readonly total: number;
}
const listed = async (actor: Actor, query: object, view: View = list) =>
  (await asked(services, view, actor, null, query as Record<string, unknown>)) as unknown as Listed;

describe('a measure of a case', () => {
  it('names the case by its number to those who may see it, and is no measure of a case to others', async () => {
    for (const [one, number] of [
      [open, /^H 2026-\d{4}$/],
      [secret, /^HS 2026-\d{4}$/],
    ] as const) {
      const { id } = await made(one.id);
      const seen = await asked(services, record, coordinator, id);
      expect(seen).toMatchObject({ source: { register: 'incident', id: one.id } });
      expect((seen as unknown as { source: { name: string } }).source.name).toMatch(number);
      // The head of care leads neither the unit of the case nor anything that it concerns.
      expect(await asked(services, record, head, id)).toMatchObject({ title: 'Byt lösenord', source: null });
      const all = await listed(head, {});
      expect(all.items.find((row) => row.id === id)).toMatchObject({
        sourceRegister: null,
        sourceRecord: null,
      });
    }
  });

  it('is not found by asking for the case, or for cases at all', async () => {
    const { id } = await made(secret.id);
    for (const query of [
      { sourceRegister: 'incident', sourceRecord: secret.id },
      { sourceRecord: secret.id },
      { sourceRegister: 'incident' },
    ]) {
      expect(await listed(head, query), JSON.stringify(query)).toMatchObject({ items: [], total: 0 });
      expect((await listed(coordinator, query)).items.map((row) => row.id)).toContain(id);
    }
    expect(JSON.stringify(await listed(head, {}))).not.toContain(secret.id);
  });

  it('is not told of in the log to who may not know of the case', async () => {
    const { id } = await made(secret.id);
    const history = (auditViews(registers) as readonly View[]).find(({ name }) => name === 'audit.history');
    if (history === undefined) throw new Error('no history');
    const of = (actor: Actor) => asked(services, history, actor, null, { register: 'measure', id });
    expect(JSON.stringify(await of(coordinator))).toContain(secret.id);
    expect(JSON.stringify(await of(head))).not.toContain(secret.id);
  });

  it('is not told of to who was not first either', async () => {
    const { id, version } = await made(secret.id);
    const {
      source: _source,
      clause: _clause,
      ...fields
    } = fromCase(secret.id, { title: 'Byt alla lösenord' });
    await done(actAs(services, coordinator, describeMeasure, { id, version, input: fields }));
    const late = await actAs(services, head, describeMeasure, { id, version, input: fields });
    expect(late).toMatchObject({ code: 'versionMoved' });
    expect(JSON.stringify(late)).not.toContain(secret.id);
  });

  it.each([
    ['a secret case', () => secret.id],
    ['no case', () => newId()],
  ])('cannot be pointed at %s by who may not see it: both are unknown', async (_name, id) => {
    const acted = actAs(services, head, register, { input: fromCase(id()) });
    expect(await codeOf(acted)).toBe('sourceUnknown');
  });

  it('may be entered by who works on the case, wherever it is to be done, and is seen by her', async () => {
    expect(await asked(services, choices, handler, null)).toEqual({ mayRegister: false });
    const query = { sourceRegister: 'incident', sourceRecord: secret.id };
    expect(await asked(services, choices, handler, null, query)).toEqual({ mayRegister: true });
    const { id } = await made(secret.id, handler);
    expect((await listed(handler, query)).items.map((row) => row.id)).toContain(id);
    expect(await asked(services, record, handler, id)).toMatchObject({ source: { id: secret.id } });
    const alone = fromCase(secret.id, { source: null });
    expect(await codeOf(actAs(services, handler, register, { input: alone }))).toBe('forbidden');
    const other = await triaged(services, coordinator);
    for (const id of [other.id, newId()])
      expect(await codeOf(actAs(services, handler, register, { input: fromCase(id) }))).toBe('forbidden');
    expect(await asked(services, choices, employee(town.other, town.care), null, query)).toEqual({
      mayRegister: false,
    });
  });

  it('stays what it is when its case is closed, becomes secret, or goes into another', async () => {
    const one = await triaged(services, coordinator, { unitId: town.care });
    const { id } = await made(one.id);
    expect(await asked(services, record, head, id)).toMatchObject({ source: { id: one.id } });
    const input = { rootCause: 'Ett gammalt konto', lessons: 'Stäng konton', followUpOn: null };
    const handled = await done(actAs(services, coordinator, conclude, { ...one, input }));
    const closing = { id: one.id, version: handled.version, input: { decision: 'Klart' } };
    const closed = await done(actAs(services, coordinator, close, closing));
    expect(await asked(services, record, head, id)).toMatchObject({ state: 'planned' });
    const hiding = { secret: true, secretParts: [], ...osl };
    const hidden = await done(
      actAs(services, coordinator, secrecy, { id: one.id, version: closed.version, input: hiding }),
    );
    // The measure is still hers to do; it only comes from nowhere.
    expect(await asked(services, record, head, id)).toMatchObject({ state: 'planned', source: null });
    const merging = { intoId: secret.id, reason: 'Samma sak' };
    await done(actAs(services, coordinator, merge, { id: one.id, version: hidden.version, input: merging }));
    const of = { sourceRegister: 'incident', sourceRecord: secret.id };
    expect((await listed(coordinator, of)).items.map((row) => row.id)).toContain(id);
  });
});

it('a deviation that was born of a case is not found by asking for the case either', async () => {
  const input = {
    title: 'Bilagan var öppen',
    description: '',
    clause: null,
    sentenceId: null,
    unitId: town.care,
    discoveredOn: '2026-11-20',
    handling: '',
    cause: '',
    risk: null,
    secrecyProvisions: [],
    source: { register: 'incident', id: secret.id },
  };
  const { id } = await done(actAs(services, coordinator, reportDeviation, { input }));
  const query = { sourceRegister: 'incident' };
  expect((await listed(coordinator, query, deviations)).items.map((row) => row.id)).toEqual([id]);
  expect(await listed(head, query, deviations)).toMatchObject({ items: [], total: 0 });
});
