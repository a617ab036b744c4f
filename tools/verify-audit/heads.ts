import type { Finding, Findings } from './finding.ts';
import { type Checkpoint, NoteSplitter, readCheckpoint, signerOf, type VerifierKey } from './note.ts';
import { linesOf } from './source.ts';
import { RightEdge } from './tree.ts';

const mostSuspects = 1000;

/**
 * The tree as it grows, held against every signed head of it: those of the log and those that somebody has kept outside.
 */
export class Heads {
  /** The tree of the leaves as they were read. */
  #tree = new RightEdge();
  /** The tree of the hashes that the log has stored, from where the two part. Null as long as they are one. */
  #stored: RightEdge | null = null;
  readonly #findings: Findings;
  readonly #keys: readonly VerifierKey[];
  readonly #origin: string;
  readonly #notes: AsyncIterator<string>;
  readonly #outside: Checkpoint[];
  #next: Checkpoint | null = null;
  /** The size at which something is to be compared next. */
  nextSize = Number.POSITIVE_INFINITY;
  /** Up to where the newest right head reaches. */
  #good = 0;
  #agreed = 0;
  #suspects: Finding[] = [];
  #wrong: number[] = [];
  /** The newest head of the log's own: its size and root. */
  last: { size: number; root: Buffer } | null = null;
  count = 0;
  readonly witnessed: number[] = [];

  constructor(
    notes: AsyncIterable<string>,
    outside: readonly Checkpoint[],
    keys: readonly VerifierKey[],
    origin: string,
    findings: Findings,
  ) {
    this.#notes = notes[Symbol.asyncIterator]();
    this.#outside = [...outside].sort((one, other) => one.size - other.size);
    this.#keys = keys;
    this.#origin = origin;
    this.#findings = findings;
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Buffer {
    return this.#tree.root();
  }

  /** Takes the next leaf's hash, at `place`. */
  append(hashes: Uint8Array, place: number): void {
    this.#tree.append(hashes, place);
    this.#stored?.append(hashes, place);
  }

  /** Takes the next leaf where its hash is another than the stored one. `suspect` is told if that turns out to matter. */
  appendSuspect(hashes: Uint8Array, place: number, stored: Uint8Array, suspect: Finding): void {
    this.#stored ??= this.#tree.copy();
    this.#tree.append(hashes, place);
    this.#stored.append(stored);
    if (this.#suspects.length < mostSuspects) this.#suspects.push(suspect);
  }

  /** Begins: reads the first head. */
  async begin(): Promise<void> {
    await this.#advance(0);
  }

  /** Compares everything that speaks of the tree's present size. Called when that is `nextSize`. */
  async reach(isSealed: boolean): Promise<void> {
    const { size } = this;
    while (this.#next?.size === size) {
      this.#compare(this.#next.root);
      if (!isSealed) this.#findings.add({ code: 'sealMissing', size, leaf: size - 1 });
      this.last = { size, root: this.#next.root };
      await this.#advance(size);
    }
    for (let one = this.#outside[0]; one?.size === size; one = this.#outside[0]) {
      this.#outside.shift();
      this.#compareOutside(one);
    }
    this.#setNext();
  }

  #compare(root: Buffer): void {
    const { size } = this;
    const isLines = this.#tree.root().equals(root);
    const isStored = !isLines && this.#stored?.root().equals(root) === true;
    if (!isLines && !isStored) {
      this.#wrong.push(size);
      return;
    }
    // A later head covers the same leaves and more: it is the earlier heads that say something else.
    for (const wrong of this.#wrong) this.#findings.add({ code: 'checkpointWrong', size: wrong });
    this.#wrong = [];
    for (const one of this.#suspects) this.#findings.add(isStored ? one : { ...one, code: 'hashDiffers' });
    this.#suspects = [];
    if (isStored && this.#stored !== null) this.#tree = this.#stored;
    this.#stored = null;
    this.#good = size;
  }

  #compareOutside(outside: Checkpoint): void {
    const { size } = this;
    if (this.#tree.root().equals(outside.root) || this.#stored?.root().equals(outside.root) === true) {
      this.witnessed.push(size);
      this.#agreed = size;
    } else this.#findings.add({ code: 'fork', size, leaf: this.#agreed, until: size });
  }

  /** What is left when the leaves have ended. */
  async end(): Promise<void> {
    const { size } = this;
    for (let head = this.#next; head !== null; head = this.#next) {
      this.#findings.add({ code: 'checkpointBeyond', size: head.size, leaf: size });
      await this.#advance(head.size);
    }
    for (const one of this.#outside) this.#findings.add({ code: 'logCut', size: one.size, leaf: size });
    if (this.count === 0 && size > 0) this.#findings.add({ code: 'checkpointNone' });
    const [first] = this.#wrong;
    if (first === undefined) return;
    const detail = String(this.#wrong.length);
    this.#findings.add({ code: 'rootWrong', leaf: this.#good, until: first, size: first, detail });
    for (const one of this.#suspects) this.#findings.add({ ...one, code: 'hashDiffers' });
  }

  /** Reads on to the next head that can be compared: one whose size is larger than `size`. */
  async #advance(size: number): Promise<void> {
    this.#next = null;
    for (;;) {
      const note = await this.#notes.next();
      if (note.done === true) break;
      const { value } = note;
      const head = readCheckpoint(value);
      if (head === null) {
        this.#findings.add({ code: 'checkpointForm', detail: value.slice(0, 80) });
        continue;
      }
      this.count++;
      if (head.origin !== this.#origin) {
        this.#findings.add({ code: 'checkpointOrigin', size: head.size, detail: head.origin });
      }
      if (signerOf(head, this.#keys) === null) {
        this.#findings.add({ code: 'checkpointSignature', size: head.size });
      }
      if (head.size > size) {
        this.#next = head;
        break;
      }
      this.#findings.add({ code: 'checkpointOrder', size: head.size });
    }
    this.#setNext();
  }

  #setNext(): void {
    const sizes = [this.#next?.size, this.#outside[0]?.size].filter((size) => size !== undefined);
    this.nextSize = Math.min(Number.POSITIVE_INFINITY, ...sizes);
  }
}

/** Outside checkpoints, as their files hold them; what is wrong with them is told. */
export async function readOutside(
  texts: AsyncIterable<Uint8Array>,
  keys: readonly VerifierKey[],
  origin: string,
  findings: Findings,
): Promise<Checkpoint[]> {
  const heads: Checkpoint[] = [];
  for await (const note of notesOf(texts)) {
    const head = readCheckpoint(note);
    if (head === null || head.size === 0) findings.add({ code: 'witnessForm', detail: note.slice(0, 80) });
    else if (head.origin !== origin) {
      findings.add({ code: 'witnessOrigin', size: head.size, detail: head.origin });
    } else {
      if (signerOf(head, keys) === null) findings.add({ code: 'witnessSignature', size: head.size });
      heads.push(head);
    }
  }
  return heads;
}

/** The notes of a text that holds several. */
export async function* notesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const splitter = new NoteSplitter();
  for await (const line of linesOf(bytes)) {
    const note = splitter.add(line);
    if (note !== null) yield note;
  }
  const last = splitter.end();
  if (last !== null) yield last;
}
