import { expect, test } from 'vitest';
import { formatStamp } from './stamp.ts';

test.each([
  ['2026-06-15T12:00:00Z', 'sv', '2026-06-15 14.00'],
  ['2026-06-15T12:00:00Z', 'en', '2026-06-15 14:00'],
  // Late in the evening by UTC it is the next day in Sweden.
  ['2026-12-31T23:30:00Z', 'sv', '2027-01-01 00.30'],
] as const)('%s in %s is %s', (instant, language, shown) => {
  expect(formatStamp(instant, language)).toBe(shown);
});
