import type { FileBlock } from '../policy-text/file-block.ts';
import { joinedLines } from '../policy-text/lines.ts';
import type { PdfPage, TagNode } from './pdf-page.ts';

type Child = TagNode['children'][number];

/** How much of the text its tags must hold for them to be believed. */
const believable = 0.9;

/**
 * The blocks of a PDF that says itself what its pieces are (tagged, as Word and Värna write them); null when it does not, or
 * when its tags leave out much of the text or know no heading.
 */
export function taggedBlocks(pages: readonly PdfPage[]): FileBlock[] | null {
  const blocks: FileBlock[] = [];
  let whole = 0;
  for (const page of pages) {
    whole += page.placed.reduce((sum, one) => sum + lettersIn(one.text), 0);
    if (page.tags === null) continue;
    const reader = new TagReader(page);
    reader.walk(page.tags);
    reader.flush();
    joinPage(blocks, reader);
  }
  const held = blocks.reduce((sum, block) => sum + lettersIn(allText(block)), 0);
  const hasHeading = blocks.some((block) => block.kind === 'heading');
  return hasHeading && held >= whole * believable ? titled(blocks) : null;
}

function lettersIn(text: string): number {
  return text.replace(/\]\([^)]*\)/gu, '').replace(/[^\p{L}\p{N}]/gu, '').length;
}

function allText(block: FileBlock): string {
  return block.kind === 'table' ? block.rows.flat().join(' ') : block.text;
}

/** One heading of the highest level, first of all, with others below it, is the title; the others move up a step. */
function titled(blocks: readonly FileBlock[]): FileBlock[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const tops = headings.filter((block) => block.level === 1);
  if (tops.length !== 1 || headings[0] !== tops[0] || headings.length < 2) return [...blocks];
  return blocks.map((block) => {
    if (block === tops[0]) return { ...tops[0], kind: 'title', level: 0 };
    return block.kind === 'heading' ? { ...block, level: block.level - 1 } : block;
  });
}

/** Puts a page's blocks behind those before it; a paragraph, an item or a table that goes on over the break becomes one. */
function joinPage(blocks: FileBlock[], page: TagReader): void {
  const [first, ...rest] = page.blocks;
  const last = blocks.at(-1);
  if (first === undefined) return;
  if (last !== undefined && first.kind === 'table' && last.kind === 'table') {
    if (first.rows[0]?.length === last.rows[0]?.length) {
      const isSameHead = JSON.stringify(first.rows[0]) === JSON.stringify(last.rows[0]);
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...first.rows.slice(isSameHead ? 1 : 0)] };
      blocks.push(...rest);
      return;
    }
  } else if (last !== undefined && first.kind !== 'table' && last.kind !== 'table') {
    const goesOn =
      page.beginsUnmarked ||
      (first.kind === last.kind && first.kind === 'paragraph' && !/[.!?:;…]["”’»)\]]*$/u.test(last.text));
    if (goesOn && (last.kind === 'item' || last.kind === 'paragraph')) {
      blocks[blocks.length - 1] = { ...last, text: joinedLines(`${last.text}\n${first.text}`) };
      blocks.push(...rest);
      return;
    }
  }
  blocks.push(...page.blocks);
}

/** Walks the tags of one page, and gathers blocks. */
class TagReader {
  readonly blocks: FileBlock[] = [];
  /** The page begins with an item that has no mark of its own: it goes on from the page before. */
  beginsUnmarked = false;
  private readonly page: PdfPage;
  /** Text that no block of the tags holds: a paragraph until the next block. */
  private loose = '';

  constructor(page: PdfPage) {
    this.page = page;
  }

  walk(node: TagNode): void {
    for (const child of node.children) {
      if (!('role' in child)) this.loose += this.textOf(child);
      else this.element(child);
    }
  }

  flush(): void {
    this.add('paragraph', this.loose);
    this.loose = '';
  }

  private element(node: TagNode): void {
    const level = /^H([1-6])?$/u.exec(node.role);
    if (/^(?:Span|Link|Em|Strong|Reference|Quote|Code|Note|FENote|Sub|Annot)$/u.test(node.role)) {
      this.loose += this.textOf(node);
      return;
    }
    this.flush();
    if (level !== null || node.role === 'Title')
      this.add('heading', this.textOf(node), Number(level?.[1] ?? 1));
    else if (/^(?:P|Caption|BlockQuote|Figure|Formula)$/u.test(node.role))
      this.add('paragraph', this.textOf(node));
    else if (node.role === 'LI') this.item(node);
    else if (node.role === 'Table') this.table(node);
    else if (node.role !== 'TOC' && node.role !== 'Artifact') {
      this.walk(node);
      this.flush();
    }
  }

  private item(node: TagNode): void {
    const label = joinedLines(
      node.children
        .filter(isRole('Lbl'))
        .map((child) => this.textOf(child))
        .join(' '),
    );
    const bodies = node.children.filter((child) => !isRole('Lbl')(child));
    const text = bodies.map((child) => this.textOf(child, isNestedList)).join(' ');
    // A label that is neither a sign nor a number is a word that the item explains.
    const isTerm = /\p{L}{2}/u.test(label);
    if (label === '' && this.blocks.length === 0) this.beginsUnmarked = true;
    this.add('item', isTerm ? `${label} ${text}` : text, 0, !isTerm && /[\p{L}\p{N}]/u.test(label));
    for (const child of bodies) if ('role' in child) this.nestedLists(child);
  }

  private nestedLists(node: TagNode): void {
    if (node.role === 'L') this.walk(node);
    else for (const child of node.children) if ('role' in child) this.nestedLists(child);
  }

  private table(node: TagNode): void {
    const rows = rowsOf(node).map((row) =>
      row.children.flatMap((cell) => ('role' in cell ? [joinedLines(this.textOf(cell))] : [])),
    );
    if (rows.every((row) => row.length <= 1)) for (const row of rows) this.add('paragraph', row.join(' '));
    else this.blocks.push({ kind: 'table', rows });
  }

  private add(kind: 'heading' | 'paragraph' | 'item', raw: string, level = 0, isNumbered = false): void {
    const text = joinedLines(raw).replace(/\s+/gu, ' ').trim();
    if (text !== '') this.blocks.push({ kind, text, level, isNumbered });
  }

  private textOf(child: Child, isLeftOut: (child: Child) => boolean = () => false): string {
    if (isLeftOut(child)) return '';
    if ('content' in child) return this.page.contents.get(child.content) ?? '';
    if ('object' in child) return '';
    const text = child.children.map((one) => this.textOf(one, isLeftOut)).join('');
    if (child.role === 'Link') return this.linked(child, text);
    // Blocks within a cell or an item stand on lines of their own.
    return child.role === 'P' || child.role === 'LI' ? `${text}\n` : text;
  }

  private linked(node: TagNode, text: string): string {
    const object = node.children.flatMap((child) => ('object' in child ? [child.object] : []))[0] ?? '';
    const address = this.page.links.get(object);
    const words = joinedLines(text).replace(/[[\]]/gu, '').trim();
    if (address === undefined || words === '') return text;
    const [before = ''] = /^\s*/u.exec(text) ?? [];
    const [after = ''] = /\s*$/u.exec(text) ?? [];
    return `${before}[${words}](${address})${after}`;
  }
}

const isRole = (role: string) => (child: Child) => 'role' in child && child.role === role;
const isNestedList = isRole('L');

function rowsOf(node: TagNode): TagNode[] {
  return node.children.flatMap((child) => {
    if (!('role' in child)) return [];
    return child.role === 'TR' ? [child] : rowsOf(child);
  });
}
