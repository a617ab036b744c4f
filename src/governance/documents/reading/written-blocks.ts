import { type Block, cleanBlocks } from '../blocks/block.ts';
import type { FileBlock } from '../policy-text/file-block.ts';
import { normaliseSentence } from '../policy-text/sentence.ts';
import { blocksOf, type FileText } from './file-text.ts';

/** What a block and a table may hold at most (`Block`): signs, columns and rows. */
const longestText = 8000;
const mostColumns = 12;
const mostRows = 200;

/**
 * A file's text as blocks to write on. The file's title is left out when it is the document's own, which stands above the text
 * already. What is larger than a block may be becomes several; nothing of the text is lost.
 */
export function writtenBlocks(file: FileText, title: string): Block[] {
  const own = normaliseSentence(title);
  return cleanBlocks(
    blocksOf(file)
      .filter((block) => block.kind !== 'title' || normaliseSentence(block.text) !== own)
      .flatMap(writtenBlock),
  );
}

/** Paragraphs and items that are longer than a block may be, as several; every other block as it is. */
export function withinBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'item'
      ? pieces(block.text).map((text): Block => ({ ...block, text }))
      : [block],
  );
}

function writtenBlock(block: FileBlock): Block[] {
  switch (block.kind) {
    case 'table':
      return tablesOf(block.rows);
    case 'title':
      return [{ kind: 'heading', level: 1, text: block.text.slice(0, longestText) }];
    case 'heading':
      return [
        {
          kind: 'heading',
          level: Math.min(3, Math.max(1, block.level)),
          text: block.text.slice(0, longestText),
        },
      ];
    case 'paragraph':
      return pieces(block.text).map((text) => ({ kind: 'paragraph', text }));
    case 'item':
      return pieces(block.text).map((text) => ({ kind: 'item', isNumbered: block.isNumbered, text }));
  }
}

/** A long table as several with the same head; one that is wider than a table may be as its rows' words. */
function tablesOf(rows: readonly (readonly string[])[]): Block[] {
  // Not spread over the arguments of a function: what somebody else wrote may have more rows than those can be.
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > mostColumns || rows.some((row) => row.some((cell) => cell.length > longestText))) {
    return rows.flatMap((row) =>
      pieces(row.filter((cell) => cell !== '').join(' | ')).map((text) => ({ kind: 'paragraph', text })),
    );
  }
  const [head = [], ...body] = rows.filter((row) => row.some((cell) => cell !== ''));
  const tables: Block[] = [];
  for (let at = 0; at === 0 || at < body.length; at += mostRows - 1) {
    const part = [head, ...body.slice(at, at + mostRows - 1)].map((row) =>
      row.length === 0 ? [''] : [...row],
    );
    tables.push({ kind: 'table', rows: part });
  }
  return tables;
}

/** A text in pieces of at most a block's length, parted between words where there are any. */
function pieces(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longestText) {
    const space = rest.lastIndexOf(' ', longestText);
    const at = space > longestText / 2 ? space : longestText;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest];
}
