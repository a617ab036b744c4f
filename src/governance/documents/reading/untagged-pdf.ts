import type { PdfPage, Placed } from './pdf-page.ts';

/** A line of a page: pieces that stand on one height, and belong together. */
interface Line {
  text: string;
  x: number;
  y: number;
  /** Where it ends. */
  end: number;
  size: number;
}

/** Gaps, in sizes of the letters: between two words, and between two columns or cells. */
const wordGap = 0.16;
const cellGap = 1.6;
/** A gap between lines that is this much larger than usual parts two paragraphs. */
const paragraphGap = 1.35;
/** Letters that are this much larger than those of the text are a heading's. */
const headingSize = 1.12;
const longestHeading = 200;

/**
 * The text of a PDF without tags, as `readPolicyText` takes it: its lines in reading order, column by column; an empty line
 * between paragraphs; `#` before what stands in larger letters; a form feed between pages.
 */
export function untaggedText(pages: readonly PdfPage[]): string {
  const lines = pages.map((page) => inReadingOrder(linesOf(page.placed), page.width));
  const body = bodySize(lines.flat());
  const levels = headingLevels(lines, body);
  const usual = usualGap(lines, body);
  return lines.map((page) => pageText(page, levels, usual)).join('\f');
}

/** Joins pieces on the same height into lines, in the order in which they were set; a wide gap begins another. */
function linesOf(placed: readonly Placed[]): Line[] {
  const lines: Line[] = [];
  for (const piece of placed) {
    if (piece.text.trim() === '') continue;
    const last = lines.at(-1);
    const gap = last === undefined ? 0 : piece.x - last.end;
    const isBeside =
      last !== undefined &&
      Math.abs(piece.y - last.y) < 0.4 * Math.max(piece.size, last.size) &&
      gap > -0.5 * piece.size &&
      gap < cellGap * piece.size;
    if (!isBeside) {
      lines.push({ text: piece.text, x: piece.x, y: piece.y, end: piece.x + piece.width, size: piece.size });
      continue;
    }
    const isApart = gap > wordGap * piece.size && !/\s$/u.test(last.text) && !/^\s/u.test(piece.text);
    last.text += isApart ? ` ${piece.text}` : piece.text;
    last.end = Math.max(last.end, piece.x + piece.width);
    last.size = Math.max(last.size, piece.size);
  }
  return lines;
}

/** From the top down; where the page has two columns, the left one before the right one. */
function inReadingOrder(lines: readonly Line[], width: number): Line[] {
  const sorted = lines.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const gutter = gutterOf(sorted, width);
  if (gutter === null) return sorted;
  const ordered: Line[] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const close = () => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const line of sorted) {
    if (line.end <= gutter) left.push(line);
    else if (line.x >= gutter) right.push(line);
    else {
      close();
      ordered.push(line);
    }
  }
  close();
  return ordered;
}

/** Lines a column has at least, on each side. */
const shortestColumn = 6;

/**
 * Where the gap between two columns of running text is, or null. Both sides hold several lines, and those fill most of their
 * column's width: the cells of a table do not.
 */
function gutterOf(lines: readonly Line[], width: number): number | null {
  let best: { readonly at: number; readonly crossing: number } | null = null;
  for (let at = 0.35 * width; at <= 0.65 * width; at += width / 200) {
    const left = lines.filter((line) => line.end <= at);
    const right = lines.filter((line) => line.x >= at);
    if (left.length < shortestColumn || right.length < shortestColumn) continue;
    const crossing = lines.length - left.length - right.length;
    if (crossing * 3 > lines.length || (best !== null && crossing >= best.crossing)) continue;
    // Columns are as wide as each other: from where the left one begins to where the right one does.
    const column = beginOf(right) - beginOf(left);
    if (isFilled(left, column) && isFilled(right, column)) best = { at, crossing };
  }
  return best?.at ?? null;
}

function beginOf(lines: readonly Line[]): number {
  return lines.reduce((begin, line) => Math.min(begin, line.x), Infinity);
}

function isFilled(column: readonly Line[], width: number): boolean {
  const shares = column.map((line) => (line.end - line.x) / width).toSorted((a, b) => a - b);
  return (shares[Math.floor(shares.length / 2)] ?? 0) > 0.6;
}

const rounded = (size: number): number => Math.round(size * 2) / 2;

/** The size that most letters have. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines)
    letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Which level each larger size stands for, the largest first; four at most. */
function headingLevels(pages: readonly (readonly Line[])[], body: number): ReadonlyMap<number, number> {
  const lines = pages.flat();
  const whole = lines.reduce((sum, line) => sum + line.text.length, 0);
  const sizes = [...new Set(lines.map((line) => rounded(line.size)))]
    .filter((size) => size > body * headingSize)
    .toSorted((a, b) => b - a);
  const inSize = (size: number) =>
    lines.filter((line) => rounded(line.size) === size).reduce((sum, line) => sum + line.text.length, 0);
  // A size with a fifth of the text in it is another kind of text.
  const headings = sizes.filter((size) => inSize(size) * 5 < whole);
  return new Map(headings.map((size, place) => [size, Math.min(4, place + 1)]));
}

function pageText(lines: readonly Line[], levels: ReadonlyMap<number, number>, usual: number): string {
  const parts: string[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const text = line.text.trim();
    const level = text.length <= longestHeading ? levels.get(rounded(line.size)) : undefined;
    const isBeside = before !== null && Math.abs(line.y - before.y) < 0.4 * line.size;
    const sameSize = before !== null && rounded(before.size) === rounded(line.size);
    const gap = before === null ? 0 : line.y - before.y;
    if (before === null) parts.push(level === undefined ? text : `${'#'.repeat(level)} ${text}`);
    else if (isBeside) parts.push(`\t${text}`);
    else if (level !== undefined) {
      // A heading of two lines is one heading.
      const goesOn = sameSize && gap > 0 && gap < 1.6 * line.size;
      parts.push(goesOn ? ` ${text}` : `\n\n${'#'.repeat(level)} ${text}`);
    } else if (!sameSize || gap < 0 || gap > usual * paragraphGap) parts.push(`\n\n${text}`);
    else parts.push(`\n${text}`);
    before = line;
  }
  return parts.join('');
}

/** The gap that most lines of the text have to the next; the smaller one when two are as common. */
function usualGap(pages: readonly (readonly Line[])[], body: number): number {
  const gaps = new Map<number, number>();
  for (const lines of pages) {
    lines.forEach((line, at) => {
      const next = lines[at + 1];
      if (next === undefined || rounded(line.size) !== body || rounded(next.size) !== body) return;
      const gap = rounded(next.y - line.y);
      if (gap > line.size * 0.5) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
    });
  }
  return [...gaps].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? Number.POSITIVE_INFINITY;
}
