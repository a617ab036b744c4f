import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Apart } from './apart.ts';

interface Task {
  readonly name: string;
  readonly words: string;
}
let apart = opened();
afterEach(() => {
  apart.end();
  apart = opened();
});

function opened(limits: { seconds?: number; waiting?: number; idleSeconds?: number } = {}) {
  const module = new URL('./testing/tasks.ts', import.meta.url);
  return new Apart<Task, unknown>(module, {
    seconds: 20,
    megabytes: 400,
    waiting: 20,
    idleSeconds: 20,
    native: false,
    ...limits,
  });
}
const ask = (name: string, words = '') => apart.ask({ name, words });
const done = (answer: unknown) => ({ kind: 'done', answer });

describe('work apart', () => {
  it('is done in turn by one process, which is not this one', async () => {
    const [first, second] = await Promise.all([ask('whoAmI'), ask('whoAmI')]);
    expect(first).toEqual(second);
    expect(first).not.toEqual(done(process.pid));
    expect(await ask('echo', 'åäö')).toEqual(done('åäö'));
  });

  it.each([
    ['throws', { kind: 'failed', message: 'as told' }],
    ['ends', { kind: 'failed', message: 'the process ended with 3' }],
    ['grows', { kind: 'tooLarge' }],
  ])('that %s ends so, and the next is done all the same', async (name, outcome) => {
    const [ended, next] = await Promise.all([ask(name), ask('echo', 'nästa')]);
    expect(ended).toEqual(outcome);
    expect(next).toEqual(done('nästa'));
  });

  it('that never ends is ended, and never stops the server from answering', async () => {
    let longest = 0;
    let last = performance.now();
    const ticks = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    // The start of a process counts: on a busy machine the next one would not be done in a second.
    apart = opened({ seconds: 5 });
    expect(await ask('turnsForever')).toEqual({ kind: 'tooSlow' });
    clearInterval(ticks);
    expect(longest).toBeLessThan(4000);
    expect(await ask('echo', 'nästa')).toEqual(done('nästa'));
  });

  it('is refused at once when the line is full', async () => {
    apart = opened({ waiting: 1 });
    const all = await Promise.all([ask('echo'), ask('echo'), ask('echo')]);
    expect(all.map((one) => one.kind)).toEqual(['done', 'done', 'busy']);
    expect(await ask('echo')).toEqual(done(''));
  });

  it('lets its process go when there is nothing to do', async () => {
    apart = opened({ idleSeconds: 0.05 });
    const first = await ask('whoAmI');
    // On a busy machine the timer may come late.
    let next = first;
    for (let tries = 0; tries < 20 && JSON.stringify(next) === JSON.stringify(first); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      next = await ask('whoAmI');
    }
    expect(next).not.toEqual(first);
  });

  it.each([
    ['reads', '/etc/passwd'],
    ['reads', fileURLToPath(new URL('../../README.md', import.meta.url))],
    ['writes', `${tmpdir()}/varna-apart-wrote`],
    ['starts', ''],
  ])('may not do harm: %s', async (name, words) => {
    expect(await ask(name, words)).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/restricted/i),
    });
  });

  it('may read the program itself, and knows nothing of its environment', async () => {
    expect(await ask('reads', fileURLToPath(new URL('./apart.ts', import.meta.url)))).toMatchObject({
      kind: 'done',
    });
    expect(await ask('environment')).toEqual(done([]));
  });
});
