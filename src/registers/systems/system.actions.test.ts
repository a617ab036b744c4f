import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import { ask, type Services } from '../../kernel/run.ts';
import { employee, holderOf, system } from '../../testing/actors.ts';
import { type Arranged, arrange } from '../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { actAs, done, testServices } from '../../testing/services.ts';
import { classify, declare, register as registerInformation } from '../information/information.actions.ts';
import { systemRegister } from './register.ts';
import {
  carry,
  describe as describeAction,
  moveOn,
  prove,
  raise,
  register,
  stopCarrying,
} from './system.actions.ts';
import { choices, list, record } from './system.views.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let schoolManager: Actor;
let careManager: Actor;

beforeAll(async () => {
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
  schoolManager = holderOf('manager', town.manager, { scopeId: town.school, units: [town.school] });
  careManager = holderOf('manager', town.other, { scopeId: town.care, units: [town.care] });
});
afterAll(() => database.close());

let counter = 0;
const systemInput = (unitId: string) => ({
  name: `System ${++counter}`,
  description: '',
  unitId,
  providerKind: 'internal',
  providerName: '',
  lifecycle: 'inOperation',
});
const newSystem = (unitId: string = town.school) =>
  done(actAs(services, coordinator, register, { input: systemInput(unitId) }));

async function newInformation(unitId: string, levels: readonly [number, number, number] | null) {
  const input = {
    name: `Information ${++counter}`,
    description: '',
    unitId,
    area: 'skola',
    carriers: ['itSystem'],
    personalData: 'none',
    personalDataKinds: [],
    secrecyProvisions: [],
    draft: false,
  };
  const made = await done(actAs(services, coordinator, registerInformation, { input }));
  if (levels === null) return made.id;
  const [confidentiality, integrity, availability] = levels;
  const why = 'Prövat i provet';
  const classified = {
    levels: { confidentiality, integrity, availability, traceability: null },
    reasons: { confidentiality: why, integrity: why, availability: why, traceability: null },
    participants: ['Maria Lind'],
    decidedOn: '2026-11-20',
    nextReviewOn: null,
  };
  await done(
    actAs(services, coordinator, classify, { id: made.id, version: made.version, input: classified }),
  );
  return made.id;
}

const look = async (actor: Actor, id: string) => {
  const result = await ask(services, record, { actor, id, query: {} });
  return 'answer' in result ? (result.answer as Record<string, unknown>) : result;
};

