import type { Language } from '../kernel/texts.ts';

/** For reading with any aid (PDF/UA-1, ISO 14289-1), or to be kept for good (PDF/A-2a, ISO 19005-2). */
export const pdfKinds = ['reading', 'archive'] as const;
export type PdfKind = (typeof pdfKinds)[number];

/** A run of words, and where it leads when it is a link (http, https or mailto). */
export interface PdfRun {
  readonly words: string;
  readonly href?: string | null;
}
export type PdfText = readonly PdfRun[];

/** A piece of a document. Words are words: nothing in them is ever read as mark-up. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: PdfText }
  | { readonly kind: 'paragraph'; readonly text: PdfText }
  /** To be read at arm's length, or in the dark: a telephone number. */
  | { readonly kind: 'large'; readonly text: PdfText }
  /** The headings of the first level, each with its page and a link to it. */
  | { readonly kind: 'contents' }
  /** Said in passing, in smaller letters. */
  | { readonly kind: 'note'; readonly text: PdfText }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly PdfText[] }
  /** The first row is the head; it comes again on every page. Rows are equally long. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly PdfText[])[] }
  /** What the document says of itself, between two lines. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly term: string; readonly value: string }[] }
  | {
      readonly kind: 'image';
      readonly format: 'png' | 'svg';
      readonly bytes: Uint8Array;
      /** What the picture shows, for whom it is not seen. Never empty: PDF/UA refuses a picture without it. */
      readonly alt: string;
      /** Share of the text's width, over 0 and at most 1. */
      readonly width: number;
    }
  | { readonly kind: 'pageBreak' };

/** A whole document as it is typeset: a title, what stands around each page, and blocks in order. */
export interface PdfDocument {
  /** A poster is read across a room: large, in the middle, with nothing around the page, and its title on no page. */
  readonly look?: 'document' | 'poster';
  readonly language: Language;
  readonly title: string;
  /** Who answers for it: the municipality. */
  readonly author: string;
  /** The document's own day, `2026-06-15`, if it has one: no clock is looked at, so that the same document is the same bytes. */
  readonly day: string | null;
  /** At the head of each page, to the left and to the right. */
  readonly head: readonly [string, string];
  /** At the foot of each page, to the left of its number. */
  readonly foot: string;
  readonly blocks: readonly PdfBlock[];
}

/** More than this is refused before it is typeset: signs of all texts, and blocks. */
const mostSigns = 2_000_000;
const mostBlocks = 10_000;

/** Whether a document is larger than what is typeset in reasonable time. */
export function isTooLong(document: PdfDocument): boolean {
  if (document.blocks.length > mostBlocks) return true;
  return JSON.stringify(document.blocks.filter((block) => block.kind !== 'image')).length > mostSigns;
}

/**
 * Levels of headings as whoever listens wants them: the highest that is used is the first, and none is more than one step below
 * the one before it.
 */
export function levelsInOrder(levels: readonly number[]): number[] {
  const highest = levels.reduce((top, level) => Math.min(top, level), Infinity);
  let last = 0;
  return levels.map((level) => {
    last = Math.min(level - highest + 1, last + 1);
    return last;
  });
}

/** The headings as PDF/UA-1 wants them: their levels in order (the title is above them), and none without words. */
export function withHeadingsInOrder(blocks: readonly PdfBlock[]): PdfBlock[] {
  const hasWords = (block: PdfBlock) =>
    block.kind !== 'heading' || block.text.some((run) => run.words.trim() !== '');
  const worded = blocks.filter(hasWords);
  const levels = levelsInOrder(worded.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])));
  return worded.map((block) =>
    // A level is never more than the one it had.
    block.kind === 'heading' ? { ...block, level: levels.shift() as 1 | 2 | 3 } : block,
  );
}

/** A block with every text in it as `shown` gives it. */
export function withTexts(block: PdfBlock, shown: (text: string) => string): PdfBlock {
  const text = (runs: PdfText): PdfText => runs.map((run) => ({ ...run, words: shown(run.words) }));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'large':
    case 'note':
      return { ...block, text: text(block.text) };
    case 'list':
      return { ...block, items: block.items.map(text) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(text)) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ term, value }) => ({ term: shown(term), value: shown(value) })),
      };
    case 'image':
      return { ...block, alt: shown(block.alt) };
    case 'contents':
    case 'pageBreak':
      return block;
  }
}
