import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urlOf, varna as varnaIn } from './testing/console.ts';
import { type TestServer, testServer } from './testing/server.ts';

/** Somebody else's server has the database open all the while: a command works beside one that runs. */
let server: TestServer;
let place: string;
beforeAll(async () => {
  server = await testServer();
  server.state.now = new Date();
  place = await mkdtemp(path.join(tmpdir(), 'varna-cli-people-'));
});
afterAll(async () => {
  await server.close();
  await rm(place, { recursive: true });
});

const varna = (...words: string[]) =>
  varnaIn(
    { VARNA_DATA: place, VARNA_SETUP: 'tom', DATABASE_URL: urlOf(server.database), INIT_CWD: place },
    ...words,
  );

describe('people at the console', () => {
  it('get a token, and nothing else is printed; it opens the interface until its days are over', async () => {
    const asOffice = await varna('token', 'create', '--as', 'informationSecurityCoordinator', '--days', '1');
    expect(asOffice).toMatchObject({ code: 0, out: expect.stringMatching(/^varna_[\w-]{43}\n$/) });
    const token = asOffice.out.trim();
    const clauses = await server.get('clauses', { token });
    expect([clauses.status, Object.keys(clauses.body)]).toEqual([200, ['items']]);
    const written = await server.post('unit/register', {}, { token });
    expect(written.status).toBe(400);
    server.wait(2 * 86_400);
    expect((await server.get('clauses', { token })).status).toBe(401);
    server.wait(-2 * 86_400);
  }, 120_000);

  it('get one that only reads', async () => {
    const { out } = await varna('token', 'create', '--as', 'administrator', '--read-only');
    const written = await server.post('unit/register', {}, { token: out.trim() });
    expect(written.status).toBe(403);
  }, 120_000);

  it.each([
    ['without --as', ['token', 'create'], '--as'],
    ['for nobody', ['token', 'create', '--as', 'ingen@prov.example'], 'ingen@prov.example'],
    ['for no day', ['token', 'create', '--as', 'administrator', '--days', '0'], '--days'],
    [
      'for longer than a token may last',
      ['token', 'create', '--as', 'administrator', '--days', '9999'],
      '--days',
    ],
    ['for an unknown option', ['token', 'create', '--for', 'administrator'], '--for'],
    ['by invitation, without a name', ['user', 'invite', '--email', 'ny@prov.example'], '--given-name'],
  ])(
    'are refused %s: nothing is printed, why is told, and it ends with 1',
    async (_what, words, told) => {
      expect(await varna(...words)).toMatchObject({ code: 1, out: '', told: expect.stringContaining(told) });
    },
    120_000,
  );

  it('are invited by a link, and entered when they are new', async () => {
    const words = [
      'user',
      'invite',
      '--email',
      'ny@prov.example',
      '--given-name',
      'Ny',
      '--family-name',
      'Nysdotter',
    ];
    const link = /^https?:\/\/\S+\/inbjudan#\S+\n$/;
    expect(await varna(...words)).toMatchObject({ code: 0, out: expect.stringMatching(link) });
    expect(await varna('user', 'invite', '--email', 'ny@prov.example')).toMatchObject({
      code: 0,
      out: expect.stringMatching(link),
    });
  }, 120_000);
});

it('says what can be written, and who may do what', async () => {
  const help = await varna();
  expect(help).toMatchObject({ code: 0, told: '' });
  for (const command of [
    'token create',
    'user invite',
    'audit export',
    'verify-audit',
    'doctor',
    'migrate',
    'access',
  ])
    expect(help.out).toContain(`varna ${command}`);
  const { code, out } = await varna('access');
  expect(code).toBe(0);
  expect(out).toMatch(/^information\.classify +informationSecurityCoordinator/m);
}, 120_000);
