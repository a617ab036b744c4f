import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryOf } from '../clauses/memory.ts';
import { clauses } from '../clauses/index.ts';
import { judgementOf } from '../clauses/verdicts.ts';
import type { Services } from '../kernel/run.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testServices } from '../testing/services.ts';
import { generate } from './exempelkommun/generate.ts';
import { applyProfile } from './index.ts';

let database: TestDatabase;
let services: Services;

const count = async (table: string) => {
  const found = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.db);
  return found.rows[0]?.n;
};

describe('the example municipality', () => {
  beforeAll(async () => {
    database = await testDatabase();
    services = testServices(database.db);
    await applyProfile('exempelkommun', services);
  });
  afterAll(() => database.close());

  it.each([
    ['person', 600, 720],
    ['unit', 40, 40],
    ['system', 60, 60],
    ['information', 175, 185],
    ['legal_entity', 3, 3],
  ])('has about the right number of %s', async (table, least, most) => {
    const n = await count(table);
    expect(n).toBeGreaterThanOrEqual(least);
    expect(n).toBeLessThanOrEqual(most);
  });

  it('has a policy in force whose every demand is followed up', async () => {
    const found = await sql<{ open: number }>`select count(*) as open from sentence s
      join document_version v on v.id = s.document_version_id join document d on d.id = v.document_id
      where d.kind = 'policy' and v.state = 'inForce' and s.demand is not null and s.clauses = '{}' and s.set_aside_reason is null`.execute(
      database.db,
    );
    expect(found.rows[0]?.open).toBe(0);
  });

  it('has documents of each kind besides it: one in its second version, one closed, one repealed', async () => {
    const found = await sql<{ kind: string; states: string[] }>`
      select d.kind, array_agg(v.state order by v.number) as states from document d
      join document_version v on v.document_id = d.id group by d.kind order by d.kind`.execute(database.db);
    expect(found.rows).toEqual([
      { kind: 'guideline', states: ['superseded', 'inForce'] },
      { kind: 'instruction', states: ['inForce'] },
      { kind: 'policy', states: ['inForce'] },
      { kind: 'routine', states: ['repealed'] },
    ]);
  });

  it('has a plan that is whole, and one for each thing that a plan can lack', async () => {
    const clause = clauses.find((one) => one.number === 'P44');
    if (clause === undefined) throw new Error('no P44');
    const judged = judgementOf(clause, await memoryOf(database.db).now(services.clock()));
    expect(judged.numerator).toBeGreaterThan(2);
    expect(new Set(judged.findings.map((finding) => finding.message))).toEqual(
      new Set(Object.keys(clause.messages).filter((message) => message !== 'incidentMissing')),
    );
  });

  it('is the same every time', () => {
    expect(generate(1, '2026-11-23')).toEqual(generate(1, '2026-11-23'));
  });

  it('has worked for a year: less was classified half a year ago than today', async () => {
    const now = services.clock();
    const memory = memoryOf(database.db);
    const today = await memory.now(now);
    const then = await memory.asOf(new Date(now.getTime() - 180 * 86_400_000), now);
    const clause = clauses.find((one) => one.number === 'P40');
    const met = (snapshot: typeof today) =>
      clause === undefined ? 0 : judgementOf(clause, snapshot).numerator;
    expect(met(then)).toBeGreaterThan(0);
    expect(met(today)).toBeGreaterThan(met(then));
  });
});

it('knows how Överkalix is organised, invents nobody, and marks every row as to be confirmed', async () => {
  database = await testDatabase();
  await applyProfile('overkalix', testServices(database.db));
  expect(await count('person')).toBe(0);
  expect(await count('document')).toBe(0);
  const unconfirmed = await sql<{ n: number }>`select
    (select count(*) from legal_entity where not to_confirm) + (select count(*) from body where not to_confirm)
    + (select count(*) from unit where not to_confirm) + (select count(*) from default_owner where not to_confirm) as n`.execute(
    database.db,
  );
  expect(unconfirmed.rows[0]?.n).toBe(0);
  expect(await count('body')).toBe(8);
  await database.close();
});
