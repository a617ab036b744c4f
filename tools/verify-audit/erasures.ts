import { type Examined, examine, Kind } from './examine.ts';
import type { Findings } from './finding.ts';
import { KeyedSum } from './keyed-sum.ts';
import type { LogSource } from './source.ts';

interface Erasure {
  readonly decision: string;
  readonly rule: string;
  readonly events: number;
}

/** What `audit.erased` tells: which events, each with its hash, by which decision. */
interface ErasureData extends Erasure {
  readonly named: readonly string[];
}

/** No content is erased before a year (ms); a few days less, so that no calendar stands in the way. */
const shortestKept = 360 * 86_400_000;

/** A leaf without content, as far as its time goes. */
interface ErasedLeaf {
  readonly leaf: number;
  readonly event: string;
  readonly time: number;
}

/**
 * Holds each leaf without content against the event that tells of its erasure. That event stands later in the tree; until
 * then what names it is only summed up, so that a million erased leaves need no memory.
 */
export class Erasures {
  readonly #waiting = new Map<string, KeyedSum>();
  readonly #wrong = new Map<string, ReadonlySet<string>>();
  /** The newest leaf that each erasure has emptied. */
  readonly #newest = new Map<string, ErasedLeaf>();
  readonly done: Erasure[] = [];
  erased = 0;

  /** A leaf without content, that names the event `by`. */
  leaf({ by, id, hash }: { by: string; id: string; hash: string }, leaf: number, time: number): void {
    this.erased++;
    if (time >= (this.#newest.get(by)?.time ?? 0)) this.#newest.set(by, { leaf, event: id, time });
    let sum = this.#waiting.get(by);
    if (sum === undefined) this.#waiting.set(by, (sum = new KeyedSum()));
    sum.put(`${id} ${hash}`);
  }

  /** The newest leaf that the erasure emptied, if it did so at a time (ms) when no rule could; else null. */
  tooSoon(by: string, time: number): ErasedLeaf | null {
    const newest = this.#newest.get(by);
    this.#newest.delete(by);
    return newest !== undefined && time - newest.time < shortestKept ? newest : null;
  }

  /** The event that tells of an erasure. False when it does not have the form of one. */
  told(leaf: unknown): boolean {
    const data = readErasure(leaf);
    if (data === null) return false;
    const { id, decision, rule, named } = data;
    const sum = this.#waiting.get(id) ?? new KeyedSum();
    this.#waiting.delete(id);
    for (const one of named) sum.take(one);
    if (!sum.isEmpty) this.#wrong.set(id, new Set(named));
    this.done.push({ decision, rule, events: named.length });
    return true;
  }

  /** Reads the log once more to say which leaves are wrong, where the sums have told that some are. */
  async locate(source: LogSource, findings: Findings): Promise<void> {
    const wrong = new Map<string, ReadonlySet<string>>(this.#wrong);
    for (const by of this.#waiting.keys()) wrong.set(by, new Set());
    if (wrong.size === 0) return;
    const left = new Map([...this.#wrong].map(([by, named]) => [by, new Set(named)]));
    let first = 0;
    for await (const bytes of source.events()) {
      const run = examine(bytes);
      for (let line = 0; line < run.count; line++) {
        if (run.kinds[line] !== Kind.erased) continue;
        const { by, id, hash } = readErased(run, line);
        const named = wrong.get(by);
        if (named === undefined) continue;
        if (named.has(`${id} ${hash}`)) left.get(by)?.delete(`${id} ${hash}`);
        else findings.add({ code: 'erasedUnnamed', leaf: first + line, event: id, detail: by });
      }
      first += run.count;
    }
    for (const [by, named] of left) {
      for (const one of named) {
        findings.add({ code: 'erasedStill', event: one.split(' ')[0] ?? '', detail: by });
      }
    }
  }
}

/** What an erased leaf says of itself. It has been read as one. */
export function readErased(run: Examined, line: number): { by: string; id: string; hash: string } {
  const parsed = JSON.parse(lineText(run, line)) as { erased: { by: string; id: string; hash: string } };
  return parsed.erased;
}

/** A line as text. */
export function lineText(run: Examined, line: number): string {
  const [begin = 0, end = 0] = run.places.subarray(2 * line, 2 * line + 2);
  return Buffer.from(run.bytes.buffer, run.bytes.byteOffset).toString('utf8', begin, end);
}

function readErasure(leaf: unknown): (ErasureData & { id: string }) | null {
  const { id, data } = leaf as { id: string; data: unknown }; // a leaf that was read has both
  if (typeof data !== 'object' || data === null) return null;
  const { decision, rule, events } = data as Readonly<Record<string, unknown>>;
  if (typeof decision !== 'string' || typeof rule !== 'string' || !Array.isArray(events)) return null;
  const named: string[] = [];
  for (const event of events as readonly unknown[]) {
    if (typeof event !== 'object' || event === null) return null;
    const one = event as Readonly<Record<string, unknown>>;
    if (typeof one['id'] !== 'string' || typeof one['hash'] !== 'string') return null;
    named.push(`${one['id']} ${one['hash']}`);
  }
  return { id, decision, rule, named, events: named.length };
}
