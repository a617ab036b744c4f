import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Services } from '../../../kernel/run.ts';
import { openedPdf, wordsOfPdf } from '../../../pdf/testing.ts';
import { anonymous, employee } from '../../../testing/actors.ts';
import { type Arranged, arrange } from '../../../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../../../testing/database.ts';
import { actAs, done, testServices } from '../../../testing/services.ts';
import { openTransactions } from '../../../testing/transactions.ts';
import { ask } from '../../../kernel/run.ts';
import { newId } from '../../../kernel/ids.ts';
import { serveTestInstallation } from '../testing.ts';
import { posterPlace } from './place.views.ts';
import { makePosters } from './poster.actions.ts';
import { unitCode } from './unit-code.ts';

let database: TestDatabase, services: Services;
let town: Arranged;
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = testServices(database.db);
  town = await arrange(database.db);
});
afterAll(() => database.close());

/** Transactions that are open when a file begins to be set. */
const open: number[] = [];
vi.mock(import('../../../pdf/make-pdf.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    makePdf: async (...asked) => {
      open.push(await openTransactions(database));
      return real.makePdf(...asked);
    },
  };
});

const make = (unitId: string | null, actor = employee(town.manager)) =>
  actAs(services, actor, makePosters, { input: { unitId } });
async function words(unitId: string | null) {
  const file = await done(make(unitId));
  const bytes = Buffer.from(file['content'] as string, 'base64');
  return { words: await wordsOfPdf(bytes), ...(await openedPdf(bytes)), name: file['name'] };
}

it('a poster is a tagged page that says what, where and the address in clear', async () => {
  const one = await words(town.school);
  expect(one.name).toBe('Affisch  rapportera en händelse, Skolan.pdf');
  expect(one.words.replace(/\s+/g, ' ')).toContain('Hänt något? Rapportera på en minut');
  for (const said of ['Skolan', 'Something happened?', 'syndabockar']) expect(one.words).toContain(said);
  expect(one.words.replace(/\s/g, '')).toContain(`/rapportera?enhet=${unitCode(town.school)}`);
  expect(one.words).not.toContain('Omsorgen');
  expect(one.tags).toEqual(expect.arrayContaining(['H1', 'Figure']));
  expect(one.words.split('\n').length).toBeGreaterThan(3);
});

it('all posters are one file, and of no unit there is none', async () => {
  const all = await words(null);
  for (const said of ['Skolan', 'Omsorgen']) expect(all.words).toContain(said);
  expect(await make(newId())).toMatchObject({ code: 'unitUnknown' });
  expect(await make(null, anonymous)).toMatchObject({ code: 'unauthenticated' });
});

it('no transaction is open while they are set', async () => {
  open.length = 0;
  await done(make(town.school));
  expect(open).toEqual([0]);
});

it.each([
  ['of a unit', () => unitCode(town.school), 'Skolan'],
  ['typed by hand', () => unitCode(town.school).toLowerCase().replace(/^.{4}/, '$& '), 'Skolan'],
  ['of nothing', () => '0000-0000', null],
  ['of something else', () => '<script>', null],
])('a code %s', async (_name, code, name) => {
  const answer = await ask(services, posterPlace, { actor: anonymous, id: null, query: { code: code() } });
  expect(answer).toMatchObject({ answer: { name } });
});
