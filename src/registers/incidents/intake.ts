/** What is counted of what comes from one sender: somebody signed in, or a network. */
export const intakeKinds = ['report', 'addition', 'file', 'wrongCode'] as const;
export type IntakeKind = (typeof intakeKinds)[number];

/** How long what has come is counted (minutes). */
export const countedMinutes = 60;

/**
 * How much one sender may send within the hour. A town hall often has one address: sixty reports an hour from those who have not
 * signed in are more than any event has given, and whoever signs in is counted by herself. A wrong code costs more,
 * since it may be a guess.
 */
export const intakeLimits: Readonly<Record<IntakeKind, number>> = {
  report: 60,
  addition: 120,
  file: 120,
  wrongCode: 20,
};

/**
 * How much may come within the hour from all together who have not signed in, from however many networks: more than a whole
 * municipality has to tell, and less than fills a disk (files: 8 MB each at most). Whoever has signed in is never held back by it.
 * Guesses have none, since one more right code is still to be let in.
 */
export const namelessCeilings: Readonly<Record<IntakeKind, number>> = {
  report: 3600,
  addition: 3600,
  file: 600,
  wrongCode: Number.POSITIVE_INFINITY,
};

/** What has come of a kind within the hour. `oldest` is the earliest that is still counted. */
export interface Counted {
  readonly count: number;
  readonly oldest: Date | null;
}

/** Seconds to wait before one more is taken; 0 when it may come now. When the oldest is forgotten there is room for another. */
export function secondsToWait(limit: number, { count, oldest }: Counted, now: Date): number {
  if (count < limit || oldest === null) return 0;
  const freeAt = oldest.getTime() + countedMinutes * 60_000;
  return Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000));
}
