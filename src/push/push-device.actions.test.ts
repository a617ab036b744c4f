import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/access.ts';
import { newId, type PersonId } from '../kernel/ids.ts';
import { written } from '../governance/acknowledgements/testing.ts';
import { ask, type Services } from '../kernel/run.ts';
import { list } from '../mail/mail.views.ts';
import { sendDue } from '../mail/post.ts';
import { suspend } from '../people/signin/account.actions.ts';
import { secrecy } from '../registers/incidents/incident.actions.ts';
import { draftedReport, serveTestInstallation } from '../registers/incidents/testing.ts';
import { wakeForClocks } from '../registers/incidents/duties/keep.ts';
import { employee, holderOf } from '../testing/actors.ts';
import { type Arranged, arrange } from '../testing/arrange.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { localhostCertificate } from '../testing/https-server.ts';
import { actAs, done, testServices } from '../testing/services.ts';
import { sealAuth } from './keys.ts';
import { add, remove, test } from './push-device.actions.ts';
import { devicesOf, saveDevice } from './push-device.store.ts';
import { mine } from './push-device.views.ts';
import { claimsOf, testBrowser, testPushService } from './testing.ts';
import { attemptOfStatus, openPush } from './transport.ts';

let database: TestDatabase;
let services: Services;
let town: Arranged;
let coordinator: Actor;
let service: Awaited<ReturnType<typeof testPushService>>;
const state = { now: new Date('2026-11-23T10:00:00Z') };
beforeAll(async () => {
  serveTestInstallation();
  database = await testDatabase();
  services = { ...testServices(database.db), clock: () => state.now };
  town = await arrange(database.db);
  coordinator = holderOf('informationSecurityCoordinator', town.other);
});
afterAll(() => database.close());
beforeEach(async () => {
  wait(1);
  service = await testPushService();
});
afterEach(async () => {
  await sql`update push_device set ended_at = coalesce(ended_at, now()), ended_because = 'removed'`.execute(
    database.db,
  );
  await sql`update mail set state = 'failed', finished_at = now() where state = 'queued'`.execute(
    database.db,
  );
  await service.close();
});

const signedIn = (personId: PersonId): Actor => ({ ...employee(personId), credentialId: 'session:1' });
const inputOf = (browser: ReturnType<typeof testBrowser>, more: object = {}) => ({
  name: 'Firefox, Linux',
  endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/abc',
  publicKey: browser.publicKey,
  authSecret: browser.authSecret,
  ...more,
});

/** A device at the service on this machine, which no door lets anybody point to. */
async function deviceOf(personId: PersonId, path = '/a') {
  const browser = testBrowser();
  const endpoint = `${service.origin}${path}`;
  const row = {
    id: newId<'PushDevice'>(),
    personId,
    name: 'Telefonen',
    endpoint,
    service: service.host,
    publicKey: Buffer.from(browser.publicKey, 'base64url'),
    authSecret: Buffer.from(browser.authSecret, 'base64url'),
  };
  await database.db
    .transaction()
    .execute((transaction) => saveDevice(transaction, row, sealAuth(row.authSecret, endpoint), state.now));
  return { id: row.id, browser };
}
const transport = () =>
  openPush(services, { alsoTo: new Set([service.host]), ca: localhostCertificate, timeout: 2000 });
const send = () => sendDue(services, transport());
const rows = async () =>
  (
    await sql<{ state: string; outcome: string | null; attempts: number }>`
      select state, outcome, attempts from mail where device_id is not null order by queued_at desc`.execute(
      database.db,
    )
  ).rows;
const wait = (minutes: number) => {
  state.now = new Date(state.now.getTime() + minutes * 60_000);
};

