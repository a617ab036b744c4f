import { rmdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { peekLivingServer } from './adopt.ts';
import { ownerRole, presenceName, queryValue, socketConfig, withClient } from './connect.ts';
import { codeOf } from './errors.ts';
import type { Place } from './place.ts';
import { identify } from './postmaster.ts';

const pollMilliseconds = 8;
/** A fast shutdown writes one checkpoint; on a slow disk that is many seconds. */
const shutdownPatienceMilliseconds = 120_000;

/**
 * Stops the cluster's server (fast shutdown, SIGINT) unless another program shows its presence in it. Call it under
 * the lock, after closing one's own presence. Returns what happened.
 */
export async function stopServerUnlessUsed(place: Place): Promise<'stopped' | 'leftRunning' | 'wasGone'> {
  const living = await peekLivingServer(place);
  if (!living) return 'wasGone';
  if (await hasOtherPrograms(living.socketDirectory)) return 'leftRunning';
  if ((await identify(living.pid, place.cluster)) !== 'ours') return 'leftRunning';
  try {
    process.kill(living.pid, 'SIGINT');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
  const begun = performance.now();
  while (performance.now() - begun < shutdownPatienceMilliseconds) {
    // It removes its lock file a moment before it ends, so the process itself is asked.
    if ((await identify(living.pid, place.cluster)) !== 'ours') {
      await removeShortDirectory(living.socketDirectory, place);
      return 'stopped';
    }
    await sleep(pollMilliseconds);
  }
  return 'leftRunning';
}

/** A socket directory outside the data folder was only for this run. It goes if it is empty. */
async function removeShortDirectory(directory: string, place: Place): Promise<void> {
  if (path.dirname(directory) !== place.directory) await rmdir(directory).catch(() => undefined);
}

async function hasOtherPrograms(socketDirectory: string): Promise<boolean> {
  const count = await withClient(socketConfig(socketDirectory, ownerRole), (client) =>
    queryValue(client, 'select count(*)::int from pg_stat_activity where application_name = $1', [
      presenceName,
    ]),
  );
  return Number(count) > 0;
}
