import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import type { Action } from '../../kernel/action.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Services } from '../../kernel/run.ts';
import { appointed } from '../../governance/advice/testing.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { register as registerInformation } from '../information/information.actions.ts';
import { register as registerSystem } from '../systems/system.actions.ts';
import { duties } from './duties.views.ts';
import { answer, secrecy } from './incident.actions.ts';
import { list, record } from './incident.views.ts';
import { asked, serveTestInstallation, triaged } from './testing.ts';
import { close, link } from './work.actions.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let handler: Actor;
let manager: Actor;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  handler = { ...(await appointed(database.db, 'itManager', false)), held: [] };
  manager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
});
afterAll(() => database.close());

const osl = { secrecyProvision: 'OSL 18:8', secrecyReason: 'Skyddet skulle bli sämre' };
type Version = { readonly id: string; readonly version: number };
const act = (action: Action, one: Version, input: object, actor = coordinator) =>
  actAs(services, actor, action, { id: one.id, version: one.version, input });

/** A system, and who owns it. */
async function systemOf(): Promise<{ readonly systemId: string; readonly owner: Actor }> {
  const input = {
    ...{
      name: `System ${crypto.randomUUID()}`,
      description: '',
      unitId: town.care,
      lifecycle: 'inOperation',
    },
    ...{ providerKind: 'external', providerName: 'Leverantören AB' },
  };
  const { id: systemId } = await done(actAs(services, system, registerSystem, { input }));
  return { systemId, owner: holderOf('systemOwner', town.manager, { scope: 'system', scopeId: systemId }) };
}

/** A piece of information that the school holds. */
async function informationOf(): Promise<string> {
  const input = {
    ...{ name: `Information ${crypto.randomUUID()}`, description: '', unitId: town.school, area: 'skola' },
    ...{
      carriers: ['paper'],
      personalData: 'none',
      personalDataKinds: [],
      secrecyProvisions: [],
      draft: false,
    },
  };
  const { id } = await done(actAs(services, system, registerInformation, { input }));
  return id;
}

/** A case with parts that are secret, which concerns a system; and who owns that. */
async function concerningSystem(secretParts: readonly string[]): Promise<{
  one: Version;
  systemId: string;
  owner: Actor;
}> {
  const { systemId, owner } = await systemOf();
  const none = { informationId: null, unitId: null, relatedId: null, supplier: null };
  const made = await triaged(services, coordinator, { unitId: town.school, secretParts, ...osl });
  const one = await done(act(link, made, { ...none, systemId }));
  return { one, systemId, owner };
}

describe('a case of which a part is secret', () => {
  it('is not found by a system that is masked, but by who owns that', async () => {
    const { systemId, owner } = await concerningSystem(['affected']);
    const foundBy = (actor: Actor) => asked(services, list, actor, null, { systemId });
    expect(await foundBy(manager)).toMatchObject({ total: 0 });
    expect(await foundBy(owner)).toMatchObject({ total: 1 });
    expect(await foundBy(coordinator)).toMatchObject({ total: 1 });
  });

  it('tells an owner of a system who was not first how far it has come, and nothing that is secret', async () => {
    const { one, owner } = await concerningSystem(['description']);
    const { number } = (await asked(services, record, coordinator, one.id)) as { number: string };
    const refused = await act(close, { id: one.id, version: 0 }, { decision: 'Klart' }, owner);
    expect(refused).toMatchObject({ code: 'versionMoved' });
    expect(isRefusal(refused) && refused.current).toEqual({
      ...{ id: one.id, version: one.version, state: 'triaged' },
      number,
    });
  });
});

describe('the order of a list', () => {
  const titled = (title: string, more: object = {}) =>
    triaged(services, coordinator, { unitId: town.care, title, ...more });
  const care = { unitId: '' };
  const order = async (actor: Actor, sort: string, of: readonly string[]) => {
    const found = await asked(services, list, actor, null, { sort, ...care });
    const { items } = found as unknown as { items: { id: string }[] };
    return items.map(({ id }) => of.indexOf(id)).filter((at) => at >= 0);
  };

  it('does not tell what a masked title is', async () => {
    care.unitId = town.care;
    const masked = { secretParts: ['description'], ...osl };
    const made = [await titled('Bo'), await titled('Ann', masked), await titled('Cia')].map(({ id }) => id);
    const carer = holderOf('manager', town.other, { scopeId: town.care, units: [town.care] });
    // Last, whichever way it goes, as what has no title.
    expect(await order(carer, 'title', made)).toEqual([0, 2, 1]);
    expect(await order(carer, '-title', made)).toEqual([2, 0, 1]);
    expect(await order(coordinator, 'title', made)).toEqual([1, 0, 2]);
  });

  it('by a clause shows none of which something is masked, as its findings do not', async () => {
    const made = [await titled('Öppet'), await titled('Dolt', { secretParts: ['cause'], ...osl })];
    const insight = { ...services.insight, offenders: () => Promise.resolve(made.map(({ id }) => id)) };
    const foundBy = async (actor: Actor) => {
      const found = await asked({ ...services, insight }, list, actor, null, { clause: 'P45' });
      return (found as unknown as { total: number }).total;
    };
    const carer = holderOf('manager', town.other, { scopeId: town.care, units: [town.care] });
    expect(await foundBy(carer)).toBe(1);
    expect(await foundBy(coordinator)).toBe(2);
  });
});

