import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { add as addDefaultOwner } from '../default-owners/default-owner.actions.ts';
import {
  activate,
  classify,
  declare,
  describe as describeAction,
  end,
  register,
} from './information.actions.ts';
import { list, record } from './information.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let schoolManager: Actor;

beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  schoolManager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
  const area = { area: 'ekonomi', name: 'Ekonomi', examples: '', holder: 'office', office: 'hrManager' };
  const input = { ...area, unitId: null, bodyId: null, entityId: null, decision: null, toConfirm: false };
  await done(actAs(services, coordinator, addDefaultOwner, { input }));
});
afterAll(() => database.close());

let counter = 0;
const inputFor = (unitId: string, more: object = {}) => ({
  name: `Information ${++counter}`,
  description: '',
  unitId,
  area: 'skola',
  carriers: ['itSystem'],
  personalData: 'none',
  personalDataKinds: [],
  secrecyProvisions: [],
  draft: false,
  ...more,
});
const describing = (input: ReturnType<typeof inputFor>) => {
  const { draft: _draft, ...description } = input;
  return description;
};
const classifying = (level: number, reason = 'Prövat tillsammans') => ({
  levels: { confidentiality: level, integrity: 1, availability: 1, traceability: null },
  reasons: { confidentiality: reason, integrity: reason, availability: reason, traceability: null },
  participants: ['Rektor'],
  decidedOn: '2026-11-20',
  nextReviewOn: null,
});
const made = (unitId: string = town.school, more: object = {}) =>
  done(actAs(services, coordinator, register, { input: inputFor(unitId, more) }));

async function look(actor: Actor, id: string): Promise<Record<string, unknown>> {
  const result = await ask(services, record, { actor, id, query: {} });
  return 'answer' in result ? (result.answer as Record<string, unknown>) : { ...result };
}

async function listed(actor: Actor, query: Record<string, string> = {}): Promise<string[]> {
  const result = await ask(services, list, { actor, id: null, query });
  if (!('answer' in result)) throw new Error(result.code);
  return (result.answer as { items: { id: string }[] }).items.map((item) => item.id);
}

