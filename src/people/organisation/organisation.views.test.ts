import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { newId, type UnitId } from '../../kernel/ids.ts';
import { employee, holderOf } from '../../testing/actors.ts';
import { code, World } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const somebody = employee(newId<'Person'>());
const personMoved = {
  kind: 'employee',
  givenName: 'Anna',
  familyName: 'Flyttad',
  email: null,
  telephone: null,
  organisation: null,
  unitId: null,
  sourceId: null,
};
const committee = {
  kind: 'committee',
  abbreviation: null,
  parentId: null,
  controller: true,
  reportsToFollowUp: true,
  from: '2023-01-01',
  until: null,
};

describe('entities and bodies', () => {
  it('are registered, listed in order of rank, described, confirmed and ended', async () => {
    const { entityId } = world;
    const executive = { ...committee, kind: 'executive', name: 'Kommunstyrelsen', entityId, toConfirm: true };
    const { id } = await world.did('body.register', executive);
    await world.did('body.register', { ...committee, name: 'Bygg- och miljönämnden', entityId });
    const au = {
      ...committee,
      kind: 'subcommittee',
      name: 'Allmänna utskottet',
      controller: false,
      parentId: id,
      entityId,
    };
    await world.did('body.register', au);
    await world.did('body.register', { ...committee, kind: 'council', name: 'Kommunfullmäktige', entityId });
    expect(await world.ask('body.list', { query: { entityId } })).toMatchObject({
      total: 4,
      items: [
        { name: 'Kommunfullmäktige' },
        { name: 'Kommunstyrelsen', toConfirm: true },
        { name: 'Bygg- och miljönämnden' },
        { name: 'Allmänna utskottet', parentId: id },
      ],
      may: { register: { allowed: true } },
    });
    const { version } = await world.did('body.confirm', {}, id, 1);
    expect(await world.ask('body.record', { id })).toMatchObject({
      toConfirm: false,
      version,
      entityName: 'Provkommunen',
      may: { confirm: { allowed: false, because: 'alreadyConfirmed' }, end: { allowed: true } },
    });
    const ending = { lastDay: '2026-12-31', reason: 'Ny organisation' };
    expect(code(await world.act('body.end', { id, version, input: ending }))).toBe('subcommitteesStand');
    expect(code(await world.act('entity.end', { id: entityId, version: 1, input: ending }))).toBe(
      'bodiesLeft',
    );
  });

  it('end only when nothing is left in them', async () => {
    const company = { kind: 'company', name: 'Bolaget AB', organisationNumber: null, controller: true };
    const { id } = await world.did('entity.register', { ...company, from: '2000-01-01', until: null });
    await world.newUnit(null, { entityId: id, until: '2026-12-31' });
    const end = (lastDay: string) =>
      world.act('entity.end', { id, version: 1, input: { lastDay, reason: 'Såld' } });
    expect(code(await end('2026-12-30'))).toBe('unitsLeft');
    expect(code(await end('2026-12-31'))).toBe('done');
  });

  it('are declared for by their own contact, and by no other', async () => {
    const company = { kind: 'company', name: 'Energi AB', organisationNumber: null, controller: true };
    const { id } = await world.did('entity.register', { ...company, from: '2000-01-01', until: null });
    const declare = { id, version: 1, input: { on: '2026-11-20' } };
    const stranger = holderOf('entityContact', newId<'Person'>(), {
      scope: 'entity',
      scopeId: world.entityId,
    });
    const contact = holderOf('entityContact', newId<'Person'>(), { scope: 'entity', scopeId: id });
    expect(code(await world.act('entity.declareRegisterComplete', declare, stranger))).toBe('forbidden');
    expect(code(await world.act('entity.declareRegisterComplete', declare, contact))).toBe('done');
    const report = { id, version: 2, input: { reportedOn: '2026-11-01', publishedOn: null } };
    expect(code(await world.act('entity.reportOfficer', report, contact))).toBe('done');
    expect(await world.ask('entity.record', { id }, contact)).toMatchObject({
      registerCompleteOn: '2026-11-20',
      officerReportedOn: '2026-11-01',
      may: { reportOfficer: { allowed: true }, describe: { allowed: false, because: 'forbidden' } },
    });
  });

  it('keep two of one name apart by refusing the second', async () => {
    const company = { kind: 'company', name: 'Vatten AB', organisationNumber: null, controller: true };
    const input = { ...company, from: '2000-01-01', until: null };
    await world.did('entity.register', input);
    expect(code(await world.act('entity.register', { input: { ...input, name: 'VATTEN AB' } }))).toBe(
      'nameTaken',
    );
  });
});

