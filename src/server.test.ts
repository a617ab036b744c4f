import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registers } from './app.ts';
import { newSetupLink, prepareProfile } from './first-start.ts';
import { consoleTextsSv } from './console.texts.sv.ts';
import type { Services } from './kernel/run.ts';
import { serveInstallation } from './people/signin/installation.ts';
import { buildServer } from './server.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { noInsight } from './testing/services.ts';
import { softwareAuthenticator } from './testing/authenticator.ts';

const publicUrl = 'https://varna.kommunen.se';
const secretKey = Buffer.alloc(32, 3);
const password = 'kratta moln bil tröskel';
const email = 'anna.berg@kommun.se';

let database: TestDatabase;
let app: FastifyInstance;
let owner: pg.Client;
let now = new Date('2026-11-23T10:00:00Z');
let services: Services | null;
const faults: string[] = [];
let address = 0;

beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
  serveInstallation({ publicUrl, secretKey, isDemo: false, version: '1.2.3' });
  services = { db: database.db, clock: () => now, insight: noInsight };
  app = await buildServer({
    registers,
    version: '1.2.3',
    publicUrl,
    web: '/nowhere',
    services: () => services,
    onFault: (reference, _what, error) => faults.push(`${reference} ${String(error)}`),
    onProfileChosen: () => undefined,
  });
  await prepareProfile(services, 'tom', consoleTextsSv, () => undefined);
});
afterAll(async () => {
  await app.close();
  await owner.end();
  await database.close();
});
beforeEach(() => {
  // Each test comes from an address of its own, an hour later: attempts of one do not slow another.
  address++;
  now = new Date(now.getTime() + 2 * 3_600_000);
});

