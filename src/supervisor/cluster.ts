import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { appRole, databaseName, ownerRole, queryValue, socketConfig, withClient } from './connect.ts';
import { reasonOf, SupervisorError, type SupervisorTexts } from './errors.ts';
import type { Binaries } from './find-binaries.ts';
import type { Place } from './place.ts';
import { settingsFile, tunedSettings } from './settings.ts';
import { asUser } from './server-user.ts';

const run = promisify(execFile);
const settingsName = 'varna.conf';

/**
 * Creates the cluster when there is none. initdb works in a folder of another name that is renamed when everything
 * is in it, so an interrupted creation leaves nothing that looks like a cluster. Call it under the lock.
 * @throws SupervisorError `initFailed`
 */
export async function createCluster(place: Place, binaries: Binaries, texts: SupervisorTexts): Promise<void> {
  for (const name of await readdir(place.directory)) {
    const left = path.join(place.directory, name);
    // It may fail while an initdb whose starter was killed still writes there; the next creation tries again.
    if (name.startsWith('making-')) await rm(left, { recursive: true, force: true }).catch(() => undefined);
  }
  // A name of its own, for the same reason.
  const making = path.join(place.directory, `making-${randomBytes(4).toString('hex')}`);
  await mkdir(making, { mode: 0o700 });
  await giveToServer(making, place);
  try {
    await run(path.join(binaries.directory, 'initdb'), initArguments(making), {
      cwd: '/',
      ...asUser(place.user),
    });
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : reasonOf(error);
    throw new SupervisorError('initFailed', texts.initFailed(output.trim()), error);
  }
  await appendFile(path.join(making, 'postgresql.conf'), `\ninclude_if_exists '${settingsName}'\n`);
  // Whoever can open the socket is root or the server's own user, since its directory is closed to all others.
  // Without a "host" line no network connection is ever let in, whatever the other settings say.
  await writeFile(
    path.join(making, 'pg_hba.conf'),
    `local all ${ownerRole} trust\nlocal ${databaseName} ${appRole} trust\n`,
  );
  await rename(making, place.cluster);
}

function initArguments(directory: string): string[] {
  return [
    ...['-D', directory, '-U', ownerRole, '--encoding=UTF8', '--locale=C', '--data-checksums'],
    ...['--auth-local=trust', '--auth-host=reject', '--no-instructions'],
  ];
}

/** Writes the settings file of this version of the product; the whole file appears at once. */
export async function writeSettings(place: Place, binaries: Binaries): Promise<void> {
  const file = path.join(place.cluster, settingsName);
  await writeFile(`${file}.new`, settingsFile(tunedSettings(binaries.version.major)), { mode: 0o600 });
  await giveToServer(`${file}.new`, place);
  await rename(`${file}.new`, file);
}

/** Files of a cluster that root copied back belong to root; the server must own them. */
export async function reclaimCluster(place: Place): Promise<void> {
  if (!place.user || (await stat(place.cluster)).uid === place.user.uid) return;
  await run('chown', ['-R', '-h', `${place.user.uid}:${place.user.gid}`, place.cluster]);
}

async function giveToServer(file: string, place: Place): Promise<void> {
  if (place.user) await chown(file, place.user.uid, place.user.gid);
}

/**
 * Makes sure that the roles and the database exist. The database gets its name last, so that its presence tells
 * that all the rest is done.
 */
export async function ensureDatabase(socketDirectory: string): Promise<void> {
  const making = `${databaseName}_making`;
  await withClient(socketConfig(socketDirectory, ownerRole, 'postgres'), async (client) => {
    const exists = await queryValue(client, 'select 1 from pg_database where datname = $1', [databaseName]);
    if (exists !== undefined) return;
    const role = await queryValue(client, 'select 1 from pg_roles where rolname = $1', [appRole]);
    if (role === undefined) await client.query(`create role ${appRole} login`);
    await client.query(`drop database if exists ${making}`);
    await client.query(`create database ${making} template template0 encoding 'UTF8' locale 'C'`);
    await client.query(`revoke all on database ${making} from public`);
    await client.query(`grant connect on database ${making} to ${appRole}`);
    await client.query(`alter database ${making} rename to ${databaseName}`);
  });
}

/**
 * Rebuilds the indexes when a collation used by one of them has another version than when it was built, as after an
 * upgrade of the system's ICU: an index in the old order silently misses rows. Returns whether it had to.
 */
export async function refreshCollations(
  socketDirectory: string,
  beforeReindex: () => void,
): Promise<boolean> {
  return withClient(socketConfig(socketDirectory, ownerRole), async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      select distinct quote_ident(n.nspname) || '.' || quote_ident(c.collname) as name
        from pg_index i
        cross join lateral unnest(i.indcollation) as used (oid)
        join pg_collation c on c.oid = used.oid
        join pg_namespace n on n.oid = c.collnamespace
       where c.collversion <> pg_collation_actual_version(c.oid)`);
    if (rows.length === 0) return false;
    beforeReindex();
    await client.query(`reindex database ${pg.escapeIdentifier(databaseName)}`);
    for (const { name } of rows) await client.query(`alter collation ${name} refresh version`);
    return true;
  });
}
