import { examineAll } from './pool.ts';
import { Erasures, lineText, readErased } from './erasures.ts';
import { type Examined, keptLength, Kind } from './examine.ts';
import { Findings, type Report } from './finding.ts';
import { Heads, readOutside } from './heads.ts';
import { readVerifierKey, type VerifierKey } from './note.ts';
import { readSeal, Rows, type SealedRow } from './rows.ts';
import { uuidLength } from './bytes.ts';
import { SeenIds } from './seen.ts';
import type { LogSource } from './source.ts';
import { StoredHashes } from './stored-hashes.ts';
import { Window } from './window.ts';

export interface VerifyOptions {
  /** Verifier keys from elsewhere, one a line; none: those that come with the log. */
  readonly keys?: readonly string[];
  /** Checkpoints that somebody has kept outside, as their files' bytes. */
  readonly witnessed?: AsyncIterable<Uint8Array>;
  /** How many helping threads read the leaves; 0: this one does. */
  readonly workers?: number;
  readonly onProgress?: (leaves: number) => void;
  /** What the caller finds in the same log by other means is told with the rest. */
  readonly findings?: Findings;
  /** Called for each run of leaves that was read, in order. */
  readonly onRun?: (first: number, run: Examined) => Promise<void> | void;
}

/** A change may take so long (ms) from its time to its commit; an event older than that before the last seal is back-dated. */
const longestTransaction = 3_600_000;
/** So much (ms) may the clocks of several servers differ. */
const clockTolerance = 60_000;

/** Verifies a log from one end to the other, reading it once and keeping none of it. */
export async function verify(source: LogSource, options: VerifyOptions = {}): Promise<Report> {
  const findings = options.findings ?? new Findings();
  const own = await source.keys();
  const keys = readKeys(options.keys ?? own, findings);
  for (const line of options.keys === undefined ? [] : own) {
    if (!keys.some((key) => key.text === line)) findings.add({ code: 'keyStrange', detail: line });
  }
  const origin = keys[0]?.name ?? '';
  const outside = await readOutside(options.witnessed ?? none(), keys, origin, findings);
  const heads = new Heads(source.checkpoints(), outside, keys, origin, findings);
  const pass = new Pass(source, heads, findings);
  await heads.begin();
  let first = 0;
  for await (const run of examineAll(source.events(), options.workers ?? 0)) {
    await pass.take(run);
    await options.onRun?.(first, run);
    first += run.count;
    options.onProgress?.(first);
  }
  await pass.end();
  const { rows, erasures } = pass;
  const newest = heads.last ?? { size: heads.size, root: heads.root() };
  return {
    ok: findings.count === 0,
    origin,
    size: newest.size,
    root: newest.root.toString('base64'),
    checkpoints: heads.count,
    keys: keys.map((key) => key.text),
    keysGiven: options.keys !== undefined,
    witnessed: heads.witnessed,
    erased: erasures.erased,
    erasedBy: byDecision(erasures),
    rows: { checked: rows.checked, erased: rows.erased },
    findings: findings.list,
    faults: findings.count,
  };
}

/** One reading of the leaves, in order. */
class Pass {
  readonly #source: LogSource;
  readonly #heads: Heads;
  readonly #findings: Findings;
  readonly #stored: StoredHashes;
  readonly #seen = new SeenIds();
  readonly rows: Rows;
  readonly erasures = new Erasures();
  #window = new Window(0);
  #sealed: SealedRow[] = [];
  /** The time of the integration before this one, and of this one's seal; -1 where there is none yet. */
  #earlierSeal = -1;
  #seal = -1;
  /** From which line of the run on the window has not got its leaves yet. */
  #taken = 0;

  constructor(source: LogSource, heads: Heads, findings: Findings) {
    this.#source = source;
    this.#heads = heads;
    this.#findings = findings;
    this.#stored = new StoredHashes(source.hashes());
    this.rows = new Rows(source, findings);
  }