interface Sent {
  readonly cookie?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

async function post(path: string, payload: object, { cookie, token, headers = {} }: Sent = {}) {
  const response = await app.inject({
    method: 'POST',
    url: `/api/v1/${path}`,
    payload,
    remoteAddress: `10.0.0.${address}`,
    headers: {
      host: 'varna.kommunen.se',
      'sec-fetch-site': 'same-origin',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    cookies: cookie === undefined ? {} : { varna_session: cookie },
  });
  const session = response.cookies.find((one) => one.name === 'varna_session');
  return {
    status: response.statusCode,
    body: response.json<Record<string, never> & { code?: string }>(),
    session,
  };
}

async function get(path: string, { cookie, token }: Sent = {}) {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const cookies: Record<string, string> = cookie === undefined ? {} : { varna_session: cookie };
  const response = await app.inject({ url: `/api/v1/${path}`, headers, cookies });
  return { status: response.statusCode, body: response.json<Record<string, never>>() };
}

const signIn = (typed: object = {}) => post('session/open', { email, password, ...typed });

async function signedIn(typed: object = {}): Promise<string> {
  const { session } = await signIn(typed);
  if (session === undefined) throw new Error('not signed in');
  return session.value;
}

async function eventsOf(kind: string): Promise<{ leaf: string; actor_person: string | null }[]> {
  const found = await owner.query<{ leaf: string; actor_person: string | null }>(
    'select leaf, actor_person from audit_event where kind = $1 order by occurred_at',
    [kind],
  );
  return found.rows;
}

describe('the first visit', () => {
  it('needs the link that the console showed, a password that is hard to guess, and happens once', async () => {
    const link = await newSetupLink(services as Services, publicUrl);
    const secret = link?.split('#')[1] ?? '';
    const person = { givenName: 'Anna', familyName: 'Berg', email: 'Anna.Berg@kommun.se', password };
    expect((await get('session')).body).toMatchObject({ signedIn: false, setup: 'needed' });
    const wrong = await post('setup/begin', { ...person, secret: `x${secret.slice(1)}` });
    expect(wrong.body.code).toBe('linkUnknown');
    const easy = await post('setup/begin', { ...person, secret, password: 'sommar2026!!' });
    expect(easy.body.code).toBe('passwordCommon');
    const done = await post('setup/begin', { ...person, secret });
    expect(done.status).toBe(200);
    const me = await get('session', { cookie: done.session?.value ?? '' });
    expect(me.body).toMatchObject({ signedIn: true, setup: 'done', person: { name: 'Anna Berg' } });
    expect(JSON.stringify(me.body)).toContain('administrator');
    expect((await post('setup/begin', { ...person, email: 'b@b.se', secret })).body.code).toBe(
      'alreadySetUp',
    );
    expect(await newSetupLink(services as Services, publicUrl)).toBeNull();
  });
});

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot use, and a new one each time', async () => {
    const first = await signIn();
    expect(first.session).toMatchObject({ httpOnly: true, sameSite: 'Strict', secure: true, path: '/' });
    expect(first.body).not.toHaveProperty('beginSession');
    const second = await post('session/open', { email, password }, { cookie: first.session?.value ?? '' });
    expect(second.session?.value).not.toBe(first.session?.value);
    expect((await get('session', { cookie: first.session?.value ?? '' })).body).toMatchObject({
      signedIn: false,
    });
    expect((await get('session', { cookie: second.session?.value ?? '' })).body).toMatchObject({
      signedIn: true,
    });
  });

  it('tells the same of a wrong password, of no account and of a suspended one, and tells the log', async () => {
    const before = (await eventsOf('session.refused')).length;
    const wrong = await signIn({ password: 'inte rätt alls' });
    const nobody = await post('session/open', { email: 'ingen@kommun.se', password });
    await owner.query(`update account set state = 'suspended'`);
    const suspended = await signIn();
    await owner.query(`update account set state = 'active'`);
    expect(wrong.status).toBe(401);
    expect(nobody.body).toEqual(wrong.body);
    expect(suspended.body).toEqual(wrong.body);
    const told = await eventsOf('session.refused');
    expect(told).toHaveLength(before + 3);
    expect(told.map((one) => one.leaf).join()).not.toContain('ingen@kommun.se');
  });

  it('makes a guesser wait longer and longer, and forgets it all when she is right', async () => {
    for (let count = 0; count < 5; count++)
      expect((await signIn({ password: 'fel fel fel' })).status).toBe(401);
    expect((await signIn()).status).toBe(429);
    now = new Date(now.getTime() + 3000);
    expect((await signIn()).status).toBe(200);
    expect((await signIn({ password: 'fel fel fel' })).status).toBe(401);
  });

  it('looks at one of many attempts at the same account at a time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => signIn({ password: 'fel fel fel' })));
    expect(all.every((one) => one.status === 401 || one.status === 429)).toBe(true);
    expect(all.filter((one) => one.status === 401).length).toBeLessThanOrEqual(5);
  });

  it('ends an idle session, sooner for an administrator, and one that is old', async () => {
    const cookie = await signedIn();
    now = new Date(now.getTime() + 119 * 60_000);
    expect((await get('session', { cookie })).body).toMatchObject({ signedIn: true });
    now = new Date(now.getTime() + 121 * 60_000);
    expect((await get('session', { cookie })).body).toMatchObject({ signedIn: false });
  });

  it('ends with signing out', async () => {
    const cookie = await signedIn();
    expect((await post('session/end', {}, { cookie })).session?.value).toBe('');
    expect((await get('session', { cookie })).body).toMatchObject({ signedIn: false });
  });

  it('ends one session from another, and nobody else’s', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const listed = (await get('session/mine', { cookie: here })).body as unknown as {
      items: { id: string; isThis: boolean }[];
    };
    for (const one of listed.items.filter((item) => !item.isThis)) {
      expect((await post(`session/${one.id}/revoke`, {}, { cookie: here })).status).toBe(200);
    }
    expect((await get('session', { cookie: there })).body).toMatchObject({ signedIn: false });
    const unknown = await post('session/01a20a97-fe37-7aeb-9633-ef2cd9a4bfc3/revoke', {}, { cookie: here });
    expect(unknown.status).toBe(404);
  });

  it('has no door by one click outside the demonstration', async () => {
    const { rows } = await owner.query<{ id: string }>('select id from person');
    const refused = await post('session/openDemo', { personId: rows[0]?.id ?? '' });
    expect([refused.body.code, refused.session]).toEqual(['notADemo', undefined]);
    expect((await get('session/entrance')).body['demo']).toEqual([]);
  });
});

describe('one-time codes', () => {
  it('are asked for once confirmed, work once, and have paper to fall back on', async () => {
    const cookie = await signedIn();
    const { secret } = (await post('account/enableTotp', {}, { cookie })).body as { secret: string };
    expect((await signIn()).status).toBe(200); // not confirmed yet: not asked for
    expect((await post('account/confirmTotp', { code: '000000' }, { cookie })).body.code).toBe('wrongCode');
    const confirmed = await post('account/confirmTotp', { code: codeOf(secret, now) }, { cookie });
    const { codes } = confirmed.body as unknown as { codes: string[] };
    expect(codes).toHaveLength(10);
    expect((await signIn()).body.code).toBe('codeNeeded');
    expect((await signIn({ code: codeOf(secret, now) })).body.code).toBe('wrongCode'); // used to confirm
    now = new Date(now.getTime() + 30_000);
    expect((await signIn({ code: codeOf(secret, now) })).status).toBe(200);
    expect((await signIn({ code: codeOf(secret, now) })).body.code).toBe('wrongCode'); // replayed
    expect((await signIn({ code: codes[3] })).status).toBe(200);
    expect((await signIn({ code: codes[3] })).body.code).toBe('wrongCode'); // once
    const stored = await owner.query<{ row: string }>(
      'select t::text as row from account t union all select t::text from recovery_code t',
    );
    expect(stored.rows.map((one) => one.row).join()).not.toContain(codes[0]?.replaceAll('-', ''));
    now = new Date(now.getTime() + 60_000);
    expect((await post('account/disableTotp', { password: 'inte det' }, { cookie })).body.code).toBe(
      'wrongPassword',
    );
    expect((await post('account/disableTotp', { password }, { cookie })).status).toBe(200);
    expect((await signIn()).status).toBe(200);
  });
});

