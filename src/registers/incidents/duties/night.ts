import { dayOf, timeOf } from '../../../kernel/calendar.ts';
import { isWorkingDay } from '../../../kernel/working-calendar.ts';

/** Nobody else is at work: before seven, from eighteen, and on days that are no working days (Swedish time). */
export function isNight(now: Date): boolean {
  const time = timeOf(now);
  return !isWorkingDay(dayOf(now)) || time < '07:00' || time >= '18:00';
}