describe('who reaches which information', () => {
  it('what lies outside looks absent, in the list as in the record', async () => {
    const mine = await made(town.school);
    const other = await made(town.care);
    expect(await listed(schoolManager)).toContain(mine.id);
    expect(await listed(schoolManager)).not.toContain(other.id);
    expect(await look(schoolManager, other.id)).toMatchObject({ code: 'notFound' });
    const attempt = { id: other.id, version: 1, input: describing(inputFor(town.care)) };
    expect(await actAs(services, schoolManager, describeAction, attempt)).toMatchObject({ code: 'notFound' });
  });

  it('a manager enters information of her own unit and no other, and does not classify', async () => {
    const entered = await done(actAs(services, schoolManager, register, { input: inputFor(town.school) }));
    expect(await actAs(services, schoolManager, register, { input: inputFor(town.care) })).toMatchObject({
      code: 'forbidden',
    });
    const attempt = { id: entered.id, version: 1, input: classifying(1) };
    expect(await actAs(services, schoolManager, classify, attempt)).toMatchObject({ code: 'forbidden' });
    expect(await look(schoolManager, entered.id)).toMatchObject({
      may: { describe: { allowed: true }, classify: { allowed: false, because: 'forbidden' } },
    });
  });

  it('an owner by the default table reaches her area in her unit, until somebody is appointed for the very row', async () => {
    const one = await made(town.school);
    const owner: Actor = { ...employee(town.manager), areas: [`skola:${town.school}`] };
    expect(await look(owner, one.id)).toMatchObject({ may: { classify: { allowed: true } } });
    expect(await look(owner, (await made(town.care)).id)).toMatchObject({ code: 'notFound' });
    const appointed = holderOf('informationOwner', town.other, { scope: 'information', scopeId: one.id });
    expect(await look(appointed, one.id)).toMatchObject({ may: { classify: { allowed: true } } });
  });

  it('a head who does not own it describes it, but gives it no other unit or area: that would be another owner', async () => {
    const one = await made(town.school, { area: 'ekonomi' });
    const input = describing(inputFor(town.school, { area: 'ekonomi' }));
    const units = [town.school, town.care];
    const head = holderOf('departmentHead', town.manager, { scopeId: town.school, units });
    const headAsOwner: Actor = { ...head, areas: [`skola:${town.school}`] };
    const attempt = (more: object) =>
      actAs(services, headAsOwner, describeAction, { id: one.id, version: 1, input: { ...input, ...more } });
    expect(await look(headAsOwner, one.id)).toMatchObject({
      may: { describe: { allowed: true }, reassign: { allowed: false, because: 'forbidden' } },
    });
    expect(await attempt({ area: 'skola' })).toMatchObject({ code: 'forbidden', field: 'area' });
    expect(await attempt({ unitId: town.care })).toMatchObject({ code: 'forbidden', field: 'unitId' });
    expect(await look(coordinator, one.id)).toMatchObject({ area: 'ekonomi', version: 1 });
    await done(attempt({}));
    const owner = { ...head, areas: ['ekonomi'] };
    const moved = { id: one.id, version: 2, input: { ...input, unitId: town.care, area: 'skola' } };
    await done(actAs(services, owner, describeAction, moved));
  });

  it('nobody puts information in a unit she may not describe in, whoever appointed her its owner', async () => {
    const one = await made(town.school);
    const input = describing(inputFor(town.care));
    const asOwner: Actor = { ...schoolManager, areas: [`skola:${town.school}`] };
    const appointed = holderOf('informationOwner', town.manager, { scope: 'information', scopeId: one.id });
    for (const actor of [asOwner, appointed]) {
      expect(await look(actor, one.id)).toMatchObject({ may: { reassign: { allowed: true } } });
      const attempt = { id: one.id, version: 1, input };
      expect(await actAs(services, actor, describeAction, attempt)).toMatchObject({ code: 'forbidden' });
    }
    await done(actAs(services, coordinator, describeAction, { id: one.id, version: 1, input }));
  });

  it('an employee reads what her unit holds and changes nothing', async () => {
    const one = await made(town.school);
    const anna = employee(town.manager, town.school);
    expect(await look(anna, one.id)).toMatchObject({ may: { handle: { allowed: false } } });
    expect(await look(employee(town.other, town.care), one.id)).toMatchObject({ code: 'notFound' });
    expect(
      await actAs(services, anna, end, { id: one.id, version: 1, input: { reason: 'Slut' } }),
    ).toMatchObject({
      code: 'forbidden',
    });
  });

  it('what is pointed at must exist', async () => {
    const nowhere = { input: inputFor(town.manager) };
    expect(await actAs(services, coordinator, register, nowhere)).toMatchObject({ code: 'unitUnknown' });
    const unknown = { input: inputFor(town.school, { area: 'rymden' }) };
    expect(await actAs(services, coordinator, register, unknown)).toMatchObject({ code: 'areaUnknown' });
    const one = await made();
    const way = {
      activity: 'print',
      carrier: 'paper',
      place: '',
      conditionsMet: false,
      systemId: town.school,
    };
    expect(await actAs(services, coordinator, declare, { id: one.id, input: way })).toMatchObject({
      code: 'systemUnknown',
      field: 'systemId',
    });
  });
});

describe('bad input', () => {
  it.each<[string, object, string, string]>([
    ['an unknown key', { colour: 'red' }, 'colour', 'unknownField'],
    ['a control character', { name: 'Elev\u0007akter' }, 'name', 'notAllowedCharacters'],
    ['a name of spaces', { name: '   ' }, 'name', 'notAllowedCharacters'],
    ['too long a name', { name: 'x'.repeat(201) }, 'name', 'tooLong'],
    ['an id that is none', { unitId: 'x'.repeat(36) }, 'unitId', 'notAnId'],
    ['a form that is none', { carriers: ['papyrus'] }, 'carriers.0', 'notAmong'],
    ['a form twice', { carriers: ['paper', 'paper'] }, 'carriers', 'repeated'],
  ])('%s is named with its field', async (_name, more, field, code) => {
    const result = await actAs(services, coordinator, register, { input: inputFor(town.school, more) });
    expect(result).toMatchObject({ code: 'invalid', fields: [expect.objectContaining({ field, code })] });
  });

  it('a personnummer in free text is asked about, and let through when answered', async () => {
    const input = inputFor(town.school, { description: 'Gäller 640823-3234' });
    expect(await actAs(services, coordinator, register, { input })).toMatchObject({
      code: 'personnummerSuspected',
      field: 'description',
    });
    const answered = await actAs(services, coordinator, register, { input, confirmed: ['personnummer'] });
    expect(answered).toHaveProperty('answer');
  });

  it('a day that does not exist is refused', async () => {
    const one = await made();
    const input = { ...classifying(1), decidedOn: '2026-02-30' };
    expect(await actAs(services, coordinator, classify, { id: one.id, version: 1, input })).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'decidedOn', code: 'notADay' }],
    });
  });
});

