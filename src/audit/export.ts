import { createWriteStream, type WriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { LogSource } from '../../tools/verify-audit/source.ts';
import { systemActor } from '../kernel/access.ts';
import { appendEvent } from '../kernel/audit/append.ts';
import type { Services } from '../kernel/run.ts';
import { isErasurePending, withLogSource } from './log-source.store.ts';

/** That the log was exported: how much, why and for whom. */
export const exportedKind = 'audit.exported';

/** The form of the export, told to whoever gets it. */
const format = new URL('../../tools/verify-audit/FORMAT.md', import.meta.url);

export interface ExportRequest {
  /** A folder that does not exist, or is empty. */
  readonly folder: string;
  readonly purpose: string | null;
  readonly recipient: string | null;
  readonly onProgress?: (leaves: number) => void;
}

/** `notEmpty`: there is something in the folder. `erasing`: an erasure is not in the tree yet, try again in a moment. */
export type Exported =
  | { readonly kind: 'exported'; readonly size: number; readonly rows: number }
  | { readonly kind: 'notEmpty' | 'erasing' };

/**
 * Writes the sealed log to a folder, as FORMAT.md tells, from one snapshot of the database. It is made beside the folder
 * and gets its name when it is whole, and when the log has been told of it: nothing leaves the house untold.
 */
export async function exportLog(services: Services, request: ExportRequest): Promise<Exported> {
  const folder = path.resolve(request.folder);
  const there = await readdir(folder).catch(() => null);
  if (there !== null && there.length > 0) return { kind: 'notEmpty' };
  const making = `${folder}.${process.pid}.part`;
  await mkdir(making, { recursive: true, mode: 0o700 });
  try {
    const counts = await withLogSource(services.db, {}, async (source, transaction) => {
      if (await isErasurePending(transaction)) return null;
      return writeAll(source, making, request.onProgress ?? (() => undefined));
    });
    if (counts === null) return { kind: 'erasing' };
    const { purpose, recipient } = request;
    const draft = { kind: exportedKind, record: null, data: { ...counts, purpose, recipient } };
    await services.db
      .transaction()
      .execute((transaction) => appendEvent(transaction, systemActor, 'audit', draft, services.clock()));
    if (there !== null) await rm(folder, { recursive: true });
    await rename(making, folder);
    return { kind: 'exported', ...counts };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

async function writeAll(
  source: LogSource,
  folder: string,
  onProgress: (leaves: number) => void,
): Promise<{ size: number; rows: number }> {
  const place = (name: string): string => path.join(folder, name);
  let size = 0;
  await write(place('events.ndjson'), source.events(), (piece) => {
    // The first byte of a piece is spare.
    for (const byte of piece.subarray(1)) if (byte === 10) size++;
    onProgress(size);
    return piece.subarray(1);
  });
  let rows = 0;
  await write(place('rows.ndjson'), source.rows(), (row) => {
    rows++;
    return `${row}\n`;
  });
  await write(place('checkpoints.txt'), source.checkpoints(), (note) => `${note}\n`);
  await write(place('hashes.bin'), source.hashes(), (piece) => piece);
  await write(place('key.pub'), await source.keys(), (key) => `${key}\n`);
  await copyFile(format, place('FORMAT.md'));
  return { size, rows };
}

async function write<Piece>(
  file: string,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  form: (piece: Piece) => string | Uint8Array,
): Promise<void> {
  const stream = createWriteStream(file, { mode: 0o600 });
  const failed = new Promise<never>((_, reject) => stream.on('error', reject));
  // Whoever waits for it below is told; nobody may be waiting just then.
  failed.catch(() => undefined);
  for await (const piece of pieces) {
    if (!stream.write(form(piece))) await Promise.race([failed, drained(stream)]);
  }
  await Promise.race([failed, new Promise<void>((resolve) => stream.end(resolve))]);
}

function drained(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => stream.once('drain', resolve));
}
