import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, reasonOf, SupervisorError, type SupervisorTexts } from './errors.ts';

const pollMilliseconds = 25;
const patienceMilliseconds = 120_000;
const sayWaitingAfterMilliseconds = 2_000;
/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const sqliteBusy = 5;

/**
 * Takes the exclusive lock on a file and returns the function that releases it. Waits up to two minutes for
 * another holder. The kernel releases the lock when the holder dies, however it dies, so no stale lock can exist
 * and no process id needs to be believed. Node offers no file locks of its own; SQLite's are the operating
 * system's, and an exclusive transaction that writes nothing is exactly one lock.
 * @throws SupervisorError `lockTimeout`, `lockUnusable` or `otherOwner`
 */
export async function takeLock(
  file: string,
  texts: SupervisorTexts,
  log: (message: string) => void,
): Promise<() => void> {
  const begun = performance.now();
  let said = false;
  for (;;) {
    const holder = tryLock(file, texts);
    if (holder) return () => holder.close();
    const waited = performance.now() - begun;
    if (waited > patienceMilliseconds) throw new SupervisorError('lockTimeout', texts.lockTimeout());
    if (!said && waited > sayWaitingAfterMilliseconds) {
      said = true;
      log(texts.waitingForOther());
    }
    await sleep(pollMilliseconds);
  }
}

function tryLock(file: string, texts: SupervisorTexts): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA busy_timeout = 0');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if (isBusy(error)) return undefined;
    const code = codeOf(error) === 'ERR_SQLITE_ERROR' && !database ? 'otherOwner' : 'lockUnusable';
    const message =
      code === 'otherOwner' ? texts.otherOwner(file, reasonOf(error)) : texts.lockUnusable(reasonOf(error));
    throw new SupervisorError(code, message, error);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
