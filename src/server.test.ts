import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { email, password, type TestServer, testServer } from './testing/server.ts';

const problem = 'application/problem+json; charset=utf-8';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
});
afterAll(() => server.close());
beforeEach(() => server.anew());

describe('the door', () => {
  it('is closed to other sites, also for signing in', async () => {
    const forged = await server.post(
      'session/open',
      { email, password },
      { headers: { 'sec-fetch-site': 'cross-site' } },
    );
    expect([forged.status, forged.session]).toEqual([403, undefined]);
  });

  it('understands JSON only, and no more of it than a stranger needs', async () => {
    const text = await server.app.inject({
      method: 'POST',
      url: '/api/v1/session/open',
      headers: { 'content-type': 'text/plain' },
      payload: JSON.stringify({ email, password }),
    });
    expect([text.statusCode, text.headers['content-type']]).toEqual([400, problem]);
    const large = await server.post('session/open', { email, password, device: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
    const broken = await server.app.inject({
      method: 'POST',
      url: '/api/v1/session/open',
      headers: { 'content-type': 'application/json' },
      payload: '{"email":',
    });
    expect([broken.statusCode, broken.headers['content-type']]).toEqual([400, problem]);
  });

  it('says what is wrong in both languages, and never what broke inside', async () => {
    const english = await server.app.inject({ url: '/api/v1/nowhere', headers: { 'accept-language': 'en' } });
    expect(english.json()).toMatchObject({ status: 404, code: 'notFound' });
    expect(english.headers['strict-transport-security']).toContain('max-age=31536000');
    expect(english.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    server.state.isBroken = true;
    const fault = await server.app.inject({ url: '/api/v1/session' });
    server.state.isBroken = false;
    expect([fault.statusCode, fault.headers['content-type']]).toEqual([500, problem]);
    expect(fault.body).not.toContain('secret detail');
    expect(server.faults.at(-1)).toContain(fault.json<{ reference: string }>().reference);
  });

  it('answers that it lives before it can serve', async () => {
    server.state.isOpen = false;
    const [alive, ready, door] = await Promise.all(
      ['/healthz', '/readyz', '/api/v1/session'].map((url) => server.app.inject({ url })),
    );
    server.state.isOpen = true;
    expect([alive?.statusCode, ready?.statusCode, door?.statusCode]).toEqual([200, 503, 503]);
    expect((await server.app.inject({ url: '/readyz' })).statusCode).toBe(200);
  });
});
