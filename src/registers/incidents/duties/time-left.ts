const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long is left to an instant, in the two largest units that say something; past it when `isOut`. */
export interface TimeLeft {
  readonly isOut: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/**
 * How long is left. From two days it is days and hours, below that hours and minutes: nobody plans a month by the minute.
 * What is left is rounded down, and what has passed too, so that a clock never shows more than there is.
 */
export function timeLeft(dueAt: string, now: Date): TimeLeft {
  const left = Date.parse(dueAt) - now.getTime();
  const length = Math.abs(left);
  const isLong = length >= 2 * day;
  return {
    isOut: left < 0,
    days: isLong ? Math.floor(length / day) : 0,
    hours: Math.floor((isLong ? length % day : length) / hour),
    minutes: isLong ? 0 : Math.floor((length % hour) / minute),
  };
}
