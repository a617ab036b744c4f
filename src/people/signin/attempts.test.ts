import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptHistory, limits, rememberMinutes, secondsToWait } from './attempts.ts';

const now = new Date('2026-11-23T10:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const none = { count: 0, latestAt: null };
const quiet: AttemptHistory = { pair: none, account: none, address: none };

describe('secondsToWait', () => {
  it.each<[string, Partial<AttemptHistory>, number]>([
    ['nothing has failed', {}, 0],
    ['four failures are free', { pair: { count: 4, latestAt: now } }, 0],
    ['the fifth makes a wait', { pair: { count: 5, latestAt: now } }, 2],
    ['each doubles it', { pair: { count: 8, latestAt: now } }, 16],
    ['the wait passes', { pair: { count: 8, latestAt: ago(16) } }, 0],
    ['what remains of it', { pair: { count: 8, latestAt: ago(6) } }, 10],
    ['it never grows beyond a quarter of an hour', { pair: { count: 500, latestAt: now } }, 900],
    ['others can make an owner wait, but not long', { account: { count: 5000, latestAt: now } }, 30],
    ['a town hall behind one address', { address: { count: 99, latestAt: now } }, 0],
    ['a guesser behind one address', { address: { count: 108, latestAt: now } }, 256],
    ['the longest decides', { pair: { count: 6, latestAt: now }, address: { count: 101, latestAt: now } }, 4],
  ])('%s', (_what, history, seconds) => {
    expect(secondsToWait({ ...quiet, ...history }, now)).toBe(seconds);
  });

  it('never locks out: whatever has happened, the wait is over within the hour that is remembered', () => {
    const failures = fc.record({ count: fc.nat(100_000), latestAt: fc.constant(now) });
    fc.assert(
      fc.property(failures, failures, failures, (pair, account, address) => {
        const seconds = secondsToWait({ pair, account, address }, now);
        expect(seconds).toBeLessThanOrEqual(rememberMinutes * 60);
        expect(secondsToWait({ pair, account, address }, new Date(now.getTime() + seconds * 1000))).toBe(0);
      }),
    );
  });

  it('lets nobody lock another out from afar for longer than a breath', () => {
    expect(limits.account.longestSeconds).toBeLessThanOrEqual(30);
  });
});
