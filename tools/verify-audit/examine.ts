import { isUtf8 } from 'node:buffer';
import { saltLength, uuidLength } from './bytes.ts';
import { LeafScanner } from './scan.ts';
import { writeHash } from './tree.ts';

/** What a line of events is. `broken` is no leaf that the log could have written; `empty` is one that is not there. */
export const Kind = { plain: 0, seal: 1, erasure: 2, erased: 3, broken: 4, empty: 5 } as const;

/** Bytes kept of each leaf: its id, then its salt, as text. */
export const keptLength = uuidLength + saltLength;

/** A run of whole lines, read: line by line its kind, its hash, its time and what rows are checked against. */
export interface Examined {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Where each line begins and ends in `bytes`: 2 numbers a line. */
  readonly places: Uint32Array;
  readonly kinds: Uint8Array;
  readonly hashes: Uint8Array;
  readonly times: Float64Array;
  readonly kept: Uint8Array;
  /** Which part of a broken line is not right, by the line's place in the run. */
  readonly faults: ReadonlyMap<number, string>;
}

const newline = 10;
const sealed = Buffer.from('audit.sealed');
const erasure = Buffer.from('audit.erased');
const erasedBegin = Buffer.from('{"erased":{"by":"');

/**
 * Reads a run of lines: each has the form of a leaf, and its hash is RFC 6962's. `bytes` begins with one byte to spare,
 * and ends with a newline; the byte before each line is made the zero that the hash begins with.
 */
export function examine(bytes: Uint8Array): Examined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends: number[] = [];
  for (let end = buffer.indexOf(newline, 1); end >= 0; end = buffer.indexOf(newline, end + 1)) ends.push(end);
  const count = ends.length;
  const run = {
    bytes,
    count,
    places: new Uint32Array(2 * count),
    kinds: new Uint8Array(count),
    hashes: new Uint8Array(32 * count),
    times: new Float64Array(count),
    kept: new Uint8Array(keptLength * count),
    faults: new Map<number, string>(),
  };
  const hashes = Buffer.from(run.hashes.buffer);
  const isText = isUtf8(buffer.subarray(1));
  const reading = {
    run,
    buffer,
    hashes,
    isText,
    scanner: new LeafScanner(buffer),
    kept: new DataView(run.kept.buffer),
  };
  let begin = 1;
  for (const [line, end] of ends.entries()) {
    run.places[2 * line] = begin;
    run.places[2 * line + 1] = end;
    run.kinds[line] = readLine(reading, line, begin, end);
    begin = end + 1;
  }
  return run;
}

interface Reading {
  readonly run: Examined & { readonly faults: Map<number, string> };
  readonly buffer: Buffer;
  readonly hashes: Buffer;
  readonly isText: boolean;
  readonly scanner: LeafScanner;
  readonly kept: DataView;
}

function readLine(reading: Reading, line: number, begin: number, end: number): number {
  const { run, buffer, hashes, isText, scanner } = reading;
  if (begin === end) return Kind.empty;
  if (startsWith(buffer, begin, erasedBegin)) return readErased(reading, line, begin, end);
  const fault = isText || isUtf8(buffer.subarray(begin, end)) ? faultOf(scanner, begin, end) : 'utf-8';
  buffer[begin - 1] = 0;
  writeHash(new Uint8Array(buffer.buffer, buffer.byteOffset + begin - 1, end - begin + 1), hashes, 32 * line);
  if (fault !== null) {
    run.faults.set(line, fault);
    return Kind.broken;
  }
  const { idAt, saltAt, kindAt, kindEnd } = scanner;
  run.times[line] = scanner.time;
  scanner.copy(idAt, reading.kept, keptLength * line, uuidLength);
  scanner.copy(saltAt, reading.kept, keptLength * line + uuidLength, saltLength);
  if (kindEnd - kindAt !== sealed.length) return Kind.plain;
  if (startsWith(buffer, kindAt, sealed)) return Kind.seal;
  return startsWith(buffer, kindAt, erasure) ? Kind.erasure : Kind.plain;
}

/** Values that stand too deep in each other for the stack are a fault of their leaf, and not the end of the verifier. */
function faultOf(scanner: LeafScanner, begin: number, end: number): string | null {
  try {
    return scanner.scan(begin, end);
  } catch (error) {
    if (error instanceof RangeError) return 'data';
    throw error;
  }
}

function startsWith(buffer: Buffer, place: number, word: Buffer): boolean {
  for (let index = 0; index < word.length; index++) if (buffer[place + index] !== word[index]) return false;
  return true;
}

const erasedForm =
  /^\{"erased":\{"by":"[0-9a-f-]{36}","hash":"([A-Za-z0-9+/]{43}=)","id":"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})"\}\}$/;

/** A leaf whose content has been erased says only its hash, its id, and the event that tells of the erasure. */
function readErased({ run, buffer, hashes }: Reading, line: number, begin: number, end: number): number {
  const parts = erasedForm.exec(buffer.toString('latin1', begin, end));
  const [, encoded = '', id = ''] = parts ?? [];
  if (parts === null) {
    run.faults.set(line, 'erased');
    return Kind.broken;
  }
  hashes.write(encoded, 32 * line, 32, 'base64');
  Buffer.from(run.kept.buffer).write(id, keptLength * line, 'latin1');
  run.times[line] = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return Kind.erased;
}
