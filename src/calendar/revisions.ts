import { createHash } from 'node:crypto';
import type { CalendarEntry, Revision } from './ics.ts';

/** What a feed has said before, by UID: the hash of what it said, its sequence, and the instant since when. */
export type Published = Readonly<
  Record<string, { readonly hash: string; readonly sequence: number; readonly at: string }>
>;

/**
 * Gives each entry its revision: one that says what it said when the feed was last fetched keeps its own, one that has changed gets
 * the next. What is no longer in the feed is forgotten. `changed` tells whether there is anything to remember anew.
 */
export function revise<Entry extends CalendarEntry>(
  entries: readonly Entry[],
  before: Published,
  now: Date,
): {
  readonly entries: readonly (Entry & { readonly revision: Revision })[];
  readonly published: Published;
  readonly changed: boolean;
} {
  const published: Record<string, Published[string]> = {};
  const revised = entries.map((entry) => {
    const hash = hashOf(entry);
    const known = before[entry.uid];
    const standing =
      known?.hash === hash
        ? known
        : { hash, sequence: known === undefined ? 0 : known.sequence + 1, at: now.toISOString() };
    published[entry.uid] = standing;
    return { ...entry, revision: { sequence: standing.sequence, at: new Date(standing.at) } };
  });
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(({ uid }) => published[uid] === before[uid]);
  return { entries: revised, published, changed: !isSame };
}

function hashOf({ summary, description, url, time, reminders }: CalendarEntry): string {
  const said = JSON.stringify([summary, description, url, time, reminders]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 22);
}
