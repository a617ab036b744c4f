import { expect, it } from 'vitest';
import { secondsToWait } from './intake.ts';

const now = new Date('2026-11-23T10:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

it.each([
  ['nothing has come', 60, { count: 0, oldest: null }, 0],
  ['one less than the limit', 60, { count: 59, oldest: ago(1) }, 0],
  ['as many as the limit', 60, { count: 60, oldest: ago(1) }, 59 * 60],
  ['more than the limit', 60, { count: 600, oldest: ago(59) }, 60],
  ['the oldest is just forgotten', 60, { count: 60, oldest: ago(60) }, 1],
  ['there is no limit', Number.POSITIVE_INFINITY, { count: 100_000, oldest: ago(1) }, 0],
])('when %s one waits so long', (_what, limit, counted, seconds) => {
  expect(secondsToWait(limit, counted, now)).toBe(seconds);
});
