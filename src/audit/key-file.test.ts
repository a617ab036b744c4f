import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownKeys } from './key-file.ts';
import { logSigner } from './signing-key.ts';
import { printVerifierKey } from './tree/note.ts';

const keyOf = (secret: number, origin = 'varna-log/prov'): string =>
  printVerifierKey(logSigner(Buffer.alloc(32, secret), origin).verifierKey);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'varna-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('remembers the key of each secret, once, with the present one first', async () => {
  expect(await ownKeys(folder, keyOf(1))).toEqual([keyOf(1)]);
  expect(await ownKeys(folder, keyOf(1))).toEqual([keyOf(1)]);
  expect(await ownKeys(folder, keyOf(2))).toEqual([keyOf(2), keyOf(1)]);
  expect(await ownKeys(folder, keyOf(1))).toEqual([keyOf(1), keyOf(2)]);
  expect(await readFile(path.join(folder, 'log-keys.txt'), 'utf8')).toBe(`${keyOf(1)}\n${keyOf(2)}\n`);
});

it('makes its folder, and a file that only its owner reads', async () => {
  const inner = path.join(folder, 'data');
  await ownKeys(inner, keyOf(1));
  expect((await stat(path.join(inner, 'log-keys.txt'))).mode & 0o777).toBe(0o600);
});

it('goes by no line that is not a key of this log', async () => {
  await ownKeys(folder, keyOf(1));
  await appendFile(
    path.join(folder, 'log-keys.txt'),
    `${keyOf(3, 'varna-log/annan')}\n${keyOf(2).slice(0, 40)}`,
  );
  expect(await ownKeys(folder, keyOf(4))).toEqual([keyOf(4), keyOf(1)]);
  expect(await ownKeys(folder, keyOf(1))).toEqual([keyOf(1), keyOf(4)]);
});
