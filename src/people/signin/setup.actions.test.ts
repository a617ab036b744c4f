import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSetupLink } from '../../first-start.ts';
import { newSecret } from './secrets.ts';
import { password, publicUrl, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
beforeEach(() => server.anew());

describe('the first visit', () => {
  it('needs the link that the console showed, a password that is hard to guess, and happens once', async () => {
    const link = await newSetupLink(server.services, publicUrl);
    const secret = link?.split('#')[1] ?? '';
    const person = { givenName: 'Anna', familyName: 'Berg', email: 'Anna.Berg@kommun.se', password };
    const told = await server.leavesOf('setup.linkShown');
    expect(told.map((leaf) => (JSON.parse(leaf) as { actor: { kind: string } }).actor.kind)).toEqual([
      'system',
    ]);
    expect(told.join()).not.toContain(secret);
    expect((await server.get('session')).body).toMatchObject({ signedIn: false, setup: 'needed' });
    const wrong = await server.post('setup/begin', { ...person, secret: newSecret() });
    expect(wrong.body.code).toBe('linkUnknown');
    const easy = await server.post('setup/begin', { ...person, secret, password: 'sommar2026!!' });
    expect(easy.body.code).toBe('passwordCommon');
    const done = await server.post('setup/begin', { ...person, secret });
    expect(done.status).toBe(200);
    const me = await server.get('session', { cookie: done.session?.value ?? '' });
    expect(me.body).toMatchObject({ signedIn: true, setup: 'done', person: { name: 'Anna Berg' } });
    expect(JSON.stringify(me.body)).toContain('administrator');
    expect((await server.post('setup/begin', { ...person, email: 'b@b.se', secret })).body.code).toBe(
      'alreadySetUp',
    );
    expect(await newSetupLink(server.services, publicUrl)).toBeNull();
    expect(await server.leavesOf('setup.linkShown')).toHaveLength(1);
  });
});
