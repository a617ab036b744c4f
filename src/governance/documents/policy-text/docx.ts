import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { readNumbered, readStyles } from './docx-styles.ts';
import { readLinks } from './docx-word.ts';
import { readDocumentXml } from './docx-xml.ts';
import type { FileBlock } from './file-block.ts';
import { read, type Reading, refused } from './policy-text.ts';

/** What a docx may hold: more than any policy needs, and less than a server can bear. */
export const docxLimits = {
  /** Bytes of the file. */
  packed: 20_000_000,
  /** Files in the archive. */
  entries: 2_000,
  /** Bytes, inflated, of all that is read. */
  inflated: 50_000_000,
  /** Times that a part may grow when inflated, once it is larger than 1 MB; XML text grows some 5–20 times. */
  ratio: 200,
} as const;

const documentPart = 'word/document.xml';
const stylesPart = 'word/styles.xml';
const numberingPart = 'word/numbering.xml';
const linksPart = 'word/_rels/document.xml.rels';
const partsRead: ReadonlySet<string> = new Set([documentPart, stylesPart, numberingPart, linksPart]);

/** A docx as blocks: headings, paragraphs, items and tables, in order. */
export interface DocxText {
  blocks: FileBlock[];
}

interface Parts {
  found: Map<string, Uint8Array>;
  entries: number;
  inflated: number;
  failed: boolean;
  /** A limit was passed. A flag, because the inflater turns what its listeners throw into its own errors. */
  bomb: boolean;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Inflates one part in pieces, and gives up when it grows past the limits, whatever its header promised. */
function inflate(file: UnzipFile, parts: Parts, packed: number): void {
  const chunks: Uint8Array[] = [];
  let length = 0;
  file.ondata = (error, chunk, final) => {
    if (error !== null) {
      parts.failed = true;
      return;
    }
    length += chunk.length;
    parts.inflated += chunk.length;
    const grown = length > 1_000_000 && length > (file.size ?? packed) * docxLimits.ratio;
    parts.bomb ||= parts.inflated > docxLimits.inflated || grown;
    if (parts.bomb) return;
    chunks.push(chunk);
    if (final) parts.found.set(file.name, join(chunks, length));
  };
  file.start();
}

/** Inflates the parts that are needed. Other parts (pictures) are counted but never inflated. */
function unzip(bytes: Uint8Array): Parts {
  const parts: Parts = { found: new Map(), entries: 0, inflated: 0, failed: false, bomb: false };
  const archive = new Unzip((file) => {
    parts.entries += 1;
    parts.bomb ||= parts.entries > docxLimits.entries;
    if (parts.bomb) return;
    if (partsRead.has(file.name)) inflate(file, parts, bytes.length);
  });
  archive.register(UnzipInflate);
  // Small steps, so that what one step inflates stays bounded before the limits are looked at.
  const step = 16_384;
  for (let at = 0; at < bytes.length && !parts.bomb; at += step) {
    archive.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  }
  return parts;
}

/**
 * Reads a Word document (docx) into blocks: paragraphs with heading styles, list items, tables, and links.
 * Nothing outside the file is ever fetched, and entities are not expanded. Refuses `notDocx` (another kind of file),
 * `fileTooLarge`, `brokenDocx`, `zipBomb` (past the limits), and `emptyText`.
 */
export function readDocx(bytes: Uint8Array): Reading<DocxText> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 0x03 || bytes[3] !== 0x04) {
    return refused({ code: 'notDocx' });
  }
  if (bytes.length > docxLimits.packed) {
    return refused({ code: 'fileTooLarge', limit: docxLimits.packed, length: bytes.length });
  }
  let parts: Parts;
  try {
    parts = unzip(bytes);
  } catch {
    return refused({ code: 'brokenDocx' });
  }
  if (parts.bomb) return refused({ code: 'zipBomb' });
  const document = parts.found.get(documentPart);
  if (document === undefined)
    return refused({ code: parts.failed || parts.entries === 0 ? 'brokenDocx' : 'notDocx' });
  try {
    const part = <Value>(name: string, reader: (xml: Uint8Array) => Value, none: Value): Value => {
      const xml = parts.found.get(name);
      return xml === undefined ? none : reader(xml);
    };
    const blocks = readDocumentXml(document, {
      styles: part(stylesPart, readStyles, { levels: new Map(), lists: new Map() }),
      numbered: part(numberingPart, readNumbered, new Set()),
      links: part(linksPart, readLinks, new Map()),
    });
    return blocks.length === 0 ? refused({ code: 'emptyText' }) : read({ blocks });
  } catch {
    return refused({ code: 'brokenDocx' });
  }
}
