import { type Block, cleanBlocks, cleanText, mostBlocks } from './block.ts';

/** The longest pasted source that is looked at, in UTF-16 units; Word wraps a page in a hundred thousand of them. */
const longestPaste = 8_000_000;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  sect: '§',
  rdquo: '”',
  ldquo: '“',
  rsquo: '’',
  lsquo: '‘',
  shy: '',
};

/** Elements whose content is no text of the document. */
export const silentElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
  'textarea',
  'button',
  'xml',
]);

const blockElements: ReadonlySet<string> = new Set(
  'p div section article main header footer blockquote pre ul ol dl dt dd address figure figcaption hr br form body html center'.split(
    ' ',
  ),
);

/**
 * Blocks of HTML that was pasted from Word or a web page. Only words, headings, lists, tables and links with a safe address come
 * through; attributes, scripts, styles, pictures and everything else are left where they were. Nothing of the source is ever
 * interpreted by a browser.
 */
export function blocksFromHtml(html: string): Block[] {
  const reader = new Reader();
  scanHtml(html.slice(0, longestPaste), reader);
  reader.end();
  return cleanBlocks(reader.blocks).slice(0, mostBlocks);
}

/** Blocks of plain text that was pasted: a paragraph for each line, an item where the line begins with a bullet or a number. */
export function blocksFromPlain(text: string): Block[] {
  const lines = text.slice(0, longestPaste).split(/\r\n?|\n/u);
  return cleanBlocks(
    lines.map((line): Block => {
      const item = /^\s*(?:([•·▪◦–*-])|(\d{1,3})[.)])\s+(\S.*)$/u.exec(line);
      if (item === null) return { kind: 'paragraph', text: line };
      return { kind: 'item', isNumbered: item[2] !== undefined, text: item[3] ?? '' };
    }),
  ).slice(0, mostBlocks);
}

/** Whatever walks over HTML is handed its tags and its words, entities decoded, in order. */
export interface HtmlReader {
  words(words: string): void;
  /** The name is in small letters; the attributes are as they stood. */
  tag(name: string, isClosing: boolean, attributes: string): void;
}

/**
 * Hands the source on in one walk, piece by piece: a comment, a tag, or words. What never ends ends the source, as it does in
 * a browser, so that no source is slower than its length.
 */
export function scanHtml(source: string, reader: HtmlReader): void {
  let at = 0;
  while (at < source.length) {
    const opening = source.indexOf('<', at);
    reader.words(decode(source.slice(at, opening === -1 ? source.length : opening)));
    if (opening === -1) return;
    const name = /^\/?[a-zA-Z][a-zA-Z0-9:]{0,30}/.exec(source.slice(opening + 1, opening + 34))?.[0];
    if (name === undefined && !/[!?/]/.test(source.charAt(opening + 1))) {
      reader.words('<');
      at = opening + 1;
      continue;
    }
    const isComment = source.startsWith('<!--', opening);
    const end = isComment ? source.indexOf('-->', opening + 4) : endOfTag(source, opening + 1);
    if (end === -1) return;
    if (name !== undefined) {
      const attributes = source.slice(opening + 1 + name.length, end);
      reader.tag(name.replace('/', '').toLowerCase(), name.startsWith('/'), attributes);
    }
    at = end + (isComment ? 3 : 1);
  }
}

/** Where the tag's > stands, outside quotation marks; -1 when it never ends. */
function endOfTag(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return at;
    else if ((letter === '"' || letter === "'") && source.charAt(at - 1) === '=') quote = letter;
  }
  return -1;
}

/** Walks the tokens once and keeps what it is in: a list, a table, a link, or something to be silent about. */
class Reader implements HtmlReader {
  readonly blocks: Block[] = [];
  private text = '';
  private shape: (text: string) => Block = paragraph;
  private silence: string | null = null;
  private readonly lists: boolean[] = [];
  private rows: string[][] | null = null;
  private href: string | null = null;
  private linked = '';

  words(words: string): void {
    if (this.silence !== null) return;
    if (this.href === null) this.text += words;
    else this.linked += words;
  }

