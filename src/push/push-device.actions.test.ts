import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { written } from '../governance/acknowledgements/testing.ts';
import { newId, type PersonId } from '../kernel/ids.ts';
import { ask } from '../kernel/run.ts';
import { end as endSession, revoke, revokeOthers } from '../people/signin/session.actions.ts';
import { saveSession } from '../people/signin/session.store.ts';
import { secrecy } from '../registers/incidents/incident.actions.ts';
import { draftedReport } from '../registers/incidents/testing.ts';
import { wakeForClocks } from '../registers/incidents/duties/keep.ts';
import { employee } from '../testing/actors.ts';
import { pushTown, signedIn } from '../testing/push-town.ts';
import { actAs, done } from '../testing/services.ts';
import { add, remove, test } from './push-device.actions.ts';
import { devicesOf } from './push-device.store.ts';
import { mine } from './push-device.views.ts';
import { claimsOf, testBrowser } from './testing.ts';

const one = pushTown();
const inputOf = (browser: ReturnType<typeof testBrowser>, more: object = {}) => ({
  name: 'Firefox, Linux',
  endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/abc',
  publicKey: browser.publicKey,
  authSecret: browser.authSecret,
  ...more,
});

describe('a device', () => {
  it('is added by its owner, shown to her and to nobody else, and its secrets nowhere', async () => {
    const browser = testBrowser();
    const { id } = await done(
      actAs(one.services, signedIn(one.town.manager), add, { input: inputOf(browser) }),
    );
    const shown = async (personId: PersonId) => {
      const answer = await ask(one.services, mine, { actor: signedIn(personId), id: null, query: {} });
      return (answer as { answer: { publicKey: string; devices: { id: string; endpointHash: string }[] } })
        .answer;
    };
    const own = await shown(one.town.manager);
    expect(own.devices).toEqual([
      expect.objectContaining({ id, name: 'Firefox, Linux', service: 'updates.push.services.mozilla.com' }),
    ]);
    expect(Buffer.from(own.publicKey, 'base64url')).toHaveLength(65);
    expect((await shown(one.town.other)).devices).toEqual([]);
    // The installation has one key, whoever asks and however often.
    expect((await shown(one.town.other)).publicKey).toBe(own.publicKey);
    expect(JSON.stringify(own)).not.toMatch(/wpush|authSecret/);
    const told = await sql<{
      leaf: string;
    }>`select leaf from audit_event where kind = 'pushDevice.added'`.execute(one.database.db);
    expect(told.rows.at(-1)?.leaf).not.toMatch(
      new RegExp(`wpush|${browser.authSecret}|${browser.publicKey}`),
    );
    const kept = await sql<{
      row: string;
    }>`select to_jsonb(d)::text || (select to_jsonb(k)::text from push_key k) as row
      from push_device d where d.id = ${id}`.execute(one.database.db);
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
    expect(await actAs(one.services, signedIn(one.town.manager), add, { input })).toMatchObject({ code });
  });

  it('is not added by a token, nor an eleventh, and is one person’s at a time', async () => {
    const byToken = { ...employee(one.town.manager), credentialId: 'token:1' };
    expect(await actAs(one.services, byToken, add, { input: inputOf(testBrowser()) })).toMatchObject({
      code: 'sessionNeeded',
    });
    const endpoint = (number: number) => `https://fcm.googleapis.com/fcm/send/${number}`;
    for (let number = 0; number < 10; number++)
      await done(
        actAs(one.services, signedIn(one.town.manager), add, {
          input: inputOf(testBrowser(), { endpoint: endpoint(number) }),
        }),
      );
    const more = inputOf(testBrowser(), { endpoint: endpoint(10) });
    expect(await actAs(one.services, signedIn(one.town.manager), add, { input: more })).toMatchObject({
      code: 'tooManyDevices',
    });
    // The same browser again takes its own place; another person in it takes it over.
    const again = inputOf(testBrowser(), { endpoint: endpoint(3) });
    await done(actAs(one.services, signedIn(one.town.manager), add, { input: again }));
    await done(actAs(one.services, signedIn(one.town.other), add, { input: again }));
    expect(await devicesOf(one.database.db, one.town.manager, one.state.now)).toHaveLength(9);
    expect(await devicesOf(one.database.db, one.town.other, one.state.now)).toHaveLength(1);
  });

  it('is tested and removed by its owner alone', async () => {
    const { id, browser } = await one.deviceOf(one.town.manager);
    for (const action of [test, remove])
      expect(await actAs(one.services, signedIn(one.town.other), action, { id })).toMatchObject({
        code: 'notFound',
      });
    await done(actAs(one.services, signedIn(one.town.manager), test, { id }));
    await one.send();
    expect(JSON.parse(browser.read(one.service.bodies[0] ?? Buffer.alloc(0)))).toMatchObject({
      title: 'Provnotis från Värna',
      path: '/mitt-konto/aviseringar',
    });
    await done(actAs(one.services, signedIn(one.town.manager), remove, { id }));
    expect(await actAs(one.services, signedIn(one.town.manager), test, { id })).toMatchObject({
      code: 'notFound',
    });
  });
});

