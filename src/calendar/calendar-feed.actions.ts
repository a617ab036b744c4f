import { action } from '../kernel/action.ts';
import { Fields } from '../kernel/schema.ts';
import { theInstallation } from '../people/signin/installation.ts';
import { hashSecret, newSecret } from '../people/signin/secrets.ts';
import { hasSession } from '../people/signin/session.ts';
import { calendarAccess } from './calendar-feed.access.ts';
import { endFeedOf, feedOf, saveFeed } from './calendar-feed.store.ts';
import { feedEnding, feedPath, makeFeed } from './calendar-feed.ts';

/** The address is in the answer and nowhere else: what is stored is the hash of its secret. */
export const make = action({
  name: 'calendarFeed.make',
  on: 'register',
  permission: calendarAccess.own,
  readable: calendarAccess.own,
  input: Fields({}),
  refusals: ['sessionNeeded', 'justMade'],
  constraints: { calendar_feed_once: 'justMade' },
  secretAnswer: true,
  load: async (transaction, { circumstances: { actor } }) => {
    const { personId } = actor;
    if (personId === null) return null;
    const feed = await feedOf(transaction, personId);
    return { personId, feed, hasSession: hasSession(actor), secret: newSecret() };
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: (loaded, _input, circumstances) => makeFeed(loaded, circumstances),
  save: async (transaction, { secret }, next, stamp) => {
    await saveFeed(transaction, next, hashSecret(secret), stamp.at);
    return { id: next.id, address: `${theInstallation().publicUrl}${feedPath}${secret}${feedEnding}` };
  },
});

export const remove = action({
  name: 'calendarFeed.remove',
  on: 'record',
  permission: calendarAccess.own,
  readable: calendarAccess.own,
  input: Fields({}),
  refusals: [],
  load: async (transaction, { id, circumstances: { actor } }) => {
    const feed = await feedOf(transaction, actor.personId);
    return feed?.id === id ? feed : null;
  },
  keys: ({ personId }) => ({ person: personId }),
  decide: (feed) => ({ next: feed, event: { kind: 'calendarFeed.removed', record: feed.id } }),
  save: async (transaction, _loaded, feed, stamp) => {
    await endFeedOf(transaction, feed.personId, stamp.at);
    return { id: feed.id };
  },
});
