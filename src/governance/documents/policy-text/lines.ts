import type { LeftoverReason, PolicyBlock } from './policy-text.ts';
import { invisible } from './sentence.ts';

/** What the line reader hands on: blocks in order, with the lines it set aside where they stood. */
export type LinePiece = PolicyBlock | { kind: 'leftover'; text: string; reason: LeftoverReason };

interface Line {
  text: string;
  /** A form feed, or the single space that some PDF readers leave, stood before it. */
  pageStart: boolean;
  /** An empty line stood before it. */
  blankBefore: boolean;
}

/** Lines longer than this are not hard-wrapped: every line break is then the author's own. */
const widestWrap = 160;

/** Longer lines are running text. It also keeps the patterns below from backtracking over a megabyte. */
const longestMarkedLine = 300;

const terminal = /[.!?:;…]["”’»)\]]*$/u;
const capital = /^["“”„»«(['‘’]*\p{Lu}/u;
const lower = /^["“”„»«(['‘’]*\p{Ll}/u;
const pageNumber =
  /^(?:[-–]\s*)?(?:(?:sid(?:a|nr)?|page)\.?\s*)?\d{1,4}(?:\s*(?:\/|\(|av|of)\s*\d{1,4}\)?)?(?:\s*[-–])?$/iu;
const contentsLine = /^\S.*(?:\.{4,}|(?:\s\.){3,}|…{2,}|\t)\s*\d{1,3}$/u;
const ruleLine = /^(?:[-=_*~–—|:]\s*){3,}$|^\|+$/u;
const loneMark = /^(?:[•·▪◦‣●○■□➢✓*+o–—-]|\(?(?:\d{1,2}|[a-zåäö])\)|\d{1,2}(?:\.\d{1,2}){0,3}\.?)$/iu;
const tableRow = /^\|.*\|$/u;
const hashHeading = /^(#{1,6})\s+(.*?)\s*#*$/u;
const bullet = /^([•·▪◦‣●○■□➢✓*+]|o(?=\s)|[-–—])\s+(?=\S)/u;
const numbered = /^((?:\d{1,2}|[a-zåäö])\))\s+(?=\S)|^(\(\d{1,2}\))\s+(?=\S)/iu;
const numberedSentence = /^\d{1,2}\.(?:\d{1,2}\.?){0,3}\s+\p{Lu}/u;
const label = /^\p{Lu}[\p{L} /-]{2,40}:\s+[\p{Lu}(]/u;

/** Whether a line ends with a closing mark, looked for in its last characters only. */
function ends(line: string): boolean {
  return terminal.test(line.slice(-6));
}

/** Whether a text could be a heading by its looks: short, a capital or a number first, no closing point or comma. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > 100 || text.split(/\s/u).length > 14) return false;
  if (!/^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+|§\s*\d+\s+|["”“])?\p{Lu}/u.test(text)) return false;
  if (/[.!:;,…]["”’»)\]]*$/u.test(text)) return false;
  return !/:\s+\S+\s+\S/u.test(text);
}

/** A line's cells, when it is a row of a table: parted by bars, tabs or wide gaps. A list's mark stays with its words. */
function cellsOf(line: string): string[] {
  if (tableRow.test(line) && !ruleLine.test(line)) {
    const cells = line.split('|').map((cell) => cell.trim());
    return [...cells.filter((cell) => cell !== ''), '|'.repeat(cells.length - 1)];
  }
  const spaced = line.replace(/[^\S\t]{4,}/gu, '\t').replace(/[^\S\t]{2,}/gu, ' ');
  if (spaced.length <= longestMarkedLine && contentsLine.test(spaced)) return [spaced];
  const [first = '', second, ...rest] = spaced.split(/ ?\t\s*/u);
  if (second === undefined) return [first];
  return loneMark.test(first) ? [`${first} ${second}`, ...rest] : [first, second, ...rest];
}

function toLines(text: string): Line[] {
  const raw = text
    .replace(/\r\n?|[\u0085\u2028\u2029\v]/gu, '\n')
    .replace(/\u00AD[ \t]*\n[ \t]*/gu, '')
    .replace(invisible, '')
    .replace(/\n?\f/gu, '\n\f')
    .split('\n');
  const indented = raw.filter((line) => /^ \S/u.test(line)).length;
  const spaceMeansPage = indented <= Math.max(2, raw.length * 0.1);
  const lines: Line[] = [];
  let blank = true;
  let page = false;
  for (const line of raw) {
    if (line.startsWith('\f')) page = true;
    const trimmed = line.trim();
    if (trimmed === '') {
      if (!line.startsWith('\f')) blank = true;
      continue;
    }
    const pageStart = page || (spaceMeansPage && /^ \S/u.test(line));
    // The cells of a table's row stand apart like paragraphs.
    const cells = cellsOf(trimmed);
    cells.forEach((cell, index) => {
      lines.push({ text: cell, pageStart: pageStart && index === 0, blankBefore: blank || index > 0 });
    });
    blank = cells.length > 1;
    page = false;
  }
  return lines;
}

/** The width the text was wrapped to: nine lines of ten are shorter. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * 0.95))] ?? 0;
}

/** Whether the author broke the line: the next word would have had ample room. */
function brokenByAuthor(line: string, next: string, width: number): boolean {
  if (width > widestWrap) return true;
  const word = /^\S+/u.exec(next)?.[0] ?? '';
  return line.length + 1 + word.length < width * 0.72;
}

/**
 * Lines that recur beside page breaks are the pages' heads and feet: three times, or twice beside page numbers.
 */
function runningHeaders(lines: readonly Line[]): Set<string> {
  const weight = new Map<string, number>();
  const isNumber = (line: Line | undefined): boolean => line !== undefined && pageNumber.test(line.text);
  lines.forEach((line, index) => {
    if (line.text.length > 120 || pageNumber.test(line.text)) return;
    const [before, after] = [lines[index - 1], lines[index + 1]];
    const besideNumber = isNumber(before) || isNumber(after);
    const besideBreak = line.pageStart || before === undefined || after === undefined || after.pageStart;
    if (!besideNumber && !besideBreak) return;
    const key = line.text.replace(/\d+/gu, '0');
    weight.set(key, (weight.get(key) ?? 0) + (besideNumber ? 3 : 2));
  });
  return new Set([...weight].filter(([, sum]) => sum >= 6).map(([key]) => key));
}

/** Why a line is set aside whole, or null when it belongs to the text. */
function setAside(line: Line, headers: ReadonlySet<string>): LeftoverReason | null {
  if (line.text.length > longestMarkedLine) return null;
  if (pageNumber.test(line.text)) return 'pageNumber';
  if (contentsLine.test(line.text)) return 'tableOfContents';
  if (ruleLine.test(line.text)) return 'mark';
  return headers.has(line.text.replace(/\d+/gu, '0')) ? 'runningHeader' : null;
}

interface Open {
  block: PolicyBlock;
  /** The block's text so far, joined when the block closes: a long block must not be copied for every line. */
  parts: string[];
  /** The last line added, as it stood, to judge the next break by. */
  lastLine: string;
}

/** Whether `line` begins a new block although no empty line stands before it. */
function beginsBlock(open: Open, line: Line, next: Line | undefined, width: number): boolean {
  const { lastLine } = open;
  const author = brokenByAuthor(lastLine, line.text, width);
  const ended = ends(lastLine);
  if (open.block.kind === 'heading') return true;
  if (hashHeading.test(line.text)) return true;
  if (/^[•·▪◦‣●○■□➢]/u.test(line.text)) return true;
  if (numberedSentence.test(line.text)) return ended || author;
  if (bullet.test(line.text) || numbered.test(line.text)) {
    // A dash may also stand first on a wrapped line; two in a row are a list.
    const list = next !== undefined && next.text.slice(0, 2) === line.text.slice(0, 2);
    return ended || author || list || open.block.kind === 'item';
  }
  const unmarkedItem = open.block.kind === 'item' && open.block.mark === null;
  if (lower.test(line.text)) return author && (lastLine.endsWith(':') || unmarkedItem);
  if (author) return capital.test(line.text) || ended || width > widestWrap;
  if (!ended) return false;
  if (line.pageStart || label.test(line.text)) return true;
  const alone =
    next === undefined ||
    next.blankBefore ||
    (capital.test(next.text) && brokenByAuthor(line.text, next.text, width));
  return alone && looksLikeHeading(line.text);
}

/** Whether a block that stands after an empty line or a page break merely goes on with the sentence before it. */
function goesOn(open: Open, line: Line): boolean {
  if (!lower.test(line.text) || bullet.test(line.text) || numbered.test(line.text)) return false;
  return open.block.kind !== 'heading' && !ends(open.lastLine);
}

/** Opens a block. `afterColon`: the line is a list's unmarked item (small letter, after ”… gäller för:” or its like). */
function startBlock(line: Line, afterColon: boolean): { block: PolicyBlock; rest: string } {
  const heading = line.text.length > longestMarkedLine ? null : hashHeading.exec(line.text);
  if (heading !== null) {
    const [, marks = '', words = ''] = heading;
    const closing = line.text.slice(marks.length).replace(words, '').trim();
    const mark = marks + closing;
    return { block: { kind: 'heading', text: words, level: marks.length, mark, apart: false }, rest: words };
  }
  const mark = (bullet.exec(line.text) ?? numbered.exec(line.text))?.[0];
  if (mark !== undefined) {
    const rest = line.text.slice(mark.length);
    return { block: { kind: 'item', text: rest, level: 0, mark: mark.trim(), apart: false }, rest };
  }
  const bold = /^(\*\*|__)(?=\S)(.+?)\1$/u.exec(line.text);
  if (bold !== null && looksLikeHeading(bold[2] ?? '')) {
    const [, sign = '', words = ''] = bold;
    return {
      block: { kind: 'heading', text: words, level: 2, mark: sign + sign, apart: false },
      rest: words,
    };
  }
  return {
    block: { kind: afterColon ? 'item' : 'paragraph', text: line.text, level: 0, mark: null, apart: false },
    rest: line.text,
  };
}

/**
 * How two lines of one text meet: ”informations-/säkerhet” is one word whose hyphen is dropped; ”IT-/avdelning” keeps its
 * hyphen; otherwise a space stands between them.
 */
function meeting(last: string, next: string): 'splitWord' | 'compound' | 'words' {
  const compound =
    /\p{L}[-‐]$/u.test(last.slice(-4)) && lower.test(next) && !/^(?:och|eller|samt|respektive)\s/u.test(next);
  if (!compound) return 'words';
  return /\p{Ll}{2}[-‐]$/u.test(last.slice(-4)) ? 'splitWord' : 'compound';
}

/** Lines of one text as one line: words that were split are mended, soft hyphens and their line breaks gone. */
export function joinedLines(text: string): string {
  const lines = text
    .replace(/\u00AD[ \t]*\n[ \t]*/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    const met = last === '' ? 'compound' : meeting(last, line);
    if (met === 'splitWord') parts.push((parts.pop() ?? '').slice(0, -1));
    parts.push(met === 'words' ? ` ${line}` : line);
    last = line;
  }
  return parts.join('');
}

/** Adds a wrapped line to its block; returns the hyphen that only split a word, to be set aside. */
function joinLine(open: Open, line: string): string | null {
  const { lastLine } = open;
  const met = meeting(lastLine, line);
  if (met === 'splitWord') open.parts.push((open.parts.pop() ?? '').slice(0, -1));
  open.parts.push(met === 'words' ? ` ${line}` : line);
  open.lastLine = line;
  return met === 'splitWord' ? lastLine.slice(-1) : null;
}

function closeBlock(open: Open, apart: boolean): void {
  open.block.text = open.parts.join('');
  open.block.apart = apart;
}

/**
 * Reads plain text into blocks: joins hard-wrapped lines, also across page breaks; finds marked headings, bullets and
 * list numbers; sets page numbers, running heads and contents aside. Loses no character that shows.
 */
export function readLines(text: string): LinePiece[] {
  const lines = toLines(text);
  const width = wrapWidth(lines);
  const headers = runningHeaders(lines);
  const pieces: LinePiece[] = [];
  let open: Open | null = null;
  let blank = false;
  for (const [index, line] of lines.entries()) {
    const reason = setAside(line, headers);
    blank ||= line.blankBefore;
    if (reason !== null) {
      pieces.push({ kind: 'leftover', text: line.text, reason });
      continue;
    }
    const begins: boolean =
      open === null || (blank ? !goesOn(open, line) : beginsBlock(open, line, lines[index + 1], width));
    if (!begins && open !== null) {
      const hyphen = joinLine(open, line.text);
      if (hyphen !== null) pieces.push({ kind: 'leftover', text: hyphen, reason: 'lineHyphen' });
    } else {
      if (open !== null) closeBlock(open, blank);
      const last: Open | null = open;
      const inList =
        last !== null &&
        (last.lastLine.endsWith(':') || (last.block.kind === 'item' && last.block.mark === null));
      const { block, rest } = startBlock(line, inList && lower.test(line.text));
      pieces.push(block);
      open = { block, parts: [rest], lastLine: rest };
    }
    blank = false;
  }
  if (open !== null) closeBlock(open, false);
  return pieces;
}