describe('a device', () => {
  it('is added by its owner, shown to her and to nobody else, and its secrets nowhere', async () => {
    const browser = testBrowser();
    const { id } = await done(actAs(services, signedIn(town.manager), add, { input: inputOf(browser) }));
    const shown = async (personId: PersonId) => {
      const answer = await ask(services, mine, { actor: signedIn(personId), id: null, query: {} });
      return (answer as { answer: { publicKey: string; devices: { id: string; endpointHash: string }[] } })
        .answer;
    };
    const own = await shown(town.manager);
    expect(own.devices).toEqual([
      expect.objectContaining({ id, name: 'Firefox, Linux', service: 'updates.push.services.mozilla.com' }),
    ]);
    expect(Buffer.from(own.publicKey, 'base64url')).toHaveLength(65);
    expect((await shown(town.other)).devices).toEqual([]);
    // The installation has one key, whoever asks and however often.
    expect((await shown(town.other)).publicKey).toBe(own.publicKey);
    expect(JSON.stringify(own)).not.toMatch(/wpush|authSecret/);
    const told = await sql<{
      leaf: string;
    }>`select leaf from audit_event where kind = 'pushDevice.added'`.execute(database.db);
    expect(told.rows.at(-1)?.leaf).not.toMatch(
      new RegExp(`wpush|${browser.authSecret}|${browser.publicKey}`),
    );
    const kept = await sql<{
      row: string;
    }>`select to_jsonb(d)::text || (select to_jsonb(k)::text from push_key k) as row
      from push_device d where d.id = ${id}`.execute(database.db);
    const secret = Buffer.from(browser.authSecret, 'base64url').toString('hex');
    expect(kept.rows[0]?.row).not.toContain(secret);
  });

  it.each([
    ['an address of another service', { endpoint: 'https://intranet.kommunen.se/x' }, 'unknownService'],
    ['an address within the house', { endpoint: 'https://169.254.169.254/x' }, 'unknownService'],
    ['no address', { endpoint: 'javascript:alert(1)' }, 'invalid'],
    ['a key that is no point', { publicKey: 'A'.repeat(87) }, 'keyBroken'],
  ])('is refused with %s', async (_what, more, code) => {
    const input = inputOf(testBrowser(), more);
    expect(await actAs(services, signedIn(town.manager), add, { input })).toMatchObject({ code });
  });

  it('is not added by a token, nor an eleventh, and is one person’s at a time', async () => {
    const byToken = { ...employee(town.manager), credentialId: 'token:1' };
    expect(await actAs(services, byToken, add, { input: inputOf(testBrowser()) })).toMatchObject({
      code: 'sessionNeeded',
    });
    const endpoint = (number: number) => `https://fcm.googleapis.com/fcm/send/${number}`;
    for (let number = 0; number < 10; number++)
      await done(
        actAs(services, signedIn(town.manager), add, {
          input: inputOf(testBrowser(), { endpoint: endpoint(number) }),
        }),
      );
    const more = inputOf(testBrowser(), { endpoint: endpoint(10) });
    expect(await actAs(services, signedIn(town.manager), add, { input: more })).toMatchObject({
      code: 'tooManyDevices',
    });
    // The same browser again takes its own place; another person in it takes it over.
    const again = inputOf(testBrowser(), { endpoint: endpoint(3) });
    await done(actAs(services, signedIn(town.manager), add, { input: again }));
    await done(actAs(services, signedIn(town.other), add, { input: again }));
    expect(await devicesOf(database.db, town.manager, state.now)).toHaveLength(9);
    expect(await devicesOf(database.db, town.other, state.now)).toHaveLength(1);
  });

  it('is tested and removed by its owner alone', async () => {
    const { id, browser } = await deviceOf(town.manager);
    for (const action of [test, remove])
      expect(await actAs(services, signedIn(town.other), action, { id })).toMatchObject({ code: 'notFound' });
    await done(actAs(services, signedIn(town.manager), test, { id }));
    await send();
    expect(JSON.parse(browser.read(service.bodies[0] ?? Buffer.alloc(0)))).toMatchObject({
      title: 'Provnotis från Värna',
      path: '/mitt-konto/aviseringar',
    });
    await done(actAs(services, signedIn(town.manager), remove, { id }));
    expect(await actAs(services, signedIn(town.manager), test, { id })).toMatchObject({ code: 'notFound' });
  });
});

describe('a clock that runs', () => {
  const clocked = (more: object = {}) =>
    draftedReport(services, coordinator, town.executive, { handlerId: town.other, ...more });

  it('wakes the devices of whom the mail wakes, and says the number and when, and no more', async () => {
    const { browser } = await deviceOf(town.other);
    await deviceOf(town.manager, '/b');
    await clocked();
    await wakeForClocks(services);
    await send();
    expect(service.requests).toHaveLength(1);
    const [request] = service.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/a' });
    expect(request?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: '14400',
      urgency: 'high',
    });
    const claims = claimsOf(request?.headers.authorization ?? '');
    expect(claims).toMatchObject({ aud: service.origin, sub: 'https://varna.prov.example' });
    const payload = JSON.parse(browser.read(service.bodies[0] ?? Buffer.alloc(0))) as Record<string, unknown>;
    expect(payload).toMatchObject({
      title: 'En klocka går i Värna',
      path: '/klockor',
      language: 'sv',
      dueAt: new Date(state.now.getTime() + 72 * 3_600_000).toISOString(),
      left: { hours: '{n} h kvar' },
    });
    expect(payload['body']).toMatch(/^H 2026-\d{4}$/);
    expect(JSON.stringify(payload)).not.toMatch(/brev|elev|G1|IMY|Skolan/);
    // It went once, with two processes at it and looks after.
    await wakeForClocks(services);
    await Promise.all([send(), send()]);
    expect(service.requests).toHaveLength(1);
    const told = await sql<{ leaf: string }>`select leaf from audit_event where kind = 'push.sent'`.execute(
      database.db,
    );
    expect(told.rows.at(-1)?.leaf).toContain(`"to":"${town.other}"`);
    const [device] = await devicesOf(database.db, town.other, state.now);
    expect(device?.sentAt).toEqual(state.now);
  });

  it.each([
    ['of a secret case', { secret: true, secretParts: [] }],
    ['of a case that is partly secret', { secret: false, secretParts: ['description'] }],
  ])('%s says only that a clock runs', async (_what, marks) => {
    const { browser } = await deviceOf(town.other);
    const { id } = await clocked();
    const { rows: found } = await sql<{
      version: number;
    }>`select version from incident where id = ${id}`.execute(database.db);
    const input = { ...marks, secrecyProvision: 'OSL 18:8', secrecyReason: '' };
    await done(actAs(services, coordinator, secrecy, { id, version: found[0]?.version ?? 0, input }));
    await wakeForClocks(services);
    await send();
    const payload = browser.read(service.bodies[0] ?? Buffer.alloc(0));
    expect(JSON.parse(payload)).toMatchObject({ title: 'En klocka går i Värna', body: '' });
    expect(payload).not.toMatch(/HS? 2026|brev|elev/);
  });

  it('wakes whoever has a device and no address for mail', async () => {
    await deviceOf(town.other);
    await written(database.db, state.now, (event) => [
      sql`update person set email = null, version = version + 1, changed_by_event = ${event} where id = ${town.other}`,
    ]);
    await clocked();
    await wakeForClocks(services);
    await send();
    expect(service.requests).toHaveLength(1);
  });
});

