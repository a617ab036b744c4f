import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, chown } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BinariesKind, chooseBinaries } from '../find-binaries.ts';
import { emptyPlace } from '../place.ts';
import { readPostmasterFile } from '../postmaster.ts';
import { asUser, canEnter, chooseServerUser, runsAsRoot, type ServerUser } from '../server-user.ts';
import { supervisorTextsSv } from '../supervisor.texts.sv.ts';

const program = fileURLToPath(new URL('./child-program.ts', import.meta.url));

/** The test application as a process of its own, with the lines it has said. */
export type TestApplication = {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** The first line from `from` on that begins so; rejects when the process ends without it. */
  said(prefix: string, from?: number): Promise<string>;
  /** Resolves when the process has ended, however. */
  readonly ended: Promise<void>;
};

/** Starts the test application, as another user if given (only root can). */
export function startApplication(
  mode: 'open' | 'write' | 'check',
  dataDirectory: string,
  kind: string,
  user?: ServerUser,
): TestApplication {
  const child = spawn(process.execPath, [program, mode, dataDirectory, kind], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const listener of listeners) listener();
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      over = true;
      for (const listener of listeners) listener();
      resolve();
    });
  });
  const said = (prefix: string, from = 0): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = lines.slice(from).find((candidate) => candidate.startsWith(prefix));
        if (line === undefined && !over) return;
        listeners.delete(look);
        if (line === undefined)
          reject(new Error(`ended without saying "${prefix}": ${lines.slice(-5).join(' | ')}`));
        else resolve(line);
      };
      listeners.add(look);
      look();
    });
  return { process: child, lines, said, ended };
}

/** Kills the server and all its processes at once, as a power cut for programs would. */
export async function killServer(dataDirectory: string): Promise<void> {
  const file = await readPostmasterFile(path.join(dataDirectory, 'postgres', 'cluster'));
  if (!file) return;
  for (const pid of [file.pid, ...childrenOf(file.pid)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  }
}

/** Process numbers whose parent is the given one. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const line = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** The kinds of binaries this machine has; says which one is missing, so that nobody believes it was tested. */
export async function availableKinds(): Promise<BinariesKind[]> {
  const available: BinariesKind[] = [];
  for (const kind of ['system', 'bundled'] as const) {
    try {
      const place = emptyPlace(path.join(os.tmpdir(), 'varna-nowhere'));
      await chooseBinaries({ place, kind, mayCopy: false }, supervisorTextsSv, () => undefined);
      available.push(kind);
    } catch (error) {
      process.stderr.write(`Not tested: ${kind} binaries. ${String(error)}\n`);
    }
  }
  return available;
}

/**
 * An ordinary user that root can start the test application as. Undefined, and said, when there is none: we are not
 * root, or that user can read neither this Node nor this repository, as in a clone below root's closed home.
 */
export async function ordinaryUser(): Promise<ServerUser | undefined> {
  if (!runsAsRoot()) {
    process.stderr.write('Not tested: acting as root, and as another user than this one.\n');
    return undefined;
  }
  const user = await chooseServerUser(undefined, supervisorTextsSv);
  const runsNode = await promisify(execFile)(process.execPath, ['--version'], {
    cwd: '/',
    ...asUser(user),
  }).then(
    () => true,
    () => false,
  );
  if (runsNode && (await canEnter(path.dirname(program), user))) return user;
  process.stderr.write(
    `Not tested: an ordinary user. ${user.name} can read neither Node nor the repository here.\n`,
  );
  return undefined;
}

/** A folder that any server user can pass through, removed by `remove`. */
export async function makeTestFolder(owner?: ServerUser): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'varna-supervisor-'));
  if (runsAsRoot()) await chmod(folder, 0o711);
  if (owner) await chown(folder, owner.uid, owner.gid);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
