import { hash } from 'node:crypto';
import type { Findings } from './finding.ts';
import { KeyedSum } from './keyed-sum.ts';
import type { LogSource } from './source.ts';
import type { Window } from './window.ts';

/** One version of a register row, as an export tells it. */
interface RowLine {
  readonly leaf: number | null;
  readonly event: string;
  readonly table: string;
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** What the log's own table says that the hash is. Null where it says nothing. */
  readonly hash: string | null;
  /** Is this the row as it stands in the register now? Otherwise it is a version that history keeps. */
  readonly current: boolean;
}

/** A row that a seal names. */
export interface SealedRow {
  readonly event: string;
  readonly hash: string;
  readonly id: string;
  readonly table: string;
  readonly version: number;
}

/** No change is erased before ten years (ms); some days less, so that no calendar stands in the way. */
const changesKept = 3640 * 86_400_000;

interface Expected extends SealedRow {
  isThere: boolean;
}

/** Holds the registers' rows against the seals, as both come in the order of the tree: a merge, nothing is kept. */
export class Rows {
  readonly #lines: AsyncIterator<string>;
  readonly #findings: Findings;
  /** Each version is either followed by the next or the one that stands now: what is put in is taken out again. */
  readonly #standing = new KeyedSum();
  #next: RowLine | null = null;
  #isBegun = false;
  #earlierKey = '';
  /** The newest row whose event has been erased, of those that a change left. */
  #newestErased: { readonly row: RowLine; readonly leaf: number; readonly time: number } | null = null;
  checked = 0;
  erased = 0;

  constructor(source: LogSource, findings: Findings) {
    this.#lines = source.rows()[Symbol.asyncIterator]();
    this.#findings = findings;
  }

