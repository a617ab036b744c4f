import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { email, password, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
});
afterAll(() => server.close());
beforeEach(() => server.anew());

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot use, and a new one each time', async () => {
    const first = await server.signIn();
    expect(first.session).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: true, path: '/' });
    expect(first.body).not.toHaveProperty('beginSession');
    const second = await server.post(
      'session/open',
      { email, password },
      { cookie: first.session?.value ?? '' },
    );
    expect(second.session?.value).not.toBe(first.session?.value);
    expect((await server.get('session', { cookie: first.session?.value ?? '' })).body).toMatchObject({
      signedIn: false,
    });
    expect((await server.get('session', { cookie: second.session?.value ?? '' })).body).toMatchObject({
      signedIn: true,
    });
  });

  it('tells the same of a wrong password, of no account and of a suspended one, and tells the log', async () => {
    const before = (await server.leavesOf('session.refused')).length;
    const wrong = await server.signIn({ password: 'inte rätt alls' });
    const nobody = await server.post('session/open', { email: 'ingen@kommun.se', password });
    await server.owner.query(`update account set state = 'suspended'`);
    const suspended = await server.signIn();
    await server.owner.query(`update account set state = 'active'`);
    expect(wrong.status).toBe(401);
    expect(nobody.body).toEqual(wrong.body);
    expect(suspended.body).toEqual(wrong.body);
    const told = await server.leavesOf('session.refused');
    expect(told).toHaveLength(before + 3);
    expect(told.join()).not.toContain('ingen@kommun.se');
  });

  it('makes a guesser wait longer and longer, and forgets it all when she is right', async () => {
    for (let count = 0; count < 5; count++)
      expect((await server.signIn({ password: 'fel fel fel' })).status).toBe(401);
    expect((await server.signIn()).status).toBe(429);
    server.wait(3000 / 1000);
    expect((await server.signIn()).status).toBe(200);
    expect((await server.signIn({ password: 'fel fel fel' })).status).toBe(401);
  });

  it('tells the log of every guess, also of those it did not look at, and of keys that do not hold', async () => {
    await server.telling.sweep(true);
    const before = (await server.leavesOf('access.refused')).length;
    for (let count = 0; count < 9; count++) await server.signIn({ password: 'fel fel fel' });
    for (let count = 0; count < 3; count++) await server.get('person', { token: 'gissad' });
    await server.get('person');
    await server.telling.sweep(true);
    const told = (await server.leavesOf('access.refused')).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain('gissad');
    expect(JSON.parse(told[0] ?? '')).toMatchObject({
      actor: { kind: 'anonymous', person: null },
      data: {
        attempts: [
          { action: 'session.open', code: 'tooMany', times: 4 },
          { route: '/api/v1/person', code: 'unauthenticated', times: 3 },
          { view: 'person.list', code: 'unauthenticated', times: 1 },
        ],
      },
    });
  });

  it('looks at one of many attempts at the same account at a time', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => server.signIn({ password: 'fel fel fel' })),
    );
    expect(all.every((one) => one.status === 401 || one.status === 429)).toBe(true);
    expect(all.filter((one) => one.status === 401).length).toBeLessThanOrEqual(5);
  });

  it('ends an idle session, sooner for an administrator, and one that is old', async () => {
    const cookie = await server.signedIn();
    server.wait((119 * 60_000) / 1000);
    expect((await server.get('session', { cookie })).body).toMatchObject({ signedIn: true });
    server.wait((121 * 60_000) / 1000);
    expect((await server.get('session', { cookie })).body).toMatchObject({ signedIn: false });
  });

  it('ends with signing out', async () => {
    const cookie = await server.signedIn();
    expect((await server.post('session/end', {}, { cookie })).session?.value).toBe('');
    expect((await server.get('session', { cookie })).body).toMatchObject({ signedIn: false });
  });

  it('ends one session from another, and nobody else’s', async () => {
    const [here, there] = [await server.signedIn(), await server.signedIn()];
    const listed = (await server.get('session/mine', { cookie: here })).body as {
      items: { id: string; isThis: boolean }[];
    };
    for (const one of listed.items.filter((item) => !item.isThis)) {
      expect((await server.post(`session/${one.id}/revoke`, {}, { cookie: here })).status).toBe(200);
    }
    expect((await server.get('session', { cookie: there })).body).toMatchObject({ signedIn: false });
    const unknown = await server.post(
      'session/01a20a97-fe37-7aeb-9633-ef2cd9a4bfc3/revoke',
      {},
      { cookie: here },
    );
    expect(unknown.status).toBe(404);
  });

  it('has no door by one click outside the demonstration', async () => {
    const { rows } = await server.owner.query<{ id: string }>('select id from person');
    const refused = await server.post('session/openDemo', { personId: rows[0]?.id ?? '' });
    expect([refused.body.code, refused.session]).toEqual(['notADemo', undefined]);
    expect((await server.get('session/entrance')).body['demo']).toEqual([]);
  });
});
