import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../../kernel/access.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Services } from '../../../kernel/run.ts';
import { openedPdf, wordsOfPdf } from '../../../pdf/testing.ts';
import { employee, holderOf } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { openTransactions } from '../../../testing/transactions.ts';
import { serveTestInstallation } from '../../incidents/testing.ts';
import { end } from '../plan.actions.ts';
import { plan } from '../testing.ts';
import { download } from './binder.actions.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let head: Actor;
let coordinator: Actor;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
  const where = { scope: 'unit', scopeId: town.school, units: [town.school] } as const;
  head = holderOf('manager', town.manager, where);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());

/** Transactions that are open when a file begins to be set; and what happens meanwhile. */
const open: number[] = [];
let meanwhile: () => Promise<unknown> = () => Promise.resolve();
vi.mock(import('../../../pdf/make-pdf.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    makePdf: async (...asked) => {
      open.push(await openTransactions(database));
      await meanwhile();
      return real.makePdf(...asked);
    },
  };
});

const take = async (actor: Actor) => {
  const file = await done(actAs(services, actor, download));
  return { id: file.id, name: file['name'], bytes: Buffer.from(file['content'] as string, 'base64') };
};

describe('the binder as a file', () => {
  it('is not made of nothing', async () => {
    expect(await actAs(services, coordinator, download)).toMatchObject({ code: 'nothingInForce' });
    expect(await actAs(services, employee(newId()), download)).toMatchObject({ code: 'nothingInForce' });
  });

  it('is a tagged PDF of what the person may read, with the numbers to call, and is told and counted', async () => {
    await plan(services, head, town.school);
    await plan(services, coordinator, town.care, 'OSL 18:8');
    const { bytes, name, id } = await take(coordinator);
    expect(name).toBe('Krispärmen 2026-11-23.pdf');
    const { info, language, tags } = await openedPdf(bytes);
    expect(info).toMatchObject({ Title: 'Krispärmen' });
    expect(language).toMatch(/^sv/);
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2']));
    const words = await wordsOfPdf(bytes);
    expect(words).toContain('https://varna.prov.example/rapportera');
    for (const said of ['Skolan', 'Omsorgen', '0926-123 45', '+46 70 123 45 67', 'Ring it-jouren'])
      expect(words).toContain(said);
    const stored = await sql<{ kind: string; versions: number; leaf: string }>`
      select c.kind, cardinality(c.plan_version_ids) as versions, e.leaf
      from binder_copy c join audit_event e on e.id = c.changed_by_event where c.id = ${id}`.execute(
      database.db,
    );
    expect(stored.rows[0]).toMatchObject({ kind: 'downloaded', versions: 2 });
    expect(JSON.parse(stored.rows[0]?.leaf ?? '')).toMatchObject({
      kind: 'binderCopy.downloaded',
      data: { format: 'pdf', rows: 2 },
    });
  });

  it('holds nothing of what the person may not read', async () => {
    const words = await wordsOfPdf((await take(head)).bytes);
    expect(words).toContain('Skolan');
    expect(words).not.toContain('Omsorgen');
  });
});

describe('while the binder is set', () => {
  it('no transaction is open, and a plan that ends meanwhile is not taken along', async () => {
    const id = await plan(services, head, town.school, '', 'continuity');
    open.length = 0;
    meanwhile = () =>
      done(actAs(services, head, end, { id, version: 3, input: { reason: 'Skolan läggs ned' } }));
    expect(await actAs(services, head, download)).toMatchObject({ code: 'versionUnknown' });
    expect(open).toEqual([0]);
  });
});
