import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkpointBody } from '../tree/checkpoint.ts';
import { signerOf, signNote } from '../tree/note.ts';
import { giveToFolder, type OwnTree } from './folder.ts';

const origin = 'varna-log/prov';
const signer = signerOf(origin, Buffer.alloc(32, 1));
const rootOf = (size: number, fill = 0) => Buffer.alloc(32, (size + fill) % 256);
const own: OwnTree = { origin, rootAt: (size) => Promise.resolve(rootOf(size)) };

let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'varna-witness-'));
  folder = path.join(base, 'revision');
  await mkdir(folder);
});
afterEach(() => rm(base, { recursive: true }));

function checkpoint(size: number, fill = 0, name = origin) {
  const root = rootOf(size, fill);
  return {
    size,
    root,
    note: signNote(checkpointBody({ origin: name, size, root }), signer),
    madeAt: new Date(),
  };
}
const give = (size: number, fill = 0, where = folder) =>
  giveToFolder(where, checkpoint(size, fill), own, path.join(base, 'data'));
const text = (name: string) => readFile(path.join(folder, name), 'utf8');

it('keeps one file a checkpoint and the newest under a name of its own', async () => {
  expect(await give(7)).toEqual({ outcome: 'delivered', detail: null, answer: '' });
  expect(await give(9)).toMatchObject({ outcome: 'delivered' });
  expect(await give(9)).toMatchObject({ outcome: 'delivered' });
  expect(await readdir(folder)).toEqual(['checkpoint-7.txt', 'checkpoint-9.txt', 'latest.txt']);
  expect(await text('checkpoint-7.txt')).toBe(checkpoint(7).note);
  expect(await text('latest.txt')).toBe(checkpoint(9).note);
});

it('is not held up by something in the folder that has no end', async () => {
  const make = 'mkfifo';
  execFileSync(make, [path.join(folder, 'latest.txt')]);
  expect(await give(9)).toMatchObject({ outcome: 'failed', detail: 'folderUnwritable' });
}, 5000);

it.each<[string, () => Promise<unknown>, number]>([
  ['a larger tree', () => writeFile(path.join(folder, 'latest.txt'), checkpoint(12).note), 9],
  [
    'another root for the same size',
    () => writeFile(path.join(folder, 'checkpoint-9.txt'), checkpoint(9, 1).note),
    9,
  ],
  [
    'a smaller tree that ours does not continue',
    () => writeFile(path.join(folder, 'latest.txt'), checkpoint(7, 1).note),
    9,
  ],
  [
    'another log',
    () => writeFile(path.join(folder, 'latest.txt'), checkpoint(7, 0, 'varna-log/annan').note),
    9,
  ],
  ['something that is no checkpoint', () => writeFile(path.join(folder, 'latest.txt'), 'x'), 9],
])('writes nothing, and says so, where there is %s', async (_what, arrange, size) => {
  await arrange();
  const before = await Promise.all((await readdir(folder)).map(text));
  expect(await give(size)).toMatchObject({ outcome: 'inconsistent', detail: 'witnessHoldsOther' });
  expect(await Promise.all((await readdir(folder)).map(text))).toEqual(before);
});

it('does not make a folder that is missing: a share that is not mounted would look like one', async () => {
  expect(await give(7, 0, path.join(base, 'borta'))).toMatchObject({ detail: 'folderMissing' });
  await writeFile(path.join(base, 'fil'), '');
  expect(await give(7, 0, path.join(base, 'fil'))).toMatchObject({ detail: 'folderMissing' });
});

it('is no witness inside the data folder, also by way of a link', async () => {
  await mkdir(path.join(base, 'data', 'inne'), { recursive: true });
  await symlink(path.join(base, 'data', 'inne'), path.join(base, 'ute'));
  for (const where of ['data', 'data/inne', 'ute'])
    expect(await give(7, 0, path.join(base, where))).toMatchObject({ detail: 'folderInsideData' });
});

it('says that it could not write, and leaves nothing half', async () => {
  await mkdir(path.join(folder, 'latest.txt'));
  expect(await give(7)).toMatchObject({ outcome: 'failed', detail: 'folderUnwritable' });
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});
