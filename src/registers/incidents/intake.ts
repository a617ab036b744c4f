/** What is counted of what comes from one sender: somebody signed in, or a network address. */
export const intakeKinds = ['report', 'addition', 'wrongCode'] as const;
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
  wrongCode: 20,
};

/**
 * Seconds to wait before one more is taken; 0 when it may come now. `oldest` is the earliest that is still counted: when it
 * is forgotten there is room for another. Nobody else's sending counts.
 */
export function secondsToWait(kind: IntakeKind, count: number, oldest: Date | null, now: Date): number {
  if (count < intakeLimits[kind] || oldest === null) return 0;
  const freeAt = oldest.getTime() + countedMinutes * 60_000;
  return Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000));
}
