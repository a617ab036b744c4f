import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  askServer,
  findLivingServer,
  type LivingServer,
  recoveryPatienceMilliseconds,
  silencePatienceMilliseconds,
} from './adopt.ts';
import { SupervisorError, type SupervisorTexts } from './errors.ts';
import type { Binaries } from './find-binaries.ts';
import type { Place } from './place.ts';
import { sameDirectory } from './postmaster.ts';
import { asUser } from './server-user.ts';
import { unchangeableSettings } from './settings.ts';
import { socketPath, socketPort } from './socket-directory.ts';

const pollMilliseconds = 8;
const retryPatienceMilliseconds = 10_000;
const retryPauseMilliseconds = 120;
const sayRecoveringAfterMilliseconds = 2_000;
const largestLogBytes = 4_000_000;

/**
 * What PostgreSQL says while processes of a killed server are still going away: their shared memory is in use, or
 * the killed one has not been reaped and its lock file counts. A moment later the same start succeeds.
 */
const passingTrouble =
  /pre-existing shared memory block|shared memory block .* still in use|lock file ".*" already exists/;

/**
 * Starts the server and waits until it answers. Retries for ten seconds while an earlier server is going away.
 * Call it under the lock, after {@link findLivingServer} found nothing.
 * @throws SupervisorError `startFailed`
 */
export async function startServer(
  place: Place,
  binaries: Binaries,
  socketDirectory: string,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<LivingServer> {
  const begun = performance.now();
  let saidRetrying = false;
  for (;;) {
    await clearSocket(socketDirectory);
    const offset = await prepareLog(place.logFile);
    const child = spawnServer(place, binaries, socketDirectory);
    const living = await waitUntilAnswering(child, place, socketDirectory, () => log(texts.recovering()));
    if (living) return living;
    const output = await readFrom(place.logFile, offset);
    if (!passingTrouble.test(output) || performance.now() - begun > retryPatienceMilliseconds) {
      throw new SupervisorError('startFailed', texts.startFailed(output.slice(-2_000).trim()));
    }
    if (!saidRetrying) log(texts.retrying());
    saidRetrying = true;
    await sleep(retryPauseMilliseconds);
    const adopted = await findLivingServer(place, texts, log);
    if (adopted) return adopted;
  }
}

/** Nobody answers and we hold the lock: what lies in our private directory is left from a crash. */
async function clearSocket(socketDirectory: string): Promise<void> {
  await rm(socketPath(socketDirectory), { force: true });
  await rm(`${socketPath(socketDirectory)}.lock`, { force: true });
}

/** Keeps the log small, and returns where this start's lines begin. */
async function prepareLog(file: string): Promise<number> {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size <= largestLogBytes) return size;
  await rename(file, `${file}.previous`);
  return 0;
}

/**
 * The server gets a session of its own (`detached`): Ctrl+C in the terminal must reach the application, which then
 * stops the server in order, and not both at once.
 */
function spawnServer(place: Place, binaries: Binaries, socketDirectory: string): ChildProcess {
  const settings = Object.entries(unchangeableSettings(socketDirectory, socketPort));
  const output = openSync(place.logFile, 'a', 0o600);
  try {
    const child = spawn(
      path.join(binaries.directory, 'postgres'),
      ['-D', place.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        cwd: '/',
        detached: true,
        stdio: ['ignore', output, output],
        env: serverEnvironment(),
        ...asUser(place.user),
      },
    );
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

/** PG… variables are meant for clients, and secrets of the application have no business in the server. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZDIR } = process.env;
  return { ...(PATH === undefined ? {} : { PATH }), ...(TZDIR === undefined ? {} : { TZDIR }), LC_ALL: 'C' };
}

/** The server once it answers for this cluster; undefined when it ended instead. */
async function waitUntilAnswering(
  child: ChildProcess,
  place: Place,
  socketDirectory: string,
  onRecovering: () => void,
): Promise<LivingServer | undefined> {
  const begun = performance.now();
  let saidRecovering = false;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    await sleep(pollMilliseconds);
    const answer = await askServer(child.pid, socketDirectory);
    if (typeof answer === 'object' && (await sameDirectory(answer.dataDirectory, place.cluster)))
      return answer;
    const waited = performance.now() - begun;
    if (answer === 'starting' && !saidRecovering && waited > sayRecoveringAfterMilliseconds) {
      saidRecovering = true;
      onRecovering();
    }
    // Before it opens its socket a server may check its files for long; while it lives it is left to finish.
    if (waited > recoveryPatienceMilliseconds + silencePatienceMilliseconds) break;
  }
  return undefined;
}

async function readFrom(file: string, offset: number): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const length = Math.max(0, Math.min(size - offset, 64_000));
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}
