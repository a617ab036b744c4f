import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, HeldOffice } from '../kernel/access.ts';
import type { PersonId, UnitId } from '../kernel/ids.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import { ask } from '../kernel/run.ts';
import type { Static, TSchema } from '../kernel/schema.ts';
import type { ViewDeclaration } from '../kernel/view.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { rawEvent } from '../testing/raw-event.ts';
import { testServices } from '../testing/services.ts';
import { findings, list, record, todo, trend } from './clause.views.ts';
import { insightOf } from './insight.ts';

const now = new Date('2026-11-23T10:00:00Z');
const ids = {
  entity: randomUUID(),
  mine: randomUUID(),
  other: randomUUID(),
  anna: randomUUID(),
  asset: randomUUID(),
};
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const client = new pg.Client(database.app);
  await client.connect();
  await client.query('begin');
  const event = await rawEvent(client, { at: new Date('2026-09-15T10:00:00Z') });
  const valid = `daterange('2026-01-01', null)`;
  await client.query(
    `insert into legal_entity (id, version, changed_by_event, kind, name, valid, controller)
     values ($2, 1, $1, 'municipality', 'Exempelkommun', ${valid}, false)`,
    [event, ids.entity],
  );
  for (const [id, name] of [
    [ids.mine, 'Skola'],
    [ids.other, 'Vård'],
  ] as const) {
    await client.query(
      `insert into unit (id, version, changed_by_event, kind, name, entity_id, valid)
       values ($2, 1, $1, 'unit', $3, $4, ${valid})`,
      [event, id, name, ids.entity],
    );
  }
  await client.query(
    `insert into person (id, version, changed_by_event, kind, given_name, family_name, valid)
     values ($2, 1, $1, 'employee', 'Anna', 'Alm', ${valid})`,
    [event, ids.anna],
  );
  await client.query(
    `insert into appointment (id, version, changed_by_event, person_id, office, scope, unit_id, valid)
     values ($2, 1, $1, $3, 'manager', 'unit', $4, ${valid})`,
    [event, randomUUID(), ids.anna, ids.mine],
  );
  await client.query(
    `insert into information (id, version, changed_by_event, state, name, unit_id, area, carriers, personal_data)
     values ($2, 1, $1, 'active', 'Elevakter', $3, 'skola', '{paper}', 'ordinary'),
            ($4, 1, $1, 'active', 'Journaler', $5, 'vard', '{paper}', 'ordinary')`,
    [event, ids.asset, ids.mine, randomUUID(), ids.other],
  );
  await client.query('commit');
  await client.end();
});
afterAll(() => database.close());

function person(personId: string, held: readonly HeldOffice[], language: 'sv' | 'en' = 'sv'): Actor {
  return {
    kind: 'person',
    personId: personId as PersonId, // made up for the test
    name: 'Anna Alm',
    language,
    unitId: null,
    held,
    areas: [],
    credentialId: 'test',
  };
}

const manager = person(ids.anna, [
  { office: 'manager', scope: 'unit', scopeId: ids.mine, units: [ids.mine as UnitId] },
]);
const coordinatorOffice = {
  office: 'informationSecurityCoordinator',
  scope: 'municipality',
  scopeId: null,
  units: [],
} as const;
const coordinator = person(randomUUID(), [coordinatorOffice], 'en');
const nobody: Actor = { ...manager, kind: 'anonymous', personId: null, held: [] };

type Query = Record<string, string>;

async function asked<Input extends TSchema, Output extends TSchema>(
  view: ViewDeclaration<string, Input, Output>,
  actor: Actor,
  query: Query,
): Promise<Static<Output> | Refusal> {
  const result = await ask(testServices(database.db, now), view, { actor, id: null, query });
  return isRefusal(result) ? result : (result.answer as Static<Output>); // the view's own answer
}

async function answer<Input extends TSchema, Output extends TSchema>(
  view: ViewDeclaration<string, Input, Output>,
  actor: Actor,
  query: Query = {},
): Promise<Static<Output>> {
  const result = await asked(view, actor, query);
  if (isRefusal(result)) throw new Error(`refused: ${result.code}`);
  return result;
}

