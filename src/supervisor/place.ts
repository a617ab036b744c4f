import { constants } from 'node:fs';
import { access, chmod, lstat, mkdir, mkdtemp, realpath, rmdir, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, reasonOf, SupervisorError, type SupervisorTexts } from './errors.ts';
import { canEnter, chooseServerUser, runsAsRoot, type ServerUser, serverUserOf } from './server-user.ts';

/** Where a private cluster lives and who owns it. */
export type Place = {
  /** Real path of `<data>/postgres`; everything below belongs to the supervisor. */
  readonly directory: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  readonly lockFile: string;
  readonly logFile: string;
  /** Records which binaries last ran the cluster. */
  readonly originFile: string;
  /** Copies of binaries that the server's user could not read where they were. */
  readonly binaries: string;
  /** Undefined when the server runs as ourselves. */
  readonly user: ServerUser | undefined;
};

/** Home of the database when root's own data directory lies where no other user may go. */
const sharedHome = '/var/lib/varna';

/**
 * Prepares the folder of the private cluster below the data directory. As root the server's user must be able to
 * reach it: the data directory is made passable, and when a directory above bars the way (a clone in root's home),
 * the database is kept in /var/lib/varna with a link from the data directory.
 * @throws SupervisorError `otherOwner`, `unknownUser`
 */
export async function preparePlace(
  dataDirectory: string,
  serverUser: string | undefined,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<Place> {
  const link = path.join(path.resolve(dataDirectory), 'postgres');
  try {
    if (!runsAsRoot()) {
      await mkdir(link, { recursive: true, mode: 0o700 });
      await access(link, constants.R_OK | constants.W_OK | constants.X_OK);
      await refuseForeignCluster(link, texts);
      return placeAt(await realpath(link), undefined);
    }
    await mkdir(path.dirname(link), { recursive: true });
    const user = await ownerFor(link, serverUser, texts);
    await makeReachable(link, user, texts, log);
    return placeAt(await realpath(link), user);
  } catch (error) {
    if (error instanceof SupervisorError) throw error;
    throw new SupervisorError('otherOwner', texts.otherOwner(link, reasonOf(error)), error);
  }
}

/** The place of an existing cluster, to look at and not to change; undefined when there is none. */
export async function existingPlace(dataDirectory: string): Promise<Place | undefined> {
  try {
    const directory = await realpath(path.join(path.resolve(dataDirectory), 'postgres'));
    const owner = await stat(path.join(directory, 'cluster'));
    return placeAt(directory, runsAsRoot() ? await serverUserOf(owner.uid, owner.gid) : undefined);
  } catch {
    return undefined;
  }
}

/** The place a first start would use, for questions asked before it. */
export function emptyPlace(dataDirectory: string): Place {
  return placeAt(path.join(path.resolve(dataDirectory), 'postgres'), undefined);
}

function placeAt(directory: string, user: ServerUser | undefined): Place {
  return {
    directory,
    cluster: path.join(directory, 'cluster'),
    lockFile: path.join(directory, 'supervisor.lock'),
    logFile: path.join(directory, 'server.log'),
    originFile: path.join(directory, 'origin.json'),
    binaries: path.join(directory, 'binaries'),
    user,
  };
}

/** An ordinary user cannot run a cluster that root once created for another user; say so before PostgreSQL does. */
async function refuseForeignCluster(directory: string, texts: SupervisorTexts): Promise<void> {
  const cluster = path.join(directory, 'cluster');
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== process.getuid?.()) {
    throw new SupervisorError('otherOwner', texts.otherOwner(cluster, `uid ${owner.uid}`));
  }
}

/** The cluster's owner decides, then the one asked for, then a data directory that is not root's, then the default. */
async function ownerFor(
  link: string,
  asked: string | undefined,
  texts: SupervisorTexts,
): Promise<ServerUser> {
  for (const directory of [
    path.join(link, 'cluster'),
    asked === undefined ? path.dirname(link) : undefined,
  ]) {
    const owner = directory === undefined ? undefined : await stat(directory).catch(() => undefined);
    if (owner && owner.uid !== 0) return serverUserOf(owner.uid, owner.gid);
  }
  return chooseServerUser(asked, texts);
}

async function makeReachable(
  link: string,
  user: ServerUser,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<void> {
  const existing = await lstat(link).catch(() => undefined);
  if (existing?.isSymbolicLink()) return;
  const data = path.dirname(link);
  if (!(await canEnter(data, user)) && (await canEnter(path.dirname(data), user))) {
    await chmod(data, (await stat(data)).mode | 0o011);
    log(texts.openedDirectory(data));
  }
  if (existing || (await canEnter(data, user))) {
    await mkdir(link, { recursive: true });
    await chmod(link, 0o711);
    return;
  }
  await keepElsewhere(link, texts, log);
}

/** The link is the only pointer to the new home and is made atomically, so two starts at once agree. */
async function keepElsewhere(
  link: string,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<void> {
  await mkdir(sharedHome, { recursive: true, mode: 0o711 });
  const home = await mkdtemp(path.join(sharedHome, 'database-'));
  await chmod(home, 0o711);
  try {
    await symlink(home, link);
    log(texts.movedData(home));
  } catch (error) {
    await rmdir(home);
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
