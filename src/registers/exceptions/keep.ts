import { systemActor } from '../../kernel/access.ts';
import type { Action } from '../../kernel/action.ts';
import { dayOf } from '../../kernel/calendar.ts';
import { keepLooking } from '../../kernel/housekeeping.ts';
import { underLock } from '../../kernel/locks.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { expire, remind } from './expiry.actions.ts';
import { endingExceptions, overrunExceptions } from './expiry.store.ts';

/** How often it is looked (ms): a last day passes at midnight, and nobody waits for the minute. */
const lookEvery = 10 * 60_000;
/** How many are seen to at one look; the rest wait for the next. */
const most = 500;

/**
 * Reminds of exceptions that run out and makes deviations of those that have, from one process at a time. Returns a function that
 * ends it, after what is at hand.
 */
export function keepExceptions(services: Services, onFault: (error: unknown) => void): () => Promise<void> {
  return keepLooking(() => seeToExceptions(services), lookEvery, onFault);
}

/**
 * One look. That each thing happens once does not turn on the lock, which only keeps two processes from doing the same work: the
 * action looks again under a lock on the row.
 */
export async function seeToExceptions(services: Services): Promise<void> {
  const { db, clock } = services;
  await underLock(db, 'exceptions', async () => {
    const today = dayOf(clock());
    for (const id of await overrunExceptions(db, today, most)) await perform(services, expire, id);
    for (const id of await endingExceptions(db, today, most)) await perform(services, remind, id);
  });
}

const seenToAlready: readonly string[] = ['notOverrun', 'notDue'];

async function perform(services: Services, action: Action, id: string): Promise<void> {
  const request = { actor: systemActor, id, input: {}, version: null, idempotencyKey: null };
  const result = await act(services, action, { ...request, confirmed: new Set<string>() });
  if (isRefusal(result) && !seenToAlready.includes(result.code))
    throw new Error(`${action.name} was refused: ${result.code}`);
}
