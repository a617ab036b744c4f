import type { Circumstances, Decision } from '../kernel/action.ts';
import type { Id, PersonId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';

/** Where feeds are fetched: with the secret behind it, and `.ics` since some calendars go by the ending. */
export const feedPath = '/kalender/';
export const feedEnding = '.ics';

/** A feed that can be fetched. */
export interface CalendarFeed {
  readonly id: Id<'CalendarFeed'>;
  readonly personId: PersonId;
  readonly madeAt: Date;
  readonly fetchedAt: Date | null;
}

/** A feed about to be made, and the one it replaces. */
export interface NewFeed {
  readonly id: Id<'CalendarFeed'>;
  readonly personId: PersonId;
  readonly replaced: Id<'CalendarFeed'> | null;
}

/**
 * Makes the address of somebody's calendar anew, or for the first time: the old one is fetched no more. Only in a browser: whoever
 * has got hold of a token shall not make herself a way in that outlives it.
 */
export function makeFeed(
  {
    personId,
    feed,
    hasSession,
  }: {
    readonly personId: PersonId;
    readonly feed: CalendarFeed | null;
    readonly hasSession: boolean;
  },
  { newId }: Circumstances,
): Decision<NewFeed> | Refusal {
  if (!hasSession) return refuse('sessionNeeded');
  const next = { id: newId<'CalendarFeed'>(), personId, replaced: feed?.id ?? null };
  const kind = feed === null ? 'calendarFeed.made' : 'calendarFeed.renewed';
  return { next, event: { kind, record: next.id, data: { person: personId, replaced: next.replaced } } };
}
