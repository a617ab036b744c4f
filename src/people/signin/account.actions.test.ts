import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actAtConsole } from '../../console-person.ts';
import { softwareAuthenticator } from '../../testing/authenticator.ts';
import { password, publicUrl, type TestServer, testServer } from '../../testing/server.ts';
import { createAtConsole } from './token.actions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
});
afterAll(() => server.close());
beforeEach(() => server.anew());

describe('tokens', () => {
  it('are shown once, stored as a hash, limited in what they may, and revoked', async () => {
    const cookie = await server.signedIn();
    const made = await server.post(
      'token/create',
      { name: 'Skript', scopes: ['read'], days: 2, password },
      { cookie },
    );
    const { id, token } = made.body as { id: string; token: string };
    expect(token).toMatch(/^varna_[A-Za-z0-9_-]{43}$/);
    expect((await server.get('session', { token })).body).toMatchObject({ signedIn: true });
    const writing = await server.post('account/chooseLanguage', { language: 'en' }, { token });
    expect(writing.status).toBe(403);
    const refused = JSON.parse((await server.leavesOf('access.refused')).at(-1) ?? '') as object;
    expect(refused).toMatchObject({
      record: id,
      data: { route: '/api/v1/account/chooseLanguage', code: 'forbidden' },
    });
    const stored = await server.owner.query<{ row: string }>('select t::text as row from access_token t');
    expect(stored.rows.map((one) => one.row).join()).not.toContain(token.slice(6));
    expect((await server.leavesOf('token.created')).join()).not.toContain(token.slice(6));
    await server.post(`token/${id}/revoke`, {}, { cookie });
    expect((await server.get('session', { token })).status).toBe(401);
  });

  it('make no tokens, and work no longer than they were made for', async () => {
    const cookie = await server.signedIn();
    const made = await server.post(
      'token/create',
      { name: 'x', scopes: ['read', 'write'], days: 1, password },
      { cookie },
    );
    const { token } = made.body as { token: string };
    const bred = await server.post(
      'token/create',
      { name: 'y', scopes: ['read'], days: 365, password },
      { token },
    );
    expect(bred.body.code).toBe('sessionNeeded');
    expect((await server.post('account/enableTotp', {}, { token })).body.code).toBe('sessionNeeded');
    server.wait((25 * 3_600_000) / 1000);
    expect((await server.get('session', { token })).status).toBe(401);
  });

  it.each(['varna_x', '', 'Basic abc', 'Bearer', 'Bearer a b'])('%j is nobody’s', async (authorization) => {
    const response = await server.app.inject({ url: '/api/v1/session', headers: { authorization } });
    expect(response.statusCode).toBe(401);
  });
});

describe('a lasting way in', () => {
  it('is made only by who knows the password: a session left open is not enough', async () => {
    const cookie = await server.signedIn();
    const input = { name: 'x', scopes: ['read'], days: 1 };
    expect((await server.post('token/create', input, { cookie })).body.code).toBe('passwordNeeded');
    const wrong = await server.post('token/create', { ...input, password: 'inte det' }, { cookie });
    expect([wrong.status, wrong.body.code, wrong.body['token']]).toEqual([422, 'wrongPassword', undefined]);
    const passkey = softwareAuthenticator(publicUrl);
    const { body } = await server.get('account/passkeyOptions', { cookie });
    const { challenge } = (body as { options: { challenge: string } }).options;
    const attestation = passkey.register(challenge);
    const named = { name: 'Min', attestation, password: 'inte det' };
    expect((await server.post('account/registerPasskey', named, { cookie })).body.code).toBe('wrongPassword');
    expect((await server.leavesOf('account.proofRefused')).length).toBeGreaterThanOrEqual(2);
    const { rows } = await server.owner.query('select from passkey');
    expect(rows).toEqual([]);
    expect((await server.post('account/registerPasskey', { ...named, password }, { cookie })).status).toBe(
      200,
    );
  });

  it('ends with the password it was made by', async () => {
    const cookie = await server.signedIn();
    const input = { name: 'x', scopes: ['read'], days: 1, password };
    const { id, token } = (await server.post('token/create', input, { cookie })).body;
    const newPassword = 'spade moln kratta tusen';
    await server.post('account/changePassword', { password, newPassword }, { cookie });
    expect((await server.get('session', { token: String(token) })).status).toBe(401);
    const told = JSON.parse((await server.leavesOf('account.passwordChanged')).at(-1) ?? '') as object;
    expect(told).toMatchObject({ data: { revokedTokens: [id] } });
    const back = { password: newPassword, newPassword: password };
    expect((await server.post('account/changePassword', back, { cookie })).status).toBe(200);
  });

  it('at the console is told to the log as the system’s doing, for the person', async () => {
    const { rows } = await server.owner.query<{ id: string }>('select person_id as id from account');
    const personId = rows[0]?.id;
    const input = { name: 'x', scopes: ['read'], days: 1, personId };
    const { token } = (await actAtConsole(server.services, createAtConsole, input)) as { token: string };
    expect((await server.get('session', { token })).body).toMatchObject({ person: { id: personId } });
    const told = JSON.parse((await server.leavesOf('token.created')).at(-1) ?? '') as object;
    expect(told).toMatchObject({
      actor: { kind: 'system', person: null },
      data: { person: personId, console: true },
    });
    const cookie = await server.signedIn();
    expect((await server.post('token/createAtConsole', input, { cookie })).status).toBe(404);
  });
});