  tag(name: string, isClosing: boolean, attributes: string): void {
    if (this.silence !== null) {
      if (isClosing && name === this.silence) this.silence = null;
      return;
    }
    if (silentElements.has(name)) {
      if (!isClosing && !attributes.endsWith('/')) this.silence = name;
    } else if (name === 'a') this.link(isClosing, attributes);
    else if (/^h[1-6]$/.test(name)) this.begin(isClosing ? paragraph : heading(Number(name[1])));
    else if (name === 'li') this.begin(isClosing ? paragraph : item(this.lists.at(-1) ?? false));
    else if (/^(table|tr|td|th)$/.test(name)) this.table(name, isClosing);
    else if (blockElements.has(name)) this.block(name, isClosing, attributes);
  }

  end(): void {
    this.link(true, '');
    this.flush();
    this.table('table', true);
  }

  private block(name: string, isClosing: boolean, attributes: string): void {
    if (this.rows !== null) {
      this.words(' ');
      return;
    }
    if (name === 'ul' || name === 'ol') {
      this.flush();
      if (isClosing) this.lists.pop();
      else this.lists.push(name === 'ol');
      return;
    }
    // Word writes lists as paragraphs of a class of their own, and a paragraph within an item is the item.
    if (!isClosing && /MsoListParagraph/.test(attributes)) this.begin(wordItem);
    else if (!isClosing && this.shape !== paragraph && this.text.trim() === '') return;
    else this.begin(paragraph);
  }

  private begin(shape: (text: string) => Block): void {
    if (this.rows !== null) return;
    this.flush();
    this.shape = shape;
  }

  private flush(): void {
    if (this.rows === null && cleanText(this.text) !== '') this.blocks.push(this.shape(this.text));
    this.text = '';
    this.shape = paragraph;
  }

  private link(isClosing: boolean, attributes: string): void {
    if (this.href !== null) {
      const words = cleanText(this.linked).replace(/[[\]]/gu, '');
      this.text += this.href === '' || words === '' ? this.linked : `[${words}](${this.href})`;
      this.href = null;
      this.linked = '';
    }
    if (isClosing) return;
    const found = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes);
    const address = decode(found?.[1] ?? found?.[2] ?? '').trim();
    this.href = /^(?:https?:\/\/[^\s()<>"]+|mailto:[^\s()<>"@]+@[^\s()<>"]+)$/iu.test(address) ? address : '';
  }

  private table(name: string, isClosing: boolean): void {
    if (name === 'table' && !isClosing && this.rows === null) {
      this.flush();
      this.rows = [];
      return;
    }
    if (this.rows === null) return;
    if (name === 'tr' && !isClosing) this.rows.push([]);
    else if (name === 'td' || name === 'th') {
      if (isClosing) (this.rows.at(-1) ?? this.newRow(this.rows)).push(cleanText(this.text).slice(0, 8000));
      this.text = '';
    } else if (name === 'table' && isClosing) {
      const rows = this.rows.filter((row) => row.length > 0).map((row) => row.slice(0, 12));
      this.rows = null;
      this.text = '';
      if (rows.length > 0) this.blocks.push({ kind: 'table', rows: rows.slice(0, 200) });
    }
  }

  private newRow(rows: string[][]): string[] {
    const row: string[] = [];
    rows.push(row);
    return row;
  }
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: text.slice(0, 8000) });
const heading =
  (level: number) =>
  (text: string): Block => ({ kind: 'heading', level: Math.min(3, level), text: text.slice(0, 8000) });
const item =
  (isNumbered: boolean) =>
  (text: string): Block => ({ kind: 'item', isNumbered, text: text.slice(0, 8000) });
const wordItem = (text: string): Block => {
  const bare = cleanText(text).replace(/^(?:[•·▪◦§o–*-]|\d{1,3}[.)])\s+/u, '');
  return { kind: 'item', isNumbered: /^\s*\d/u.test(text), text: bare };
};

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/giu, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return entities[name] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : '';
  });
}
