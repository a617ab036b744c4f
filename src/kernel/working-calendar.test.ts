import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, easterSunday, isWorkingDay, workingDaysBetween } from './working-calendar.ts';

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2199-12-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/**
 * Easter another way: the Sunday after the fourteenth day of the church's moon, found by walking day by day from 21 March
 * with the epact of Clavius' canon, as the Prayer Book's tables do.
 */
function easterByMoon(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  const full = epact <= 23 ? 44 - epact : 74 - epact; // days of March
  const date = new Date(Date.UTC(year, 2, full));
  do date.setUTCDate(date.getUTCDate() + 1);
  while (date.getUTCDay() !== 0);
  return date.toISOString().slice(0, 10);
}

/** The days off of a year, listed as an almanac lists them: each walked to by its own description. */
function almanac(year: number): ReadonlySet<string> {
  const at = (month: number, date: number) => new Date(Date.UTC(year, month - 1, date));
  const text = (date: Date) => date.toISOString().slice(0, 10);
  const easter = new Date(`${easterByMoon(year)}T00:00:00Z`);
  const fromEaster = (days: number) => text(new Date(easter.getTime() + days * 86_400_000));
  const eve = Array.from({ length: 7 }, (_, index) => at(6, 19 + index)).find((one) => one.getUTCDay() === 5);
  const off = [
    ...[at(1, 1), at(1, 6), at(5, 1), at(12, 24), at(12, 25), at(12, 26), at(12, 31)].map(text),
    ...[-2, 1, 39].map(fromEaster),
    year < 2005 ? fromEaster(50) : text(at(6, 6)),
    eve === undefined ? '' : text(eve),
  ];
  for (const date = at(1, 1); date.getUTCFullYear() === year; date.setUTCDate(date.getUTCDate() + 1))
    if (date.getUTCDay() % 6 === 0) off.push(text(date));
  return new Set(off);
}

describe('Easter', () => {
  it.each([
    ['2000', '2000-04-23'],
    ['2008', '2008-03-23'],
    ['2024', '2024-03-31'],
    ['2025', '2025-04-20'],
    ['2026', '2026-04-05'],
    ['2027', '2027-03-28'],
    ['2038', '2038-04-25'],
    ['2049', '2049-04-18'],
  ])('of %s is %s', (year, sunday) => expect(easterSunday(Number(year))).toBe(sunday));

  it('is the Sunday after the church’s full moon, every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        expect(easterSunday(year)).toBe(easterByMoon(year));
      }),
    );
  });
});

describe('a working day', () => {
  it.each([
    ['2026-01-06', false, 'trettondedag jul'],
    ['2026-04-02', true, 'skärtorsdagen'],
    ['2026-04-03', false, 'långfredagen'],
    ['2026-04-06', false, 'annandag påsk'],
    ['2026-05-14', false, 'Kristi himmelsfärdsdag'],
    ['2026-05-15', true, 'klämdagen efter'],
    ['2025-06-06', false, 'nationaldagen'],
    ['2003-06-06', true, 'svenska flaggans dag'],
    ['2004-05-31', false, 'annandag pingst'],
    ['2026-05-25', true, 'inte längre annandag pingst'],
    ['2026-06-19', false, 'midsommarafton'],
    ['2026-06-26', true, 'fredagen efter'],
    ['2026-12-24', false, 'julafton'],
    ['2026-12-30', true, 'mellandagen'],
    ['2026-12-31', false, 'nyårsafton'],
  ])('%s: %s, %s', (date, works) => expect(isWorkingDay(date)).toBe(works));

  it('is one that the almanac does not list as off', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(isWorkingDay(date)).toBe(!almanac(Number(date.slice(0, 4))).has(date));
      }),
    );
  });
});

describe('working days counted', () => {
  it('over Easter, from Maundy Thursday, begin again on Tuesday', () => {
    expect(addWorkingDays('2026-04-02', 1)).toBe('2026-04-07');
    expect(workingDaysBetween('2026-04-02', '2026-04-06')).toBe(0);
  });

  it('are as many as are left when the almanac’s days off are taken away', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (from, length) => {
        const days = Array.from({ length }, (_, index) =>
          new Date(Date.parse(`${from}T00:00:00Z`) + (index + 1) * 86_400_000).toISOString().slice(0, 10),
        );
        const works = days.filter((one) => !almanac(Number(one.slice(0, 4))).has(one));
        expect(workingDaysBetween(from, days.at(-1) ?? from)).toBe(works.length);
      }),
      { numRuns: 40 },
    );
  });

  it('added and counted are each other’s reverse', () => {
    fc.assert(
      fc.property(day, fc.nat(60), (from, count) => {
        const reached = addWorkingDays(from, count);
        expect(workingDaysBetween(from, reached)).toBe(count);
        expect(count === 0 || isWorkingDay(reached)).toBe(true);
      }),
    );
  });
});
