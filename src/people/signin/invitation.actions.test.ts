import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actAtConsole } from '../../console-person.ts';
import { softwareAuthenticator } from '../../testing/authenticator.ts';
import { testBrowser } from '../../push/testing.ts';
import { codeOf, publicUrl, type TestServer, testServer } from '../../testing/server.ts';
import { invite } from './invitation.actions.ts';

const chosen = 'moln kratta spade bil';
let server: TestServer;
let anna: string;
let annasId: string;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.anew();
  anna = await server.signedIn();
  const { body } = await server.get('session', { cookie: anna });
  annasId = (body as { person: { id: string } }).person.id;
});

let count = 0;
/** A new employee, whom Anna enters. */
async function employee(): Promise<{ id: string; email: string }> {
  const email = `bo${++count}@kommun.se`;
  const entered = await server.post(
    'person/register',
    {
      kind: 'employee',
      givenName: 'Bo',
      familyName: 'Ek',
      email,
      telephone: null,
      organisation: null,
      unitId: null,
      sourceId: null,
      from: '2026-11-01',
      until: null,
    },
    { cookie: anna },
  );
  return { id: String(entered.body['id']), email };
}

const ask = (cookie: string, personId: string, email: string | null = null) =>
  server.post('account/invite', { personId, email }, { cookie });
const secretOf = (link: unknown) => String(link).split('.').at(-1) ?? '';
const accept = (link: unknown, more: object = {}) =>
  server.post('account/accept', { secret: secretOf(link), password: chosen, ...more });

/** The same with an account, and a session of hers. */
async function letIn(): Promise<{ id: string; email: string; cookie: string }> {
  const person = await employee();
  const opened = await accept((await ask(anna, person.id)).body['link']);
  expect(opened.status).toBe(200);
  return { ...person, cookie: opened.session?.value ?? '' };
}

/** Stands in for the coordinator, and has no other office. */
async function coordinator() {
  const person = await letIn();
  const begun = await appoint(person.id, 'informationSecurityCoordinator');
  expect(begun.status).toBe(200);
  return person;
}

const appoint = (personId: string, office: string) =>
  server.post(
    'appointment/begin',
    {
      office,
      scope: 'municipality',
      scopeId: null,
      personId,
      deputy: true,
      from: '2026-11-01',
      until: null,
      decision: null,
    },
    { cookie: anna },
  );

/** Turns one-time codes on, and gives the app's secret. */
async function withCodes(cookie: string): Promise<string> {
  const { secret } = (await server.post('account/enableTotp', {}, { cookie })).body as { secret: string };
  const code = codeOf(secret, server.state.now);
  expect((await server.post('account/confirmTotp', { code }, { cookie })).status).toBe(200);
  server.wait(60);
  return secret;
}

it('ends the devices that were woken before, and tells her, who may have added one of them', async () => {
  const bo = await letIn();
  const browser = testBrowser();
  const device = {
    name: 'Telefonen',
    endpoint: `https://fcm.googleapis.com/fcm/send/${bo.id}`,
    publicKey: browser.publicKey,
    authSecret: browser.authSecret,
  };
  expect((await server.post('pushDevice/add', device, { cookie: bo.cookie })).status).toBe(200);
  const again = await accept((await ask(anna, bo.id)).body['link']);
  const cookie = again.session?.value ?? '';
  const { body } = await server.get('pushDevice/mine', { cookie });
  expect(body).toMatchObject({ devices: [{ name: 'Telefonen', goneAt: server.state.now.toISOString() }] });
  const { rows } = await server.owner.query(
    `select subject from mail where address = '${bo.email}' and kind = 'deviceGone'`,
  );
  expect(rows).toEqual([{ subject: 'En enhet väcker dig inte längre' }]);
});

describe('a coordinator', () => {
  it('lets in somebody new, but renews no account and lets no administrator in', async () => {
    const { cookie } = await coordinator();
    expect((await ask(cookie, (await employee()).id)).status).toBe(200);
    const refused = (await server.leavesOf('access.refused')).length;
    expect((await ask(cookie, (await letIn()).id)).body.code).toBe('forbidden');
    expect((await ask(cookie, annasId, 'coordinator@kommun.se')).body.code).toBe('forbidden');
    const another = await employee();
    expect((await appoint(another.id, 'administrator')).status).toBe(200);
    expect((await ask(cookie, another.id)).body.code).toBe('forbidden');
    expect((await server.leavesOf('access.refused')).length).toBeGreaterThan(refused);
    const shown = await server.get(`account/${annasId}/ofPerson`, { cookie });
    expect(shown.body['may']).toMatchObject({ invite: { allowed: false, because: 'forbidden' } });
  });

  it('has no use of a link she made before the account or the office was there', async () => {
    const { cookie } = await coordinator();
    const person = await employee();
    const { link } = (await ask(cookie, person.id)).body;
    expect((await appoint(person.id, 'administrator')).status).toBe(200);
    expect((await accept(link)).body.code).toBe('invitationUnknown');
  });
});

describe('an administrator', () => {
  it('renews an account at its own address, and never her own', async () => {
    const bo = await letIn();
    const moved = await ask(anna, bo.id, 'anna.hemma@example.se');
    expect([moved.status, moved.body.code]).toEqual([422, 'emailFixed']);
    expect((await ask(anna, bo.id, bo.email.toUpperCase())).status).toBe(200);
    expect((await ask(anna, bo.id)).status).toBe(200);
    expect((await ask(anna, annasId)).body.code).toBe('ownInvitation');
  });

  it('invites to the account’s address when the register has got another', async () => {
    const bo = await letIn();
    await server.owner.query('update account set email = $1 where person_id = $2', ['bo.gammal@x.se', bo.id]);
    const { link } = (await ask(anna, bo.id)).body;
    expect((await accept(link)).status).toBe(200);
    const { rows } = await server.owner.query('select email from account where person_id = $1', [bo.id]);
    expect(rows).toEqual([{ email: 'bo.gammal@x.se' }]);
  });
});