describe('the push service', () => {
  const tested = async (status: number) => {
    const device = await deviceOf(town.manager);
    service.status.set('/a', status);
    await done(actAs(services, signedIn(town.manager), test, { id: device.id }));
    await send();
    return device;
  };

  it.each([404, 410])('that says %i has the device removed, and its owner told', async (status) => {
    const { id } = await tested(status);
    expect((await rows())[0]).toMatchObject({ state: 'failed', outcome: 'gone', attempts: 1 });
    const [shown] = await devicesOf(database.db, town.manager, state.now);
    expect(shown).toMatchObject({ id, goneAt: state.now });
    expect(await actAs(services, signedIn(town.manager), test, { id })).toMatchObject({ code: 'notFound' });
    const keepers = holderOf('informationSecurityCoordinator', town.other);
    const answer = await ask(services, list, { actor: keepers, id: null, query: {} });
    expect(answer).toMatchObject({
      answer: {
        items: expect.arrayContaining([expect.objectContaining({ channel: 'push', outcome: 'gone' })]),
      },
    });
  });

  it.each([429, 500, 503, 401, 403])('that says %i is tried again, later and later', async (status) => {
    await tested(status);
    expect((await rows())[0]).toMatchObject({ state: 'queued', attempts: 1 });
    await send();
    expect((await rows())[0]).toMatchObject({ attempts: 1 });
    wait(1);
    service.status.delete('/a');
    await send();
    expect((await rows())[0]).toMatchObject({ state: 'sent', outcome: 'accepted', attempts: 2 });
  });

  it('that never takes it is given up after two days, where it can be seen', async () => {
    await tested(500);
    for (let hours = 0; hours < 56; hours += 4) {
      wait(240);
      await send();
    }
    expect((await rows())[0]).toMatchObject({ state: 'failed', outcome: 'later' });
  });

  it.each([
    [200, 'accepted'],
    [201, 'accepted'],
    [301, 'refused'],
    [400, 'refused'],
    [413, 'refused'],
  ])('that says %i has %s it', (status, outcome) => {
    expect(attemptOfStatus(status)).toEqual({ outcome, code: status });
  });

  it('that is away keeps nothing from another, and is asked once', async () => {
    const [here, there] = [await deviceOf(town.manager, '/a'), await deviceOf(town.manager, '/b')];
    await sql`update push_device set service = 'borta.example', endpoint = 'https://127.0.0.1:9/x' where id = ${there.id}`.execute(
      database.db,
    );
    for (const { id } of [there, here]) await done(actAs(services, signedIn(town.manager), test, { id }));
    const open = openPush(services, {
      alsoTo: new Set([service.host, '127.0.0.1:9']),
      ca: localhostCertificate,
      timeout: 2000,
    });
    expect(await sendDue(services, open)).toBe(true);
    expect(service.requests).toHaveLength(1);
  });

  it('is not spoken to within the house, whatever stands in the database', async () => {
    const { id } = await deviceOf(town.manager);
    await done(actAs(services, signedIn(town.manager), test, { id }));
    await sendDue(services, openPush(services, { ca: localhostCertificate }));
    expect(service.requests).toEqual([]);
    expect((await rows())[0]).toMatchObject({ state: 'failed', outcome: 'refused' });
  });
});

describe('somebody whose account is closed', () => {
  it('is woken on nothing any more, also by what waits', async () => {
    const { id } = await deviceOf(town.manager);
    await sql`insert into account (person_id, email, state, created_at)
      values (${town.manager}, 'maria@prov.example', 'active', ${state.now})`.execute(database.db);
    await done(actAs(services, signedIn(town.manager), test, { id }));
    const administrator = holderOf('administrator', town.other);
    await done(actAs(services, administrator, suspend, { id: town.manager }));
    await send();
    expect(service.requests).toEqual([]);
    expect(await devicesOf(database.db, town.manager, state.now)).toEqual([]);
  });
});
