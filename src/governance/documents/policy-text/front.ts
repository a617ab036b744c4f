/** The term that begins what a file of Värna's own says of the document, and the checksum that ends it. */
export const firstTerm = 'Slag';
const lastValue = /(?:^|\s)[0-9a-f]{64}$/u;

/** How far from the beginning the front may begin, and how long it may be: lines. */
const reach = 30;
const longest = 60;

/**
 * The pieces (lines, or blocks) without the front of a file that Värna itself has made: how the text was decided is kept beside
 * it, not in it. A text that has no such front is left as it is.
 */
export function withoutFront<Piece>(pieces: readonly Piece[], textOf: (piece: Piece) => string): Piece[] {
  const first = pieces.slice(0, reach).findIndex((piece) => isFirst(textOf(piece).trim()));
  if (first === -1) return [...pieces];
  const after = pieces.slice(first, first + longest);
  const length = after.findIndex((piece) => lastValue.test(textOf(piece).trim()));
  return length === -1 ? [...pieces] : [...pieces.slice(0, first), ...pieces.slice(first + length + 1)];
}

function isFirst(line: string): boolean {
  return line.startsWith(firstTerm) && /^:?\s*\S.*, version \d/u.test(line.slice(firstTerm.length));
}
