import { expect, it } from 'vitest';
import { pastIn } from './past.ts';

const pages = [
  { path: '/att-gora' },
  { path: '/register/system', past: true },
  { path: '/register/system/ny' },
  { path: '/register/system/$id', past: true },
  { path: '/register/system/$id/andra' },
  { path: '/policyn', past: 'itself' as const },
];
const at = (path: string, search = '?asOf=2026-06-15') => pastIn(pages, path, search);

it.each([
  ['a list', '/register/system', '2026-06-15', true],
  ['a record', '/register/system/7', '2026-06-15', true],
  ['a page with a picker of its own', '/policyn', '2026-06-15', false],
  ['a form', '/register/system/7/andra', undefined, false],
  ['a page for a new one', '/register/system/ny', undefined, false],
  ['a page that is only of now', '/att-gora', undefined, false],
  ['no page', '/nagot/annat', undefined, false],
])('%s', (_name, path, asOf, isOffered) => {
  expect(at(path)).toMatchObject({ asOf, isOffered });
  expect(at(path, '').asOf).toBeUndefined();
});

it.each([
  ['another record', '/register/system/8', '/register/system/8?asOf=2026-06-15'],
  ['a narrowed list', '/register/system?clause=P30', '/register/system?clause=P30&asOf=2026-06-15'],
  ['another time', '/register/system?asOf=2026-01-01', '/register/system?asOf=2026-01-01'],
  ['a form', '/register/system/8/andra', '/register/system/8/andra'],
  ['a page of now', '/att-gora', '/att-gora'],
  ['another place', 'https://www.imy.se/', 'https://www.imy.se/'],
])('keeps the time on the way to %s, if it can', (_name, to, kept) => {
  expect(at('/register/system/7').keep(to)).toBe(kept);
  expect(at('/register/system/7', '').keep(to)).toBe(to);
});

it('knows what leads to a change', () => {
  const { isChange } = at('/register/system/7');
  expect(['/register/system/ny', '/register/system/7/andra?till=x'].map(isChange)).toEqual([true, true]);
  expect(['/register/system', '/att-gora', '/policyn', 'https://www.imy.se/'].map(isChange)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
