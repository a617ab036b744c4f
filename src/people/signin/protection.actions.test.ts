import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { softwareAuthenticator } from '../../testing/authenticator.ts';
import { codeOf, password, publicUrl, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
});
afterAll(() => server.close());
beforeEach(() => server.anew());

describe('one-time codes', () => {
  it('are asked for once confirmed, work once, and have paper to fall back on', async () => {
    const cookie = await server.signedIn();
    const { secret } = (await server.post('account/enableTotp', {}, { cookie })).body as { secret: string };
    expect((await server.signIn()).status).toBe(200); // not confirmed yet: not asked for
    expect((await server.post('account/confirmTotp', { code: '000000' }, { cookie })).body.code).toBe(
      'wrongCode',
    );
    const confirmed = await server.post(
      'account/confirmTotp',
      { code: codeOf(secret, server.state.now) },
      { cookie },
    );
    const { codes } = confirmed.body as { codes: string[] };
    expect(codes).toHaveLength(10);
    const without = await server.signIn();
    expect([without.status, without.body.code, without.session]).toEqual([422, 'codeNeeded', undefined]);
    expect(without.body['errors']).toMatchObject([{ field: 'code' }]);
    // Her password is known to somebody who has not her telephone: the log must tell.
    expect((await server.leavesOf('session.refused')).at(-1)).toContain('"reason":"codeNeeded"');
    expect((await server.signIn({ code: codeOf(secret, server.state.now) })).body.code).toBe('wrongCode'); // used to confirm
    server.wait(30_000 / 1000);
    expect((await server.signIn({ code: codeOf(secret, server.state.now) })).status).toBe(200);
    expect((await server.signIn({ code: codeOf(secret, server.state.now) })).body.code).toBe('wrongCode'); // replayed
    expect((await server.signIn({ code: codes[3] })).status).toBe(200);
    expect((await server.signIn({ code: codes[3] })).body.code).toBe('wrongCode'); // once
    const stored = await server.owner.query<{ row: string }>(
      'select t::text as row from account t union all select t::text from recovery_code t',
    );
    expect(stored.rows.map((one) => one.row).join()).not.toContain(codes[0]?.replaceAll('-', ''));
    server.wait(60_000 / 1000);
    expect((await server.post('account/disableTotp', { password: 'inte det' }, { cookie })).body.code).toBe(
      'wrongPassword',
    );
    expect((await server.post('account/disableTotp', { password }, { cookie })).status).toBe(200);
    expect((await server.signIn()).status).toBe(200);
  });
});

describe('passkeys', () => {
  it('sign in with a signature on a challenge of ours, once, from our own address', async () => {
    const cookie = await server.signedIn();
    const mine = softwareAuthenticator(publicUrl);
    const challenge = async (path: string) => {
      const { body } = await server.get(path, { cookie });
      const { options } = (path === 'account/passkeyOptions' ? body : body['passkey']) as {
        options: { challenge: string };
      };
      return options.challenge;
    };
    const attestation = mine.register(await challenge('account/passkeyOptions'));
    expect(
      (await server.post('account/registerPasskey', { name: 'Min', attestation, password }, { cookie }))
        .status,
    ).toBe(200);
    const again = await server.post(
      'account/registerPasskey',
      { name: 'Min', attestation, password },
      { cookie },
    );
    expect(again.body.code).toBe('passkeyRefused'); // the challenge was answered
    const assertion = mine.signIn(await challenge('session/entrance'));
    const opened = await server.post('session/openWithPasskey', { assertion });
    expect([opened.status, opened.session?.value.length]).toEqual([200, 43]);
    expect((await server.post('session/openWithPasskey', { assertion })).body.code).toBe('passkeyRefused');
    const invented = mine.signIn(Buffer.alloc(38).toString('base64url'));
    expect((await server.post('session/openWithPasskey', { assertion: invented })).body.code).toBe(
      'passkeyRefused',
    );
    const old = mine.signIn(await challenge('session/entrance'));
    server.wait((6 * 60_000) / 1000);
    expect((await server.post('session/openWithPasskey', { assertion: old })).body.code).toBe(
      'passkeyRefused',
    );
    const strange = softwareAuthenticator(publicUrl).signIn(await challenge('session/entrance'));
    expect((await server.post('session/openWithPasskey', { assertion: strange })).status).toBe(401);
  });

  it('made for another address are refused', async () => {
    const cookie = await server.signedIn();
    const { body } = await server.get('account/passkeyOptions', { cookie });
    const { challenge } = (body as { options: { challenge: string } }).options;
    const attestation = softwareAuthenticator('https://varna.example').register(challenge);
    expect(
      (await server.post('account/registerPasskey', { name: 'x', attestation, password }, { cookie })).body
        .code,
    ).toBe('passkeyRefused');
  });
});
