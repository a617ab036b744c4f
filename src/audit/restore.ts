import { systemActor } from '../kernel/access.ts';
import { appendEvent } from '../kernel/audit/append.ts';
import type { Reader } from '../kernel/db.ts';
import { readKeptHead } from './kept-head.ts';
import type { HeadFile } from './head-file.ts';
import type { Signer } from './tree/note.ts';
import { readHead } from './tree.store.ts';

/** Somebody has approved that the log goes on from a restored backup: which head it leaves behind, and why. */
export const restoredKind = 'audit.restored';

/** What a restore left behind: the database's own size, and the size that had been signed. */
export interface Restored {
  readonly size: number;
  readonly signed: number;
}

/**
 * Lets the log go on from a database that is older than a head it signed. The log is told first: a verifier that holds the
 * head left behind will call this a fork, which it is, and finds here who approved it and why. Null when nothing stands in
 * the way.
 */
export async function acceptRestore(
  log: {
    readonly db: Reader;
    readonly clock: () => Date;
    readonly signer: Signer;
    readonly headFile: HeadFile;
  },
  reason: string,
): Promise<Restored | null> {
  const { db, signer, headFile } = log;
  const kept = await readKeptHead(headFile, signer.verifierKey);
  const head = await readHead(db);
  const then = kept === null ? null : await readHead(db, kept.size);
  if (kept === null || (then?.size === kept.size && then.root.equals(kept.root))) return null;
  const restored = { size: head?.size ?? 0, signed: kept.size };
  const data = { ...restored, signedRoot: kept.root.toString('base64') };
  await db
    .transaction()
    .execute((transaction) =>
      appendEvent(
        transaction,
        systemActor,
        'audit',
        { kind: restoredKind, record: null, data, reason },
        log.clock(),
      ),
    );
  await headFile.write(head?.note ?? '');
  return restored;
}
