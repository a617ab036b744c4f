import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id } from '../../../kernel/ids.ts';
import { Fields, OneOf, Prose, type Static } from '../../../kernel/schema.ts';

/**
 * How the channel for reports came out of a test: open all the way, or where it stopped. The page was not given out, the door did
 * not let somebody in who has not signed in, or a report that was let in was not stored.
 */
export const channelOutcomes = ['open', 'pageMissing', 'doorShut', 'notStored'] as const;
export type ChannelOutcome = (typeof channelOutcomes)[number];

export const channelTestInput = Fields({
  outcome: OneOf(channelOutcomes),
  /** Where to look: a status, a refusal's code, a fault's name. */
  detail: Prose(200),
});
export type Probed = Static<typeof channelTestInput>;

export interface ChannelTest extends Probed {
  readonly id: Id<'ChannelTest'>;
  readonly testedAt: Date;
}

/** Records what came of a test. */
export function noteChannelTest(
  { outcome, detail }: Probed,
  { now, newId }: Circumstances,
): Decision<ChannelTest> {
  const next: ChannelTest = { id: newId<'ChannelTest'>(), outcome, detail, testedAt: now };
  const changes = changesBetween(null, { outcome, detail });
  return { next, event: { kind: 'channelTest.tested', record: next.id, changes } };
}

const hour = 3_600_000;
/** How often the channel is tested: twice a day, and one that failed for a moment shall not stand till the evening. */
const everyOpen = 12 * hour;
const everyShut = hour;

/** Is it time to test: never tested, or long ago? */
export function isChannelTestDue(
  newest: Pick<ChannelTest, 'outcome' | 'testedAt'> | null,
  now: Date,
): boolean {
  if (newest === null) return true;
  return now.getTime() - newest.testedAt.getTime() >= (newest.outcome === 'open' ? everyOpen : everyShut);
}
