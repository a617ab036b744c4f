import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/access.ts';
import { newId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/run.ts';
import { holderOf } from '../../testing/actors.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { accountOfPerson } from './account.views.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer();
  await server.setUp();
  cookie = await server.signedIn();
});
afterAll(() => server.close());

let entered = 0;
async function enter(until: string | null = null): Promise<string> {
  entered += 1;
  const person = {
    kind: 'employee',
    givenName: 'Bo',
    familyName: 'Ek',
    email: `bo.${entered}@kommun.se`,
    telephone: null,
    organisation: null,
    unitId: null,
    sourceId: null,
    from: '2026-11-01',
    until,
  };
  const { body } = await server.post('person/register', person, { cookie });
  return String(body.id);
}
const seenBy = async (actor: Actor, id: string) =>
  ask(server.services, accountOfPerson, { actor, id, query: {} });
const seen = async (id: string) => (await server.get(`account/${id}/ofPerson`, { cookie })).body;
const allowed = { allowed: true, because: null };

describe('somebody’s way in', () => {
  it('goes from none to invited, and back when the link has gone out', async () => {
    const id = await enter();
    expect(await seen(id)).toMatchObject({ state: 'none', email: null, invitedUntil: null });
    await server.post('account/invite', { personId: id, email: null }, { cookie });
    const invited = await seen(id);
    expect(invited).toMatchObject({ state: 'invited', email: null, may: { invite: allowed } });
    const asker = holderOf('administrator', newId<'Person'>());
    server.wait(15 * 86_400);
    expect(await seenBy(asker, id)).toMatchObject({ answer: { state: 'none', invitedUntil: null } });
    server.wait(-15 * 86_400);
  });

  it('is closed by another’s hand alone', async () => {
    const own = ((await server.get('session', { cookie })).body.person as { id: string }).id;
    const suspend = { allowed: false, because: 'ownAccount' };
    expect(await seen(own)).toMatchObject({ state: 'active', may: { suspend } });
    const coordinator = holderOf('informationSecurityCoordinator', newId<'Person'>());
    const forbidden = { allowed: false, because: 'forbidden' };
    expect(await seenBy(coordinator, own)).toMatchObject({
      answer: { may: { suspend: forbidden, restore: forbidden } },
    });
    const administrator = holderOf('administrator', newId<'Person'>());
    const moot = { allowed: false, because: 'nothingChanged' };
    expect(await seenBy(administrator, own)).toMatchObject({
      answer: { may: { suspend: allowed, restore: moot } },
    });
  });

  it('is offered to nobody who has left', async () => {
    const id = await enter('2026-11-20');
    expect(await seen(id)).toMatchObject({ may: { invite: { allowed: false, because: 'personUnknown' } } });
  });

  it('is not there for a person who is not', async () => {
    expect((await server.get(`account/${newId()}/ofPerson`, { cookie })).status).toBe(404);
  });
});
