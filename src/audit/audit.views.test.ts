import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../governance/advice/advice.actions.ts';
import { appointed, asked } from '../governance/advice/testing.ts';
import { classify } from '../registers/information/information.actions.ts';
import { register as registerSystem } from '../registers/systems/system.actions.ts';
import { employee, holderOf } from '../testing/actors.ts';
import { actAs, done } from '../testing/services.ts';
import { tellReading, type TownWithLog, townWithLog } from './log/testing.ts';

let log: TownWithLog;
beforeAll(async () => {
  log = await townWithLog();
  const { town, services, salaries, coordinator } = log;
  await actAs(services(), employee(town.manager), classify, { id: salaries.id, version: 9, input: {} });
  await done(actAs(services(), coordinator, registerSystem, { input: newSystem(town.school) }));
  await actAs(services(), employee(town.manager), registerSystem, { input: newSystem(town.care) });
  const shown = {
    kind: 'information.read',
    register: 'information',
    concerns: [`information:${salaries.id}`],
  };
  await tellReading(log.database.db, { ...shown, at: new Date('2026-11-24T08:00:00Z'), by: town.other });
  await tellReading(log.database.db, { ...shown, at: new Date('2026-11-24T22:59:00Z'), by: town.other });
  await tellReading(log.database.db, { ...shown, at: new Date('2026-11-24T23:01:00Z'), by: town.other });
});
afterAll(() => log.database.close());

const newSystem = (unitId: string) => {
  const provider = { providerKind: 'internal', providerName: '', lifecycle: 'inOperation' };
  return { name: `System ${unitId}`, description: '', unitId, ...provider };
};

describe('the log page', () => {
  const found = async (query: Record<string, string>, actor = log.auditor) =>
    (await log.answered(actor, 'audit.events', query, null, 'Prövar att sökningen stämmer')).items;

  it.each([
    [{ family: 'changes' }, (kind: string) => !/read$|refused$/.test(kind)],
    [{ family: 'reads' }, (kind: string) => kind.endsWith('.read')],
    [{ register: 'system' }, (kind: string) => /^(system|access)\./.test(kind)],
    [{ register: 'system', family: 'refusals' }, (kind: string) => kind === 'access.refused'],
  ])('%j', async (query, isRight) => {
    const items = await found({ ...query, limit: '500' });
    const all = await found({ limit: '500' });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((one) => isRight(one.kind))).toBe(true);
    expect(items.map((one) => one.id)).toEqual(
      all
        .filter((one) => isRight(one.kind) && (!('register' in query) || one.register === query.register))
        .map((one) => one.id),
    );
  });

  it('finds what a person did, and what a record has been through', async () => {
    const mine = await found({ person: log.town.manager });
    expect(new Set(mine.map((one) => one.actor.personId))).toEqual(new Set([log.town.manager]));
    const ofRecord = await found({ register: 'information', record: log.salaries.id });
    expect(new Set(ofRecord.map((one) => one.kind))).toEqual(
      new Set([
        'information.read',
        'information.described',
        'information.registered',
        'access.refused',
        'log.read',
      ]),
    );
  });

  it('days are whole Swedish days', async () => {
    const items = await found({ from: '2026-11-24', to: '2026-11-24' });
    expect(items.map((one) => one.at)).toEqual(['2026-11-24T22:59:00.000Z', '2026-11-24T08:00:00.000Z']);
  });

  it('pages forth and back to the same place', async () => {
    const first = await log.answered(log.auditor, 'audit.events', { limit: '3' });
    expect(first.previous).toBeNull();
    const second = await log.answered(log.auditor, 'audit.events', { limit: '3', after: first.next ?? '' });
    const back = await log.answered(log.auditor, 'audit.events', {
      limit: '3',
      newerThan: second.previous ?? '',
    });
    expect(back.items).toEqual(first.items);
    expect(back.previous).toBeNull();
  });

  it('shows somebody without office what she has done herself, and nothing else', async () => {
    const mine = await found({}, employee(log.town.manager));
    expect(mine.length).toBeGreaterThan(0);
    expect(new Set(mine.map((one) => one.actor.personId))).toEqual(new Set([log.town.manager]));
    expect(await found({ person: log.town.other }, employee(log.town.manager))).toEqual([]);
    const administrator = holderOf('administrator', log.town.manager);
    const hers = await found({}, administrator);
    expect(new Set(hers.map((one) => one.actor.personId))).toEqual(new Set([log.town.manager]));
  });

  it('asks what for when somebody is followed, and tells the log that she was', async () => {
    const query = { person: log.town.manager };
    expect(await log.asked(log.auditor, 'audit.events', query)).toMatchObject({ code: 'purposeMissing' });
    const asked = { register: 'person', record: log.town.manager };
    expect(await log.asked(log.auditor, 'audit.events', asked)).toMatchObject({ code: 'purposeMissing' });
    const bare = { record: log.town.manager };
    expect(await log.asked(log.auditor, 'audit.events', bare)).toMatchObject({ code: 'purposeMissing' });
    await log.answered(log.auditor, 'audit.events', query, null, 'Misstänkt intrång, dnr 2026-17');
    const who = { register: 'person', id: log.town.manager };
    expect(await log.asked(log.coordinator, 'audit.readers', who)).toMatchObject({ code: 'purposeMissing' });
    const readers = await log.answered(log.coordinator, 'audit.readers', who, null, 'Misstänkt intrång');
    const [told] = readers.items;
    expect(told).toMatchObject({ kind: 'log.read', purpose: 'Misstänkt intrång, dnr 2026-17', reason: null });
  });

  it('does not show a person under another register’s name, where nobody asks what for', async () => {
    await log.answered(log.auditor, 'person.record', {}, log.town.manager);
    const of = async (register: string) => {
      const query = { register, record: log.town.manager };
      const { items } = await log.answered(log.auditor, 'audit.events', query, null, 'Misstänkt intrång');
      return items.filter((one) => one.record === log.town.manager);
    };
    expect(await of('person')).not.toEqual([]);
    expect(await of('account')).toEqual([]);
  });

  it('names no record that its reader may not see, and says so, that no link leads nowhere', async () => {
    await appointed(log.database.db, 'securityCoordinator', false);
    await done(actAs(log.services(), employee(log.town.manager), ask, { input: asked() }));
    const [unseen] = await found({ register: 'advice' });
    expect(unseen).toMatchObject({ isOutOfSight: true, recordName: 'en post som du inte kan se' });
    const [shown] = await found({ register: 'information', family: 'changes' }, log.coordinator);
    expect(shown).toMatchObject({ isOutOfSight: false, recordName: expect.stringMatching(/^[A-ZÅÄÖ]/) });
  });

  it('an event has its exact leaf and hash; somebody else’s is nobody’s business', async () => {
    const [one] = await found({ family: 'changes' });
    const event = await log.answered<{ leaf: string; leafHash: string; checkpoint: unknown }>(
      log.auditor,
      'audit.event',
      {},
      one?.id ?? '',
    );
    const stored = await sql<{ leaf: string; hash: string }>`select leaf, encode(leaf_hash, 'base64') as hash
      from audit_event where id = ${one?.id}`.execute(log.database.db);
    expect(event).toMatchObject({
      leaf: stored.rows[0]?.leaf,
      leafHash: stored.rows[0]?.hash,
      checkpoint: null,
    });
    const notMine = one?.actor.personId === log.town.manager ? log.town.other : log.town.manager;
    expect(await log.asked(employee(notMine), 'audit.event', {}, one?.id ?? '')).toMatchObject({
      code: 'notFound',
    });
  });
});