describe('who reaches which systems', () => {
  it('a manager enters systems of her own unit and no other', async () => {
    expect(
      await actAs(services, schoolManager, register, { input: systemInput(town.school) }),
    ).toHaveProperty('answer');
    expect(await actAs(services, schoolManager, register, { input: systemInput(town.care) })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('a system outside the scope looks absent', async () => {
    const made = await newSystem(town.care);
    expect(await look(schoolManager, made.id)).toMatchObject({ code: 'notFound' });
    const input = { to: 'beingRetired', reason: null };
    const result = await actAs(services, schoolManager, moveOn, { id: made.id, version: 1, input });
    expect(result).toMatchObject({ code: 'notFound' });
  });

  it('an employee may look at her unit’s systems, change none, and choose among all names', async () => {
    const made = await newSystem(town.school);
    const anna = employee(town.manager, town.school);
    expect(await look(anna, made.id)).toMatchObject({
      may: { describe: { allowed: false, because: 'forbidden' } },
    });
    expect(await actAs(services, anna, describeAction, { id: made.id, version: 1, input: {} })).toMatchObject(
      {
        code: 'forbidden',
      },
    );
    const chosen = await ask(services, choices, { actor: anna, id: null, query: {} });
    expect(JSON.stringify(chosen)).toContain(made.id);
  });

  it('is put in another unit only by who may describe there', async () => {
    const made = await newSystem(town.school);
    const { lifecycle: _lifecycle, ...input } = systemInput(town.care);
    const attempt = { id: made.id, version: 1, input };
    const where = { scope: 'system' as const, scopeId: made.id };
    const maintainer = holderOf('systemMaintainer', town.manager, where);
    for (const actor of [maintainer, holderOf('systemOwner', town.manager, where), schoolManager]) {
      expect(await actAs(services, actor, describeAction, attempt)).toMatchObject({ code: 'forbidden' });
    }
    const stays = { ...attempt, input: { ...input, unitId: town.school } };
    await done(actAs(services, maintainer, describeAction, stays));
    const units = [town.school, town.care];
    const head = holderOf('departmentHead', town.manager, { scopeId: town.school, units });
    await done(actAs(services, head, describeAction, { ...attempt, version: 2 }));
  });

  it('the owner of one system reaches that one', async () => {
    const [mine, other] = [await newSystem(town.care), await newSystem(town.care)];
    const owner = holderOf('systemOwner', town.manager, { scope: 'system', scopeId: mine.id });
    expect(await look(owner, mine.id)).toMatchObject({ may: { raise: { allowed: true } } });
    expect(await look(owner, other.id)).toMatchObject({ code: 'notFound' });
  });
});

describe('names and versions', () => {
  it('one name stands for one system, until it is retired', async () => {
    const input = { ...systemInput(town.school), name: 'Diariet', lifecycle: 'beingRetired' };
    const first = await done(actAs(services, coordinator, register, { input }));
    expect(
      await actAs(services, coordinator, register, { input: { ...input, name: 'DIARIET' } }),
    ).toMatchObject({
      code: 'nameTaken',
    });
    await done(
      actAs(services, coordinator, moveOn, {
        id: first.id,
        version: 1,
        input: { to: 'retired', reason: null },
      }),
    );
    expect(await actAs(services, coordinator, register, { input })).toHaveProperty('answer');
    const back = { id: first.id, version: 2, input: { to: 'beingRetired', reason: 'Ångrat' } };
    expect(await actAs(services, coordinator, moveOn, back)).toMatchObject({ code: 'nameTaken' });
  });

  it('the second of two who change the same system sees how it stands', async () => {
    const made = await newSystem();
    const input = { levels: levels(2), evidence: 'Genomgång', provenOn: '2026-11-20' };
    await done(actAs(services, coordinator, prove, { id: made.id, version: 1, input }));
    const second = await actAs(services, coordinator, prove, { id: made.id, version: 1, input });
    expect(second).toMatchObject({ code: 'versionMoved', current: { version: 2, provenBy: 'Genomgång' } });
  });
});

const levels = (level: number | null) => ({
  confidentiality: level,
  integrity: level,
  availability: level,
  traceability: null,
});

describe('what a system carries and protects', () => {
  it('requires the highest class of its parts, raised when much is gathered, and shows the gap', async () => {
    const made = await newSystem();
    const low = await newInformation(town.school, [1, 1, 1]);
    const high = await newInformation(town.school, [2, 1, 3]);
    await done(actAs(services, coordinator, carry, { id: made.id, input: { informationIds: [low, high] } }));
    expect(await look(coordinator, made.id)).toMatchObject({
      required: { confidentiality: 2, integrity: 1, availability: 3, traceability: null },
      gaps: ['confidentiality', 'integrity', 'availability'],
    });
    const proven = { levels: levels(2), evidence: 'Genomgång', provenOn: '2026-11-20' };
    await done(actAs(services, coordinator, prove, { id: made.id, version: 1, input: proven }));
    expect(await look(coordinator, made.id)).toMatchObject({ gaps: ['availability'] });
    const higher = { levels: { ...levels(null), confidentiality: 3 }, reason: 'Alla elever samlade' };
    await done(actAs(services, coordinator, raise, { id: made.id, version: 2, input: higher }));
    expect(await look(coordinator, made.id)).toMatchObject({ gaps: ['confidentiality', 'availability'] });
    const lower = { levels: { ...levels(null), availability: 2 }, reason: 'Lägre' };
    expect(
      await actAs(services, coordinator, raise, { id: made.id, version: 3, input: lower }),
    ).toMatchObject({
      code: 'raiseNotAbove',
      parameters: { level: 3 },
    });
    const listed = await ask(services, list, { actor: coordinator, id: null, query: { sort: '-name' } });
    const rows =
      'answer' in listed ? (listed.answer as { items: { id: string; gaps: string[] }[] }).items : [];
    expect(rows.find((one) => one.id === made.id)?.gaps).toEqual(['confidentiality', 'availability']);
  });

  it('hides what the person may not read, and lets her put in only what she may', async () => {
    const made = await newSystem(town.school);
    const secret = await newInformation(town.care, [3, 1, 1]);
    const own = await newInformation(town.school, null);
    const attempt = { id: made.id, input: { informationIds: [own, secret] } };
    expect(await actAs(services, schoolManager, carry, attempt)).toMatchObject({
      code: 'informationUnknown',
      field: 'informationIds',
    });
    await done(actAs(services, coordinator, carry, attempt));
    expect(await look(schoolManager, made.id)).toMatchObject({ hiddenCarried: 1, carried: [{ id: own }] });
    expect(await actAs(services, coordinator, carry, attempt)).toMatchObject({ code: 'alreadyCarried' });
    const out = { id: made.id, input: { informationId: secret, reason: 'Fel system' } };
    expect(await actAs(services, schoolManager, stopCarrying, out)).toMatchObject({ code: 'notCarried' });
    await done(actAs(services, coordinator, stopCarrying, out));
    expect(await look(coordinator, made.id)).toMatchObject({ hiddenCarried: 0, carried: [{ id: own }] });
    // The tie stays as history; a new one may begin.
    await done(actAs(services, coordinator, carry, { id: made.id, input: { informationIds: [secret] } }));
  });

  it('is not retired while anything leans on it', async () => {
    const made = await newSystem();
    const own = await newInformation(town.school, null);
    await done(actAs(services, coordinator, carry, { id: made.id, input: { informationIds: [own] } }));
    const handled = {
      activity: 'storeDigitally',
      carrier: 'itSystem',
      place: '',
      systemId: made.id,
      conditionsMet: false,
    };
    await done(actAs(services, coordinator, declare, { id: own, input: handled }));
    const leave = (to: string, version: number) =>
      actAs(services, coordinator, moveOn, { id: made.id, version, input: { to, reason: null } });
    await done(leave('beingRetired', 1));
    expect(await leave('retired', 2)).toMatchObject({ code: 'stillCarries', parameters: { count: 1 } });
    const out = { id: made.id, input: { informationId: own, reason: 'Flyttad' } };
    await done(actAs(services, coordinator, stopCarrying, out));
    expect(await leave('retired', 2)).toMatchObject({ code: 'stillUsed', parameters: { count: 1 } });
  });
});

it('follows its unit into the unit’s successor', async () => {
  const made = await newSystem(town.care);
  const { followers } = systemRegister;
  const { appendEvent } = await import('../../kernel/audit/append.ts');
  await database.db.transaction().execute(async (transaction) => {
    const touched = (await followers?.touched(transaction, town.care)) ?? [];
    expect(touched).toContain(`system:${made.id}`);
    const draft = { kind: 'unit.merged', record: town.care, touched };
    const stamp = await appendEvent(transaction, system, 'unit', draft, new Date('2026-11-23T10:00:00Z'));
    await followers?.follow(transaction, town.care, town.school, stamp);
  });
  expect(await look(schoolManager, made.id)).toMatchObject({ unitName: 'Skolan', version: 2 });
  const left = await sql<{ n: number }>`select count(*) as n from system where unit_id = ${town.care}
    and lifecycle <> 'retired'`.execute(database.db);
  expect(left.rows[0]?.n).toBe(0);
  expect(await look(careManager, made.id)).toMatchObject({ code: 'notFound' });
});
