import { execFile } from 'node:child_process';
import { access, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { copiedPackages, copyBundled, findBundledPackage, makeLinks } from './bundled.ts';
import { SupervisorError, type SupervisorTexts } from './errors.ts';
import type { Place } from './place.ts';
import { formatVersion, oldestSupportedMajor, parseVersion, type Version } from './releases.ts';
import { asUser, type ServerUser } from './server-user.ts';

const run = promisify(execFile);

/** Whose binaries: the machine's own, kept up to date by its distribution, or the npm package's. */
export type BinariesKind = 'system' | 'bundled';

/** PostgreSQL binaries that the server's user can run. */
export type Binaries = { readonly kind: BinariesKind; readonly directory: string; readonly version: Version };

/** Where distributions put their versions side by side: Debian, Red Hat, Homebrew, Postgres.app. */
const versionedHomes: readonly { readonly parent: string; readonly name: RegExp; readonly bin: string }[] = [
  { parent: '/usr/lib/postgresql', name: /^\d+$/, bin: 'bin' },
  { parent: '/usr', name: /^pgsql-\d+$/, bin: 'bin' },
  { parent: '/opt/homebrew/opt', name: /^postgresql@\d+$/, bin: 'bin' },
  { parent: '/usr/local/opt', name: /^postgresql@\d+$/, bin: 'bin' },
  { parent: '/Applications/Postgres.app/Contents/Versions', name: /^\d+$/, bin: 'bin' },
];

/** What may be used and where to tell about it. */
export type BinariesRequest = {
  readonly place: Pick<Place, 'cluster' | 'binaries' | 'originFile' | 'user'>;
  /** Only this kind; both, the system's first, when undefined. */
  readonly kind: BinariesKind | undefined;
  /** False when looking only: nothing is copied. */
  readonly mayCopy: boolean;
};

/**
 * Chooses the binaries. Files of an existing cluster decide the major version, and the kind that ran it last is
 * preferred, since two builds can carry different ICU versions and so sort differently. An empty place gets the
 * system's newest, else the npm package's.
 * @throws SupervisorError `noBinaries`, `wrongMajor`
 */
export async function chooseBinaries(
  request: BinariesRequest,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<Binaries> {
  const dataMajor = await clusterMajor(request.place.cluster);
  const last = dataMajor === undefined ? undefined : await readOrigin(request.place.originFile);
  const kinds: BinariesKind[] = last === 'bundled' ? ['bundled', 'system'] : ['system', 'bundled'];
  const found: Binaries[] = [];
  for (const kind of kinds.filter((one) => request.kind === undefined || one === request.kind)) {
    const candidates =
      kind === 'system' ? await systemBinaries(request) : await bundledBinaries(request, texts, log);
    const fitting = candidates.find((one) =>
      dataMajor === undefined ? one.version.major >= oldestSupportedMajor : one.version.major === dataMajor,
    );
    if (fitting) return fitting;
    found.push(...candidates);
  }
  if (dataMajor !== undefined && found.length > 0) {
    const versions = found.map((one) => formatVersion(one.version)).join(', ');
    throw new SupervisorError('wrongMajor', texts.wrongMajor(String(dataMajor), versions));
  }
  const message = request.kind === undefined ? texts.noBinaries() : texts.noBinariesOfKind(request.kind);
  throw new SupervisorError('noBinaries', message);
}

/** The major version that wrote the cluster's files; undefined when there is no cluster. */
export async function clusterMajor(cluster: string): Promise<number | undefined> {
  const text = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

/** Which kind of binaries ran the cluster last; undefined when it was never recorded. */
export async function readOrigin(file: string): Promise<BinariesKind | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.includes('"bundled"')) return 'bundled';
  return text.includes('"system"') ? 'system' : undefined;
}

/** Records which binaries run the cluster. */
export async function writeOrigin(file: string, binaries: Binaries): Promise<void> {
  const { kind, directory, version } = binaries;
  await writeFile(file, `${JSON.stringify({ kind, directory, version: formatVersion(version) })}\n`);
}

/** The system's binaries the user can run, newest first. */
async function systemBinaries(request: BinariesRequest): Promise<Binaries[]> {
  const probed = await Promise.all(
    (await systemDirectories()).map(async (directory) => probe('system', directory, request.place.user)),
  );
  return probed
    .filter((one) => one !== undefined)
    .sort((one, other) => other.version.major - one.version.major || other.version.minor - one.version.minor);
}

async function systemDirectories(): Promise<string[]> {
  const fromPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((directory) => path.isAbsolute(directory));
  const fromHomes = await Promise.all(
    versionedHomes.map(async ({ parent, name, bin }) =>
      (await readdir(parent).catch(() => []))
        .filter((entry) => name.test(entry))
        .map((entry) => path.join(parent, entry, bin)),
    ),
  );
  const fromConfig = await run('pg_config', ['--bindir']).then(
    ({ stdout }) => [stdout.trim()],
    () => [],
  );
  const all = [...fromConfig, ...fromPath, ...fromHomes.flat()];
  const real = await Promise.all(all.map(async (directory) => realServerDirectory(directory)));
  return [...new Set(real.filter((directory) => directory !== undefined))];
}

/** The folder of the real `postgres` program, which a link in PATH may point to; it needs `initdb` beside it. */
async function realServerDirectory(directory: string): Promise<string | undefined> {
  try {
    const real = path.dirname(await realpath(path.join(directory, 'postgres')));
    await access(path.join(real, 'initdb'));
    return real;
  } catch {
    return undefined;
  }
}

/** The npm package, in place if the server's user can run it there, else a copy; then earlier copies. */
async function bundledBinaries(
  request: BinariesRequest,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<Binaries[]> {
  const { place } = request;
  const found: (Binaries | undefined)[] = [];
  const bundled = await findBundledPackage();
  if (bundled) {
    const usable =
      (await makeLinks(bundled.native)) &&
      (await probe('bundled', path.join(bundled.native, 'bin'), place.user));
    if (usable) found.push(usable);
    else if (request.mayCopy) {
      const native = await copyBundled(bundled, place.binaries, () => log(texts.copying(place.binaries)));
      found.push(await probe('bundled', path.join(native, 'bin'), place.user));
    }
  }
  for (const native of await copiedPackages(place.binaries)) {
    found.push(await probe('bundled', path.join(native, 'bin'), place.user));
  }
  return found.filter((one) => one !== undefined);
}

/** Runs `postgres -V` as the server's user, which proves at once that files and libraries can be read. */
async function probe(
  kind: BinariesKind,
  directory: string,
  user: ServerUser | undefined,
): Promise<Binaries | undefined> {
  try {
    const { stdout } = await run(path.join(directory, 'postgres'), ['-V'], { cwd: '/', ...asUser(user) });
    const version = parseVersion(stdout);
    return version ? { kind, directory, version } : undefined;
  } catch {
    return undefined;
  }
}
