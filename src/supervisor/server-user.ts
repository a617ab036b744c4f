import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { SupervisorError, type SupervisorTexts } from './errors.ts';

const run = promisify(execFile);

/** The operating system user that owns the database files and runs the server. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number };

/** Users tried in order when root starts the product and names none: PostgreSQL refuses to run as root. */
const defaultUsers = ['varna', 'nobody'];

/** True when this process is root. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user the server is to run as when we are root: the one asked for, else `varna`, else `nobody`.
 * initdb needs a user that exists in the password file.
 * @throws SupervisorError `unknownUser`
 */
export async function chooseServerUser(
  asked: string | undefined,
  texts: SupervisorTexts,
): Promise<ServerUser> {
  const users = await readUsers();
  for (const name of asked === undefined ? defaultUsers : [asked]) {
    const user = users.find((candidate) => candidate.name === name);
    if (user && user.uid !== 0) return user;
  }
  throw new SupervisorError('unknownUser', texts.unknownUser(asked ?? defaultUsers.join(', ')));
}

/** The user with this number, or one without a name: the server itself runs under any number. */
export async function serverUserOf(uid: number, gid: number): Promise<ServerUser> {
  const known = (await readUsers()).find((candidate) => candidate.uid === uid);
  return known ?? { name: String(uid), uid, gid };
}

/** The options that make a child process run as that user; nothing when it is to run as ourselves. */
export function asUser(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/**
 * Whether the user can enter the directory. Tried rather than computed, since access lists, groups and security
 * modules also decide.
 */
export async function canEnter(directory: string, user: ServerUser | undefined): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd -- "$0"', directory], { cwd: '/', ...asUser(user) });
    return true;
  } catch {
    return false;
  }
}

async function readUsers(): Promise<ServerUser[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