  async take(run: Examined): Promise<void> {
    await this.#stored.fill(run.count);
    const isAsStored = this.#stored.passSame(run.hashes);
    const heads = this.#heads;
    this.#taken = 0;
    for (let line = 0; line < run.count; line++) {
      const kind = run.kinds[line] ?? Kind.broken;
      if (this.#seal >= 0 && (kind !== Kind.seal || this.#beginsAnew(run, line)))
        await this.#close(run, line);
      if (isAsStored) heads.append(run.hashes, 32 * line);
      else if (!this.#align(run, line)) continue;
      if (kind <= Kind.erased) this.#time(run, line, kind);
      if (kind !== Kind.plain) this.#special(run, line, kind);
      if (heads.size === heads.nextSize) await heads.reach(kind === Kind.seal);
    }
    this.#window.add(run, this.#taken, run.count);
  }

  /** Takes a leaf that may be another than the one stored. False when it is none of the tree's. */
  #align(run: Examined, line: number): boolean {
    const heads = this.#heads;
    let aligned = this.#stored.align(run.hashes, line);
    if (aligned.kind === 'gone') {
      const leaf = heads.size;
      this.#findings.add({ code: 'leafGone', leaf, until: leaf + aligned.count });
      this.#give(run, line, line);
      this.#window.skip(aligned.count);
      for (let count = aligned.count; count > 0; count--) this.#appendGone();
      aligned = { kind: 'same' };
    }
    if (aligned.kind === 'added') {
      this.#findings.add({ code: 'leafAdded', leaf: heads.size, ...eventOf(run, line) });
      this.#give(run, line, line + 1);
      return false;
    }
    this.#stored.pass();
    if (aligned.kind === 'same') heads.append(run.hashes, 32 * line);
    else {
      const code = aligned.kind === 'moved' ? 'leafMoved' : 'leafChanged';
      const suspect = { code, leaf: heads.size, ...eventOf(run, line) } as const;
      heads.appendSuspect(run.hashes, 32 * line, aligned.stored, suspect);
    }
    return true;
  }

  /** Gives the window the lines that it has not got, up to `end`, and goes on from `next`. */
  #give(run: Examined, end: number, next: number): void {
    this.#window.add(run, this.#taken, end);
    this.#taken = next;
  }

