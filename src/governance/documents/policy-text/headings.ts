import { looksLikeHeading, type LinePiece } from './lines.ts';
import type { PolicyBlock } from './policy-text.ts';
import { demandOf } from './sentence.ts';

const numberedHeading = /^(\d{1,2}(?:\.\d{1,2}){0,3}\.?|§\s*\d+)\s+(?=["”“]?\p{Lu})/u;
const numberedItem = /^(\d{1,2}\.(?:\d{1,2}\.?){0,3})\s+(?=\S)/u;

/** A word that names the document's kind, alone or last in a compound: ”Informationssäkerhetspolicy”. */
const namesThePolicy = /(?:policy|styrdokument|riktlinjer?)(?=[\s.,–-]|$)/iu;

/** ”Policy” or ”Styrdokument” alone is the document's kind, not its title. */
const shortestTitle = 'styrdokument'.length;

/** How far into the document its title may stand. */
const titleReach = 8;

function isBlock(piece: LinePiece): piece is PolicyBlock {
  return piece.kind !== 'leftover';
}

/** Words that may be a heading: its looks say so, and they demand nothing. */
function mayBeHeading(piece: LinePiece): piece is PolicyBlock {
  return piece.kind === 'paragraph' && looksLikeHeading(piece.text) && demandOf(piece.text) === null;
}

function depth(mark: string): number {
  return mark.startsWith('§') ? 1 : mark.split('.').filter((part) => part !== '').length;
}

/** ”2.1 Ansvar” becomes a heading of level 2, ”1. Kommunen ska …” an item; the number is kept as their mark. */
function takeNumber(piece: LinePiece): LinePiece {
  if (piece.kind !== 'paragraph') return piece;
  const heading = mayBeHeading(piece) ? numberedHeading.exec(piece.text) : null;
  const item = heading ?? numberedItem.exec(piece.text);
  const mark = item?.[1];
  if (item === null || mark === undefined) return piece;
  const text = piece.text.slice(item[0].length);
  return heading === null
    ? { ...piece, kind: 'item', text, mark }
    : { ...piece, kind: 'heading', level: depth(mark), text, mark };
}

/** The place of the title: marked so by the document, or the first short line that names a policy. */
function titlePlace(pieces: readonly LinePiece[]): number {
  const marked = pieces.findIndex((piece) => piece.kind === 'title');
  if (marked >= 0) return marked;
  const first = pieces.findIndex(isBlock);
  const end = pieces.findIndex(
    (piece) => piece.kind === 'item' || (piece.kind === 'paragraph' && !mayBeHeading(piece)),
  );
  const reach = Math.min(end < 0 ? pieces.length : end, first + titleReach);
  for (let place = Math.max(first, 0); place < reach; place += 1) {
    const piece = pieces[place];
    if (piece === undefined || !isBlock(piece)) continue;
    if (namesThePolicy.test(piece.text) && piece.text.length > shortestTitle) return place;
    const onlyTop = piece.kind === 'heading' && piece.mark === '#' && place === first;
    if (onlyTop && pieces.filter((other) => other.kind === 'heading' && other.level === 1).length === 1)
      return place;
  }
  return -1;
}

/** Whether a heading found by its number, rather than marked by `#` or the document itself. */
function foundByNumber(piece: PolicyBlock): boolean {
  return piece.kind === 'heading' && piece.mark !== null && /\d/u.test(piece.mark);
}

/** Three or more short lines in a row with no text under them: a figure, a fact box, or a table of contents. */
const figureRun = 3;

interface Run {
  blocks: PolicyBlock[];
  /** Whether running text, rather than a marked heading or the end, follows. */
  bodyFollows: boolean;
  /** Whether the text before leads in a list (”Policyn gäller för:”). */
  ledIn: boolean;
}

function asHeading(block: PolicyBlock): LinePiece {
  return block.kind === 'heading' ? block : { ...block, kind: 'heading', level: 1 };
}

function aside(block: PolicyBlock, reason: 'figureWords' | 'tableOfContents'): LinePiece {
  const text = block.mark === null ? block.text : `${block.mark} ${block.text}`;
  return { kind: 'leftover', text, reason };
}

/** How many numbered headings, each deeper than the one before (”3 Ansvar”, ”3.1 Nämnder”), end a run. */
function numberedTail(blocks: readonly PolicyBlock[]): number {
  let count = 0;
  let level = Number.POSITIVE_INFINITY;
  for (const block of blocks.toReversed()) {
    if (!foundByNumber(block) || block.level >= level) break;
    level = block.level;
    count += 1;
  }
  return count;
}

/** Decides what a run of heading-like lines is. `seenLater` tells whether the same words stand further down. */
function settleRun(run: Run, seenLater: (text: string) => boolean, hasBlanks: boolean): LinePiece[] {
  const tail = run.bodyFollows ? numberedTail(run.blocks) : 0;
  if (tail > 0) {
    const rest = { ...run, blocks: run.blocks.slice(0, -tail), bodyFollows: false };
    return [...settleRun(rest, seenLater, hasBlanks), ...run.blocks.slice(-tail).map(asHeading)];
  }
  const { blocks } = run;
  const last = blocks.at(-1);
  if (last === undefined) return [];
  const headLast = run.bodyFollows && (last.apart || !hasBlanks);
  if (run.ledIn && (blocks.length > 1 || !headLast)) {
    const items = headLast ? blocks.slice(0, -1) : blocks;
    return [
      ...items.map((block): LinePiece => ({ ...block, kind: 'item' })),
      ...(headLast ? [asHeading(last)] : []),
    ];
  }
  if (blocks.length < figureRun) return blocks.map(asHeading);
  if (blocks.filter((block) => seenLater(block.text)).length * 2 >= blocks.length) {
    return blocks.map((block) =>
      block === last && headLast && !seenLater(block.text)
        ? asHeading(block)
        : aside(block, 'tableOfContents'),
    );
  }
  return blocks.map((block) => (block === last && headLast ? asHeading(block) : aside(block, 'figureWords')));
}

/**
 * Settles which blocks are title and headings. A heading without a mark is known by its looks and by the text that
 * follows it; three or more such lines in a row are the words of a figure, and are set aside, the last of them excepted
 * when an empty line parts it from the text below. Loses nothing.
 */
export function settleHeadings(raw: readonly LinePiece[]): LinePiece[] {
  const pieces = raw.map(takeNumber);
  const title = titlePlace(pieces);
  const lastPlace = new Map<string, number>();
  pieces.forEach((piece, place) => {
    if (isBlock(piece)) lastPlace.set(piece.text, place);
  });
  const hasBlanks = pieces.filter((piece) => isBlock(piece) && piece.apart).length * 5 >= pieces.length;
  const settled: LinePiece[] = [];
  let run: PolicyBlock[] = [];
  let runEnd = 0;
  let before: PolicyBlock | null = null;
  const close = (next: LinePiece | undefined): void => {
    const bodyFollows = next !== undefined && next.kind !== 'heading';
    const ledIn = before !== null && before.kind !== 'heading' && before.text.endsWith(':');
    const seenLater = (text: string): boolean => (lastPlace.get(text) ?? -1) > runEnd;
    for (const piece of settleRun({ blocks: run, bodyFollows, ledIn }, seenLater, hasBlanks))
      settled.push(piece);
    run = [];
  };
  pieces.forEach((piece, place) => {
    if (!isBlock(piece)) {
      settled.push(piece);
    } else if (place === title) {
      settled.push({ ...piece, kind: 'title' });
    } else if (mayBeHeading(piece) || foundByNumber(piece)) {
      run.push(piece);
      runEnd = place;
    } else {
      close(piece);
      settled.push(piece);
      before = piece;
    }
  });
  close(undefined);
  return settled;
}
