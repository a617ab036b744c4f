import { type Examined, keptLength } from './examine.ts';
import { uuidLength } from './bytes.ts';

interface Piece {
  readonly from: number;
  readonly until: number;
  readonly kept: Uint8Array;
  readonly times: Float64Array;
}

/**
 * The leaves of one integration: from the leaf after the last seal to the seal that is next. Kept of each are its id, its
 * salt and its time; the text is not.
 */
export class Window {
  readonly from: number;
  until: number;
  readonly #pieces: Piece[] = [];

  constructor(from: number) {
    this.from = from;
    this.until = from;
  }

  /** Takes the lines of a run from `begin` to before `end`, which are the next leaves in order. */
  add(run: Examined, begin: number, end: number): void {
    if (begin === end) return;
    this.#pieces.push({
      from: this.until,
      until: this.until + end - begin,
      kept: run.kept.subarray(begin * keptLength, end * keptLength),
      times: run.times.subarray(begin, end),
    });
    this.until += end - begin;
  }

  /** So many leaves are not there. */
  skip(count: number): void {
    this.until += count;
  }

  /** The event's id; empty where the leaf could not be read. */
  idOf(leaf: number): string {
    return this.#text(leaf, 0, uuidLength);
  }

  /** The event's salt; empty where it has been erased. */
  saltOf(leaf: number): string {
    return this.#text(leaf, uuidLength, keptLength);
  }

  #text(leaf: number, from: number, to: number): string {
    const piece = this.#pieces.find((one) => leaf < one.until);
    if (piece === undefined || leaf < piece.from) return '';
    const place = (leaf - piece.from) * keptLength;
    const text = Buffer.from(piece.kept.buffer, piece.kept.byteOffset).toString(
      'latin1',
      place + from,
      place + to,
    );
    return text.startsWith('\u0000') ? '' : text;
  }

  /** The leaves that say a later time than this (ms), and their times. */
  *laterThan(time: number): Generator<{ leaf: number; time: number }> {
    for (const { from, times } of this.#pieces) {
      for (let index = 0; index < times.length; index++) {
        const said = times[index] ?? 0;
        if (said > time) yield { leaf: from + index, time: said };
      }
    }
  }
}
