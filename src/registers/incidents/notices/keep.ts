import { systemActor } from '../../../kernel/access.ts';
import { keepLooking } from '../../../kernel/housekeeping.ts';
import { underLock } from '../../../kernel/locks.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { act, type Services } from '../../../kernel/run.ts';
import { announce } from './notice.actions.ts';

/** How often it is looked (ms): whoever is to look at a report hears of it within half a minute. */
const lookEvery = 30_000;

/** Tells of new reports, from one process at a time. Returns a function that ends it, after what is at hand. */
export function keepNotices(services: Services, onFault: (error: unknown) => void): () => Promise<void> {
  return keepLooking(
    async () => {
      await underLock(services.db, 'reportNotices', () => announceReports(services));
    },
    lookEvery,
    onFault,
  );
}

/** One look. */
export async function announceReports(services: Services): Promise<void> {
  const request = { actor: systemActor, id: null, input: {}, version: null, idempotencyKey: null };
  const result = await act(services, announce, { ...request, confirmed: new Set<string>() });
  if (isRefusal(result) && result.code !== 'nothingNew')
    throw new Error(`${announce.name} was refused: ${result.code}`);
}
