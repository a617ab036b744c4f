import { addDays, addMonths, dayOf } from '../kernel/calendar.ts';

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

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
  if (!dayForm.test(asOf)) {
    const instant = new Date(asOf);
    return Number.isNaN(instant.getTime()) ? null : instant;
  }
  if (!exists(asOf)) return null;
  return asOf === dayOf(now) ? now : endOfDay(asOf);
}

/** 2026-02-30 has the form of a day, but is none. */
function exists(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

/** The last days of the twelve months that end before the day, and the day itself: where a trend is drawn. */
export function trendDays(day: string): string[] {
  const firstOfMonth = `${day.slice(0, 8)}01`;
  const ends = Array.from({ length: 12 }, (_, index) => addDays(addMonths(firstOfMonth, index - 11), -1));
  return [...ends, day];
}
