import { SaxesParser, type SaxesTagNS } from 'saxes';

const word = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const relationship = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** What says the same thing twice: a text box's copy for old programmes, and the place that text was moved from. */
function isCopy(tag: SaxesTagNS): boolean {
  return (
    (tag.uri === compatibility && tag.local === 'Fallback') || (word.has(tag.uri) && tag.local === 'moveFrom')
  );
}

/** An attribute of Word's own, or null. */
export function attribute(tag: SaxesTagNS, name: string): string | null {
  return valueOf(tag, name, word);
}

/** The relationship that an element refers to (`r:id`), or null. */
export function relationshipOf(tag: SaxesTagNS): string | null {
  return valueOf(tag, 'id', relationship);
}

function valueOf(tag: SaxesTagNS, name: string, uris: ReadonlySet<string>): string | null {
  for (const each of Object.values(tag.attributes)) {
    if (each.local === name && uris.has(each.uri)) return each.value;
  }
  return null;
}

interface Handlers {
  open: (name: string, tag: SaxesTagNS) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** The most elements within each other; Word's own documents have some twenty. */
const deepest = 400;

function parserOf(handlers: Handlers, isOurs: (tag: SaxesTagNS) => boolean): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a docx has no document type declaration');
  });
  let copies = 0;
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new Error('elements within elements without end');
    if (isCopy(tag)) copies += 1;
    if (copies === 0 && isOurs(tag)) handlers.open(tag.local, tag);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (copies === 0 && isOurs(tag)) handlers.close?.(tag.local);
    if (isCopy(tag)) copies -= 1;
  });
  parser.on('text', (text) => {
    if (copies === 0) handlers.text?.(text);
  });
  return parser;
}

/**
 * Runs over WordprocessingML. Throws on XML that is not well formed, and on a document type declaration, which Word never
 * writes and through which entities would come.
 */
export function walk(xml: Uint8Array, handlers: Handlers): void {
  parserOf(handlers, (tag) => word.has(tag.uri))
    .write(textOf(xml))
    .close();
}

/** What each relationship of a part leads to outside the file: its id → address. */
export function readLinks(xml: Uint8Array): Map<string, string> {
  const links = new Map<string, string>();
  const open = (name: string, tag: SaxesTagNS) => {
    const given = (attributeName: string) => tag.attributes[attributeName]?.value ?? '';
    if (name === 'Relationship' && given('TargetMode') === 'External')
      links.set(given('Id'), given('Target'));
  };
  parserOf({ open }, () => true)
    .write(textOf(xml))
    .close();
  return links;
}

function textOf(xml: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(xml);
}
