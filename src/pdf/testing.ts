import { getDocumentProxy } from 'unpdf';

interface TagNode {
  readonly role?: string;
  readonly children?: readonly TagNode[];
}

/** What a PDF says of itself, and the tags of all its pages. */
export async function openedPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await pdf.getMetadata();
  const tags: string[] = [];
  const walk = (node: TagNode) => {
    if (node.role !== undefined) tags.push(node.role);
    for (const child of node.children ?? []) walk(child);
  };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    walk((await page.getStructTree()) as TagNode);
  }
  const language = /\/Lang\s*\(([^)]*)\)/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? '';
  await pdf.loadingTask.destroy();
  return { info, language, tags };
}

/** All words of a PDF, page by page, in the order in which they were set. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await pdf.loadingTask.destroy();
  return pages.join('\n');
}

/** A text without what typesetting adds or takes: white space, soft hyphens, and signs that no font shows. */
export function plainOf(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{P}\p{S}]|[\u00AD\uFFFD]/gu, '');
}
