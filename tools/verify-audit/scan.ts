import {
  backslash,
  classes,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  daysIn,
  dot,
  escapeLength,
  letterT,
  letterZ,
  type Literal,
  nibbles,
  nine,
  none,
  openBrace,
  openBracket,
  quote,
  saltLength,
  seven,
  shortest,
  uuidLength,
  words,
  zero,
} from './bytes.ts';

/**
 * Reads one leaf, byte by byte, as the canonical JSON that it must be: no parse tree is made, since a million leaves are
 * read. After {@link LeafScanner.scan} has answered null, the fields say where in the bytes the parts stand.
 */
export class LeafScanner {
  readonly #bytes: Uint8Array;
  /** The same bytes, four at a time. */
  readonly #view: DataView;
  #place = 0;
  /** The last minute that was read, and where it stands: most leaves say the same one as the leaf before. */
  #minuteAt = -1;
  #minute = 0;
  /** Where the event's id, its kind and its salt stand, and which time it says (ms since 1970). */
  idAt = 0;
  kindAt = 0;
  kindEnd = 0;
  saltAt = 0;
  time = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Null when the bytes from `begin` are a leaf that ends with the byte 10 at `end`; else which part is not right. */
  scan(begin: number, end: number): string | null {
    this.#place = begin;
    // So much at least a leaf has: what is looked at below without asking lies within the bytes.
    if (end - begin < shortest) return 'end';
    const fault = this.#head() ?? this.#middle() ?? this.#tail();
    if (fault !== null) return fault;
    return this.#place === end ? null : 'end';
  }

  /** Copies a few bytes, an even number of them: four at a time, and at last two. */
  copy(from: number, into: DataView, to: number, length: number): void {
    const view = this.#view;
    let at = 0;
    for (; at + 4 <= length; at += 4) into.setUint32(to + at, view.getUint32(from + at));
    if (at < length) into.setUint16(to + at, view.getUint16(from + at));
  }

