import { systemActor } from '../../../kernel/access.ts';
import { keepLooking } from '../../../kernel/housekeeping.ts';
import { underLock } from '../../../kernel/locks.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { act } from '../../../kernel/run.ts';
import { isChannelTestDue } from './channel-test.ts';
import { noteTest } from './channel-test.actions.ts';
import { newestChannelTests } from './channel-test.store.ts';
import { type ChannelProbe, probeChannel } from './self-test.ts';

/** How often it is looked whether a test is due (ms). */
const lookEvery = 60_000;

/** Tests the channel for reports at the start and when it is due. Returns a function that ends it, after what is at hand. */
export function keepChannel(probe: ChannelProbe, onFault: (error: unknown) => void): () => Promise<void> {
  let isFirst = true;
  const look = async () => {
    await testChannel(probe, isFirst);
    isFirst = false;
  };
  return keepLooking(look, lookEvery, onFault);
}

/** One look: tests and records what came of it, when it is time or at once, and no other process is at it. */
export async function testChannel(probe: ChannelProbe, atOnce: boolean): Promise<void> {
  const { db, clock } = probe.services;
  const isDue = async () => {
    const [newest = null] = await newestChannelTests(db, 1);
    return isChannelTestDue(newest, clock());
  };
  if (!atOnce && !(await isDue())) return;
  await underLock(db, 'channel', async () => {
    // Another process may have been here since.
    if (!atOnce && !(await isDue())) return;
    const input = await probeChannel(probe);
    const request = { actor: systemActor, id: null, input, version: null, idempotencyKey: null };
    const result = await act(probe.services, noteTest, { ...request, confirmed: new Set<string>() });
    if (isRefusal(result)) throw new Error(`${noteTest.name} was refused: ${result.code}`);
  });
}
