import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { copiedPackages, copyBundled, findBundledPackage, makeLinks } from './bundled.ts';
import { asUser, chooseServerUser, runsAsRoot } from './server-user.ts';
import { supervisorTextsSv } from './supervisor.texts.sv.ts';
import { makeTestFolder } from './testing/processes.ts';

const run = promisify(execFile);
const bundled = await findBundledPackage();
const cleanups: (() => void)[] = [];
if (!bundled) process.stderr.write('Not tested: the npm binary package is not installed on this machine.\n');

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

/** The package as npm leaves it when install scripts are blocked: no link. */
async function packageWithoutLinks(): Promise<{ native: string; version: string; folder: string }> {
  const { folder, remove } = await makeTestFolder();
  cleanups.push(remove);
  const native = path.join(folder, 'package', 'native');
  cpSync(bundled?.native ?? '', native, { recursive: true, verbatimSymlinks: true });
  for (const entry of readdirSync(path.join(native, 'lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(path.join(native, 'lib', entry.name));
  }
  return { native, version: bundled?.version ?? '', folder };
}

describe.skipIf(!bundled)('the npm binary package', () => {
  test('does not run without its links, and does with ours', async () => {
    const { native } = await packageWithoutLinks();
    const postgres = path.join(native, 'bin', 'postgres');
    await expect(run(postgres, ['-V'])).rejects.toThrow(/shared librar/);
    expect(await makeLinks(native)).toBe(true);
    expect((await run(postgres, ['-V'])).stdout).toContain(
      bundled?.version.split('-')[0]?.replace(/\.0$/, ''),
    );
    expect(await makeLinks(native)).toBe(true);
  });

  test('is copied whole, once, readable by everyone, without the static libraries', async () => {
    const source = await packageWithoutLinks();
    const home = path.join(source.folder, 'binaries');
    let copies = 0;
    const copy = (): Promise<string> => copyBundled(source, home, () => void (copies += 1));
    const native = await copy();
    expect(await copy()).toBe(native);
    expect(copies).toBe(1);
    expect(await copiedPackages(home)).toEqual([native]);
    expect(statSync(path.join(native, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
    expect(existsSync(path.join(native, 'lib', 'libpq.a'))).toBe(false);
    const user = runsAsRoot() ? await chooseServerUser(undefined, supervisorTextsSv) : undefined;
    expect((await run(path.join(native, 'bin', 'initdb'), ['-V'], asUser(user))).stdout).toContain(
      'PostgreSQL',
    );
  });

  test('two copies at once leave one', async () => {
    const source = await packageWithoutLinks();
    const home = path.join(source.folder, 'binaries');
    const made = await Promise.all([1, 2].map(() => copyBundled(source, home, () => undefined)));
    expect(made[0]).toBe(made[1]);
    expect(readdirSync(home)).toEqual([source.version]);
  });
});