describe('the tree of units', () => {
  it('shows who manages what, and how much there is', async () => {
    const above = await world.newUnit();
    const below = await world.newUnit(above);
    const manager = await world.appointManager(below);
    await world.newInformation(below);
    const answer = await world.ask('unit.tree', {}, somebody);
    expect(answer).toMatchObject({
      cut: false,
      may: { reorganise: { allowed: false, because: 'forbidden' } },
    });
    const { items } = answer as { items: { id: string }[] }; // the view's own answer
    expect(items.find((row) => row.id === below)).toMatchObject({
      parentId: above,
      manager: { personId: manager.personId },
      information: null,
      systems: null,
      persons: 1,
    });
    expect(await world.ask('unit.record', { id: below }, somebody)).toMatchObject({
      above: [{ id: above }],
      entityName: 'Provkommunen',
      information: null,
      systems: null,
      carriersComplete: false,
      may: { declareCarriers: { allowed: false, because: 'forbidden' } },
    });
  });

  it('tells how much a unit holds to those who may see it, and no more than they may', async () => {
    const unit = await world.newUnit();
    const [mine] = [await world.newInformation(unit), await world.newInformation(unit)];
    const person = await world.newPerson(unit);
    const counts = async (actor: Actor) => {
      const { items } = (await world.ask('unit.tree', {}, actor)) as {
        items: { id: string; information: number | null; systems: number | null }[];
      };
      const { information, systems } = (await world.ask('unit.record', { id: unit }, actor)) as {
        information: number | null;
        systems: number | null;
      };
      expect(items.find((row) => row.id === unit)).toMatchObject({ information, systems });
      return { information, systems };
    };
    expect(await counts(somebody)).toEqual({ information: null, systems: null });
    expect(await counts(employee(person, unit))).toEqual({ information: 2, systems: 0 });
    expect(await counts(world.coordinator)).toEqual({ information: 2, systems: 0 });
    const owner = holderOf('informationOwner', person, { scope: 'information', scopeId: mine });
    expect(await counts(owner)).toEqual({ information: 1, systems: null });
    const manager = holderOf('manager', person, { scopeId: unit, units: [unit] });
    expect(await counts(manager)).toEqual({ information: 2, systems: 0 });
  });

  it('finds units by part of their name, what begins so first', async () => {
    await world.newUnit(null, { name: 'Xylofonens enhet' });
    await world.newUnit(null, { name: 'Enhet för xylofoner 100%' });
    const found = async (search: string) => {
      const answer = (await world.ask('unit.list', { query: { search } })) as { items: { name: string }[] };
      return answer.items.map((row) => row.name);
    };
    expect(await found('xylofon')).toEqual(['Xylofonens enhet', 'Enhet för xylofoner 100%']);
    expect(await found('100%')).toEqual(['Enhet för xylofoner 100%']);
    expect(await found('%')).toEqual(['Enhet för xylofoner 100%']);
  });

  it('lets a manager declare for her own units, and for no other', async () => {
    const [mine, other] = [await world.newUnit(), await world.newUnit()];
    const manager = holderOf('manager', newId<'Person'>(), { scopeId: mine, units: [mine] });
    const declare = (id: UnitId) => ({ id, version: 1, input: { held: ['paper'], none: [] } });
    expect(code(await world.act('unit.declareCarriers', declare(other), manager))).toBe('forbidden');
    expect(code(await world.act('unit.declareCarriers', declare(mine), manager))).toBe('done');
    expect(code(await world.act('unit.confirmAll', { input: { ids: [mine] } }, manager))).toBe('forbidden');
  });

  it('is confirmed at one stroke', async () => {
    const ids = [
      await world.newUnit(null, { toConfirm: true }),
      await world.newUnit(null, { toConfirm: true }),
    ];
    expect(code(await world.act('unit.confirmAll', { input: { ids } }))).toBe('done');
    expect(code(await world.act('unit.confirmAll', { input: { ids } }))).toBe('alreadyConfirmed');
    expect(await world.rows('select distinct to_confirm from unit where id = any($1)', [ids])).toEqual([
      { to_confirm: false },
    ]);
  });

  it('ends a unit ahead of time with its appointments, and not before its records have gone', async () => {
    const unit = await world.newUnit();
    const input = { lastDay: '2026-12-31', reason: 'Projektet är slut' };
    const information = await world.newInformation(unit);
    expect(code(await world.act('unit.end', { id: unit, version: 1, input }))).toBe('recordsLeft');
    await world.did('information.end', { reason: 'Gallrad' }, information, 1);
    const other = await world.newUnit();
    const manager = await world.appointManager(other);
    await world.did('person.describe', personMoved, manager.personId, 1);
    expect(code(await world.act('unit.end', { id: other, version: 1, input }))).toBe('done');
    expect(
      await world.rows('select (upper(valid) - 1)::text as last from appointment where id = $1', [
        manager.id,
      ]),
    ).toEqual([{ last: '2026-12-31' }]);
  });

  it('is not changed by guesses: another kind of id, and an id that is not there', async () => {
    const unit = {
      kind: 'unit',
      name: 'Gissad',
      bodyId: null,
      from: '2020-01-01',
      until: null,
      parentId: null,
    };
    const attempt = (input: object) =>
      world.act('unit.register', { input: { ...unit, entityId: world.entityId, ...input } });
    expect(code(await attempt({ entityId: newId<'Entity'>() }))).toBe('entityUnknown');
    expect(code(await attempt({ parentId: newId<'Unit'>() }))).toBe('parentUnknown');
    expect(code(await attempt({ bodyId: newId<'Body'>() }))).toBe('bodyUnknown');
    expect(code(await attempt({ parentId: 'x' }))).toBe('invalid');
    expect(code(await attempt({ from: '2026-02-30' }))).toBe('invalid');
  });
});
