import { setTimeout as sleep } from 'node:timers/promises';
import { findLivingServer, type LivingServer } from './adopt.ts';
import {
  createCluster,
  ensureDatabase,
  reclaimCluster,
  refreshCollations,
  writeSettings,
} from './cluster.ts';
import { reasonOf, type SupervisorTexts } from './errors.ts';
import { type BinariesKind, chooseBinaries, clusterMajor, readOrigin, writeOrigin } from './find-binaries.ts';
import { takeLock } from './lock.ts';
import type { Place } from './place.ts';
import { openPresence, type Presence } from './presence.ts';
import { makeSocketDirectory } from './socket-directory.ts';
import { startServer } from './start-server.ts';
import { stopServerUnlessUsed } from './stop-server.ts';

const firstRestartPauseMilliseconds = 500;
const longestRestartPauseMilliseconds = 30_000;

/** What {@link runPrivateCluster} needs to know. */
export type PrivateClusterRequest = {
  readonly place: Place;
  readonly kind: BinariesKind | undefined;
  readonly texts: SupervisorTexts;
  readonly log: (message: string) => void;
};

/** A private cluster this program uses. */
export type PrivateCluster = {
  readonly source: BinariesKind;
  readonly version: string;
  readonly socketDirectory: string;
  stop(): Promise<void>;
};

/**
 * Opens the private cluster: uses the living server or starts one, creating the cluster the first time. From then
 * until `stop` the server is watched, and started again if it is lost. Under the lock all the while that servers
 * are looked for, started or stopped, so two programs can never start two.
 */
export async function runPrivateCluster(request: PrivateClusterRequest): Promise<PrivateCluster> {
  const { place, texts, log } = request;
  const ending = new AbortController();
  let current = await openOnce(request);
  let restarting: Promise<void> | undefined;
  const watch = (): void => {
    void current.presence.lost.then(() => {
      if (!ending.signal.aborted) restarting = restart();
    });
  };
  async function restart(): Promise<void> {
    log(texts.lostRestarting());
    let pause = firstRestartPauseMilliseconds;
    while (!ending.signal.aborted) {
      try {
        current = await openOnce(request);
        watch();
        return;
      } catch (error) {
        log(texts.restartFailed(reasonOf(error)));
        await sleep(pause, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
        pause = Math.min(pause * 2, longestRestartPauseMilliseconds);
      }
    }
  }
  watch();
  return {
    source: (await readOrigin(place.originFile)) ?? 'system',
    version: current.living.version,
    socketDirectory: current.living.socketDirectory,
    async stop() {
      if (ending.signal.aborted) return;
      ending.abort();
      await restarting;
      const release = await takeLock(place.lockFile, texts, log);
      try {
        await current.presence.close();
        const outcome = await stopServerUnlessUsed(place);
        log(outcome === 'leftRunning' ? texts.leftRunning() : texts.stopped());
      } finally {
        release();
      }
    },
  };
}

type Opened = { readonly living: LivingServer; readonly presence: Presence };

/** Finds or starts the server and opens our presence in it, all under the lock. */
async function openOnce(request: PrivateClusterRequest): Promise<Opened> {
  const { place, texts, log } = request;
  const release = await takeLock(place.lockFile, texts, log);
  try {
    const adopted = await findLivingServer(place, texts, log);
    if (adopted) log(texts.adopted(adopted.version));
    const living = adopted ?? (await start(request));
    try {
      await prepareDatabase(living, adopted === undefined, request);
      return { living, presence: await openPresence(living.socketDirectory) };
    } catch (error) {
      // Nobody would stop a server whose opening failed.
      await stopServerUnlessUsed(place);
      throw error;
    }
  } finally {
    release();
  }
}

async function prepareDatabase(
  living: LivingServer,
  freshlyStarted: boolean,
  request: PrivateClusterRequest,
): Promise<void> {
  await ensureDatabase(living.socketDirectory);
  if (freshlyStarted) {
    await refreshCollations(living.socketDirectory, () => request.log(request.texts.reindexing()));
  }
}

async function start({ place, kind, texts, log }: PrivateClusterRequest): Promise<LivingServer> {
  const begun = performance.now();
  const binaries = await chooseBinaries({ place, kind, mayCopy: true }, texts, log);
  if ((await clusterMajor(place.cluster)) === undefined) {
    log(texts.creating(`${binaries.version.major}.${binaries.version.minor}`));
    await createCluster(place, binaries, texts);
  }
  await reclaimCluster(place);
  await writeSettings(place, binaries);
  const socketDirectory = await makeSocketDirectory(place, texts);
  const living = await startServer(place, binaries, socketDirectory, texts, log);
  await writeOrigin(place.originFile, binaries);
  log(texts.started(living.version, String(Math.round(performance.now() - begun))));
  return living;
}
