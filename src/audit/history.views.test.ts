import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/access.ts';
import { add as addArea } from '../registers/default-owners/default-owner.actions.ts';
import { report as reportDeviation } from '../registers/deviations/deviation.actions.ts';
import { carry, register as registerSystem } from '../registers/systems/system.actions.ts';
import { employee, holderOf } from '../testing/actors.ts';
import { actAs, done } from '../testing/services.ts';
import { type LogAnswer, tellReading, type TownWithLog, townWithLog } from './log/testing.ts';

let log: TownWithLog;
beforeAll(async () => {
  log = await townWithLog();
});
afterAll(() => log.database.close());

const area = () => {
  const owner = { holder: 'ownUnitManager', office: null, unitId: null, bodyId: null, entityId: null };
  return { area: 'ekonomi', name: 'Ekonomi', examples: '', ...owner, decision: null, toConfirm: false };
};
const sentences = (answer: LogAnswer) => answer.items.map((one) => `${one.actor.name} ${one.phrase}`);

describe('the history of a record', () => {
  it('says who did what, newest first, in both languages', async () => {
    expect(sentences(await log.answered(log.coordinator, 'audit.history', log.ofSalaries))).toEqual([
      'Maria Lind ändrade beskrivningen',
      'Åke Öberg förde in informationen',
    ]);
    const english = await log.answered(log.coordinator, 'audit.history', {
      ...log.ofSalaries,
      language: 'en',
    });
    expect(sentences(english)[0]).toBe('Maria Lind changed the description');
  });

  it('says what changed, in words', async () => {
    const { items } = await log.answered(log.coordinator, 'audit.history', log.ofSalaries);
    expect(items[0]?.details).toEqual([
      { label: 'Namn', from: 'Löner', to: 'Löner och arvoden' },
      { label: 'Former', from: 'Papper', to: 'Papper och Film' },
    ]);
    expect(items[1]?.details).toContainEqual({ label: 'Enhet', from: null, to: 'Skolan' });
  });

  it('says that an event has not been sealed yet', async () => {
    const { items } = await log.answered(log.coordinator, 'audit.history', log.ofSalaries);
    expect(items.map((one) => one.number)).toEqual([null, null]);
  });

  it('has the changes that others made to it, once each', async () => {
    const { id } = await log.enter({ name: 'Scheman' });
    const touching = `information:${id}`;
    await sql`insert into audit_event (id, occurred_at, kind, actor_kind, register, touched, salt, leaf, leaf_hash)
      select o.id, o.at, 'unit.reorganised', 'system', 'unit', array[${touching}], 'AAAAAAAAAAAAAAAAAAAAAA', l.leaf,
        sha256('\\x00'::bytea || convert_to(l.leaf, 'UTF8'))
      from (select gen_random_uuid() as id, timestamptz '2027-01-01T00:00:00Z' as at) o,
      lateral (select jsonb_build_object('v', 1, 'id', o.id, 'at', o.at, 'kind', 'unit.reorganised',
        'actor', jsonb_build_object('kind', 'system', 'person', null), 'register', 'unit', 'record', null,
        'touched', array[${touching}], 'changes', '[]'::jsonb, 'data', null, 'reason', 'Två skolor blev en',
        'salt', 'AAAAAAAAAAAAAAAAAAAAAA')::text as leaf) l`.execute(log.database.db);
    const { items } = await log.answered(log.coordinator, 'audit.history', { register: 'information', id });
    expect(items.map((one) => [one.phrase, one.reason])).toEqual([
      ['genomförde en omorganisation', 'Två skolor blev en'],
      ['förde in informationen', null],
    ]);
  });

  it('is of those who may read the record; absent and out of reach look the same', async () => {
    const absent = { register: 'information', id: log.town.care };
    expect(await log.asked(log.schoolManager, 'audit.history', log.ofSalaries)).toHaveProperty('answer');
    const careManager = holderOf('manager', log.town.other, {
      scopeId: log.town.care,
      units: [log.town.care],
    });
    for (const actor of [
      careManager,
      employee(log.town.other, log.town.care),
      holderOf('administrator', log.town.other),
    ]) {
      expect(await log.asked(actor, 'audit.history', log.ofSalaries)).toEqual(
        await log.asked(actor, 'audit.history', absent),
      );
      expect(await log.asked(actor, 'audit.history', log.ofSalaries)).toMatchObject({ code: 'notFound' });
    }
  });

  it.each(['session', 'account', 'token', 'classification', 'audit', 'nonsense'])(
    'of a register that has none (%s) is nobody’s',
    async (name) => {
      expect(
        await log.asked(log.auditor, 'audit.history', { register: name, id: log.salaries.id }),
      ).toMatchObject({
        code: 'notFound',
      });
    },
  );

  it('of a register that is read whole can be had together', async () => {
    await done(actAs(log.services(), log.coordinator, addArea, { input: area() }));
    const whole = await log.answered(employee(log.town.other), 'audit.history', { register: 'defaultOwner' });
    expect(sentences(whole)).toEqual(['Åke Öberg lade till ett informationsområde']);
    expect(
      await log.asked(employee(log.town.other), 'audit.history', { register: 'information' }),
    ).toMatchObject({
      code: 'notFound',
    });
  });

  it('does not name what the reader may not see', async () => {
    const elsewhere = await log.enter({ name: 'Hemligt', unitId: log.town.care });
    const system = await done(
      actAs(log.services(), log.coordinator, registerSystem, {
        input: {
          name: 'Lönesystemet',
          description: '',
          unitId: log.town.school,
          providerKind: 'internal',
          providerName: '',
          lifecycle: 'inOperation',
        },
      }),
    );
    await done(
      actAs(log.services(), log.coordinator, carry, {
        id: system.id,
        version: system.version,
        input: { informationIds: [elsewhere.id, log.salaries.id] },
      }),
    );
    const told = async (actor: Actor) =>
      (await log.answered(actor, 'audit.history', { register: 'system', id: system.id })).items[0]?.details;
    expect(await told(log.coordinator)).toEqual([
      { label: 'Information', from: null, to: 'Hemligt och Löner och arvoden' },
    ]);
    expect(await told(log.schoolManager)).toEqual([
      { label: 'Information', from: null, to: 'information som du inte kan se och Löner och arvoden' },
    ]);
  });

  it('leaves out what others did that the reader may not read, as if it had not been done', async () => {
    const { ofSalaries, town } = log;
    const before = await log.answered(employee(town.manager, town.school), 'audit.history', ofSalaries);
    const deviation = {
      title: 'Lönelistor låg framme',
      description: 'Vem som helst kunde läsa dem i personalrummet.',
      unitId: town.school,
      ...{ clause: null, sentenceId: null, discoveredOn: '2026-11-20', handling: '', cause: '' },
      ...{ risk: null, secrecyProvisions: [] },
    };
    const reporter = employee(town.other, town.school);
    const input = { ...deviation, source: { register: 'information', id: log.salaries.id } };
    await done(actAs(log.services(), reporter, reportDeviation, { input }));
    for (const actor of [log.schoolManager, reporter]) {
      const { items } = await log.answered(actor, 'audit.history', ofSalaries);
      expect(items[0]).toMatchObject({ kind: 'deviation.reported' });
    }
    // A colleague may read the information, and no deviation but her own.
    expect(await log.answered(employee(town.manager, town.school), 'audit.history', ofSalaries)).toEqual(
      before,
    );
  });

  it('goes on where the page before ended, without gap or overlap', async () => {
    const { id, version } = await log.enter({ name: 'Lång' });
    for (let round = 0; round < 64; round++) {
      const step = { id, version: version + round };
      await log.describe(log.coordinator, step, { name: 'Lång', description: `Ändring ${round}` });
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: LogAnswer = await log.answered(log.coordinator, 'audit.history', {
        register: 'information',
        id,
        ...(cursor === '' ? {} : { cursor }),
      });
      seen.push(...page.items.map((one) => one.at));
      sizes.push(page.items.length);
      cursor = page.next;
    }
    expect(sizes).toEqual([30, 30, 5]);
    expect(new Set(seen).size).toBe(65);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });
});

