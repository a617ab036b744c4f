import { keptLength } from './examine.ts';

/** How long (ms) an id is remembered: an event older than that is back-dated anyway (times.ts). */
const remembered = 2 * 3_600_000;
const startSize = 1 << 12;

/** A set of 64-bit numbers in two halves, that grows: what Set would need five times the memory for. */
class Prints {
  #slots = new Uint32Array(2 * startSize);
  #count = 0;

  has(high: number, low: number): boolean {
    const place = this.#place(high, low);
    return this.#slots[place] === high && this.#slots[place + 1] === low;
  }

  add(high: number, low: number): void {
    if (this.#count * 4 > this.#slots.length) this.#grow();
    const place = this.#place(high, low);
    this.#slots[place] = high;
    this.#slots[place + 1] = low;
    this.#count++;
  }

  #place(high: number, low: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let place = (low * 2) & mask;
    while (!isFree(slots, place) && (slots[place] !== high || slots[place + 1] !== low)) {
      place = (place + 2) & mask;
    }
    return place;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    this.#count = 0;
    for (let place = 0; place < old.length; place += 2)
      if (!isFree(old, place)) this.add(old[place] ?? 0, old[place + 1] ?? 0);
  }
}

function isFree(slots: Uint32Array, place: number): boolean {
  return slots[place] === 0 && slots[place + 1] === 0;
}

/** The ids of the latest leaves, by the last 64 bits of each, which are random: the same twice is the same event. */
export class SeenIds {
  #older = new Prints();
  #newer = new Prints();
  #begun = 0;

  /** Whether the id at `place` of kept bytes has been seen lately; from now on it has. */
  seeAgain(kept: Uint8Array, line: number, time: number): boolean {
    if (time - this.#begun > remembered) {
      this.#older = this.#newer;
      this.#newer = new Prints();
      this.#begun = time;
    }
    const place = line * keptLength;
    const high = hex(kept, place + 19, place + 23) * 65_536 + hex(kept, place + 24, place + 28);
    const low = hex(kept, place + 28, place + 36);
    if (this.#newer.has(high, low) || this.#older.has(high, low)) return true;
    this.#newer.add(high, low);
    return false;
  }
}

function hex(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place++) {
    const byte = bytes[place] ?? 0;
    // Digits are 48–57 and small letters 97–102.
    value = value * 16 + (byte < 58 ? byte - 48 : byte - 87);
  }
  return value;
}
