import { scanFile } from '../../files/scan.ts';
import { systemActor } from '../../kernel/access.ts';
import { keepLooking } from '../../kernel/housekeeping.ts';
import { underLock } from '../../kernel/locks.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { act, type Services } from '../../kernel/run.ts';
import { noteScan } from './file.actions.ts';
import { bytesOf, waitingFiles } from './file.store.ts';

/** How often files that wait are looked at again (ms): a scanner that was being updated is soon back. */
const lookEvery = 5 * 60_000;
/** How many are seen to at one look; the rest wait for the next. */
const most = 50;

/** Scans again the files that no scanner could look at, from one process at a time. Returns a function that ends it. */
export function keepScanning(services: Services, onFault: (error: unknown) => void): () => Promise<void> {
  return keepLooking(() => scanWaiting(services), lookEvery, onFault);
}

/** What a scanner that is there finds clean. */
const harmless = Buffer.from('Värna');

/**
 * One look. A file that still cannot be looked at ends it where the scanner is away, since the others would fare no better. Where it
 * is there, the fault is the file's, and those behind it are looked at: anybody can send one that no scanner can open.
 */
export async function scanWaiting(services: Services): Promise<void> {
  const { db } = services;
  await underLock(db, 'scans', async () => {
    for (const { id, incidentId } of await waitingFiles(db, most)) {
      const scanned = await scanFile(await bytesOf(db, id));
      if (scanned.standing === 'waiting') {
        if ((await scanFile(harmless)).standing === 'waiting') return;
        continue;
      }
      const request = { actor: systemActor, id: incidentId, version: null, idempotencyKey: null };
      const input = { fileId: id, ...scanned };
      const result = await act(services, noteScan, { ...request, input, confirmed: new Set<string>() });
      if (isRefusal(result) && result.code !== 'notWaiting')
        throw new Error(`${noteScan.name} was refused: ${result.code}`);
    }
  });
}
