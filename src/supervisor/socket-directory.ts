import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { SupervisorError, type SupervisorTexts } from './errors.ts';
import type { Place } from './place.ts';
import { runsAsRoot } from './server-user.ts';

/** The server has no network port; this number only names the socket. */
export const socketPort = 5432;

/**
 * Bytes a Unix socket's path may have: `sun_path` less its closing zero (unix(7); macOS has 104 with it).
 */
export const longestSocketPath = process.platform === 'darwin' ? 103 : 107;

/** The name PostgreSQL gives its socket in a directory. */
export function socketPath(directory: string): string {
  return path.join(directory, `.s.PGSQL.${socketPort}`);
}

/**
 * Directories the socket may lie in, best first: beside the cluster, else a short one named after the cluster's
 * path. Nothing here reads the environment, so every program that opens the cluster comes to the same place.
 */
export function socketDirectories(place: Pick<Place, 'directory'>, asRoot: boolean): string[] {
  const name = `varna-${createHash('sha256').update(place.directory).digest('hex').slice(0, 16)}`;
  const beside = path.join(place.directory, 'socket');
  const short = [...(asRoot ? ['/run'] : []), '/tmp', '/dev/shm'].map((parent) => path.join(parent, name));
  // PostgreSQL reads the setting as a list: a comma separates and a double quote quotes.
  return [beside, ...short].filter(
    (directory) => Buffer.byteLength(socketPath(directory)) <= longestSocketPath && !/[",]/.test(directory),
  );
}

/**
 * Makes the socket's directory, owned by the server's user and closed to all others (mode 0700), and proves that
 * its file system has sockets. A directory somebody else made first is never used.
 * @throws SupervisorError `noSocketDirectory`
 */
export async function makeSocketDirectory(place: Place, texts: SupervisorTexts): Promise<string> {
  for (const directory of socketDirectories(place, runsAsRoot())) {
    if ((await makePrivate(directory, place)) && (await hasSockets(directory))) return directory;
  }
  throw new SupervisorError('noSocketDirectory', texts.noSocketDirectory());
}

async function makePrivate(directory: string, place: Place): Promise<boolean> {
  const wanted = place.user?.uid ?? process.getuid?.();
  try {
    await mkdir(directory, { mode: 0o700 }).catch(() => undefined);
    const made = await lstat(directory);
    if (!made.isDirectory()) return false;
    if (place.user && made.uid === 0) await chown(directory, place.user.uid, place.user.gid);
    else if (made.uid !== wanted) return false;
    await chmod(directory, 0o700);
    return true;
  } catch {
    return false;
  }
}

async function hasSockets(directory: string): Promise<boolean> {
  const probe = path.join(directory, '.p');
  await rm(probe, { force: true });
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(probe, () => server.close(() => resolve(true)));
  });
}
