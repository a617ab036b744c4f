import { CalendarDateTime, parseAbsolute, toCalendarDate, toZoned } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../kernel/working-calendar.ts';
import { dueOf, soonFrom, swedishTime } from './clock.ts';
import type { Term } from './dated.ts';

type Figure = Pick<Term, 'unit' | 'amount' | 'restDays'>;
const hours = (amount: number): Figure => ({ unit: 'hours', amount, restDays: 'counts' });
const months: Figure = { unit: 'months', amount: 1, restDays: 'counts' };
const monthsByLaw: Figure = { ...months, restDays: 'nextWorkingDay' };
const days: Figure = { unit: 'days', amount: 14, restDays: 'nextWorkingDay' };

const shown = (instant: string | null): string => {
  if (instant === null) return 'none';
  const { day, time, offset } = swedishTime(instant);
  return `${day} ${time} ${offset}`;
};

describe('when a term ends, to the second', () => {
  it.each<[string, Figure, string, string]>([
    ['24 hours on a plain day', hours(24), '2026-11-02T08:15:30.000Z', '2026-11-03 09:15:30 +01:00'],
    ['72 hours over a weekend', hours(72), '2026-11-06T15:00:00.000Z', '2026-11-09 16:00:00 +01:00'],
    ['72 hours over Christmas', hours(72), '2026-12-23T22:59:59.000Z', '2026-12-26 23:59:59 +01:00'],
    // 29 March 2026 has 23 hours: the clock on the wall is an hour ahead of the day before.
    ['24 hours into summer time', hours(24), '2026-03-28T11:00:00.000Z', '2026-03-29 13:00:00 +02:00'],
    ['72 hours into summer time', hours(72), '2026-03-27T22:30:01.000Z', '2026-03-31 00:30:01 +02:00'],
    // 25 October 2026 has 25 hours.
    ['24 hours out of summer time', hours(24), '2026-10-24T10:00:00.000Z', '2026-10-25 11:00:00 +01:00'],
    [
      'the first of the two half past two',
      hours(24),
      '2026-10-24T00:30:00.000Z',
      '2026-10-25 02:30:00 +02:00',
    ],
    ['the second of them', hours(24), '2026-10-24T01:30:00.000Z', '2026-10-25 02:30:00 +01:00'],
    ['over New Year', hours(72), '2026-12-30T12:00:00.000Z', '2027-01-02 13:00:00 +01:00'],
    ['a month', months, '2026-11-03T08:00:00.000Z', '2026-12-03 23:59:59 +01:00'],
    ['a month from 31 January', months, '2026-01-31T10:00:00.000Z', '2026-02-28 23:59:59 +01:00'],
    ['the same in a leap year', months, '2028-01-31T10:00:00.000Z', '2028-02-29 23:59:59 +01:00'],
    ['a month from 31 March', months, '2026-03-31T10:00:00.000Z', '2026-04-30 23:59:59 +02:00'],
    ['a month over the turn of the year', months, '2026-12-31T10:00:00.000Z', '2027-01-31 23:59:59 +01:00'],
    ['a month into summer time', months, '2026-03-10T23:30:00.000Z', '2026-04-11 23:59:59 +02:00'],
    // Half past midnight in Sweden is the evening before in UTC: the Swedish day counts.
    ['a month from just after midnight', months, '2026-06-30T22:30:00.000Z', '2026-08-01 23:59:59 +02:00'],
    [
      'a last day on a Sunday waits, by the law',
      monthsByLaw,
      '2027-01-31T10:00:00.000Z',
      '2027-03-01 23:59:59 +01:00',
    ],
    [
      'a last day on Christmas Eve waits',
      monthsByLaw,
      '2026-11-24T10:00:00.000Z',
      '2026-12-28 23:59:59 +01:00',
    ],
    [
      'a last day on Midsummer Eve waits',
      monthsByLaw,
      '2026-05-19T10:00:00.000Z',
      '2026-06-22 23:59:59 +02:00',
    ],
    ['14 days', days, '2026-11-02T11:00:00.000Z', '2026-11-16 23:59:59 +01:00'],
    ['14 days to a Saturday', days, '2026-10-31T11:00:00.000Z', '2026-11-16 23:59:59 +01:00'],
  ])('%s', (_what, term, start, expected) => {
    expect(shown(dueOf(term, start))).toBe(expected);
  });

  it.each<[string, Figure]>([
    ['at once', { unit: 'atOnce', amount: null, restDays: 'counts' }],
    ['without delay', { unit: 'withoutDelay', amount: null, restDays: 'counts' }],
    ['as agreed', { unit: 'asAgreed', amount: null, restDays: 'counts' }],
  ])('has no figure: %s', (_what, term) => {
    expect(dueOf(term, '2026-11-02T08:00:00.000Z')).toBeNull();
  });

  it('is soon in the last quarter of hours, and in the last week of a month', () => {
    expect(new Date(soonFrom(hours(24), '2026-11-03T08:00:00.000Z')).toISOString()).toBe(
      '2026-11-03T02:00:00.000Z',
    );
    expect(new Date(soonFrom(months, '2026-12-03T22:59:59.999Z')).toISOString()).toBe(
      '2026-11-26T22:59:59.999Z',
    );
  });
});

const zone = 'Europe/Stockholm';
const anyTime = fc
  .date({ min: new Date('2018-05-25T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** A day or two about the last Sunday of October and of March, where the clocks change. */
const nearChange = fc
  .tuple(
    fc.integer({ min: 2018, max: 2060 }),
    fc.constantFrom(2, 9),
    fc.integer({ min: -48 * 3_600_000, max: 24 * 3_600_000 }),
  )
  .map(([year, month, off]) => {
    const last = new Date(Date.UTC(year, month, 31));
    return new Date(last.getTime() - last.getUTCDay() * 86_400_000 + off).toISOString();
  });
const instants = fc.oneof(anyTime, nearChange);

describe('against a calculation of another kind', () => {
  it('hours are elapsed time', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(24, 72, 96), (start, amount) => {
        const other = parseAbsolute(start, zone).add({ hours: amount });
        const due = dueOf(hours(amount), start);
        expect(due).toBe(other.toAbsoluteString());
        const { day, time, offset } = swedishTime(due ?? '');
        // Not `set({ millisecond: 0 })`: of the hour that comes twice it takes the first.
        expect(`${day}T${time}${offset}`).toBe(other.toString().replace(/\.\d+|\[.*\]/g, ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('months end with the same day number, or the last of the month', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 14 }), (start, amount) => {
        const day = toCalendarDate(parseAbsolute(start, zone)).add({ months: amount });
        const end = toZoned(new CalendarDateTime(day.year, day.month, day.day, 23, 59, 59, 999), zone);
        expect(dueOf({ ...months, amount }, start)).toBe(end.toAbsoluteString());
      }),
      { numRuns: 2000 },
    );
  });

  it('a last day that waits is a working day, and none lies between', () => {
    fc.assert(
      fc.property(instants, (start) => {
        const plain = swedishTime(dueOf(months, start) ?? '').day;
        const moved = swedishTime(dueOf(monthsByLaw, start) ?? '').day;
        expect(isWorkingDay(moved)).toBe(true);
        let between = toCalendarDate(parseAbsolute(`${plain}T12:00:00Z`, zone));
        while (between.toString() < moved) {
          expect(isWorkingDay(between.toString())).toBe(false);
          between = between.add({ days: 1 });
        }
        expect(between.toString()).toBe(moved);
      }),
      { numRuns: 500 },
    );
  });
});
