/** A policy text as Värna reads it: headings and whole sentences, kept word for word. Pure types and limits. */

/** The longest text that is read, in UTF-16 units. Long policies are some 50,000; this leaves room for a handbook. */
export const longestPolicyText = 1_000_000;

/** How strongly a sentence demands: `ska` for duties and prohibitions, `bor` for recommendations (bör). */
export type Demand = 'ska' | 'bor';

/** Why a piece of the document is neither heading nor sentence. Nothing is thrown away: it is kept and shown. */
export type LeftoverReason =
  /** Words out of a figure or a block of facts (”Rutiner / Riktlinjer / Policy”): a run of short lines without a body. */
  | 'figureWords'
  /** A page number alone on its line. */
  | 'pageNumber'
  /** The same line at the head or foot of several pages. */
  | 'runningHeader'
  /** A line of a table of contents. */
  | 'tableOfContents'
  /** A bullet, list number or heading mark. */
  | 'mark'
  /** A hyphen that only split a word at the end of a line. */
  | 'lineHyphen';

/** A piece of the document outside its sentences, and after which sentence it stood (0: before the first). */
export interface Leftover {
  text: string;
  reason: LeftoverReason;
  afterSentence: number;
}

/** One sentence, verbatim but for its line breaks. */
export interface PolicySentence {
  /** 1..n over the whole document. */
  number: number;
  /** Index into `sections`. */
  section: number;
  /** Index into that section's `paragraphs`. */
  paragraph: number;
  text: string;
  demand: Demand | null;
  /** For an item in a list: the number of the sentence that leads it in (”Kommunstyrelsen ska:”). */
  leadIn: number | null;
  /** SHA-256, hex, of the normalised sentence. */
  hash: string;
}

/** A paragraph or a list item, as the numbers of its sentences. */
export interface PolicyParagraph {
  kind: 'text' | 'item';
  sentences: number[];
}

/** A heading and what stands under it, up to the next heading. Text before the first heading has heading '' and level 0. */
export interface PolicySection {
  heading: string;
  /** The heading's own number, such as ”2.1”, when it has one. */
  number: string | null;
  level: number;
  paragraphs: PolicyParagraph[];
}

/** The whole document. */
export interface PolicyText {
  title: string | null;
  sections: PolicySection[];
  sentences: PolicySentence[];
  leftovers: Leftover[];
}

/** A piece of a document whose structure is known already (docx), or found by the line reader (plain text). */
export interface PolicyBlock {
  kind: 'title' | 'heading' | 'paragraph' | 'item';
  text: string;
  /** 1 is the highest; 0 when the block is no heading. */
  level: number;
  /** A heading's or an item's own mark, kept apart from its words. */
  mark: string | null;
  /** Whether an empty line, or the document's own structure, separates the block from the next one. */
  apart: boolean;
}

/** Why a document cannot be read as a policy. */
export type PolicyTextRefusal =
  | { code: 'emptyText' }
  /** In UTF-16 units, about as many as the letters. */
  | { code: 'tooLong'; limit: number; length: number }
  /** In bytes. */
  | { code: 'fileTooLarge'; limit: number; length: number }
  | { code: 'controlCharacters'; line: number }
  | { code: 'noRecognisableDemand'; sentences: number }
  | { code: 'notText' }
  | { code: 'notDocx' }
  | { code: 'brokenDocx' }
  | { code: 'zipBomb' }
  | { code: 'notPdf' | 'brokenPdf' | 'encryptedPdf' | 'pdfCollection' | 'pdfForm' }
  | { code: 'tooManyPages'; limit: number; pages: number }
  /** Pictures of pages, without the text that is on them. */
  | { code: 'scannedPdf' }
  /** Text whose fonts do not say which letters they show. */
  | { code: 'unreadablePdf' }
  | { code: 'markedWrong'; sentence: string };

/** What reading gives: the value, or the one reason why not. */
export type Reading<T> = { ok: true; value: T } | { ok: false; refusal: PolicyTextRefusal };

/** A successful reading. */
export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** A refused reading. */
export function refused(refusal: PolicyTextRefusal): { ok: false; refusal: PolicyTextRefusal } {
  return { ok: false, refusal };
}
