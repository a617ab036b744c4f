import { hash, randomBytes } from 'node:crypto';

const words = 8;

/**
 * Tells whether two heaps hold the same things, however many and in whatever order, without keeping them: what is put in
 * and taken out again leaves zero. Each is counted by its hash with a key that is made anew in each run, so that nobody
 * can choose things that cancel each other.
 */
export class KeyedSum {
  static readonly #key = randomBytes(32).toString('hex');
  readonly #sum = new Uint32Array(words);
  count = 0;

  put(thing: string): void {
    this.#add(thing, 1);
  }

  take(thing: string): void {
    this.#add(thing, -1);
  }

  #add(thing: string, sign: 1 | -1): void {
    const hashed = hash('sha256', KeyedSum.#key + thing, 'binary');
    for (let word = 0; word < words; word++) {
      const place = 4 * word;
      const high = (hashed.charCodeAt(place) << 8) | hashed.charCodeAt(place + 1);
      const low = (hashed.charCodeAt(place + 2) << 8) | hashed.charCodeAt(place + 3);
      this.#sum[word] = (this.#sum[word] ?? 0) + sign * (high * 65_536 + low);
    }
    this.count += sign;
  }

  /** Has everything that was put in been taken out? */
  get isEmpty(): boolean {
    return this.count === 0 && this.#sum.every((word) => word === 0);
  }
}