describe('invitations', () => {
  async function invited(): Promise<{ id: string; secret: string }> {
    const cookie = await server.signedIn();
    const person = {
      kind: 'employee',
      givenName: 'Bo',
      familyName: 'Ek',
      email: `bo${server.state.address}@kommun.se`,
    };
    const rest = {
      telephone: null,
      organisation: null,
      unitId: null,
      sourceId: null,
      from: '2026-11-01',
      until: null,
    };
    const entered = await server.post('person/register', { ...person, ...rest }, { cookie });
    const { id: personId } = entered.body as { id: string };
    const { link } = (await server.post('account/invite', { personId, email: null }, { cookie })).body as {
      link: string;
    };
    const [id = '', secret = ''] = link.split('#')[1]?.split('.') ?? [];
    return { id, secret };
  }

  it('let somebody in once', async () => {
    const { id, secret } = await invited();
    expect((await server.get(`account/${id}/invitation`)).body).toMatchObject({
      state: 'open',
      name: 'Bo Ek',
    });
    const short = await server.post('account/accept', { secret, password: 'kort' });
    expect(short.status).toBe(400);
    const all = await Promise.all(
      [1, 2, 3].map(() => server.post('account/accept', { secret, password: 'moln kratta spade bil' })),
    );
    expect(all.map((one) => one.status).sort()).toEqual([200, 422, 422]);
    expect((await server.get(`account/${id}/invitation`)).body).toMatchObject({ state: 'used' });
  });

  it('end after two weeks, and with a newer one', async () => {
    const { secret } = await invited();
    server.wait((14 * 86_400_000) / 1000);
    expect(
      (await server.post('account/accept', { secret, password: 'moln kratta spade bil' })).body.code,
    ).toBe('invitationExpired');
    await server.owner.query(`update invitation set replaced_at = now() where used_at is null`);
    expect(
      (await server.post('account/accept', { secret, password: 'moln kratta spade bil' })).body.code,
    ).toBe('invitationUnknown');
  });
});

it('changes a password only for who knows the old one, and ends the other sessions', async () => {
  const [here, there] = [await server.signedIn(), await server.signedIn()];
  const newPassword = 'spade moln kratta tusen';
  const wrong = await server.post(
    'account/changePassword',
    { password: 'fel', newPassword },
    { cookie: here },
  );
  expect(wrong.body.code).toBe('wrongPassword');
  expect(
    (await server.post('account/changePassword', { password, newPassword }, { cookie: here })).status,
  ).toBe(200);
  expect((await server.get('session', { cookie: there })).body).toMatchObject({ signedIn: false });
  expect((await server.get('session', { cookie: here })).body).toMatchObject({ signedIn: true });
  const back = await server.post(
    'account/changePassword',
    { password: newPassword, newPassword: password },
    { cookie: here },
  );
  expect(back.status).toBe(200);
  const leaves = (await server.leavesOf('account.passwordChanged')).join();
  expect(leaves).not.toContain('spade');
});
