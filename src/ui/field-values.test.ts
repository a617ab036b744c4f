import { expect, test } from 'vitest';
import { differingFields } from './conflict-dialog.tsx';
import { readDay } from './date-field.tsx';
import { readNumber } from './number-field.tsx';
import type { Session } from './session.ts';
import { isWithin, navigationLines } from './shell/navigation.tsx';

test.each([
  ['20260615', '2026-06-15'],
  ['2026/6/5', '2026-06-05'],
  [' 2026-06-15 ', '2026-06-15'],
  ['2026-02-30', '2026-02-30'],
  ['i morgon', 'i morgon'],
  ['', ''],
])('the day typed as "%s" is read as "%s"', (typed, read) => {
  expect(readDay(typed)).toBe(read);
});

test.each([
  ['3 300', 3300],
  ['3\u00a0300,5', 3300.5],
  ['\u22124', -4],
  ['12.5', 12.5],
  ['tolv', null],
  ['1,2,3', null],
  ['', null],
])('the number typed as "%s" is read as %s', (typed, read) => {
  expect(readNumber(typed)).toBe(read);
});

test('only fields that both sides have and that differ are in conflict', () => {
  const current = { name: 'B', purpose: 'x', tags: ['a'], version: 2 };
  expect(differingFields({ name: 'A', purpose: 'x', tags: ['a'], note: 'mine' }, current)).toEqual(['name']);
});

const session: Session = {
  signedIn: true,
  offices: [],
  language: 'sv',
  municipality: { name: 'Exempelkommun', logo: null, accent: null },
  setup: 'done',
  version: '1',
};
const label = { sv: 'x', en: 'x' };
const entries = [
  { to: '/register/system', label, order: 31, group: 'registers' as const },
  { to: '/policyn', label, order: 20 },
  { to: '/register/information', label, order: 30, group: 'registers' as const },
  { to: '/revision', label, order: 50, isShown: () => false },
  { to: '/att-gora', label, order: 10 },
];

test('the menu is in order, a group stands where its first line would', () => {
  const lines = navigationLines(entries, session).map((line) =>
    line.kind === 'entry' ? line.entry.to : line.entries.map((entry) => entry.to),
  );
  expect(lines).toEqual(['/att-gora', '/policyn', ['/register/information', '/register/system']]);
});

test('signed out, only what says so itself is shown', () => {
  const open = { to: '/policy', label, order: 1, isShown: () => true };
  expect(navigationLines([...entries, open], { ...session, signedIn: false })).toHaveLength(1);
});

test.each([
  ['/register/system/7', '/register/system', true],
  ['/register/system', '/register/system', true],
  ['/register/systemet', '/register/system', false],
])('%s lies within %s: %s', (path, to, within) => {
  expect(isWithin(path, to)).toBe(within);
});
