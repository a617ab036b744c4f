import { setTimeout as sleep } from 'node:timers/promises';
import { ownerRole, queryValue, socketConfig, type Unready, unreadyReason, withClient } from './connect.ts';
import { SupervisorError, type SupervisorTexts } from './errors.ts';
import type { Place } from './place.ts';
import { disarmPostmasterFile, identify, readPostmasterFile, sameDirectory } from './postmaster.ts';

/** A server that answers for this cluster. */
export type LivingServer = {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly version: string;
};

const pollMilliseconds = 15;
/** How long a server that exists may refuse every connection without saying that it is starting. */
export const silencePatienceMilliseconds = 10_000;
/** How long recovery after a crash may take. With 256 MB of log on a slow disk it is a few minutes at most. */
export const recoveryPatienceMilliseconds = 900_000;
const sayRecoveringAfterMilliseconds = 2_000;

/**
 * Finds the living server of the cluster, waiting while it starts, recovers or stops. Undefined when there is none,
 * and then a stale `postmaster.pid` no longer bars the way. The process number is believed only together with the
 * identity of the process and the server's own word about its data directory.
 * @throws SupervisorError `notAnswering`, `foreignServer`
 */
export async function findLivingServer(
  place: Place,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<LivingServer | undefined> {
  const begun = performance.now();
  let saidRecovering = false;
  for (;;) {
    const file = await readPostmasterFile(place.cluster);
    if (!file) return undefined;
    const answer = await askServer(file.pid, file.socketDirectory);
    if (typeof answer === 'object') {
      if (await sameDirectory(answer.dataDirectory, place.cluster)) return answer;
      throw new SupervisorError('foreignServer', texts.foreignServer(answer.dataDirectory));
    }
    // Whoever answers "starting" lives, even if its number means nothing here (a container beside ours).
    const identity = answer === 'starting' ? 'ours' : await identify(file.pid, place.cluster);
    if (identity === 'gone' || identity === 'other') {
      await disarmPostmasterFile(place.cluster, file);
      return undefined;
    }
    const waited = performance.now() - begun;
    if (waited > (answer === 'starting' ? recoveryPatienceMilliseconds : silencePatienceMilliseconds)) {
      throw new SupervisorError('notAnswering', texts.notAnswering(String(file.pid)));
    }
    if (!saidRecovering && answer === 'starting' && waited > sayRecoveringAfterMilliseconds) {
      saidRecovering = true;
      log(texts.recovering());
    }
    await sleep(pollMilliseconds);
  }
}

/** The living server if it answers at once; nothing is waited for or changed. */
export async function peekLivingServer(place: Place): Promise<LivingServer | undefined> {
  const file = await readPostmasterFile(place.cluster);
  if (!file) return undefined;
  const answer = await askServer(file.pid, file.socketDirectory).catch(() => 'silent' as const);
  if (typeof answer !== 'object') return undefined;
  return (await sameDirectory(answer.dataDirectory, place.cluster)) ? answer : undefined;
}

/** Asks whoever listens on the socket which cluster it serves. */
export async function askServer(
  pid: number,
  socketDirectory: string,
): Promise<(LivingServer & { dataDirectory: string }) | Unready> {
  if (socketDirectory === '') return 'silent';
  try {
    return await withClient(socketConfig(socketDirectory, ownerRole, 'postgres'), async (client) => ({
      pid,
      socketDirectory,
      version: String(await queryValue(client, 'show server_version')),
      dataDirectory: String(await queryValue(client, 'show data_directory')),
    }));
  } catch (error) {
    const reason = unreadyReason(error);
    if (reason) return reason;
    throw error;
  }
}
