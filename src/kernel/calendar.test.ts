import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, holds } from './calendar.ts';

describe('the Swedish day of an instant', () => {
  it.each([
    ['2026-06-14T22:00:00Z', '2026-06-15'],
    ['2026-06-14T21:59:59Z', '2026-06-14'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
  ])('%s is %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-23', 12, '2027-11-23'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s plus %d months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

it('counts days there and back, over summer time too', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const later = addDays('2026-03-28', days);
      expect(daysBetween('2026-03-28', later)).toBe(days);
      expect(addDays(later, -days)).toBe('2026-03-28');
    }),
  );
});

it.each([
  ['2026-01-01', null, '2025-12-31', false],
  ['2026-01-01', null, '2026-01-01', true],
  ['2026-01-01', '2026-06-30', '2026-06-30', true],
  ['2026-01-01', '2026-06-30', '2026-07-01', false],
])('%s–%s holds %s: %s', (from, until, day, expected) => {
  expect(holds({ from, until }, day)).toBe(expected);
});