describe('who has read a record', () => {
  const reading = (at: string, by: string, concerns: string[], purpose?: string) =>
    tellReading(log.database.db, {
      at: new Date(at),
      by,
      kind: 'information.read',
      register: 'information',
      concerns,
      ...(purpose === undefined ? {} : { purpose }),
    });

  beforeAll(async () => {
    await reading(
      '2026-11-24T08:00:00Z',
      log.town.other,
      [`information:${log.salaries.id}`, `person:${log.town.manager}`],
      'Tillsyn',
    );
    await reading('2026-11-24T09:00:00Z', log.town.manager, [`person:${log.town.manager}`]);
  });

  it('is told to examiners and to the owner, with the purpose', async () => {
    const owner = holderOf('informationOwner', log.town.manager, { scopeId: log.salaries.id });
    const byTable: Actor = { ...employee(log.town.manager), areas: ['skola'] };
    for (const actor of [
      log.auditor,
      log.coordinator,
      holderOf('dataProtectionOfficer', log.town.other),
      owner,
      byTable,
    ]) {
      const { items } = await log.answered(actor, 'audit.readers', log.ofSalaries);
      expect(items.map((one) => [one.actor.name, one.phrase, one.purpose])).toEqual([
        ['Åke Öberg', 'läste i registret Information', 'Tillsyn'],
      ]);
    }
  });

  it('is not told to an owner of something else, nor to whoever runs Värna', async () => {
    const other = holderOf('informationOwner', log.town.manager, { scopeId: log.town.care });
    expect(await log.asked(other, 'audit.readers', log.ofSalaries)).toMatchObject({ code: 'notFound' });
    expect(
      await log.asked({ ...employee(log.town.manager), areas: ['annat'] }, 'audit.readers', log.ofSalaries),
    ).toMatchObject({ code: 'notFound' });
    expect(
      await log.asked(holderOf('administrator', log.town.other), 'audit.readers', log.ofSalaries),
    ).toMatchObject({
      code: 'forbidden',
    });
    expect(await log.asked(log.schoolManager, 'audit.readers', log.ofSalaries)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('what others have read about me is mine to know, with their offices; what I read myself is left out', async () => {
    const { items } = await log.answered(employee(log.town.manager), 'audit.aboutMe', {});
    expect(items.map((one) => [one.actor.name, one.offices, one.purpose])).toEqual([
      ['Åke Öberg', ['Chef'], 'Tillsyn'],
    ]);
    // That he read it was itself read, by its owner above.
    const about = await log.answered(employee(log.town.other), 'audit.aboutMe', {});
    expect(new Set(sentences(about))).toEqual(new Set(['Maria Lind läste i loggen']));
  });
});