describe('passkeys', () => {
  it('sign in with a signature on a challenge of ours, once, from our own address', async () => {
    const cookie = await signedIn();
    const mine = softwareAuthenticator(publicUrl);
    const challenge = async (path: string) => {
      const { body } = await get(path, { cookie });
      const { options } = (path === 'account/passkeyOptions' ? body : body['passkey']) as unknown as {
        options: { challenge: string };
      };
      return options.challenge;
    };
    const attestation = mine.register(await challenge('account/passkeyOptions'));
    expect((await post('account/registerPasskey', { name: 'Min', attestation }, { cookie })).status).toBe(
      200,
    );
    const again = await post('account/registerPasskey', { name: 'Min', attestation }, { cookie });
    expect(again.body.code).toBe('passkeyRefused'); // the challenge was answered
    const assertion = mine.signIn(await challenge('session/entrance'));
    const opened = await post('session/openWithPasskey', { assertion });
    expect([opened.status, opened.session?.value.length]).toEqual([200, 43]);
    expect((await post('session/openWithPasskey', { assertion })).body.code).toBe('passkeyRefused');
    const invented = mine.signIn(Buffer.alloc(38).toString('base64url'));
    expect((await post('session/openWithPasskey', { assertion: invented })).body.code).toBe('passkeyRefused');
    const old = mine.signIn(await challenge('session/entrance'));
    now = new Date(now.getTime() + 6 * 60_000);
    expect((await post('session/openWithPasskey', { assertion: old })).body.code).toBe('passkeyRefused');
    const strange = softwareAuthenticator(publicUrl).signIn(await challenge('session/entrance'));
    expect((await post('session/openWithPasskey', { assertion: strange })).status).toBe(401);
  });

  it('made for another address are refused', async () => {
    const cookie = await signedIn();
    const { body } = await get('account/passkeyOptions', { cookie });
    const { challenge } = (body as unknown as { options: { challenge: string } }).options;
    const attestation = softwareAuthenticator('https://varna.example').register(challenge);
    expect((await post('account/registerPasskey', { name: 'x', attestation }, { cookie })).body.code).toBe(
      'passkeyRefused',
    );
  });
});

describe('tokens', () => {
  it('are shown once, stored as a hash, limited in what they may, and revoked', async () => {
    const cookie = await signedIn();
    const made = await post('token/create', { name: 'Skript', scopes: ['read'], days: 2 }, { cookie });
    const { id, token } = made.body as unknown as { id: string; token: string };
    expect(token).toMatch(/^varna_[A-Za-z0-9_-]{43}$/);
    expect((await get('session', { token })).body).toMatchObject({ signedIn: true });
    const writing = await post('account/chooseLanguage', { language: 'en' }, { token });
    expect(writing.status).toBe(403);
    const stored = await owner.query<{ row: string }>('select t::text as row from access_token t');
    expect(stored.rows.map((one) => one.row).join()).not.toContain(token.slice(6));
    expect((await eventsOf('token.created')).map((one) => one.leaf).join()).not.toContain(token.slice(6));
    await post(`token/${id}/revoke`, {}, { cookie });
    expect((await get('session', { token })).status).toBe(401);
  });

  it('make no tokens, and work no longer than they were made for', async () => {
    const cookie = await signedIn();
    const made = await post('token/create', { name: 'x', scopes: ['read', 'write'], days: 1 }, { cookie });
    const { token } = made.body as unknown as { token: string };
    const bred = await post('token/create', { name: 'y', scopes: ['read'], days: 365 }, { token });
    expect(bred.body.code).toBe('sessionNeeded');
    expect((await post('account/enableTotp', {}, { token })).body.code).toBe('sessionNeeded');
    now = new Date(now.getTime() + 25 * 3_600_000);
    expect((await get('session', { token })).status).toBe(401);
  });

  it.each(['varna_x', '', 'Basic abc', 'Bearer', 'Bearer a b'])('%j is nobody’s', async (authorization) => {
    const response = await app.inject({ url: '/api/v1/session', headers: { authorization } });
    expect(response.statusCode).toBe(401);
  });
});

