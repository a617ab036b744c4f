import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ask } from '../kernel/run.ts';
import { claimMails } from '../mail/mail.store.ts';
import { list } from '../mail/mail.views.ts';
import { sendDue } from '../mail/post.ts';
import { suspend } from '../people/signin/account.actions.ts';
import { holderOf } from '../testing/actors.ts';
import { localhostCertificate } from '../testing/https-server.ts';
import { pushTown, signedIn } from '../testing/push-town.ts';
import { actAs, done } from '../testing/services.ts';
import { test } from './push-device.actions.ts';
import { devicesOf } from './push-device.store.ts';
import { notify } from './queue.ts';
import { attemptOfStatus, openPush } from './transport.ts';

const one = pushTown();

describe('the push service', () => {
  const tested = async (status: number) => {
    const device = await one.deviceOf(one.town.manager);
    one.service.status.set('/a', status);
    await done(actAs(one.services, signedIn(one.town.manager), test, { id: device.id }));
    await one.send();
    return device;
  };

  it.each([404, 410])('that says %i has the device removed, and its owner told', async (status) => {
    const { id } = await tested(status);
    expect((await one.rows())[0]).toMatchObject({ state: 'failed', outcome: 'gone', attempts: 1 });
    const [shown] = await devicesOf(one.database.db, one.town.manager, one.state.now);
    expect(shown).toMatchObject({ id, goneAt: one.state.now });
    expect(await actAs(one.services, signedIn(one.town.manager), test, { id })).toMatchObject({
      code: 'notFound',
    });
    const { rows } = await sql<{ address: string; text: string }>`
      select address, body_text as text from mail where kind = 'deviceGone' and queued_at = ${one.state.now}`.execute(
      one.database.db,
    );
    expect(rows).toEqual([{ address: 'maria@prov.example', text: expect.stringContaining('Telefonen') }]);
    const kept = await sql<{ endpoint: string; secret: Buffer }>`
      select endpoint, auth_secret as secret from push_device where id = ${id}`.execute(one.database.db);
    expect(kept.rows).toEqual([{ endpoint: `https://ended.invalid/${id}`, secret: Buffer.alloc(0) }]);
    const keepers = holderOf('informationSecurityCoordinator', one.town.other);
    const answer = await ask(one.services, list, { actor: keepers, id: null, query: {} });
    expect(answer).toMatchObject({
      answer: {
        items: expect.arrayContaining([expect.objectContaining({ channel: 'push', outcome: 'gone' })]),
      },
    });
  });

  it.each([429, 500, 503, 401, 403])('that says %i is tried again, later and later', async (status) => {
    await tested(status);
    expect((await one.rows())[0]).toMatchObject({ state: 'queued', attempts: 1 });
    await one.send();
    expect((await one.rows())[0]).toMatchObject({ attempts: 1 });
    one.wait(1);
    one.service.status.delete('/a');
    await one.send();
    expect((await one.rows())[0]).toMatchObject({ state: 'sent', outcome: 'accepted', attempts: 2 });
  });

  it('that never takes it is given up after two days, where it can be seen', async () => {
    await tested(500);
    for (let hours = 0; hours < 56; hours += 4) {
      one.wait(240);
      await one.send();
    }
    expect((await one.rows())[0]).toMatchObject({ state: 'failed', outcome: 'later' });
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
    const [here, there] = [
      await one.deviceOf(one.town.manager, '/a'),
      await one.deviceOf(one.town.manager, '/b'),
    ];
    await sql`update push_device set service = 'borta.example', endpoint = 'https://127.0.0.1:9/x' where id = ${there.id}`.execute(
      one.database.db,
    );
    for (const { id } of [there, here])
      await done(actAs(one.services, signedIn(one.town.manager), test, { id }));
    const open = openPush(one.services, {
      alsoTo: new Set([one.service.host, '127.0.0.1:9']),
      ca: localhostCertificate,
      timeout: 20_000,
    });
    expect(await sendDue(one.services, open)).toBe(true);
    expect(one.service.requests).toHaveLength(1);
  });

  it.each([401, 403])('that turns one device away with %i is asked for the others', async (status) => {
    const [bad, good] = [
      await one.deviceOf(one.town.manager, '/a'),
      await one.deviceOf(one.town.other, '/b'),
    ];
    one.service.status.set('/a', status);
    for (let times = 0; times < 5; times++)
      await done(actAs(one.services, signedIn(one.town.manager), test, { id: bad.id }));
    await done(actAs(one.services, signedIn(one.town.other), test, { id: good.id }));
    await one.send();
    expect(one.service.requests.map(({ url }) => url)).toContain('/b');
  });

  it('is told of what wakes somebody before any trial, however many there are', async () => {
    const { id } = await one.deviceOf(one.town.manager);
    for (let times = 0; times < 4; times++)
      await done(actAs(one.services, signedIn(one.town.manager), test, { id }));
    one.wait(1);
    const clock = {
      kind: 'clock',
      title: 'En klocka',
      body: '',
      path: '/klockor',
      tag: 'a',
      dueAt: null,
    } as const;
    await one.database.db
      .transaction()
      .execute((transaction) => notify(transaction, [one.town.manager], () => clock, 'sv', one.state.now));
    const [first] = await claimMails(one.database.db, 'push', one.state.now, one.state.now, 1);
    expect(first?.subject).toBe('En klocka');
  });

  it('is not spoken to within the house, whatever stands in the database', async () => {
    const { id } = await one.deviceOf(one.town.manager);
    await done(actAs(one.services, signedIn(one.town.manager), test, { id }));
    await sendDue(one.services, openPush(one.services, { ca: localhostCertificate }));
    expect(one.service.requests).toEqual([]);
    expect((await one.rows())[0]).toMatchObject({ state: 'failed', outcome: 'refused' });
  });
});

describe('somebody whose account is closed', () => {
  it('is woken on nothing any more, also by what waits', async () => {
    const { id } = await one.deviceOf(one.town.manager);
    await sql`insert into account (person_id, email, state, created_at)
      values (${one.town.manager}, 'maria@prov.example', 'active', ${one.state.now})`.execute(
      one.database.db,
    );
    await done(actAs(one.services, signedIn(one.town.manager), test, { id }));
    const administrator = holderOf('administrator', one.town.other);
    await done(actAs(one.services, administrator, suspend, { id: one.town.manager }));
    await one.send();
    expect(one.service.requests).toEqual([]);
    expect(await devicesOf(one.database.db, one.town.manager, one.state.now)).toEqual([]);
  });
});
