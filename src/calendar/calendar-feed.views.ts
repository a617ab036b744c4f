import { Type } from 'typebox';
import { Fields, OrNull } from '../kernel/schema.ts';
import { view } from '../kernel/view.ts';
import { calendarAccess } from './calendar-feed.access.ts';
import { feedOf } from './calendar-feed.store.ts';

export const mine = view({
  name: 'calendarFeed.mine',
  on: 'register',
  past: 'none',
  permission: calendarAccess.own,
  input: Fields({}),
  output: Fields({
    /** Null until she has made one. Its address was shown when it was made, and cannot be shown again. */
    feed: OrNull(Fields({ id: Type.String(), madeAt: Type.String(), fetchedAt: OrNull(Type.String()) })),
  }),
  told: { nothing: 'only what is the asker’s own' },
  answer: async (db, _input, { actor }) => {
    const feed = await feedOf(db, actor.personId);
    return {
      feed:
        feed === null
          ? null
          : {
              id: feed.id,
              madeAt: feed.madeAt.toISOString(),
              fetchedAt: feed.fetchedAt?.toISOString() ?? null,
            },
    };
  },
});