describe('invitations', () => {
  async function invited(): Promise<{ id: string; secret: string }> {
    const cookie = await signedIn();
    const person = { kind: 'employee', givenName: 'Bo', familyName: 'Ek', email: `bo${address}@kommun.se` };
    const rest = {
      telephone: null,
      organisation: null,
      unitId: null,
      sourceId: null,
      from: '2026-11-01',
      until: null,
    };
    const entered = await post('person/register', { ...person, ...rest }, { cookie });
    const { id: personId } = entered.body as unknown as { id: string };
    const { link } = (await post('account/invite', { personId, email: null }, { cookie }))
      .body as unknown as { link: string };
    const [id = '', secret = ''] = link.split('#')[1]?.split('.') ?? [];
    return { id, secret };
  }

  it('let somebody in once', async () => {
    const { id, secret } = await invited();
    expect((await get(`account/${id}/invitation`)).body).toMatchObject({ state: 'open', name: 'Bo Ek' });
    const short = await post('account/accept', { secret, password: 'kort' });
    expect(short.status).toBe(400);
    const all = await Promise.all(
      [1, 2, 3].map(() => post('account/accept', { secret, password: 'moln kratta spade bil' })),
    );
    expect(all.map((one) => one.status).sort()).toEqual([200, 422, 422]);
    expect((await get(`account/${id}/invitation`)).body).toMatchObject({ state: 'used' });
  });

  it('end after two weeks, and with a newer one', async () => {
    const { secret } = await invited();
    now = new Date(now.getTime() + 14 * 86_400_000);
    expect((await post('account/accept', { secret, password: 'moln kratta spade bil' })).body.code).toBe(
      'invitationExpired',
    );
    await owner.query(`update invitation set replaced_at = now() where used_at is null`);
    expect((await post('account/accept', { secret, password: 'moln kratta spade bil' })).body.code).toBe(
      'invitationUnknown',
    );
  });
});

it('changes a password only for who knows the old one, and ends the other sessions', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const newPassword = 'spade moln kratta tusen';
  const wrong = await post('account/changePassword', { password: 'fel', newPassword }, { cookie: here });
  expect(wrong.body.code).toBe('wrongPassword');
  expect((await post('account/changePassword', { password, newPassword }, { cookie: here })).status).toBe(
    200,
  );
  expect((await get('session', { cookie: there })).body).toMatchObject({ signedIn: false });
  expect((await get('session', { cookie: here })).body).toMatchObject({ signedIn: true });
  const back = await post(
    'account/changePassword',
    { password: newPassword, newPassword: password },
    { cookie: here },
  );
  expect(back.status).toBe(200);
  const leaves = (await eventsOf('account.passwordChanged')).map((one) => one.leaf).join();
  expect(leaves).not.toContain('spade');
});

describe('the door', () => {
  it('is closed to other sites, also for signing in', async () => {
    const forged = await post(
      'session/open',
      { email, password },
      { headers: { 'sec-fetch-site': 'cross-site' } },
    );
    expect([forged.status, forged.session]).toEqual([403, undefined]);
  });

  it('understands JSON only, and no more of it than a stranger needs', async () => {
    const text = await app.inject({
      method: 'POST',
      url: '/api/v1/session/open',
      headers: { 'content-type': 'text/plain' },
      payload: JSON.stringify({ email, password }),
    });
    expect(text.statusCode).toBe(400);
    const large = await post('session/open', { email, password, device: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
    const broken = await app.inject({
      method: 'POST',
      url: '/api/v1/session/open',
      headers: { 'content-type': 'application/json' },
      payload: '{"email":',
    });
    expect([broken.statusCode, broken.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('says what is wrong in both languages, and never what broke inside', async () => {
    const english = await app.inject({ url: '/api/v1/nowhere', headers: { 'accept-language': 'en' } });
    expect(english.json()).toMatchObject({ status: 404, code: 'notFound' });
    expect(english.headers['strict-transport-security']).toContain('max-age=31536000');
    expect(english.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    const whole = services;
    services = {
      ...(whole as Services),
      clock: () => {
        throw new Error('secret detail');
      },
    };
    const fault = await app.inject({ url: '/api/v1/session' });
    services = whole;
    expect(fault.statusCode).toBe(500);
    expect(fault.body).not.toContain('secret detail');
    expect(faults.at(-1)).toContain(fault.json<{ reference: string }>().reference);
  });

  it('answers that it lives before it can serve', async () => {
    const whole = services;
    services = null;
    const [alive, ready, door] = await Promise.all(
      ['/healthz', '/readyz', '/api/v1/session'].map((url) => app.inject({ url })),
    );
    services = whole;
    expect([alive?.statusCode, ready?.statusCode, door?.statusCode]).toEqual([200, 503, 503]);
    expect((await app.inject({ url: '/readyz' })).statusCode).toBe(200);
  });
});

/** The code that an app would show (RFC 6238), worked out apart from the code under test. */
function codeOf(secret: string, at: Date): string {
  const bits = [...secret]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  return String((hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
