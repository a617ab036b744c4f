import { addDays } from './calendar.ts';

/**
 * Days on which a Swedish authority does not work: Saturdays, Sundays, public holidays (lag 1989:253 om allmänna
 * helgdagar) and the three eves that count as holidays when time is reckoned (lag 1930:173, 2 §). As data, with the years
 * a day holds for, so that a change of the law is a row.
 */
type Holiday = (
  | { readonly kind: 'fixed'; readonly day: string }
  /** Days after Easter Sunday. */
  | { readonly kind: 'easter'; readonly after: number }
) & { readonly from?: number; readonly until?: number };

const holidays: readonly Holiday[] = [
  { kind: 'fixed', day: '01-01' }, // nyårsdagen
  { kind: 'fixed', day: '01-06' }, // trettondedag jul
  { kind: 'easter', after: -2 }, // långfredagen
  { kind: 'easter', after: 1 }, // annandag påsk
  { kind: 'fixed', day: '05-01' }, // första maj
  { kind: 'easter', after: 39 }, // Kristi himmelsfärdsdag
  // The National Day took the place of Whit Monday (lag 2004:1320).
  { kind: 'easter', after: 50, until: 2004 },
  { kind: 'fixed', day: '06-06', from: 2005 },
  { kind: 'fixed', day: '12-24' }, // julafton
  { kind: 'fixed', day: '12-25' }, // juldagen
  { kind: 'fixed', day: '12-26' }, // annandag jul
  { kind: 'fixed', day: '12-31' }, // nyårsafton
];

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher), `2026-04-05`. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const inCentury = year % 100;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const days = moon + toSunday - 7 * late + 114;
  const month = Math.floor(days / 31);
  return `${year}-${String(month).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`;
}

/** Does a Swedish authority work on that day? */
export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  // Midsummer Eve: the Friday from 19 to 25 June. The day itself and All Saints' Day are Saturdays.
  if (weekday === 5 && day.slice(5) >= '06-19' && day.slice(5) <= '06-25') return false;
  const year = Number(day.slice(0, 4));
  return !holidays.some((one) => holdsIn(one, year) && dayIn(one, year) === day);
}

/** The day that is so many working days later; the day itself when none are asked for. */
export function addWorkingDays(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** How many working days have passed after `from` when `to` ends; none when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function holdsIn({ from = 0, until = 9999 }: Holiday, year: number): boolean {
  return from <= year && year <= until;
}

function dayIn(one: Holiday, year: number): string {
  return one.kind === 'fixed' ? `${year}-${one.day}` : addDays(easterSunday(year), one.after);
}
