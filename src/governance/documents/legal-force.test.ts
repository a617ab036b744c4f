import { expect, it } from 'vitest';
import { legalDays, legalForceDay } from './legal-force.ts';

const decidedOn = '2026-06-15';

it.each([
  ['not announced', null, null],
  ['three weeks and a day after the announcement', '2026-06-24', '2026-07-16'],
  ['over the turn of the year', '2026-12-20', '2027-01-11'],
])('laga kraft: %s', (_what, announcedOn, day) => {
  expect(legalForceDay(announcedOn)).toBe(day);
});

it.each([
  ['nothing done, in time', null, null, '2026-06-29', ['2026-06-29', false, null, false]],
  ['nothing done, a day late', null, null, '2026-06-30', ['2026-06-29', true, null, false]],
  ['adjusted on the last day', '2026-06-29', null, '2026-07-01', ['2026-06-29', false, '2026-07-01', false]],
  [
    'adjusted, not announced in time',
    '2026-06-20',
    null,
    '2026-06-23',
    ['2026-06-29', false, '2026-06-22', true],
  ],
  [
    'both late, and it stays so',
    '2026-07-01',
    '2026-07-10',
    '2027-01-01',
    ['2026-06-29', true, '2026-07-03', true],
  ],
  ['both in time', '2026-06-20', '2026-06-22', '2027-01-01', ['2026-06-29', false, '2026-06-22', false]],
] as const)('the law’s days: %s', (_what, adjustedOn, announcedOn, today, expected) => {
  const days = legalDays({ decidedOn, adjustedOn, announcedOn }, today);
  expect([days.adjustBy, days.isAdjustedLate, days.announceBy, days.isAnnouncedLate]).toEqual(expected);
});
