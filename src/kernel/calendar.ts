/** The municipality's own time. Deadlines and validity days are Swedish days, wherever the server stands. */
export const timeZone = 'Europe/Stockholm';

const dayFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The Swedish calendar day of an instant, `2026-06-15`. */
export function dayOf(instant: Date): string {
  return dayFormat.format(instant);
}

/** The day a number of days later (or earlier, if negative). */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * The same day a number of calendar months later; the month's last day where that day does not exist
 * (2026-01-31 + 1 month = 2026-02-28).
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return moved.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A period with an open end: the day lies within it? `until` is the last day it holds, or null. */
export function holds(
  period: { readonly from: string; readonly until: string | null },
  day: string,
): boolean {
  return period.from <= day && (period.until === null || day <= period.until);
}

/** A day, or an instant in UTC, of the years that a municipality's records can speak of (as `Day` in schema.ts). */
const asOfForm = /^(19|20|21)\d{2}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/;
const dayLength = 10;

/**
 * The last millisecond of a Swedish day. In Sweden midnight is at 22 or 23 UTC, so both are tried; the clock changes at
 * night but never at midnight.
 */
export function endOfDay(day: string): Date {
  const next = addDays(day, 1);
  const midnight = [1, 2]
    .map((hours) => Date.parse(`${next}T00:00:00Z`) - hours * 3_600_000)
    .find((instant) => dayOf(new Date(instant)) === next && dayOf(new Date(instant - 1)) === day);
  return new Date((midnight ?? Date.parse(`${next}T00:00:00Z`)) - 1);
}

/**
 * The instant that `asOf` names: a day means its end (of today: now), and an instant itself. Null when it is neither.
 */
export function instantOf(asOf: string, now: Date): Date | null {
  if (!asOfForm.test(asOf) || !exists(asOf.slice(0, dayLength))) return null;
  if (asOf.length > dayLength) {
    const instant = new Date(asOf);
    return Number.isNaN(instant.getTime()) ? null : instant;
  }
  return asOf === dayOf(now) ? now : endOfDay(asOf);
}

/** 2026-02-30 has the form of a day, but is none. */
function exists(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

const clockFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The clock in Sweden at an instant, `14:05`. */
export function timeOf(instant: Date): string {
  return clockFormat.format(instant);
}

/**
 * The instant of a Swedish day and clock time (`2026-06-15`, `14:05`). The hour that comes twice in October is the first of
 * the two, so that a clock of the law that starts there starts early; the hour that does not exist in March is an hour later.
 * Null when either is no day or no time.
 */
export function instantAt(day: string, time: string): Date | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || !asOfForm.test(day) || !exists(day)) return null;
  const wall = Date.parse(`${day}T${time}:00Z`);
  const candidates = [2, 1].map((hours) => new Date(wall - hours * 3_600_000));
  return candidates.find((one) => dayOf(one) === day && timeOf(one) === time) ?? candidates[1] ?? null;
}
