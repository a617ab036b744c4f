import { expect, it } from 'vitest';
import { orderOf } from './schema.ts';

const sorts = { name: 1, from: 2 };

it.each([
  [undefined, { by: 'name', descending: false }],
  ['from', { by: 'from', descending: false }],
  ['-from', { by: 'from', descending: true }],
  ['nowhere', { by: 'name', descending: false }],
  ['-constructor', { by: 'name', descending: true }],
  ['--from', { by: 'name', descending: true }],
])('%s sorts by %o', (sort, expected) => {
  expect(orderOf(sorts, 'name', sort)).toEqual(expected);
});
