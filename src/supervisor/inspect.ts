import type pg from 'pg';
import { peekLivingServer } from './adopt.ts';
import { ownerRole, queryValue, socketConfig, withClient } from './connect.ts';
import { reasonOf, SupervisorError, type SupervisorTexts } from './errors.ts';
import { type BinariesKind, chooseBinaries, clusterMajor, readOrigin } from './find-binaries.ts';
import { emptyPlace, existingPlace, type Place } from './place.ts';
import {
  ageInDays,
  daysUntilPresumedSuperseded,
  formatVersion,
  newerRelease,
  oldestSupportedMajor,
  parseVersion,
} from './releases.ts';
import { supervisorTextsSv } from './supervisor.texts.sv.ts';
import { withStartupOptions } from './url-source.ts';

/** What can be wrong with a database that works. */
export type DatabaseWarningCode =
  | 'bundledBehind'
  | 'releaseBehind'
  | 'unknownRelease'
  | 'notDurable'
  | 'tooOld'
  | 'exposedPort'
  | 'notRunning'
  | 'wrongMajor'
  | 'noBinaries'
  | 'unreachable';

/** A warning with a stable code, and its sentence in the operator's language. */
export type DatabaseWarning = { readonly code: DatabaseWarningCode; readonly message: string };

/** What `varna doctor` tells about the database. */
export type DatabaseInspection = {
  readonly source: 'url' | BinariesKind | undefined;
  /** As the server or the program says it; undefined when there is nothing to ask. */
  readonly version: string | undefined;
  /** Days since the PostgreSQL project published that release; undefined when we do not know the release. */
  readonly ageInDays: number | undefined;
  readonly running: boolean;
  /** Where the private cluster's files are; undefined for a server by URL and before the first start. */
  readonly directory: string | undefined;
  readonly warnings: readonly DatabaseWarning[];
};

/** What {@link inspectDatabase} needs; the same facts as opening, and the time. */
export type InspectDatabaseOptions = {
  readonly databaseUrl?: string | undefined;
  readonly dataDirectory: string;
  readonly binaries?: BinariesKind | undefined;
  readonly texts?: SupervisorTexts | undefined;
  readonly now: Date;
};

/** Server settings a verdict needs, as `SHOW` prints them. */
export type ServerFacts = {
  readonly version: string;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
  readonly listenAddresses: string;
  readonly ssl: string;
};

/**
 * Looks at the database without starting, stopping or changing anything. Says where it comes from, its version and
 * age, and what should worry the one who runs it. Never throws for a database that is missing or does not answer:
 * that is a warning too.
 */
export async function inspectDatabase(options: InspectDatabaseOptions): Promise<DatabaseInspection> {
  const texts = options.texts ?? supervisorTextsSv;
  if (options.databaseUrl !== undefined) return inspectUrl(options.databaseUrl, options.now, texts);
  const place = await existingPlace(options.dataDirectory);
  const living = place ? await peekLivingServer(place) : undefined;
  if (!place || !living) return inspectStopped(place, options, texts);
  const facts = await readFacts(socketConfig(living.socketDirectory, ownerRole, 'postgres'));
  const source = (await readOrigin(place.originFile)) ?? 'system';
  const warnings = judgeServer(source, facts, options.now, texts);
  return inspection(source, facts.version, options.now, {
    running: true,
    directory: place.directory,
    warnings,
  });
}

async function inspectUrl(url: string, now: Date, texts: SupervisorTexts): Promise<DatabaseInspection> {
  try {
    const facts = await readFacts({ connectionString: withStartupOptions(url, [], texts) });
    return inspection('url', facts.version, now, {
      running: true,
      directory: undefined,
      warnings: judgeServer('url', facts, now, texts),
    });
  } catch (error) {
    const message =
      error instanceof SupervisorError ? error.message : texts.unreachableServer(reasonOf(error));
    const warnings: DatabaseWarning[] = [{ code: 'unreachable', message }];
    return inspection('url', undefined, now, { running: false, directory: undefined, warnings });
  }
}