describe('versions, names and repeated requests', () => {
  it('the second of two who change the same row sees both versions, and nothing of hers is stored', async () => {
    const one = await made();
    const first = describing(inputFor(town.school, { name: 'Den första' }));
    const second = describing(inputFor(town.school, { name: 'Den andra' }));
    await done(actAs(services, coordinator, describeAction, { id: one.id, version: 1, input: first }));
    const late = await actAs(services, schoolManager, describeAction, {
      id: one.id,
      version: 1,
      input: second,
    });
    expect(late).toMatchObject({ code: 'versionMoved', current: { name: 'Den första', version: 2 } });
    expect(await look(coordinator, one.id)).toMatchObject({ name: 'Den första', version: 2 });
    const unsaid = await actAs(services, coordinator, describeAction, { id: one.id, input: second });
    expect(unsaid).toMatchObject({ code: 'versionMissing' });
  });

  it('of two at the very same moment one wins', async () => {
    const one = await made();
    const attempts = ['Vänster', 'Höger'].map((name) =>
      actAs(services, coordinator, describeAction, {
        id: one.id,
        version: 1,
        input: describing(inputFor(town.school, { name })),
      }),
    );
    const codes = (await Promise.all(attempts)).map((result) => ('answer' in result ? 'yes' : result.code));
    expect(codes.sort()).toEqual(['versionMoved', 'yes']);
  });

  it('a unit has a name once, whatever its letters, until the first has ended', async () => {
    const one = await made(town.school, { name: 'Klasslistor' });
    const again = { input: inputFor(town.school, { name: 'KLASSLISTOR' }) };
    expect(await actAs(services, coordinator, register, again)).toMatchObject({ code: 'nameTaken' });
    expect(
      await actAs(services, coordinator, register, { input: inputFor(town.care, { name: 'Klasslistor' }) }),
    ).toHaveProperty('answer');
    await done(actAs(services, coordinator, end, { id: one.id, version: 1, input: { reason: 'Ersatt' } }));
    expect(await actAs(services, coordinator, register, again)).toHaveProperty('answer');
  });

  it('the same key acts once, gives the same answer, and is refused for another request', async () => {
    const attempt = { input: inputFor(town.school), key: 'nyckel-1' };
    const first = await done(actAs(services, coordinator, register, attempt));
    expect(await done(actAs(services, coordinator, register, attempt))).toEqual(first);
    const other = { input: inputFor(town.school), key: 'nyckel-1' };
    expect(await actAs(services, coordinator, register, other)).toMatchObject({ code: 'keyReused' });
    const name = attempt.input.name;
    const stored = await sql<{
      n: number;
    }>`select count(*) as n from information where name = ${name}`.execute(database.db);
    expect(stored.rows[0]?.n).toBe(1);
  });
});

it('a draft becomes part of the register once, and an ended row is found only by asking for it', async () => {
  const one = await made(town.school, { draft: true });
  await done(actAs(services, coordinator, activate, { id: one.id, version: 1 }));
  expect(await actAs(services, coordinator, activate, { id: one.id, version: 2 })).toMatchObject({
    code: 'alreadyActive',
  });
  await done(actAs(services, coordinator, end, { id: one.id, version: 2, input: { reason: 'Slut' } }));
  expect(await listed(coordinator, { state: 'active', search: 'Information' })).not.toContain(one.id);
  expect(await listed(coordinator, { state: 'ended' })).toContain(one.id);
});
