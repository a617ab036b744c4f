import { expect, test, vi } from 'vitest';
import { listState } from './list-state.ts';

const settings = { sort: 'name', filters: ['state', 'unit'] };
const read = (search: string) => listState('/register/system', search, settings, () => undefined);

test('the address is the state', () => {
  const list = read('?page=3&sort=-class&state=a&state=b&search=lön&other=x');
  expect(list).toMatchObject({ page: 3, sort: '-class', search: 'lön', isNarrowed: true });
  expect(list.filters).toEqual({ state: ['a', 'b'] });
  expect(list.query).toEqual({ page: '3', sort: '-class', state: ['a', 'b'], search: 'lön' });
});

test.each(['', '?page=0', '?page=-2', '?page=x'])(
  '%s is the first page in the list’s own order',
  (search) => {
    expect(read(search)).toMatchObject({ page: 1, isNarrowed: false, query: { sort: 'name' } });
  },
);

test('a change of selection goes to the first page and leaves the rest', () => {
  const list = read('?page=3&sort=-class&state=a&other=x');
  expect(list.href({ unit: 'u1' })).toBe('/register/system?sort=-class&state=a&other=x&unit=u1');
  expect(list.href({ state: undefined })).toBe('/register/system?sort=-class&other=x');
  expect(list.href({ page: '4' })).toBe('/register/system?sort=-class&state=a&other=x&page=4');
  expect(list.clearedHref()).toBe('/register/system?sort=-class');
});

test('a change is a replacement in the history', () => {
  const goTo = vi.fn();
  listState('/register/system', '?page=2', settings, goTo).change({ search: 'lön' });
  expect(goTo).toHaveBeenCalledWith('/register/system?search=l%C3%B6n');
});
