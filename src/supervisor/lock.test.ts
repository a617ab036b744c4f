import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { takeLock } from './lock.ts';
import { supervisorTextsSv } from './supervisor.texts.sv.ts';
import { makeTestFolder } from './testing/processes.ts';

const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

async function lockFile(): Promise<string> {
  const { folder, remove } = await makeTestFolder();
  cleanups.push(remove);
  return path.join(folder, 'lock');
}

test('the second waits until the first lets go', async () => {
  const file = await lockFile();
  const release = await takeLock(file, supervisorTextsSv, () => undefined);
  const order: string[] = [];
  const second = takeLock(file, supervisorTextsSv, () => undefined).then((releaseSecond) => {
    order.push('second');
    releaseSecond();
  });
  await sleep(150);
  order.push('first');
  release();
  await second;
  expect(order).toEqual(['first', 'second']);
});

test('a killed holder holds nothing', async () => {
  const file = await lockFile();
  const lockModule = fileURLToPath(new URL('./lock.ts', import.meta.url));
  const textsModule = fileURLToPath(new URL('./supervisor.texts.sv.ts', import.meta.url));
  const script = `const { takeLock } = await import(${JSON.stringify(lockModule)});
    const { supervisorTextsSv } = await import(${JSON.stringify(textsModule)});
    await takeLock(${JSON.stringify(file)}, supervisorTextsSv, () => {});
    console.log('taken'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => void holder.kill('SIGKILL'));
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  let taken = false;
  const waiting = takeLock(file, supervisorTextsSv, () => undefined).then((release) => {
    taken = true;
    release();
  });
  await sleep(150);
  expect(taken).toBe(false);
  holder.kill('SIGKILL');
  await waiting;
  expect(taken).toBe(true);
});
