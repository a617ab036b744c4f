import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareSwedish,
  daysBetween,
  fill,
  formatClock,
  formatDay,
  formatList,
  formatLongDate,
  formatMoment,
  formatNumber,
  formatPercent,
  formatRelativeDay,
  formatShare,
  inSentence,
  parseDay,
} from './format.ts';

describe('days', () => {
  test.each([
    ['2026-06-15', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-6-1', false],
    ['', false],
    ['2026-06-15T10:00:00Z', true],
  ])('%s exists: %s', (text, exists) => {
    expect(parseDay(text) !== undefined).toBe(exists);
  });

  test('a long date is written in words', () => {
    expect(formatLongDate('2026-06-05', 'sv')).toBe('5\u00a0juni 2026');
    expect(formatLongDate('2026-06-15', 'en')).toBe('15\u00a0June 2026');
    expect(formatLongDate('ingen', 'sv')).toBe('ingen');
  });

  test.each([
    ['2026-06-15', 'i dag', 'today'],
    ['2026-06-16', 'i morgon', 'tomorrow'],
    ['2026-06-14', 'i går', 'yesterday'],
    ['2026-06-18', 'om 3\u00a0dagar', 'in 3 days'],
    ['2026-06-13', 'för 2\u00a0dagar sedan', '2 days ago'],
  ])('%s seen from 2026-06-15', (day, swedish, english) => {
    expect(formatRelativeDay(day, '2026-06-15', 'sv')).toBe(swedish);
    expect(formatRelativeDay(day, '2026-06-15', 'en')).toBe(english);
  });

  test('a year with a leap day is 366 days long', () => {
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2025-01-01', '2024-01-01')).toBe(-366);
    expect(daysBetween('x', '2024-01-01')).toBeNaN();
  });
});

describe('moments are told in Swedish time', () => {
  test('summer and winter', () => {
    expect(formatClock('2026-06-15T12:00:00Z', 'sv')).toBe('kl.\u00a014.00');
    expect(formatClock('2026-01-15T12:00:00Z', 'en')).toBe('13:00');
    expect(formatDay('2026-06-15T22:30:00Z')).toBe('2026-06-16');
    expect(formatMoment('2026-06-15T12:05:00Z', 'sv')).toBe('15\u00a0juni 2026 kl.\u00a014.05');
    expect(formatMoment('sedan', 'sv')).toBe('sedan');
  });
});

describe('numbers', () => {
  test.each([
    [3300, 0, '3\u00a0300', '3,300'],
    [999, 0, '999', '999'],
    [1234567.891, 2, '1\u00a0234\u00a0567,89', '1,234,567.89'],
    [-4, 0, '\u22124', '\u22124'],
    [-0.001, 1, '0,0', '0.0'],
    [Number.NaN, 0, '–', '–'],
  ])('%d with %d decimals', (value, decimals, swedish, english) => {
    expect(formatNumber(value, 'sv', decimals)).toBe(swedish);
    expect(formatNumber(value, 'en', decimals)).toBe(english);
  });

  test('shares and lists', () => {
    expect(formatPercent(0.905, 'sv', 1)).toBe('90,5\u00a0%');
    expect(formatPercent(0.91, 'en')).toBe('91%');
    expect(formatShare(163, 1800, 'sv')).toBe('163 av 1\u00a0800');
    expect(formatList(['a', 'b', 'c'], 'sv')).toBe('a, b och c');
    expect(formatList(['a'], 'en')).toBe('a');
  });

  test('no digit is lost in grouping', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(Number(formatNumber(value, 'sv').replaceAll('\u00a0', ''))).toBe(value);
      }),
    );
  });
});

test('å, ä and ö come last, numbers by value', () => {
  const names = ['Öster', 'Åre', 'Älv', 'Zon', 'Enhet 10', 'Enhet 9', 'abba'];
  expect([...names].sort(compareSwedish)).toEqual([
    'abba',
    'Enhet 9',
    'Enhet 10',
    'Zon',
    'Åre',
    'Älv',
    'Öster',
  ]);
});

test('a sentence is filled with its values, numbers as the language writes them', () => {
  const values = { count: 7200, name: 'Eva' };
  expect(fill('{name} har {count} rader, {annat}.', values, 'sv')).toBe('Eva har 7\u00a0200 rader, {annat}.');
  expect(fill('{count} of {name}', values, 'en')).toBe('7,200 of Eva');
  expect(fill('{constructor}', {}, 'sv')).toBe('{constructor}');
});

test.each([
  ['Informationsägare', 'informationsägare'],
  ['Head of IT', 'head of IT'],
  ['IT system', 'IT system'],
  ['It-system', 'it-system'],
  ['HR-enheten', 'HR-enheten'],
  ['Överförmyndaren', 'överförmyndaren'],
  ['alla', 'alla'],
  ['', ''],
])('%s is said as %s within a sentence', (label, said) => {
  expect(inSentence(label)).toBe(said);
});
