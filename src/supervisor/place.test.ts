import { chmodSync, lstatSync, mkdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { preparePlace } from './place.ts';
import { canEnter, runsAsRoot, type ServerUser } from './server-user.ts';
import { supervisorTextsSv } from './supervisor.texts.sv.ts';
import { makeTestFolder, ordinaryUser, startApplication } from './testing/processes.ts';

const texts = supervisorTextsSv;
const stranger = await ordinaryUser();
const messages: string[] = [];
const log = (message: string): void => void messages.push(message);
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  messages.length = 0;
});

async function testFolder(): Promise<string> {
  const { folder, remove } = await makeTestFolder();
  cleanups.push(remove);
  return folder;
}

describe('an ordinary user', () => {
  test.skipIf(runsAsRoot())('keeps the folder closed to all others', async () => {
    const place = await preparePlace(path.join(await testFolder(), 'data'), undefined, texts, log);
    expect(statSync(place.directory).mode & 0o777).toBe(0o700);
    expect(place.user).toBeUndefined();
  });

  test.skipIf(!stranger)('is refused a cluster of another user, with the folder named', async () => {
    const data = path.join(await testFolder(), 'data');
    mkdirSync(path.join(data, 'postgres', 'cluster'), { recursive: true });
    if (stranger) await give([data, path.join(data, 'postgres')], stranger);
    const application = startApplication('open', data, 'any', stranger);
    expect(await application.said('refused ')).toMatch(/^refused otherOwner .*postgres\/cluster/);
  });
});

async function give(directories: readonly string[], user: ServerUser): Promise<void> {
  for (const directory of directories) await chown(directory, user.uid, user.gid);
}

describe.skipIf(!runsAsRoot())('root', () => {
  test('gets a user that is not root, and a data folder of its own is opened for passing only', async () => {
    const data = path.join(await testFolder(), 'data');
    mkdirSync(data, { mode: 0o700 });
    const place = await preparePlace(data, undefined, texts, log);
    expect(place.user?.uid).toBeGreaterThan(0);
    expect(statSync(data).mode & 0o777).toBe(0o711);
    expect(await canEnter(place.directory, place.user)).toBe(true);
  });

  test('may name the user, who must exist and not be root', async () => {
    const data = path.join(await testFolder(), 'data');
    expect((await preparePlace(data, 'daemon', texts, log)).user?.name).toBe('daemon');
    await expect(preparePlace(data, 'finns-inte', texts, log)).rejects.toMatchObject({ code: 'unknownUser' });
    await expect(preparePlace(data, 'root', texts, log)).rejects.toMatchObject({ code: 'unknownUser' });
  });

  test('runs the server as the owner of the data folder', async () => {
    const data = path.join(await testFolder(), 'data');
    mkdirSync(data);
    await chown(data, 1, 1);
    expect((await preparePlace(data, undefined, texts, log)).user?.uid).toBe(1);
  });

  test('below a closed home keeps the database in the shared home, always the same', async () => {
    const home = await testFolder();
    chmodSync(home, 0o700);
    const data = path.join(home, 'data');
    const both = await Promise.all([1, 2].map(() => preparePlace(data, undefined, texts, log)));
    const target = readlinkSync(path.join(data, 'postgres'));
    cleanups.push(() => rmSync(target, { recursive: true, force: true }));
    expect(lstatSync(path.join(data, 'postgres')).isSymbolicLink()).toBe(true);
    expect(both.map(({ directory }) => directory)).toEqual([target, target]);
    expect(messages.filter((message) => message.includes(target))).toHaveLength(1);
    expect(await canEnter(target, both[0]?.user)).toBe(true);
  });
});
