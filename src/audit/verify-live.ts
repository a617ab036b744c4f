import { Findings, type Report } from '../../tools/verify-audit/finding.ts';
import { verify } from '../../tools/verify-audit/verify.ts';
import type { Reader } from '../kernel/db.ts';
import { LiveChecks } from './live-checks.ts';
import { isErasurePending, readHigherTiles, readOutsideEvents, withLogSource } from './log-source.store.ts';
import { readOrigin } from './tree.store.ts';

export interface LiveOptions {
  /**
   * Verifier keys that the log must be signed with, known from elsewhere than the database; none: those that the database
   * itself names, which an intruder could have added to.
   */
  readonly keys?: readonly string[];
  /** Checkpoints that somebody has kept outside, as text. */
  readonly witnessed?: readonly string[];
  readonly onProgress?: (leaves: number) => void;
}

/** How often, and how long apart (ms), a snapshot is tried where an erasure waits for its place in the tree. */
const mostTries = 5;
const betweenTries = 1000;

/**
 * Verifies the log of a database as it stands: what tools/verify-audit asks of an export, and of the columns and stored
 * hashes besides. Reads in one snapshot and writes nothing; between pages other work of the process goes on.
 */
export async function verifyLive(db: Reader, options: LiveOptions = {}): Promise<Report> {
  for (let tries = 1; ; tries++) {
    const report = await verifyOnce(db, options, tries === mostTries);
    if (report !== null) return report;
    await new Promise((resolve) => setTimeout(resolve, betweenTries));
  }
}

function verifyOnce(db: Reader, options: LiveOptions, isLast: boolean): Promise<Report | null> {
  const findings = new Findings();
  const checks = new LiveChecks(findings);
  // What is read a second time, to find out where a fault is, is not checked again.
  const first = { events: true, checkpoints: true };
  return withLogSource(
    db,
    {
      onEvent: (event) => first.events && checks.event(event),
      onCheckpoint: (size, root, note) => first.checkpoints && checks.checkpoint(size, root, note),
    },
    async (source, transaction) => {
      if (!isLast && (await isErasurePending(transaction))) return null;
      const report = await verify(
        {
          ...source,
          events: () => once(source.events(), () => (first.events = false)),
          checkpoints: () => once(source.checkpoints(), () => (first.checkpoints = false)),
        },
        {
          findings,
          ...(options.keys === undefined ? {} : { keys: options.keys }),
          witnessed: bytesOf(options.witnessed ?? []),
          onRun: (from, run) => checks.run(from, run),
          ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
        },
      );
      checks.higherTiles(await readHigherTiles(transaction));
      for (const event of await readOutsideEvents(transaction)) findings.add({ code: 'eventOutside', event });
      const origin = await readOrigin(transaction);
      if (report.origin !== '' && report.origin !== origin) {
        findings.add({ code: 'checkpointOrigin', detail: origin });
      }
      return { ...report, ok: findings.count === 0, findings: findings.list, faults: findings.count };
    },
  );
}

async function* once<Piece>(pieces: AsyncIterable<Piece>, ended: () => void): AsyncIterable<Piece> {
  yield* pieces;
  ended();
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream is what the verifier reads
async function* bytesOf(texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(`${text}\n\n`);
}
