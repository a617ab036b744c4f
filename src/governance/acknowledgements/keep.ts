import { systemActor } from '../../kernel/access.ts';
import type { Action } from '../../kernel/action.ts';
import { addDays, dayOf } from '../../kernel/calendar.ts';
import { keepLooking } from '../../kernel/housekeeping.ts';
import { underLock } from '../../kernel/locks.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { closeItself, gather, invite, release, remindDue } from './campaign.actions.ts';
import { campaignsNotClosed, campaignsToClose } from './campaign.store.ts';
import { forgetLinks } from './leaving.store.ts';

/** How often (ms) it is looked for campaigns that have just been begun, and for who has come, left or is to be reminded. */
const lookEvery = 3_000;
const tendEvery = 3_600_000;

/** How long (days) a link still says what became of it when its campaign is closed, and how many are forgotten at a time. */
const linkDays = 90;
const atOnce = 5000;

/**
 * Runs the campaigns: those just begun at once, all of them every hour, one process at a time. Returns a function that ends it.
 */
export function keepCampaigns(services: Services, onFault: (error: unknown) => void): () => Promise<void> {
  let tended = 0;
  return keepLooking(
    async () => {
      const isTime = services.clock().getTime() - tended >= tendEvery;
      const isDone = await underLock(services.db, 'campaigns', () => runCampaigns(services, isTime));
      if (isDone && isTime) tended = services.clock().getTime();
    },
    lookEvery,
    onFault,
  );
}

/**
 * Takes the campaigns as far as they can come now. Each step is a transaction of its own and takes up where the last one that was
 * committed ended, so a process that dies in the middle leaves nothing undone and nothing done twice. `all` looks also for
 * newcomers, for those who have left and for reminders; else only what is being gathered.
 */
export async function runCampaigns(services: Services, all: boolean): Promise<void> {
  const today = dayOf(services.clock());
  for (const { id, because } of await campaignsToClose(services.db, today))
    await perform(services, closeItself, id, { because });
  if (all) await repeat(services, release, null);
  for (const { id, state, opensOn } of await campaignsNotClosed(services.db)) {
    const isNew = state === 'gathering';
    if (isNew || all) await gatherAll(services, id);
    if (opensOn <= today && (isNew || all)) await repeat(services, invite, id);
  }
  if (all) await repeat(services, remindDue, null);
  if (all) while ((await forgetLinks(services.db, addDays(today, -linkDays), atOnce)) > 0);
}

/** Asks all whom a campaign is for who have not been asked. */
export function gatherAll(services: Services, id: string): Promise<void> {
  return repeat(services, gather, id);
}

/** Does a step until it says that there is nothing left to do. */
async function repeat(services: Services, step: Action, id: string | null): Promise<void> {
  while (await perform(services, step, id, {}));
}

/** What says that there was nothing to do; anything else that is refused is a fault of the program. */
const nothingToDo = new Set(['nobodyToAsk', 'nobodyToSend', 'nobodyLeft', 'notOpenYet', 'closed']);

async function perform(services: Services, step: Action, id: string | null, input: object): Promise<boolean> {
  const result = await act(services, step, {
    actor: systemActor,
    id,
    input,
    version: null,
    idempotencyKey: null,
    confirmed: new Set<string>(),
  });
  if (!isRefusal(result)) return true;
  if (!nothingToDo.has(result.code)) throw new Error(`${step.name} was refused: ${result.code}`);
  return false;
}
