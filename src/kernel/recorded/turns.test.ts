import { expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { Turns } from './turns.ts';

/** Work that ends when it is told to. */
function workshop(turns: Turns) {
  const ends: (() => void)[] = [];
  let working = 0;
  const begin = (who: string) =>
    turns.take(who, async () => {
      working++;
      await new Promise<void>((resolve) => ends.push(resolve));
      working--;
      return 'done';
    });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { begin, settle, endFirst: () => ends.shift()?.(), working: () => working };
}

it('works at a few at a time, in the order they came', async () => {
  const { begin, settle, endFirst, working } = workshop(new Turns({ atOnce: 2, waiting: 9, each: 9 }));
  const all = ['a', 'b', 'c'].map(begin);
  await settle();
  expect(working()).toBe(2);
  endFirst();
  await settle();
  expect(working()).toBe(2);
  endFirst();
  endFirst();
  expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
  expect(working()).toBe(0);
});

it('refuses who finds the line full, and who has much in it already', async () => {
  const turns = new Turns({ atOnce: 1, waiting: 2, each: 2 });
  const { begin, settle, endFirst } = workshop(turns);
  const hers = [begin('anna'), begin('anna')];
  expect(await begin('anna')).toMatchObject({ code: 'tooMany' });
  const his = begin('bo');
  expect(await begin('cilla')).toMatchObject({ code: 'busy' });
  for (const _ of [...hers, his]) {
    endFirst();
    await settle();
  }
  expect(await Promise.all([...hers, his])).toEqual(['done', 'done', 'done']);
  const again = begin('anna');
  await settle();
  endFirst();
  expect(isRefusal(await again)).toBe(false);
});

it('gives the turn on when work fails', async () => {
  const turns = new Turns({ atOnce: 1, waiting: 1, each: 1 });
  await expect(turns.take('anna', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.take('anna', () => Promise.resolve('yes'))).toBe('yes');
});
