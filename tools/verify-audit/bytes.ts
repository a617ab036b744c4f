/** How many bytes the escape at `place` has; 0 when it is not the canonical one of its character. */
export function escapeLength(bytes: Uint8Array, place: number): number {
  const letter = String.fromCharCode(bytes[place + 1] ?? 0);
  if ('"\\bfnrt'.includes(letter)) return 2;
  const code = Buffer.from(bytes.subarray(place + 1, place + 6)).toString('latin1');
  return /^u00(0[0-7be-f]|1[0-9a-f])$/.test(code) ? 6 : 0;
}

/** How many days the month has. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** No leaf is shorter than this. */
export const shortest = 200;

/** Of a text: the length of an id, and of a salt of 16 bytes in base64url. */
export const uuidLength = 36;
export const saltLength = 22;

/** No digit is worth this. */
export const none = 255;
/** Single bytes that mean something. */
export const [quote, backslash, comma, colon, dot, dash, zero, nine, seven] = [
  34, 92, 44, 58, 46, 45, 48, 57, 55,
];
export const [openBrace, closeBrace, openBracket, closeBracket, letterT, letterZ] = [
  123, 125, 91, 93, 84, 90,
];

/** 1: a letter, a digit, `-` or `_`. 2: what a string cannot simply go on over. 0: anything else. */
export const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 32 || byte === quote || byte === backslash) return 2;
  return /[A-Za-z0-9_-]/.test(String.fromCharCode(byte)) ? 1 : 0;
});

/** What each hexadecimal digit (of small letters, as ids are written) is worth. */
export const nibbles = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(byte));
  return value < 0 ? none : value;
});

/** A word that is looked for: its bytes four at a time, and the last four, which may overlap. */
export interface Literal {
  readonly quads: Uint32Array;
  readonly last: number;
  readonly length: number;
}

function literal(text: string): Literal {
  const bytes = Buffer.from(text);
  const quads = Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32BE(4 * index));
  return { quads, last: bytes.readUInt32BE(bytes.length - 4), length: bytes.length };
}

/** What stands between the parts of a leaf. */
export const words = {
  actor: literal('{"actor":{"kind":'),
  person: literal(',"person":'),
  at: literal('},"at":"'),
  changes: literal('","changes":'),
  field: literal('{"field":'),
  from: literal(',"from":'),
  to: literal(',"to":'),
  data: literal(',"data":'),
  id: literal(',"id":"'),
  kind: literal('","kind":'),
  reason: literal(',"reason":'),
  record: literal(',"record":'),
  register: literal(',"register":'),
  salt: literal(',"salt":"'),
  touched: literal('","touched":'),
  version: literal(',"v":1}'),
  null: literal('null'),
  true: literal('true'),
  false: literal('false'),
};
