import { Type } from 'typebox';
import { Fields, OneOf } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { channelTestAccess } from '../incident.access.ts';
import { channelOutcomes } from './channel-test.ts';
import { newestChannelTests } from './channel-test.store.ts';

/** How many tests are shown: a week and a half of good ones. */
const most = 20;

/** The latest tests of the channel for reports, the newest first. */
export const channelTests = view({
  name: 'channelTest.list',
  on: 'register',
  permission: channelTestAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        outcome: OneOf(channelOutcomes),
        detail: Type.String(),
        testedAt: Type.String(),
      }),
    ),
  }),
  told: { nothing: 'whether the channel for reports was open, no report' },
  answer: async (db) => ({
    items: (await newestChannelTests(db, most)).map(({ testedAt, ...one }) => ({
      ...one,
      testedAt: testedAt.toISOString(),
    })),
  }),
});
