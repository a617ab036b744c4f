import { addDays, addMonths, dayOf, endOfDay, timeZone } from '../kernel/calendar.ts';
import { isWorkingDay } from '../kernel/working-calendar.ts';
import type { Term } from './dated.ts';

const hour = 3_600_000;
/** What is left when a clock is about to strike: a quarter of a term in hours, a week of a longer one. */
const soonShare = 0.25;
const soonDays = 7;

/**
 * When a term that begins at an instant ends, ISO 8601 in UTC; null when it has no figure. Hours are elapsed time, also
 * over a weekend and when the clocks change. Days and months are calendar days in Sweden and end with the last day: the
 * same day of the month, or the month's last where that day does not exist (lag 1930:173, 1 §).
 */
export function dueOf(term: Pick<Term, 'unit' | 'amount' | 'restDays'>, startsAt: string): string | null {
  const { unit, amount } = term;
  if (amount === null) return null;
  const start = new Date(startsAt);
  if (unit === 'hours') return new Date(start.getTime() + amount * hour).toISOString();
  if (unit === 'days') return endOf(addDays(dayOf(start), amount), term);
  if (unit === 'months') return endOf(addMonths(dayOf(start), amount), term);
  return null;
}

function endOf(day: string, { restDays }: Pick<Term, 'restDays'>): string {
  let last = day;
  if (restDays === 'nextWorkingDay') while (!isWorkingDay(last)) last = addDays(last, 1);
  return endOfDay(last).toISOString();
}

/** From when a running clock is soon due, in milliseconds since 1970. */
export function soonFrom(term: Pick<Term, 'unit' | 'amount'>, dueAt: string): number {
  const due = Date.parse(dueAt);
  return term.unit === 'hours' ? due - (term.amount ?? 0) * hour * soonShare : due - soonDays * 24 * hour;
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});

/** An instant as a clock on a Swedish wall shows it, with its offset: in October the same hour comes twice. */
export interface SwedishTime {
  readonly day: string;
  /** `02:30:00`. */
  readonly time: string;
  /** `+01:00` in winter, `+02:00` in summer. */
  readonly offset: string;
}

/** The instant (ISO 8601) in Swedish time. */
export function swedishTime(instant: string): SwedishTime {
  const parts = new Map(wallClock.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const of = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    day: `${of('year')}-${of('month')}-${of('day')}`,
    time: `${of('hour')}:${of('minute')}:${of('second')}`,
    offset: of('timeZoneName')
      .replace(/^[A-Z]+/, '')
      .replace('−', '-'),
  };
}