/** Nothing runs: tells about the binaries that would be started. */
async function inspectStopped(
  place: Place | undefined,
  options: InspectDatabaseOptions,
  texts: SupervisorTexts,
): Promise<DatabaseInspection> {
  const { now } = options;
  const rest = { running: false, directory: place?.directory };
  const notRunning: DatabaseWarning = { code: 'notRunning', message: texts.warningNotRunning() };
  try {
    const request = {
      place: place ?? emptyPlace(options.dataDirectory),
      kind: options.binaries,
      mayCopy: false,
    };
    const { kind, version } = await chooseBinaries(request, texts, () => undefined);
    const text = formatVersion(version);
    return inspection(kind, text, now, {
      ...rest,
      warnings: [notRunning, ...judgeRelease(kind, text, now, texts)],
    });
  } catch (error) {
    if (!(error instanceof SupervisorError)) throw error;
    const major = place ? await clusterMajor(place.cluster) : undefined;
    const warning: DatabaseWarning =
      error.code === 'wrongMajor'
        ? { code: 'wrongMajor', message: texts.warningForeignMajor(String(major)) }
        : { code: 'noBinaries', message: error.message };
    return inspection(undefined, undefined, now, { ...rest, warnings: [notRunning, warning] });
  }
}

function inspection(
  source: DatabaseInspection['source'],
  version: string | undefined,
  now: Date,
  rest: Pick<DatabaseInspection, 'running' | 'directory' | 'warnings'>,
): DatabaseInspection {
  const parsed = version === undefined ? undefined : parseVersion(version);
  return { source, version, ageInDays: parsed ? ageInDays(parsed, now) : undefined, ...rest };
}

async function readFacts(config: pg.ClientConfig): Promise<ServerFacts> {
  return withClient(config, async (client) => ({
    version: String(await queryValue(client, 'show server_version')),
    fsync: String(await queryValue(client, 'show fsync')),
    fullPageWrites: String(await queryValue(client, 'show full_page_writes')),
    synchronousCommit: String(await queryValue(client, 'show synchronous_commit')),
    listenAddresses: String(await queryValue(client, 'show listen_addresses')),
    ssl: String(await queryValue(client, 'show ssl')),
  }));
}

/** What a server's own settings give cause to warn about. */
export function judgeServer(
  source: 'url' | BinariesKind,
  facts: ServerFacts,
  now: Date,
  texts: SupervisorTexts,
): DatabaseWarning[] {
  const warnings = judgeRelease(source, facts.version, now, texts);
  const durability = {
    fsync: facts.fsync,
    full_page_writes: facts.fullPageWrites,
    synchronous_commit: facts.synchronousCommit,
  };
  for (const [setting, value] of Object.entries(durability)) {
    if (value === 'off') warnings.push({ code: 'notDurable', message: texts.warningNotDurable(setting) });
  }
  if (isExposed(source, facts)) {
    warnings.push({ code: 'exposedPort', message: texts.warningExposedPort(facts.listenAddresses) });
  }
  return warnings;
}

/** A private cluster must have no port at all; somebody else's server may listen outside its machine with TLS only. */
function isExposed(source: 'url' | BinariesKind, facts: ServerFacts): boolean {
  const addresses = facts.listenAddresses
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  if (source !== 'url') return addresses.length > 0;
  const outside = addresses.filter((address) => !/^(localhost|127\.[\d.]+|::1)$/.test(address));
  return outside.length > 0 && facts.ssl !== 'on';
}

/** What the age of a release gives cause to warn about. */
export function judgeRelease(
  source: 'url' | BinariesKind,
  versionText: string,
  now: Date,
  texts: SupervisorTexts,
): DatabaseWarning[] {
  const version = parseVersion(versionText);
  if (!version) return [{ code: 'unknownRelease', message: texts.warningUnknownRelease(versionText) }];
  const name = formatVersion(version);
  if (version.major < oldestSupportedMajor) return [{ code: 'tooOld', message: texts.warningTooOld(name) }];
  const age = ageInDays(version, now);
  if (newerRelease(version) || (age !== undefined && age > daysUntilPresumedSuperseded)) {
    return source === 'bundled'
      ? [{ code: 'bundledBehind', message: texts.warningBundledBehind(name) }]
      : [{ code: 'releaseBehind', message: texts.warningReleaseBehind(name) }];
  }
  // Newer than this table: the product is older than the database, and cannot say how the database stands.
  return age === undefined ? [{ code: 'unknownRelease', message: texts.warningUnknownRelease(name) }] : [];
}
