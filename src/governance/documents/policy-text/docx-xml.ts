import type { SaxesTagNS } from 'saxes';
import { frontStyle, levelOfName, type Styles, titleLevel } from './docx-styles.ts';
import { attribute, relationshipOf, walk } from './docx-word.ts';
import type { FileBlock } from './file-block.ts';

/** What the body of a document refers to in other parts of the file. */
export interface References {
  readonly styles: Styles;
  /** Ids of lists that are counted. */
  readonly numbered: ReadonlySet<string>;
  /** Relationship → address. */
  readonly links: ReadonlyMap<string, string>;
}

/** A paragraph while it is read. Text boxes put paragraphs inside paragraphs, hence a stack of them. */
interface Paragraph {
  text: string;
  level: number | null;
  /** The list it is an item of. */
  list: string | null;
  isFront: boolean;
}

type Piece = Exclude<FileBlock, { kind: 'table' }>;

/** A table while it is read: its rows' cells, each with the pieces in it. */
type Cells = Piece[][][];

/** Addresses that a link may have. */
const safeAddress = /^(?:https?:\/\/[^\s()<>"]{1,1000}|mailto:[^\s()<>"@]{1,100}@[^\s()<>"]{1,200})$/iu;

/** What reads as white space or a sign of its own inside a run. */
const inRun: Readonly<Record<string, string>> = { tab: ' ', br: ' ', cr: ' ', noBreakHyphen: '-', ptab: ' ' };

/**
 * Reads the body of the document into blocks. Deleted text (tracked changes), field codes and what Värna itself has put
 * before the text are left out.
 */
export function readDocumentXml(document: Uint8Array, references: References): FileBlock[] {
  const reader = new BodyReader(references);
  walk(document, {
    open: (name, tag) => reader.open(name, tag),
    close: (name) => reader.close(name),
    text: (text) => reader.words(text),
  });
  return reader.blocks;
}

class BodyReader {
  readonly blocks: FileBlock[] = [];
  private readonly references: References;
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Cells[] = [];
  /** How many columns each open cell is as wide as. */
  private readonly spans: number[] = [];
  private inText = false;
  private inProperties = 0;
  private link: { readonly address: string; readonly from: number; readonly of: Paragraph } | null = null;

  constructor(references: References) {
    this.references = references;
  }

  open(name: string, tag: SaxesTagNS): void {
    if (name === 'tbl') this.tables.push([]);
    if (name === 'tr') this.tables.at(-1)?.push([]);
    if (name === 'tc') {
      this.tables.at(-1)?.at(-1)?.push([]);
      this.spans.push(1);
    }
    if (name === 'gridSpan') this.spans[this.spans.length - 1] = Number(attribute(tag, 'val'));
    if (name === 'p') this.paragraphs.push({ text: '', level: null, list: null, isFront: false });
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === 'pPr') this.inProperties += 1;
    if (name === 't') this.inText = true;
    if (this.inProperties > 0) this.property(name, tag, paragraph);
    else {
      if (name === 'hyperlink') this.beginLink(tag, paragraph);
      paragraph.text += inRun[name] ?? '';
    }
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    if (name === 'pPr') this.inProperties -= 1;
    if (name === 'hyperlink') this.endLink();
    if (name === 'p') this.endParagraph();
    if (name === 'tc') this.endCell();
    if (name === 'tbl') this.endTable();
  }

  words(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.inText && paragraph !== undefined) paragraph.text += text;
  }

  private property(name: string, tag: SaxesTagNS, paragraph: Paragraph): void {
    const value = attribute(tag, 'val') ?? '';
    const { levels, lists } = this.references.styles;
    if (name === 'pStyle') {
      paragraph.level = levels.get(value) ?? levelOfName(value);
      paragraph.list ??= lists.get(value) ?? null;
      paragraph.isFront = value === frontStyle;
    }
    if (name === 'outlineLvl' && /^[0-8]$/u.test(value)) paragraph.level ??= Number(value) + 1;
    if (name === 'numPr') paragraph.list = '';
    // List 0 takes a paragraph out of the list that its style puts it in.
    if (name === 'numId') paragraph.list = value === '0' ? null : value;
  }

  private beginLink(tag: SaxesTagNS, paragraph: Paragraph): void {
    const address = this.references.links.get(relationshipOf(tag) ?? '') ?? '';
    if (safeAddress.test(address)) this.link = { address, from: paragraph.text.length, of: paragraph };
  }

  private endLink(): void {
    if (this.link === null) return;
    const { address, from, of } = this.link;
    const words = of.text.slice(from).replace(/[[\]]/gu, '').replace(/\s+/gu, ' ');
    if (words.trim() !== '') of.text = `${of.text.slice(0, from)}[${words}](${address})`;
    this.link = null;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined || paragraph.isFront) return;
    const text = paragraph.text.replace(/\s+/gu, ' ').trim();
    if (text === '') return;
    const piece = this.pieceOf(paragraph, text);
    const cell = this.tables.at(-1)?.at(-1)?.at(-1);
    if (cell === undefined) this.blocks.push(piece);
    else cell.push(piece);
  }

  private pieceOf({ level, list }: Paragraph, text: string): Piece {
    if (level === titleLevel) return { kind: 'title', text, level: 0, isNumbered: false };
    if (level !== null) return { kind: 'heading', text, level, isNumbered: false };
    if (list === null) return { kind: 'paragraph', text, level: 0, isNumbered: false };
    return { kind: 'item', text, level: 0, isNumbered: this.references.numbered.has(list) };
  }

  /** A cell over several columns leaves the others empty, so that what stands below stands right. */
  private endCell(): void {
    const columns = Math.min(60, this.spans.pop() ?? 1);
    const row = this.tables.at(-1)?.at(-1);
    for (let more = 1; more < columns; more += 1) row?.push([]);
  }

  private endTable(): void {
    const cells = this.tables.pop() ?? [];
    const outer = this.tables.at(-1)?.at(-1)?.at(-1);
    const pieces = cells.flat(2);
    if (outer !== undefined) outer.push(...pieces);
    else if (isForLayout(cells)) this.blocks.push(...pieces);
    else {
      const rows = cells.map((row) => row.map((cell) => cell.map((piece) => piece.text).join(' ')));
      this.blocks.push({ kind: 'table', rows });
    }
  }
}

/** A frame around text, or a page laid out by a table, is no table: one column, or headings in its cells. */
function isForLayout(cells: Cells): boolean {
  return (
    cells.every((row) => row.length <= 1) ||
    cells.some((row) =>
      row.some((cell) => cell.some((piece) => piece.kind === 'heading' || piece.kind === 'title')),
    )
  );
}