describe('the list of clauses', () => {
  it('has 49 clauses with their figures and one receipt', async () => {
    const { items } = await answer(list, manager);
    expect(items).toHaveLength(49);
    const one = items.find((item) => item.number === 'P40');
    expect(one).toMatchObject({
      verdict: 'not_met',
      numerator: 0,
      denominator: 2,
      findings: 2,
      threshold: 100,
    });
    expect(one?.title).toBe('All information är klassad');
    expect(one?.receipt).toEqual({
      auditHead: '1',
      asOf: '2026-11-23',
      policyVersion: 'none',
      codeVersion: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(items.find((item) => item.number === 'P48')).toMatchObject({
      verdict: 'undetermined',
      notes: ['registerMissing'],
    });
  });
  it('answers for a past day by what was recorded then', async () => {
    const before = (await answer(list, manager, { asOf: '2026-09-14' })).items[39];
    expect(before).toMatchObject({ number: 'P40', verdict: 'undetermined', denominator: 0 });
    expect(before?.receipt).toMatchObject({ auditHead: '0', asOf: '2026-09-14' });
    const after = (await answer(list, manager, { asOf: '2026-09-15' })).items[39];
    expect(after).toMatchObject({ verdict: 'not_met', denominator: 2 });
    expect((await answer(list, manager, { asOf: '' })).items[39]?.receipt.asOf).toBe('2026-11-23');
  });
  it.each([
    ['a day to come', { asOf: '2026-11-24' }, 'asOfInFuture'],
    ['no day', { asOf: '2026-02-30' }, 'invalid'],
    ['an unknown key', { day: '2026-01-01' }, 'invalid'],
  ])('refuses %s', async (_name, query, code) => {
    expect(await asked(list, manager, query)).toMatchObject({ refused: true, code });
  });
  it('is not for those who have not signed in', async () => {
    expect(await asked(list, nobody, {})).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('a clause', () => {
  it('tells what it demands and measures, in the asker’s language', async () => {
    const one = await answer(record, coordinator, { number: 'P33' });
    expect(one).toMatchObject({
      title: 'A data protection officer is appointed',
      kind: 'computed',
      thresholdReason: null,
    });
    expect(one.citation).toContain('GDPR (EU) 2016/679 art. 37.7');
  });
  it.each([['P00'], ['P50']])('%s does not exist', async (number) => {
    const refused = await asked(record, manager, { number });
    expect(isRefusal(refused) ? refused.code : 'answered').toMatch(/^(notFound|invalid)$/);
  });
  it('shows the findings within the asker’s access and counts the rest', async () => {
    const hers = await answer(findings, manager, { number: 'P40' });
    expect(hers).toMatchObject({ total: 1, outside: 1 });
    expect(hers.items).toEqual([
      {
        register: 'information',
        recordId: ids.asset,
        recordName: 'Elevakter',
        field: 'classification',
        responsible: 'manager',
        responsiblePerson: { personId: ids.anna, name: 'Anna Alm' },
        message: 'Informationen är inte klassad.',
        action: 'information.classify',
        sensitive: false,
      },
    ]);
    expect(await answer(findings, coordinator, { number: 'P40' })).toMatchObject({ total: 2, outside: 0 });
    const outsider = await answer(findings, person(randomUUID(), []), { number: 'P40' });
    expect(outsider).toMatchObject({ items: [], total: 0, outside: 2 });
  });
  it('has a trend through twelve month ends and now', async () => {
    const { points, marks } = await answer(trend, manager, { number: 'P40' });
    expect(points).toHaveLength(13);
    expect(points.map((point) => point.denominator)).toEqual([...Array(10).fill(0), 2, 2, 2]);
    expect(marks).toEqual([]);
  });
});

describe('what there is to do', () => {
  it('is what falls to the asker, by office', async () => {
    const hers = await answer(todo, manager);
    expect(hers.offices).toEqual([{ office: 'manager', count: hers.total }]);
    expect(hers.items.map((item) => item.number)).toEqual(
      expect.arrayContaining(['P20', 'P28', 'P29', 'P40', 'P41']),
    );
    expect(hers.items.every((item) => !['Journaler', 'Vård'].includes(item.recordName))).toBe(true);
  });
  it('falls to the coordinator where nobody holds the office', async () => {
    const hers = await answer(todo, coordinator);
    expect(hers.items.map((item) => item.recordName)).toContain('Journaler');
    expect(hers.items.map((item) => item.recordName)).not.toContain('Elevakter');
  });
  it('can be narrowed to one office', async () => {
    expect(await answer(todo, manager, { office: 'systemOwner' })).toMatchObject({ items: [], total: 0 });
  });
});

describe('insight', () => {
  it('tells the rows behind a figure, and who owns what', async () => {
    const insight = insightOf(database.db, () => now);
    expect(await insight.offenders('P40', 'information')).toHaveLength(2);
    expect(await insight.offenders('P40', 'system')).toEqual([]);
    expect(await insight.offenders('P99', 'information')).toEqual([]);
    expect((await insight.informationOwners([ids.asset])).size).toBe(0);
    expect((await insight.systemOwners([ids.asset])).size).toBe(0);
  });
});
