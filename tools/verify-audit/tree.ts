import { hash } from 'node:crypto';

/** SHA-256 is written as one byte a character where it goes straight on into bytes: Node makes that fastest. */
const sha256 = 'sha256';
const width = 32;
/** A tree of 2^53 leaves has no more levels than this. */
const mostLevels = 54;

/** Writes SHA-256 of the bytes into `into` at `place`. */
export function writeHash(bytes: Uint8Array, into: Buffer, place: number): void {
  into.write(hash(sha256, bytes, 'binary'), place, width, 'binary');
}

/** RFC 6962's root of no leaves at all: SHA-256 of nothing. */
export const emptyRoot = Buffer.from(hash(sha256, '', 'hex'), 'hex');

/**
 * The right edge of a growing RFC 6962 tree: the roots of the complete subtrees that its leaves fall into, largest
 * first. All that is needed to take one more leaf, or to tell the root; its size is the logarithm of the tree's.
 */
export class RightEdge {
  size = 0;
  /** One spare byte before each pair of hashes is where the prefix of an inner node goes. */
  readonly #roots = Buffer.alloc(1 + width * (mostLevels + 1));
  readonly #pairs = Array.from({ length: mostLevels }, (_, place) =>
    this.#roots.subarray(width * place, width * place + 1 + 2 * width),
  );
  #count = 0;

  /** Takes the next leaf's hash: 32 bytes at `place`. */
  append(hashes: Uint8Array, place = 0): void {
    const roots = this.#roots;
    const begin = 1 + width * this.#count;
    for (let index = 0; index < width; index++) roots[begin + index] = hashes[place + index] ?? 0;
    this.#count++;
    // As many complete pairs end here as the old size has ones at its end.
    for (let left = this.size; left % 2 === 1; left = (left - 1) / 2) this.#join();
    this.size++;
  }

  #join(): void {
    const place = this.#count - 2;
    const pair = this.#pairs[place];
    if (pair === undefined) throw new Error('the tree is higher than any tree can be');
    const before = pair[0] ?? 0;
    pair[0] = 1;
    const joined = hash(sha256, pair, 'binary');
    pair[0] = before;
    pair.write(joined, 1, width, 'binary');
    this.#count--;
  }

  /** The root over all leaves taken so far (RFC 6962 §2.1). */
  root(): Buffer {
    if (this.#count === 0) return emptyRoot;
    const node = Buffer.alloc(1 + 2 * width, 1);
    this.#rootAt(this.#count - 1).copy(node, 1 + width);
    for (let place = this.#count - 2; place >= 0; place--) {
      this.#rootAt(place).copy(node, 1);
      writeHash(node, node, 1 + width);
      node[0] = 1;
    }
    return Buffer.from(node.subarray(1 + width));
  }

  #rootAt(place: number): Buffer {
    return this.#roots.subarray(1 + width * place, 1 + width * (place + 1));
  }

  /** Another edge that goes on from the same leaves. */
  copy(): RightEdge {
    const other = new RightEdge();
    this.#roots.copy(other.#roots);
    other.#count = this.#count;
    other.size = this.size;
    return other;
  }
}
