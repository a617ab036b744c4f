import { createReadStream } from 'node:fs';
import { access, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Findings } from './finding.ts';
import { notesOf } from './heads.ts';
import { linesOf, type LogSource } from './source.ts';

const pieceSize = 1 << 20;
const newline = 10;

/** The folder could not be read as an export: the reason names the file. */
export class Unreadable extends Error {}

/** An export's folder as a log to verify. @throws Unreadable when a file that must be there is not */
export async function folderSource(folder: string, findings: Findings): Promise<LogSource> {
  const place = (name: string): string => path.join(folder, name);
  for (const name of ['events.ndjson', 'checkpoints.txt', 'key.pub']) {
    await access(place(name)).catch(() => {
      throw new Unreadable(place(name));
    });
  }
  return {
    events: () => piecesOfLines(place('events.ndjson'), findings),
    checkpoints: () => notesOf(bytesOf(place('checkpoints.txt'))),
    rows: () => optional(place('rows.ndjson'), (file) => linesOf(bytesOf(file))),
    hashes: () => optional(place('hashes.bin'), bytesOf),
    keys: async () => readKeyLines(place('key.pub')),
  };
}

/** The verifier keys of a file: one a line, empty lines and those that begin with # left out. */
export async function readKeyLines(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Unreadable(file);
  });
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The bytes of a file, a piece at a time. */
export function bytesOf(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: pieceSize }) as AsyncIterable<Buffer>; // without an encoding
}

async function* optional<Piece>(
  file: string,
  read: (file: string) => AsyncIterable<Piece>,
): AsyncIterable<Piece> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) yield* read(file);
}

/** Pieces of whole lines, each with a byte to spare before it (LogSource.events). */
async function* piecesOfLines(file: string, findings: Findings): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const handle = await open(file);
  try {
    let rest = new Uint8Array();
    for (;;) {
      // Read straight into what is handed on: half a gigabyte is not copied for nothing.
      const bytes = new Uint8Array(1 + rest.length + pieceSize);
      bytes.set(rest, 1);
      const { bytesRead } = await handle.read(bytes, 1 + rest.length, pieceSize - 1);
      const length = 1 + rest.length + bytesRead;
      if (bytesRead === 0) {
        if (rest.length === 0) return;
        findings.add({ code: 'endCut', detail: path.basename(file) });
        bytes[length] = newline;
        yield bytes.subarray(0, length + 1);
        return;
      }
      const end = bytes.lastIndexOf(newline, length - 1) + 1;
      rest = bytes.slice(Math.max(1, end), length);
      if (end > 1) yield bytes.subarray(0, end);
    }
  } finally {
    await handle.close();
  }
}
