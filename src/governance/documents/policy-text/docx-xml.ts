import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { PolicyBlock } from './policy-text.ts';

const word = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** What says the same thing twice: a text box's copy for old programmes, and the place that text was moved from. */
function isCopy(tag: SaxesTagNS): boolean {
  return (
    (tag.uri === compatibility && tag.local === 'Fallback') || (word.has(tag.uri) && tag.local === 'moveFrom')
  );
}

/** Level of the title's style, above the first heading. */
const titleLevel = 0;

function attribute(tag: SaxesTagNS, name: string): string | null {
  for (const each of Object.values(tag.attributes)) {
    if (each.local === name && word.has(each.uri)) return each.value;
  }
  return null;
}

interface Handlers {
  open: (name: string, tag: SaxesTagNS) => void;
  close: (name: string) => void;
  text: (text: string) => void;
}

/**
 * Runs over WordprocessingML. Throws on XML that is not well formed, and on a document type declaration, which Word never
 * writes and through which entities would come.
 */
function walk(xml: Uint8Array, handlers: Handlers): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a docx has no document type declaration');
  });
  let copies = 0;
  parser.on('opentag', (tag) => {
    if (isCopy(tag)) copies += 1;
    if (copies === 0 && word.has(tag.uri)) handlers.open(tag.local, tag);
  });
  parser.on('closetag', (tag) => {
    if (copies === 0 && word.has(tag.uri)) handlers.close(tag.local);
    if (isCopy(tag)) copies -= 1;
  });
  parser.on('text', (text) => {
    if (copies === 0) handlers.text(text);
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(xml)).close();
}

/** The level that a style's own name gives: title, heading 1–9, in English or Swedish. */
function levelOfName(name: string): number | null {
  const plain = name.toLowerCase().replace(/\s+/gu, '');
  if (plain === 'title' || plain === 'titel' || plain === 'rubrik') return titleLevel;
  const level = /^(?:heading|rubrik)([1-9])$/u.exec(plain)?.[1];
  return level === undefined ? null : Number(level);
}

/** Reads which styles are headings: style id → level (0 for the title), by name, outline level or the style it builds on. */
export function readOutline(styles: Uint8Array): Map<string, number> {
  const levels = new Map<string, number>();
  const basedOn = new Map<string, string>();
  let id: string | null = null;
  walk(styles, {
    open: (name, tag) => {
      const value = attribute(tag, 'val');
      if (name === 'style') id = attribute(tag, 'styleId');
      if (id === null || value === null) return;
      const level = name === 'name' ? levelOfName(value) : null;
      if (level !== null) levels.set(id, level);
      if (name === 'outlineLvl' && /^[0-8]$/u.test(value) && !levels.has(id))
        levels.set(id, Number(value) + 1);
      if (name === 'basedOn') basedOn.set(id, value);
    },
    close: (name) => {
      if (name === 'style') id = null;
    },
    text: () => undefined,
  });
  for (const [style, first] of basedOn) {
    let parent: string | undefined = first;
    for (let steps = 0; steps < 10 && parent !== undefined && !levels.has(style); steps += 1) {
      const level = levels.get(parent);
      if (level !== undefined) levels.set(style, level);
      parent = basedOn.get(parent);
    }
  }
  return levels;
}

/** A paragraph while it is read. Text boxes put paragraphs inside paragraphs, hence a stack of them. */
interface Paragraph {
  text: string;
  level: number | null;
  item: boolean;
}

function toBlock(paragraph: Paragraph): PolicyBlock | null {
  const text = paragraph.text.replace(/\s+/gu, ' ').trim();
  if (text === '') return null;
  const { level } = paragraph;
  if (level === titleLevel) return { kind: 'title', text, level: 0, mark: null, apart: true };
  if (level !== null) return { kind: 'heading', text, level, mark: null, apart: true };
  return { kind: paragraph.item ? 'item' : 'paragraph', text, level: 0, mark: null, apart: true };
}

/** What reads as white space or a sign of its own inside a run. */
const inRun: Readonly<Record<string, string>> = { tab: ' ', br: ' ', cr: ' ', noBreakHyphen: '-', ptab: ' ' };

/** Reads the body of the document into blocks. Deleted text (tracked changes) and field codes are left out. */
export function readDocumentXml(document: Uint8Array, outline: ReadonlyMap<string, number>): PolicyBlock[] {
  const blocks: PolicyBlock[] = [];
  const stack: Paragraph[] = [];
  let inText = false;
  let inProperties = 0;
  walk(document, {
    open: (name, tag) => {
      if (name === 'p') stack.push({ text: '', level: null, item: false });
      const paragraph = stack.at(-1);
      if (paragraph === undefined) return;
      if (name === 'pPr') inProperties += 1;
      if (name === 't') inText = true;
      if (inProperties > 0) {
        const value = attribute(tag, 'val') ?? '';
        if (name === 'pStyle') paragraph.level = outline.get(value) ?? levelOfName(value);
        if (name === 'outlineLvl' && /^[0-8]$/u.test(value)) paragraph.level ??= Number(value) + 1;
        if (name === 'numPr') paragraph.item = true;
      } else {
        paragraph.text += inRun[name] ?? '';
      }
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'pPr') inProperties -= 1;
      if (name !== 'p') return;
      const paragraph = stack.pop();
      const block = paragraph === undefined ? null : toBlock(paragraph);
      if (block !== null) blocks.push(block);
    },
    text: (text) => {
      const paragraph = stack.at(-1);
      if (inText && paragraph !== undefined) paragraph.text += text;
    },
  });
  return blocks;
}