  #head(): string | null {
    if (!this.#literal(words.actor) || !this.#name()) return 'actor';
    if (!this.#literal(words.person) || !this.#uuidOrNull()) return 'actor';
    if (!this.#literal(words.at) || !this.#instant()) return 'at';
    return this.#literal(words.changes) && this.#changes() ? null : 'changes';
  }

  #middle(): string | null {
    if (!this.#literal(words.data) || !this.#value() || !this.#literal(words.id)) return 'data';
    this.idAt = this.#place;
    // A version 7 id says the same millisecond as the event (RFC 9562 §5.7).
    if (!this.#uuid() || this.#bytes[this.idAt + 14] !== seven || this.#idTime() !== this.time) return 'id';
    if (!this.#literal(words.kind)) return 'kind';
    this.kindAt = this.#place + 1;
    if (!this.#name()) return 'kind';
    this.kindEnd = this.#place - 1;
    return null;
  }

  #tail(): string | null {
    if (!this.#literal(words.reason) || !(this.#literal(words.null) || this.#string())) return 'reason';
    if (!this.#literal(words.record) || !this.#uuidOrNull()) return 'record';
    if (!this.#literal(words.register) || !this.#name()) return 'register';
    if (!this.#literal(words.salt)) return 'salt';
    this.saltAt = this.#place;
    for (let index = 0; index < saltLength; index++)
      if (classes[this.#bytes[this.#place++] ?? 0] !== 1) return 'salt';
    if (!this.#literal(words.touched) || !this.#list(true)) return 'touched';
    return this.#literal(words.version) ? null : 'v';
  }

  #literal(word: Literal): boolean {
    const view = this.#view;
    const { quads, last, length } = word;
    const place = this.#place;
    if (place + length > view.byteLength) return false;
    for (let index = 0; index < quads.length; index++)
      if (view.getUint32(place + 4 * index) !== quads[index]) return false;
    if (view.getUint32(place + length - 4) !== last) return false;
    this.#place = place + length;
    return true;
  }

  /** Text in quotation marks of letters, digits, dots and the like: the names of kinds and registers. */
  #name(): boolean {
    const bytes = this.#bytes;
    if (bytes[this.#place] !== quote) return false;
    let place = this.#place + 1;
    while (classes[bytes[place] ?? 0] === 1 || bytes[place] === dot) place++;
    const isName = place > this.#place + 1 && bytes[place] === quote;
    this.#place = place + 1;
    return isName;
  }

  #uuidOrNull(): boolean {
    if (this.#literal(words.null)) return true;
    if (this.#bytes[this.#place] !== quote) return false;
    this.#place++;
    return this.#uuid() && this.#bytes[this.#place++] === quote;
  }

  #uuid(): boolean {
    const bytes = this.#bytes;
    const place = this.#place;
    // Looked at all together: nothing is decided before the end, which is fastest when all is well.
    let seen = 0;
    for (let at = place; at < place + 8; at++) seen |= nibbles[bytes[at] ?? 0] ?? none;
    for (let at = place + 9; at < place + 13; at++) seen |= nibbles[bytes[at] ?? 0] ?? none;
    for (let at = place + 14; at < place + 18; at++) seen |= nibbles[bytes[at] ?? 0] ?? none;
    for (let at = place + 19; at < place + 23; at++) seen |= nibbles[bytes[at] ?? 0] ?? none;
    for (let at = place + 24; at < place + 36; at++) seen |= nibbles[bytes[at] ?? 0] ?? none;
    const dashes = bytes[place + 8] === dash && bytes[place + 13] === dash && bytes[place + 18] === dash;
    this.#place = place + uuidLength;
    return seen < 16 && dashes && bytes[place + 23] === dash;
  }

  #idTime(): number {
    const bytes = this.#bytes;
    let time = 0;
    for (let index = 0; index < 13; index++) {
      if (index !== 8) time = time * 16 + (nibbles[bytes[this.idAt + index] ?? 0] ?? 0);
    }
    return time;
  }

  /** `2026-11-25T08:15:00.000Z"`: whole digits at their places, and a day that exists. */
  #instant(): boolean {
    const bytes = this.#bytes;
    const place = this.#place;
    if (!this.#isSameMinute(place) && !this.#readMinute()) return false;
    if (bytes[place + 16] !== colon || bytes[place + 19] !== dot || bytes[place + 23] !== letterZ)
      return false;
    const [second, thousandth] = [this.#digits(17, 19), this.#digits(20, 23)];
    if (!(second < 60 && thousandth >= 0)) return false;
    this.#minuteAt = place;
    this.time = this.#minute + second * 1000 + thousandth;
    this.#place = place + 24;
    return true;
  }

  #isSameMinute(place: number): boolean {
    const [view, known] = [this.#view, this.#minuteAt];
    if (known < 0) return false;
    for (let at = 0; at < 16; at += 4)
      if (view.getUint32(place + at) !== view.getUint32(known + at)) return false;
    return true;
  }

  #readMinute(): boolean {
    const [year, month, day] = [this.#digits(0, 4), this.#digits(5, 7), this.#digits(8, 10)];
    const [hour, minute] = [this.#digits(11, 13), this.#digits(14, 16)];
    const bytes = this.#bytes;
    const place = this.#place;
    const dashes = bytes[place + 4] === dash && bytes[place + 7] === dash;
    if (!dashes || bytes[place + 10] !== letterT || bytes[place + 13] !== colon) return false;
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return false;
    if (!(hour < 24 && minute < 60)) return false;
    this.#minute = Date.UTC(year, month - 1, day, hour, minute);
    return true;
  }

  #digits(from: number, to: number): number {
    let value = 0;
    for (let place = this.#place + from; place < this.#place + to; place++) {
      const digit = (this.#bytes[place] ?? 0) - zero;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
    return value;
  }

  #changes(): boolean {
    if (this.#bytes[this.#place++] !== openBracket) return false;
    if (this.#bytes[this.#place] === closeBracket) return ++this.#place > 0;
    for (;;) {
      if (!this.#literal(words.field) || !this.#string()) return false;
      if (!this.#literal(words.from) || !this.#value()) return false;
      if (!this.#literal(words.to) || !this.#value()) return false;
      if (this.#bytes[this.#place++] !== closeBrace) return false;
      const next = this.#bytes[this.#place++];
      if (next !== comma) return next === closeBracket;
    }
  }

  /** A list of any values, or of strings alone. */
  #list(isOfStrings: boolean): boolean {
    if (this.#bytes[this.#place++] !== openBracket) return false;
    if (this.#bytes[this.#place] === closeBracket) return ++this.#place > 0;
    for (;;) {
      if (!(isOfStrings ? this.#string() : this.#value())) return false;
      const next = this.#bytes[this.#place++];
      if (next !== comma) return next === closeBracket;
    }
  }

  #value(): boolean {
    const first = this.#bytes[this.#place] ?? 0;
    if (first === quote) return this.#string();
    if (first === openBrace) return this.#object();
    if (first === openBracket) return this.#list(false);
    if (first === dash || (first >= zero && first <= nine)) return this.#whole();
    return this.#literal(words.null) || this.#literal(words.true) || this.#literal(words.false);
  }

  #object(): boolean {
    this.#place++;
    if (this.#bytes[this.#place] === closeBrace) return ++this.#place > 0;
    let [earlier, earlierEnd] = [0, 0];
    for (;;) {
      const key = this.#place;
      if (!this.#string()) return false;
      const end = this.#place;
      if (earlier > 0 && !this.#follows(earlier, earlierEnd, key, end)) return false;
      [earlier, earlierEnd] = [key, end];
      if (this.#bytes[this.#place++] !== colon || !this.#value()) return false;
      const next = this.#bytes[this.#place++];
      if (next !== comma) return next === closeBrace;
    }
  }

  /** Does the second key come after the first by UTF-16 code units (RFC 8785 §3.2.3)? The same key twice does not. */
  #follows(first: number, firstEnd: number, second: number, secondEnd: number): boolean {
    const bytes = this.#bytes;
    // The bytes of plain names are in the same order; the quotation mark that ends one comes before everything.
    for (let index = 0; first + index < firstEnd && second + index < secondEnd; index++) {
      const [one, other] = [bytes[first + index] ?? 0, bytes[second + index] ?? 0];
      if (one > 127 || other > 127 || one === backslash || other === backslash) break;
      if (one !== other) return one === quote || (other !== quote && one < other);
    }
    const text = (from: number, to: number): string =>
      JSON.parse(Buffer.from(bytes.subarray(from, to)).toString()) as string; // it was just read as one
    return text(first, firstEnd) < text(second, secondEnd);
  }

  /** A string whose every character stands in its one canonical way: only what must be escaped is. */
  #string(): boolean {
    const bytes = this.#bytes;
    if (bytes[this.#place] !== quote) return false;
    let place = this.#place + 1;
    for (;;) {
      while (classes[bytes[place] ?? 0] !== 2) place++;
      const ended = bytes[place];
      if (ended === backslash) {
        const length = escapeLength(bytes, place);
        if (length === 0) return false;
        place += length;
      } else {
        this.#place = place + 1;
        return ended === quote;
      }
    }
  }

  #whole(): boolean {
    const bytes = this.#bytes;
    const begin = this.#place;
    const first = bytes[begin] === dash ? begin + 1 : begin;
    let place = first;
    while ((bytes[place] ?? 0) >= zero && (bytes[place] ?? 0) <= nine) place++;
    this.#place = place;
    // Nothing begins with a zero but zero itself, which has no sign.
    if (place === first || (bytes[first] === zero && place > begin + 1)) return false;
    return (
      place - first < 16 || Number.isSafeInteger(Number(Buffer.from(bytes.subarray(begin, place)).toString()))
    );
  }
}
