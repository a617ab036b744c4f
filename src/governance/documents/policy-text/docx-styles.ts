import { attribute, walk } from './docx-word.ts';

/** The style of what stands before the text in a file of Värna's own: it is about the text, and no part of it. */
export const frontStyle = 'VarnaFront';

/** Level of the title's style, above the first heading. */
export const titleLevel = 0;

/** What the styles of a document make of a paragraph. */
export interface Styles {
  /** Style id → level of its heading (0 for the title). */
  readonly levels: ReadonlyMap<string, number>;
  /** Style id → the list that its paragraphs are items of. */
  readonly lists: ReadonlyMap<string, string>;
}

/** The level that a style's own name gives: title, heading 1–9, in English or Swedish. */
export function levelOfName(name: string): number | null {
  const plain = name.toLowerCase().replace(/\s+/gu, '');
  if (plain === 'title' || plain === 'titel' || plain === 'rubrik') return titleLevel;
  const level = /^(?:heading|rubrik)([1-9])$/u.exec(plain)?.[1];
  return level === undefined ? null : Number(level);
}

/** Reads which styles are headings, by name, outline level or the style they build on, and which make items. */
export function readStyles(styles: Uint8Array): Styles {
  const levels = new Map<string, number>();
  const lists = new Map<string, string>();
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
      if (name === 'numId') lists.set(id, value);
      if (name === 'basedOn') basedOn.set(id, value);
    },
    close: (name) => {
      if (name === 'style') id = null;
    },
  });
  inherit(levels, basedOn);
  inherit(lists, basedOn);
  return { levels, lists };
}

/** Gives a style what the one it builds on has. A chain that comes back to itself ends after ten steps. */
function inherit<Value>(own: Map<string, Value>, basedOn: ReadonlyMap<string, string>): void {
  for (const [style, first] of basedOn) {
    let parent: string | undefined = first;
    for (let steps = 0; steps < 10 && parent !== undefined && !own.has(style); steps += 1) {
      const value = own.get(parent);
      if (value !== undefined) own.set(style, value);
      parent = basedOn.get(parent);
    }
  }
}

/** Which lists are counted with figures or letters rather than marked with a sign: their ids. */
export function readNumbered(numbering: Uint8Array): Set<string> {
  const formats = new Map<string, string>();
  const abstracts = new Map<string, string>();
  let abstract: string | null = null;
  let list: string | null = null;
  let isFirstLevel = false;
  walk(numbering, {
    open: (name, tag) => {
      const value = attribute(tag, 'val') ?? '';
      if (name === 'abstractNum') abstract = attribute(tag, 'abstractNumId');
      if (name === 'num') list = attribute(tag, 'numId');
      if (name === 'lvl') isFirstLevel = attribute(tag, 'ilvl') === '0';
      if (name === 'numFmt' && isFirstLevel && abstract !== null) formats.set(abstract, value);
      if (name === 'abstractNumId' && list !== null) abstracts.set(list, value);
    },
    close: (name) => {
      if (name === 'abstractNum') abstract = null;
      if (name === 'num') list = null;
    },
  });
  const isCounted = (format: string | undefined) =>
    format !== undefined && format !== 'bullet' && format !== 'none';
  return new Set([...abstracts].filter(([, of]) => isCounted(formats.get(of))).map(([one]) => one));
}
