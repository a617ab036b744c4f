import { createHash, createPrivateKey, hash, type KeyObject, sign } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RightEdge } from './tree.ts';

/** How large a log to make, and what stands in it. */
export interface MadeLog {
  readonly integrations: number;
  /** Events in each integration, its seal not counted. */
  readonly events: number;
  /** Register rows that the first event of each integration leaves. */
  readonly rows?: number;
  /** Whether the first event of every other integration has been erased by the last event of the next. */
  readonly erased?: boolean;
}

export const madeOrigin = 'varna-log/5f0c7f7e-0c3b-4a43-9d2f-1b2c3d4e5f60';
/** Milliseconds since 1970 of the first event. */
const begun = Date.UTC(2026, 0, 5, 8);
const betweenIntegrations = 600_000;
/** Where something is erased: it left rows, and was kept for ten years. */
const betweenErasures = 3653 * 86_400_000;

/** A signing key that is the same every time, and its verifier key. For logs that are made up. */
export function madeKey(seed: number, origin = madeOrigin): { key: KeyObject; verifierKey: string } {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = key.export({ format: 'jwk' });
  const bytes = Buffer.concat([Buffer.of(1), Buffer.from(x, 'base64url')]);
  const id = createHash('sha256').update(`${origin}\n`).update(bytes).digest('hex').slice(0, 8);
  return { key, verifierKey: `${origin}+${id}+${bytes.toString('base64')}` };
}

/** A signed head, as the log's own key or another signs it. */
export function madeNote(size: number, root: Buffer, seed = 1, origin = madeOrigin): string {
  const { key, verifierKey } = madeKey(seed, origin);
  const body = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const id = Buffer.from(verifierKey.split('+')[1] ?? '', 'hex');
  const signature = Buffer.concat([id, sign(null, Buffer.from(body), key)]).toString('base64');
  return `${body}\n\u2014 ${origin} ${signature}\n`;
}

interface Told {
  readonly kind: string;
  readonly register?: string;
  readonly data?: unknown;
  readonly changes?: readonly unknown[];
}

/** Writes an export of a made-up log, a part at a time. It is written without the code that the log itself is written with. */
export async function makeLog(folder: string, made: MadeLog): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'key.pub'), `${madeKey(1).verifierKey}\n`);
  const files = {
    events: createWriteStream(path.join(folder, 'events.ndjson')),
    rows: createWriteStream(path.join(folder, 'rows.ndjson')),
    hashes: createWriteStream(path.join(folder, 'hashes.bin')),
    checkpoints: createWriteStream(path.join(folder, 'checkpoints.txt')),
  };
  const maker = new Maker();
  for (let at = 0; at < made.integrations; at++) {
    const part = maker.integration(made, at);
    files.rows.write(part.rows);
    files.hashes.write(part.hashes);
    files.checkpoints.write(`${part.note}\n`);
    if (!files.events.write(part.events))
      await new Promise<void>((resolve) => files.events.once('drain', () => resolve()));
  }
  for (const file of Object.values(files)) await new Promise<void>((resolve) => file.end(resolve));
}

class Maker {
  readonly #edge = new RightEdge();
  #count = 0;
  #time = begun;
  #lines: string[] = [];
  #hashes: Buffer[] = [];
  #owed: { id: string; hash: string } | null = null;

  integration(made: MadeLog, at: number): { events: string; rows: string; hashes: Buffer; note: string } {
    const from = this.#count;
    this.#lines = [];
    this.#hashes = [];
    const wait = made.erased === true ? betweenErasures : betweenIntegrations;
    this.#time += wait;
    const owed = this.#owed;
    this.#owed = null;
    const rows: { line: string; sealed: unknown }[] = [];
    for (let event = 0; event < made.events; event++) {
      this.#time++;
      const id = idOf(this.#count, this.#time);
      const isErasing = owed !== null && event === made.events - 1;
      const willBeErased = made.erased === true && at % 2 === 0 && event === 0 && at + 1 < made.integrations;
      const told: Told = isErasing
        ? {
            kind: 'audit.erased',
            register: 'audit',
            data: {
              decision: 'KS 2026-02-03 § 12',
              events: [{ hash: owed.hash, id: owed.id }],
              rule: madeOrigin,
            },
          }
        : {
            kind: 'information.classified',
            changes: [{ field: 'name', from: 'Löner', to: 'Löner och arvoden' }],
          };
      const text = this.#leaf(id, told);
      if (event === 0) {
        const left = Array.from({ length: made.rows ?? 0 }, (_, row) => rowOf(from, id, row));
        rows.push(...left);
      }
      const hashed = this.#append(text);
      if (!willBeErased) continue;
      this.#owed = { id, hash: hashed };
      const by = idOf(from + 2 * made.events, this.#time + wait + 2 * made.events);
      this.#lines[this.#lines.length - 1] = `{"erased":{"by":"${by}","hash":"${hashed}","id":"${id}"}}`;
    }
    this.#time++;
    const data = { from, rows: rows.map((row) => row.sealed) };
    const seal = this.#leaf(idOf(this.#count, this.#time), { kind: 'audit.sealed', register: 'audit', data });
    this.#append(seal);
    return {
      events: `${this.#lines.join('\n')}\n`,
      rows: rows.map((row) => `${row.line}\n`).join(''),
      hashes: Buffer.concat(this.#hashes),
      note: madeNote(this.#count, this.#edge.root()),
    };
  }

  #leaf(id: string, { kind, register = 'information', data = null, changes = [] }: Told): string {
    const at = new Date(this.#time).toISOString();
    const record = register === 'audit' ? null : id;
    return JSON.stringify({
      actor: { kind: register === 'audit' ? 'system' : 'person', person: record },
      at,
      changes,
      data,
      id,
      kind,
      reason: null,
      record,
      register,
      salt: saltOf(id),
      touched: record === null ? [] : [`information:${record}`],
      v: 1,
    });
  }

  #append(text: string): string {
    const hashed = hash('sha256', `\u0000${text}`, 'hex');
    const bytes = Buffer.from(hashed, 'hex');
    this.#lines.push(text);
    this.#hashes.push(bytes);
    this.#edge.append(bytes);
    this.#count++;
    return bytes.toString('base64');
  }
}

function idOf(count: number, time: number): string {
  const clock = time.toString(16).padStart(12, '0');
  const tail = hash('sha256', String(count), 'hex').slice(0, 16);
  return `${clock.slice(0, 8)}-${clock.slice(8)}-7000-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

function saltOf(id: string): string {
  return hash('sha256', id, 'hex').slice(0, 22);
}

function rowOf(leaf: number, event: string, number: number): { line: string; sealed: unknown } {
  const id = idOf(1_000_000_000 + leaf + number, begun);
  const text = `{"id": "${id}", "name": "Löner ${number}", "version": 1}`;
  const hashed = hash('sha256', saltOf(event) + text, 'base64');
  const line = JSON.stringify({
    column_count: 3,
    current: true,
    event,
    hash: hashed,
    id,
    leaf,
    table: 'information',
    text,
    version: 1,
  });
  return { line, sealed: { event, hash: hashed, id, table: 'information', version: 1 } };
}