/** What the owner of a system, and of information, that a case hits is shown, by the part that is secret. */
const ownersTable = [
  ['nothing', [], { title: true, links: 2, answers: true, duties: true }],
  ['description', ['description'], { title: false, links: 2, answers: true, duties: false }],
  ['affected', ['affected'], { title: true, links: 1, answers: false, duties: false }],
  [
    'all of them',
    ['reporter', 'description', 'affected', 'cause', 'files'],
    { title: false, links: 1, answers: false, duties: false },
  ],
] as const;

describe.each(ownersTable)('where %s is secret, the owner of what is hit', (_which, secretParts, sees) => {
  /** A case that hits a system and a piece of information, and who owns each. */
  async function hit(): Promise<{ one: Version; owners: readonly Actor[] }> {
    const secrecyOf = secretParts.length === 0 ? {} : osl;
    const { systemId, owner } = await systemOf();
    const informationId = await informationOf();
    let one = await triaged(services, coordinator, { unitId: town.care, secretParts, ...secrecyOf });
    const none = { informationId: null, systemId: null, unitId: null, relatedId: null, supplier: null };
    one = await done(act(link, one, { ...none, systemId }));
    one = await done(act(link, one, { ...none, informationId }));
    one = await done(act(answer, one, { answers: [{ question: 'crime', answer: 'yes' }] }));
    // By the table of owners: what her unit holds in the area ”skola”.
    const areaOwner = { ...employee(town.manager, town.school), areas: [`skola:${town.school}`] };
    return { one, owners: [owner, areaOwner] };
  }

  it('sees that it is, and of the rest what is not secret', async () => {
    const { one, owners } = await hit();
    for (const owner of owners) {
      const shown = await asked(services, record, owner, one.id);
      const { title, links, answers } = shown as unknown as {
        title: string | null;
        links: readonly { isHers: boolean; name: string | null }[];
        answers: readonly object[];
      };
      expect(title !== null).toBe(sees.title);
      expect(links).toHaveLength(sees.links);
      expect(links.filter(({ isHers }) => isHers)).toMatchObject([{ name: expect.any(String) }]);
      expect(answers.length > 0).toBe(sees.answers);
      const told = await asked(services, duties, owner, one.id);
      expect(told).toMatchObject({ isHidden: !sees.duties });
      // What hurries most would tell what happened.
      if (!sees.duties) expect(told).toMatchObject({ nearest: null, unanswered: 0 });
    }
  });

  it('and nobody else learns that it is hit', async () => {
    const { one } = await hit();
    const stranger = { ...employee(town.other), areas: ['vard'] };
    expect(await asked(services, record, stranger, one.id)).toBe('notFound');
  });
});

describe('a case that is secret as a whole', () => {
  it('is not there, also for who owns what it hits', async () => {
    const { systemId, owner } = await systemOf();
    const made = await triaged(services, coordinator, { secret: true, ...osl });
    const none = { informationId: null, unitId: null, relatedId: null, supplier: null };
    await done(act(link, made, { ...none, systemId }));
    expect(await asked(services, record, owner, made.id)).toBe('notFound');
    expect(await asked(services, list, owner, null, { systemId })).toMatchObject({ total: 0 });
  });
});

describe('a part that has become secret', () => {
  it('is not read by asking how it was before, nor found by its words', async () => {
    const at = { unitId: town.school, handlerId: handler.personId, title: 'Uppgifter hos Värdinnan' };
    const one = await triaged(services, coordinator, at);
    const asOf = '2026-11-23T10:00:01Z';
    const later = { ...services, clock: () => new Date('2026-11-23T12:00:00Z') };
    const titleTo = async (actor: Actor) => {
      const found = await asked(later, list, actor, null, { asOf, search: 'Värdinnan' });
      const { items } = found as unknown as { items: { title: string | null }[] };
      const shown = (await asked(later, record, actor, one.id, { asOf })) as Record<string, unknown>;
      return [items.map(({ title }) => title), shown['title'], shown['masked']];
    };
    const open = [[at.title], at.title, []];
    expect(await titleTo(manager)).toEqual(open);
    const input = { secret: false, secretParts: ['description'], ...osl };
    await done(actAs(later, coordinator, secrecy, { ...one, input }));
    expect(await titleTo(manager)).toEqual([[], null, ['description']]);
    expect(await titleTo(handler)).toEqual(open);
    expect(await titleTo(coordinator)).toEqual(open);
    const listed = await asked(later, list, manager, null, { asOf });
    const { items } = listed as unknown as { items: { id: string; title: string | null }[] };
    expect(items.find(({ id }) => id === one.id)).toMatchObject({ title: null, partlySecret: true });
  });
});
