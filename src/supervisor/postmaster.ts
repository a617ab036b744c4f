import { execFile } from 'node:child_process';
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from './errors.ts';
import { runsAsRoot } from './server-user.ts';

const run = promisify(execFile);

/** What PostgreSQL writes about its running server in `postmaster.pid` (miscinit.h, LOCK_FILE_LINE_*). */
export type PostmasterFile = {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly text: string;
};

/** Reads `postmaster.pid`; undefined when there is none. A file still being written has an empty socket directory. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFile(cluster), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return { pid: Number.isSafeInteger(pid) ? Math.abs(pid) : 0, socketDirectory: lines[4] ?? '', text };
}

function postmasterFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

/** Whose process a number belongs to. `unknown` when the operating system does not let us see. */
export type ProcessIdentity = 'ours' | 'other' | 'gone' | 'unknown';

/**
 * Whether the process is a PostgreSQL server on this cluster. The number alone proves nothing: after a restart of
 * the machine, or in a container, it may belong to anything. A process that has ended but whose parent has not yet
 * taken notice counts as gone.
 */
export async function identify(pid: number, cluster: string): Promise<ProcessIdentity> {
  if (pid <= 0) return 'gone';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return 'gone';
  }
  return identifyLiving(pid, cluster);
}

async function identifyLiving(pid: number, cluster: string): Promise<ProcessIdentity> {
  const statusLine = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (statusLine === undefined) return identifyByListing(pid, cluster);
  // The name is in brackets and may hold anything; the state follows its end (proc_pid_stat(5)).
  if (/\) [ZX] /.test(statusLine.slice(statusLine.lastIndexOf(')')))) return 'gone';
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const words = commandLine.split('\0');
  if (!/^postgres(\.exe)?$/.test(path.basename(words[0] ?? ''))) return 'other';
  if (words.includes(cluster)) return 'ours';
  return (await sameDirectory(`/proc/${pid}/cwd`, cluster)) ? 'ours' : 'other';
}

/** For systems without /proc. */
async function identifyByListing(pid: number, cluster: string): Promise<ProcessIdentity> {
  try {
    const { stdout } = await run('ps', ['-o', 'state=,command=', '-p', String(pid)]);
    if (/^\s*Z/.test(stdout)) return 'gone';
    return stdout.includes('postgres') && stdout.includes(cluster) ? 'ours' : 'other';
  } catch (error) {
    // ps ends with 1 and says nothing when there is no such process.
    return codeOf(error) === undefined ? 'gone' : 'unknown';
  }
}

/** True when both paths lead to the same directory. */
export async function sameDirectory(one: string, other: string): Promise<boolean> {
  try {
    const [first, second] = await Promise.all([stat(one), stat(other)]);
    return first.ino === second.ino && first.dev === second.dev;
  } catch {
    return false;
  }
}

/**
 * Takes the sting out of a `postmaster.pid` left by a crash whose number now belongs to a process that is not a
 * server on this cluster. PostgreSQL refuses to start while *any* process of its user has that number. The file is
 * not removed: its seventh line names the old shared memory, by which PostgreSQL still notices surviving backends
 * (CreateLockFile in miscinit.c). Only the number is replaced, by one no process can have.
 */
export async function disarmPostmasterFile(cluster: string, file: PostmasterFile): Promise<void> {
  const impossiblePid = '2147483646';
  const current = postmasterFile(cluster);
  const { uid, gid, mode } = await stat(current);
  const next = `${current}.disarmed`;
  await writeFile(next, file.text.replace(/^-?\d*/, impossiblePid), { mode });
  if (runsAsRoot()) await chown(next, uid, gid);
  await rename(next, current);
}