  /** Checks the rows of one integration: those that its seals name, and those that the registers have. */
  async settle(window: Window, sealed: readonly SealedRow[]): Promise<void> {
    if (!this.#isBegun) await this.#advance();
    this.#isBegun = true;
    const expected = new Map<string, Expected>();
    for (const row of sealed) {
      expected.set(keyOf(row), { ...row, isThere: false });
      this.#standing.put(versionKey(row, row.version));
      if (row.version > 1) this.#standing.take(versionKey(row, row.version - 1));
    }
    for (let row = this.#next; row?.leaf != null && row.leaf < window.until; row = this.#next) {
      this.#check(row, window, expected);
      await this.#advance();
    }
    for (const row of expected.values())
      if (!row.isThere) this.#findings.add({ code: 'rowGone', ...where(row) });
  }

  /**
   * A row whose event has been erased can be changed unnoticed. What left rows is a change, and changes keep ten years; what
   * witnesses were given is the log's own, and keeps one.
   */
  #noteErased(row: RowLine, leaf: number): void {
    const time = timeOfId(row.event);
    if (row.table.startsWith('witness') || time <= (this.#newestErased?.time ?? 0)) return;
    this.#newestErased = { row, leaf, time };
  }

  /** What is left when the log has ended, at this time (ms): rows whose event is not in it, or was erased too soon. */
  async end(time: number): Promise<void> {
    if (!this.#isBegun) await this.#advance();
    const newest = this.#newestErased;
    if (newest !== null && time - newest.time < changesKept) {
      this.#findings.add({ code: 'erasedTooSoon', ...where(newest.row), leaf: newest.leaf });
    }
    for (let row = this.#next; row !== null; row = this.#next) {
      const code = row.leaf === null ? 'rowWithoutEvent' : 'rowOrder';
      this.#findings.add({ code, ...where(row), ...(row.leaf === null ? {} : { leaf: row.leaf }) });
      await this.#advance();
    }
  }

  #check(row: RowLine, window: Window, expected: ReadonlyMap<string, Expected>): void {
    const { leaf } = row;
    if (leaf === null) return;
    const at = { ...where(row), leaf };
    if (leaf < window.from) return this.#findings.add({ code: 'rowOrder', ...at });
    if (window.idOf(leaf) !== row.event) return this.#findings.add({ code: 'rowWithoutEvent', ...at });
    const key = keyOf(row);
    if (row.current) this.#standing.take(versionKey(row, row.version));
    const named = expected.get(key);
    if (named === undefined) return this.#findings.add({ code: 'rowUnnamed', ...at });
    named.isThere = true;
    const isTwin = this.#earlierKey === key;
    this.#earlierKey = key;
    if (row.hash !== named.hash && !isTwin) this.#findings.add({ code: 'rowHashChanged', ...at });
    const salt = window.saltOf(leaf);
    if (salt === '') {
      this.erased++;
      this.#noteErased(row, leaf);
      return;
    }
    this.checked++;
    if (hash('sha256', salt + row.text, 'base64') === named.hash) return;
    // A row that stands in the register as history keeps it is told once; one that does not is told twice.
    const side = row.current ? (isTwin ? 'register' : 'register + history') : 'history';
    this.#findings.add({ code: 'rowChanged', ...at, detail: side });
  }

  /** Reads the rows once more to say which ones do not stand as they should, where the sum has told that some do not. */
  async locate(source: LogSource, findings: Findings): Promise<void> {
    if (this.#standing.isEmpty) return;
    const last = new Map<string, RowLine>();
    const standing = new Map<string, number[]>();
    for await (const line of source.rows()) {
      const row = readRow(line);
      if (row === null) continue;
      const key = `${row.table} ${row.id}`;
      if (row.version >= (last.get(key)?.version ?? 0)) last.set(key, row);
      if (row.current) standing.set(key, [...(standing.get(key) ?? []), row.version]);
    }
    for (const [key, row] of last) {
      const now = standing.get(key) ?? [];
      if (now.length === 1 && now[0] === row.version) continue;
      findings.add({ code: 'rowNotCurrent', ...where(row), detail: now.join(', ') });
    }
  }

  async #advance(): Promise<void> {
    for (;;) {
      const next = await this.#lines.next();
      this.#next = next.done === true ? null : readRow(next.value);
      if (next.done === true || this.#next !== null) return;
      this.#findings.add({ code: 'rowForm', detail: next.value.slice(0, 80) });
    }
  }
}

/** When an event was told (ms), as its id says: a UUID of version 7 begins with it. */
function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

function keyOf(row: { event: string; table: string; id: string; version: number }): string {
  return `${row.event} ${row.table} ${row.id} ${row.version}`;
}

function versionKey(row: { table: string; id: string }, version: number): string {
  return `${row.table} ${row.id} ${version}`;
}

function where(row: { event: string; table: string; id: string; version: number }) {
  return { event: row.event, table: row.table, row: row.id, version: row.version };
}

function readRow(line: string): RowLine | null {
  const row = parsed(line) as Partial<Record<keyof RowLine, unknown>> | null;
  if (row === null || typeof row !== 'object') return null;
  const { leaf, event, table, id, version, text, hash: told, current } = row;
  const isRow =
    (leaf === null || Number.isSafeInteger(leaf)) &&
    Number.isSafeInteger(version) &&
    (told === null || typeof told === 'string') &&
    typeof current === 'boolean' &&
    [event, table, id, text].every((one) => typeof one === 'string');
  return isRow ? (row as RowLine) : null; // each field was looked at above
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The rows that a seal names, and where its integration began; null when the leaf is not the seal it should be. */
export function readSeal(leaf: unknown): { from: number; rows: readonly SealedRow[] } | null {
  const { data } = leaf as { data: unknown }; // a leaf that was read has it
  if (typeof data !== 'object' || data === null) return null;
  const { from, rows } = data as Readonly<Record<string, unknown>>;
  if (!Number.isSafeInteger(from) || !Array.isArray(rows)) return null;
  const isWhole = (rows as readonly Partial<Record<keyof SealedRow, unknown>>[]).every(
    (row) =>
      typeof row === 'object' &&
      Number.isSafeInteger(row.version) &&
      [row.event, row.hash, row.id, row.table].every((one) => typeof one === 'string'),
  );
  return isWhole ? { from: from as number, rows: rows as readonly SealedRow[] } : null; // looked at above
}
