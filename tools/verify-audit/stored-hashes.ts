/** A hash that lies at most so many leaves away is looked for, when a leaf is not where it should be. */
const farthest = 32;

/** What the line at hand is, by the hashes that the log itself has stored. */
export type Aligned =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly stored: Uint8Array }
  /** So many leaves before this line are gone. */
  | { readonly kind: 'gone'; readonly count: number }
  | { readonly kind: 'added' }
  /** The leaf has changed places with a later one. */
  | { readonly kind: 'moved'; readonly stored: Uint8Array };

/**
 * The log's stored hashes, read beside the leaves. They are no evidence, but where a leaf is not what its hash says, they
 * show which one; the next signed root then tells whether they are right.
 */
export class StoredHashes {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);
  #hasEnded = false;

  constructor(hashes: AsyncIterable<Uint8Array>) {
    this.#pieces = hashes[Symbol.asyncIterator]();
  }

  /** Sees to it that so many hashes are at hand, where there are that many. */
  async fill(count: number): Promise<void> {
    while (this.#held.length < 32 * (count + farthest) && !this.#hasEnded) {
      const next = await this.#pieces.next();
      if (next.done === true) this.#hasEnded = true;
      else this.#held = Buffer.concat([this.#held, next.value]);
    }
  }

  /** Goes by all of these at once, if they are the same; else none of them. */
  passSame(hashes: Uint8Array): boolean {
    const { length } = hashes;
    if (this.#held.length < length && !(this.#hasEnded && this.#held.length === 0)) return false;
    if (this.#held.length > 0 && this.#held.compare(hashes, 0, length, 0, length) !== 0) return false;
    this.#held = this.#held.subarray(Math.min(length, this.#held.length));
    return true;
  }

  /** Looks at one line of a run, and what stands around it. */
  align(hashes: Uint8Array, line: number): Aligned {
    const stored = this.#at(0);
    if (stored === null || isSame(hashes, line, stored)) return { kind: 'same' };
    const gone = this.#find((ahead) => isSame(hashes, line, this.#at(ahead)));
    const added = this.#find((ahead) => isSame(hashes, line + ahead, stored));
    if (gone > 0 && added > 0) return { kind: 'moved', stored };
    if (gone > 0) return { kind: 'gone', count: gone };
    return added > 0 ? { kind: 'added' } : { kind: 'differs', stored };
  }

  #find(is: (ahead: number) => boolean): number {
    for (let ahead = 1; ahead <= farthest; ahead++) if (is(ahead)) return ahead;
    return 0;
  }

  #at(ahead: number): Uint8Array | null {
    const end = 32 * (ahead + 1);
    return this.#held.length < end ? null : this.#held.subarray(end - 32, end);
  }

  /** Goes by one. Answers with it; null after the last one. */
  pass(): Uint8Array | null {
    const stored = this.#at(0);
    if (stored !== null) this.#held = this.#held.subarray(32);
    return stored;
  }
}

function isSame(hashes: Uint8Array, line: number, stored: Uint8Array | null): boolean {
  const place = 32 * line;
  if (stored === null || hashes.length < place + 32) return false;
  for (let index = 0; index < 32; index++) if (hashes[place + index] !== stored[index]) return false;
  return true;
}