describe('the console', () => {
  it('may renew an administrator and change an address, and the log is told from what to what', async () => {
    const bo = await letIn();
    expect((await appoint(bo.id, 'administrator')).status).toBe(200);
    const email = `ny${count}@kommun.se`;
    const made = await actAtConsole(server.services, invite, { personId: bo.id, email });
    const told = { field: 'email', from: bo.email, to: email };
    const changesOf = (leaf: string | undefined) =>
      (JSON.parse(leaf ?? '{}') as { changes: unknown }).changes;
    expect(changesOf((await server.leavesOf('account.invited')).at(-1))).toEqual([told]);
    expect((await accept((made as { link: string }).link)).status).toBe(200);
    expect(changesOf((await server.leavesOf('account.accepted')).at(-1))).toEqual([told]);
  });
});

it('ends the tokens and passkeys made with the password before', async () => {
  const bo = await letIn();
  const input = { name: 'x', scopes: ['read'], days: 9, password: chosen };
  const { id, token } = (await server.post('token/create', input, { cookie: bo.cookie })).body;
  const authenticator = softwareAuthenticator(publicUrl);
  const { body } = await server.get('account/passkeyOptions', { cookie: bo.cookie });
  const { challenge } = (body as { options: { challenge: string } }).options;
  const named = { name: 'Min', password: chosen, attestation: authenticator.register(challenge) };
  const passkey = await server.post('account/registerPasskey', named, { cookie: bo.cookie });
  expect(passkey.status).toBe(200);
  expect((await accept((await ask(anna, bo.id)).body['link'])).status).toBe(200);
  expect((await server.get('session', { token: String(token) })).status).toBe(401);
  const entrance = (await server.get('session/entrance')).body as {
    passkey: { options: { challenge: string } };
  };
  const assertion = authenticator.signIn(entrance.passkey.options.challenge);
  expect((await server.post('session/openWithPasskey', { assertion })).status).toBe(401);
  const told = JSON.parse((await server.leavesOf('account.accepted')).at(-1) ?? '') as object;
  expect(told).toMatchObject({ data: { revokedTokens: [id], removedPasskeys: [passkey.body['id']] } });
});

describe('accepting for an account that asks for codes', () => {
  it('needs a code too, counts the failures, and takes each code once', async () => {
    const bo = await letIn();
    const secret = await withCodes(bo.cookie);
    const { link } = (await ask(anna, bo.id)).body;
    const without = await accept(link);
    expect([without.status, without.body.code, without.session]).toEqual([422, 'codeNeeded', undefined]);
    expect((await accept(link, { code: '000000' })).body.code).toBe('wrongCode');
    const told = await server.leavesOf('account.proofRefused');
    expect(told.slice(-2).join()).toMatch(/codeNeeded.*wrongCode/);
    const code = codeOf(secret, server.state.now);
    expect((await accept(link, { code })).status).toBe(200);
    const again = (await ask(anna, bo.id)).body['link'];
    expect((await accept(again, { code })).body.code).toBe('wrongCode');
    for (let failure = 0; failure < 2; failure++) await accept(again, { code: '000000' });
    expect((await accept(again, { code: '000000' })).status).toBe(429);
  });

  it('needs none with a link from the console: the way in when telephone and paper are lost', async () => {
    const bo = await letIn();
    await withCodes(bo.cookie);
    const made = await actAtConsole(server.services, invite, { personId: bo.id, email: null });
    expect((await accept((made as { link: string }).link)).status).toBe(200);
  });
});

describe('a suspended account', () => {
  it('is opened by no link, and what it had of sessions, tokens and links is gone for good', async () => {
    const bo = await letIn();
    const made = await server.post(
      'token/create',
      { name: 'x', scopes: ['read'], days: 9, password: chosen },
      { cookie: bo.cookie },
    );
    const { token } = made.body as { token: string };
    const { link } = (await ask(anna, bo.id)).body;
    expect((await server.post(`account/${bo.id}/suspend`, {}, { cookie: anna })).status).toBe(200);
    expect((await accept(link)).body.code).toBe('invitationUnknown');
    expect((await ask(anna, bo.id)).body.code).toBe('accountSuspended');
    const told = JSON.parse((await server.leavesOf('account.suspended')).at(-1) ?? '') as { data: object };
    expect(told.data).toEqual({ revokedTokens: [made.body['id']] });
    await server.post(`account/${bo.id}/restore`, {}, { cookie: anna });
    expect((await server.get('session', { token })).status).toBe(401);
    expect((await server.get('session', { cookie: bo.cookie })).body).toMatchObject({ signedIn: false });
    expect((await accept(link)).body.code).toBe('invitationUnknown');
    expect((await accept((await ask(anna, bo.id)).body['link'])).status).toBe(200);
  });

  it('refuses also a link that was still open', async () => {
    const bo = await letIn();
    const { link } = (await ask(anna, bo.id)).body;
    await server.owner.query(`update account set state = 'suspended' where person_id = $1`, [bo.id]);
    expect((await accept(link)).body.code).toBe('accountSuspended');
    await server.owner.query(`update account set state = 'active' where person_id = $1`, [bo.id]);
  });
});
