import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actAs, done } from '../../../testing/services.ts';
import { clientSecret, tokenServer, type TokenServer } from '../../../testing/token-server.ts';
import { testIntake } from './mail-intake.actions.ts';
import { standing } from './mail-intake.views.ts';
import { MailTown } from './testing.ts';

const world = MailTown.forTests();
let signIn: TokenServer;
const written: string[] = [];
beforeEach(async () => {
  signIn = await tokenServer();
  world.server.state.token = 'token-1';
  world.connect({ password: undefined, oauth: signIn.settings });
  written.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await signIn.close();
});
const tried = async () => (await done(actAs(world.services, world.keeper, testIntake)))['outcome'];

describe('a mailbox that is opened with a token', () => {
  it('is read, with one token for many looks', async () => {
    const before = await world.count('incident');
    const [uid] = world.put(world.mail('Ett brev till en brevlåda utan lösenord.'));
    await world.look();
    await world.look();
    expect(await tried()).toBe('read');
    expect(await world.count('incident')).toBe(before + 1);
    expect(world.flags(uid)).toEqual(['\\Seen']);
    expect(signIn.asked).toHaveLength(1);
    expect(world.server.state.commands).not.toContain('LOGIN');
  });

  it('is read with a new token when the one in memory has ended, in the same look', async () => {
    expect(await tried()).toBe('read');
    signIn.state.token = 'token-2';
    world.server.state.token = 'token-2';
    const before = await world.count('incident');
    world.put(world.mail('Ett brev efter att beviset gick ut.'));
    await world.look();
    expect(await world.count('incident')).toBe(before + 1);
    expect(signIn.asked).toHaveLength(2);
  });

  it.each<[string, number, () => void]>([
    ['tokenNotAccepted', 1, () => void (world.server.state.token = 'another')],
    ['tokenNotAccepted', 1, () => void (world.server.state.shutsOut = true)],
    ['signIn', 1, () => void (world.server.state.token = null)],
    ['noFolder', 1, () => void world.server.folders.delete('INBOX')],
    [
      'clientRefused',
      1,
      () => world.connect({ oauth: { ...signIn.settings, clientSecret: `${clientSecret}!` } }),
    ],
    [
      'tokenUnreachable',
      0,
      () => world.connect({ oauth: { ...signIn.settings, tokenUrl: 'http://127.0.0.1:1/' } }),
    ],
    ['unreachable', 1, () => world.connect({ oauth: signIn.settings, port: 1 })],
    ['unreachable', 1, () => void (world.server.state.breaksAt = 'AUTHENTICATE')],
  ])('says %s, and neither secret nor token is seen', async (outcome, asked, change) => {
    change();
    expect(await tried()).toBe(outcome);
    expect(signIn.asked).toHaveLength(asked);
    await world.look();
    const told = await world.asked(standing);
    expect(told).toMatchObject({ look: { outcome } });
    expect(JSON.stringify(told) + written.join('')).not.toMatch(/hemlighet|hemligt|token-1/);
  });
});