  #appendGone(): void {
    const stored = this.#stored.pass();
    if (stored !== null) this.#heads.append(stored, 0);
  }

  #time(run: Examined, line: number, kind: number): void {
    const time = run.times[line] ?? 0;
    const leaf = this.#heads.size - 1;
    if (this.#seen.seeAgain(run.kept, line, time)) {
      this.#findings.add({ code: 'leafTwice', leaf, ...eventOf(run, line) });
    }
    if (time < this.#earlierSeal - longestTransaction) {
      this.#findings.add({ code: 'leafBackDated', leaf, ...eventOf(run, line), detail: instant(time) });
    }
    if (kind === Kind.seal && time < Math.max(this.#earlierSeal, this.#seal)) {
      this.#findings.add({ code: 'sealBackwards', leaf, ...eventOf(run, line), detail: instant(time) });
    }
  }

  #special(run: Examined, line: number, kind: number): void {
    const leaf = this.#heads.size - 1;
    if (kind === Kind.empty) this.#findings.add({ code: 'leafEmpty', leaf });
    else if (kind === Kind.broken) {
      this.#findings.add({ code: 'leafForm', leaf, detail: run.faults.get(line) ?? '' });
    } else if (kind === Kind.erased) {
      this.erasures.leaf(readErased(run, line), leaf, run.times[line] ?? 0);
    } else if (kind === Kind.erasure) {
      if (!this.erasures.told(JSON.parse(lineText(run, line)))) {
        this.#findings.add({ code: 'leafForm', leaf, ...eventOf(run, line), detail: 'data' });
      }
      const { event = '' } = eventOf(run, line);
      const soon = this.erasures.tooSoon(event, run.times[line] ?? 0);
      if (soon !== null) {
        this.#findings.add({ code: 'erasedTooSoon', leaf: soon.leaf, event: soon.event, detail: event });
      }
    } else this.#takeSeal(run, line, leaf);
  }

  #takeSeal(run: Examined, line: number, leaf: number): void {
    this.#seal = run.times[line] ?? 0;
    const seal = readSeal(JSON.parse(lineText(run, line)));
    if (seal?.from !== this.#window.from) {
      const detail = seal === null ? 'data' : `from ${seal.from}, ${this.#window.from}`;
      this.#findings.add({ code: 'sealForm', leaf, ...eventOf(run, line), detail });
    }
    for (const row of seal?.rows ?? []) this.#sealed.push(row);
  }

  /** Does this seal end another integration than the seal before it? */
  #beginsAnew(run: Examined, line: number): boolean {
    const seal = readSeal(JSON.parse(lineText(run, line)));
    return seal !== null && seal.from !== this.#window.from;
  }

  /** The integration that was sealed is whole: its rows and times are checked, and the next one begins. */
  async #close(run: Examined, line: number): Promise<void> {
    this.#give(run, line, line);
    await this.#settle();
    this.#window = new Window(this.#heads.size);
  }

  async #settle(): Promise<void> {
    const size = this.#heads.size;
    if (this.#heads.last?.size !== size) this.#findings.add({ code: 'checkpointMissing', size });
    for (const { leaf, time } of this.#window.laterThan(this.#seal + clockTolerance)) {
      this.#findings.add({ code: 'leafAhead', leaf, event: this.#window.idOf(leaf), detail: instant(time) });
    }
    await this.rows.settle(this.#window, this.#sealed);
    this.#sealed = [];
    this.#earlierSeal = this.#seal;
    this.#seal = -1;
  }

  async end(): Promise<void> {
    const { from, until } = this.#window;
    if (this.#seal >= 0) await this.#settle();
    else if (until > from) this.#findings.add({ code: 'unsealedLeaves', leaf: from, until });
    await this.#endOfStored();
    await this.#heads.end();
    await this.rows.end(Math.max(this.#seal, this.#earlierSeal));
    await this.rows.locate(this.#source, this.#findings);
    await this.erasures.locate(this.#source, this.#findings);
  }

  /** Hashes without leaves: what has been cut off at the end. */
  async #endOfStored(): Promise<void> {
    const leaf = this.#heads.size;
    await this.#stored.fill(1);
    for (let stored = this.#stored.pass(); stored !== null; stored = this.#stored.pass()) {
      this.#heads.append(stored, 0);
      if (this.#heads.size === this.#heads.nextSize) await this.#heads.reach(true);
      await this.#stored.fill(1);
    }
    const until = this.#heads.size;
    if (until > leaf) this.#findings.add({ code: 'leafGone', leaf, until });
  }
}

function readKeys(lines: readonly string[], findings: Findings): VerifierKey[] {
  return lines.flatMap((line) => {
    const key = readVerifierKey(line);
    if (key === null) findings.add({ code: 'keyForm', detail: line });
    return key === null ? [] : [key];
  });
}

function eventOf(run: Examined, line: number): { event?: string } {
  if ((run.kinds[line] ?? Kind.broken) > Kind.erased) return {};
  return {
    event: Buffer.from(run.kept.buffer).toString('latin1', keptLength * line, keptLength * line + uuidLength),
  };
}

function instant(time: number): string {
  return new Date(time).toISOString();
}

function byDecision({ done }: Erasures): Report['erasedBy'] {
  const sums = new Map<string, { decision: string; rule: string; events: number }>();
  for (const { decision, rule, events } of done) {
    const key = `${decision} ${rule}`;
    sums.set(key, { decision, rule, events: (sums.get(key)?.events ?? 0) + events });
  }
  return [...sums.values()];
}

async function* none(): AsyncIterable<Uint8Array> {}