describe('a clock that runs', () => {
  const clocked = (more: object = {}) =>
    draftedReport(one.services, one.coordinator, one.town.executive, { handlerId: one.town.other, ...more });

  it('wakes the devices of whom the mail wakes, and says the number and when, and no more', async () => {
    const { browser } = await one.deviceOf(one.town.other);
    await one.deviceOf(one.town.manager, '/b');
    await clocked();
    await wakeForClocks(one.services);
    await one.send();
    expect(one.service.requests).toHaveLength(1);
    const [request] = one.service.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/a' });
    expect(request?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: '14400',
      urgency: 'high',
    });
    const claims = claimsOf(request?.headers.authorization ?? '');
    expect(claims).toMatchObject({ aud: one.service.origin, sub: 'https://varna.prov.example' });
    const payload = JSON.parse(browser.read(one.service.bodies[0] ?? Buffer.alloc(0))) as Record<
      string,
      unknown
    >;
    expect(payload).toMatchObject({
      title: 'En klocka går i Värna',
      path: '/klockor',
      language: 'sv',
      dueAt: new Date(one.state.now.getTime() + 72 * 3_600_000).toISOString(),
      left: { hours: '{n} h kvar' },
    });
    expect(payload['body']).toMatch(/^H 2026-\d{4}$/);
    expect(JSON.stringify(payload)).not.toMatch(/brev|elev|G1|IMY|Skolan/);
    // It went once, with two processes at it and looks after.
    await wakeForClocks(one.services);
    await Promise.all([one.send(), one.send()]);
    expect(one.service.requests).toHaveLength(1);
    const told = await sql<{ leaf: string }>`select leaf from audit_event where kind = 'push.sent'`.execute(
      one.database.db,
    );
    expect(told.rows.at(-1)?.leaf).toContain(`"to":"${one.town.other}"`);
    const [device] = await devicesOf(one.database.db, one.town.other, one.state.now);
    expect(device?.sentAt).toEqual(one.state.now);
  });

  it.each([
    ['of a secret case', { secret: true, secretParts: [] }],
    ['of a case that is partly secret', { secret: false, secretParts: ['description'] }],
  ])('%s says only that a clock runs', async (_what, marks) => {
    const { browser } = await one.deviceOf(one.town.other);
    const { id } = await clocked();
    const { rows: found } = await sql<{
      version: number;
    }>`select version from incident where id = ${id}`.execute(one.database.db);
    const input = { ...marks, secrecyProvision: 'OSL 18:8', secrecyReason: '' };
    await done(actAs(one.services, one.coordinator, secrecy, { id, version: found[0]?.version ?? 0, input }));
    await wakeForClocks(one.services);
    await one.send();
    const payload = browser.read(one.service.bodies[0] ?? Buffer.alloc(0));
    expect(JSON.parse(payload)).toMatchObject({ title: 'En klocka går i Värna', body: '' });
    expect(payload).not.toMatch(/HS? 2026|brev|elev/);
  });

  it('wakes whoever has a device and no address for mail', async () => {
    await one.deviceOf(one.town.other);
    await written(one.database.db, one.state.now, (event) => [
      sql`update person set email = null, version = version + 1, changed_by_event = ${event} where id = ${one.town.other}`,
    ]);
    await clocked();
    await wakeForClocks(one.services);
    await one.send();
    expect(one.service.requests).toHaveLength(1);
  });
});

describe('a device of a session', () => {
  const endpoint = 'https://updates.push.services.mozilla.com/wpush/v2/delad';
  const by = (session: string) => ({ ...employee(one.town.manager), credentialId: `session:${session}` });
  const wakes = async () =>
    (await devicesOf(one.database.db, one.town.manager, one.services.clock())).some(
      (device) => device.endpoint === endpoint,
    );
  const begin = async (replaces: string | null = null): Promise<string> => {
    const id = newId<'Session'>();
    const row = {
      id,
      secretHash: randomBytes(32),
      personId: one.town.manager,
      method: 'password',
      device: '',
    } as const;
    const expiresAt = new Date(one.services.clock().getTime() + 3_600_000);
    await one.database.db
      .transaction()
      .execute((transaction) =>
        saveSession(transaction, { ...row, expiresAt }, replaces, one.services.clock()),
      );
    return id;
  };
  const added = async (session: string) =>
    done(actAs(one.services, by(session), add, { input: inputOf(testBrowser(), { endpoint }) }));

  it.each([
    ['signing out', (own: string) => actAs(one.services, by(own), endSession)],
    [
      'ending it from another',
      (own: string, other: string) => actAs(one.services, by(other), revoke, { id: own }),
    ],
    ['ending all others', (_own: string, other: string) => actAs(one.services, by(other), revokeOthers)],
  ])('wakes nobody after %s', async (_what, step) => {
    const [own, other] = [await begin(), await begin()];
    await added(own);
    expect(await wakes()).toBe(true);
    await done(step(own, other));
    expect(await wakes()).toBe(false);
  });

  it('goes on when another session ends or she signs in anew there, and ends with the new one', async () => {
    const [own, other] = [await begin(), await begin()];
    await added(own);
    await done(actAs(one.services, by(other), endSession));
    const next = await begin(own);
    expect(await wakes()).toBe(true);
    await done(actAs(one.services, by(next), endSession));
    expect(await wakes()).toBe(false);
  });

  it('that was added with a session long gone is ended by the browser’s own word, for its owner alone', async () => {
    await added(await begin());
    const endpointHash = createHash('sha256').update(endpoint).digest('base64url');
    const stranger = { ...employee(one.town.other), credentialId: `session:${newId()}` };
    await done(actAs(one.services, stranger, endSession, { input: { endpointHash } }));
    expect(await wakes()).toBe(true);
    await done(actAs(one.services, by(await begin()), endSession, { input: { endpointHash } }));
    expect(await wakes()).toBe(false);
  });
});
