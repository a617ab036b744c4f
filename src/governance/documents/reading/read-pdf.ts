import { getDocumentProxy } from 'unpdf';
import { longestPolicyText, read, type Reading, refused } from '../policy-text/policy-text.ts';
import { withoutFront } from '../policy-text/front.ts';
import type { FileText } from './file-text.ts';
import type { PdfPage, Placed, TagNode } from './pdf-page.ts';
import { taggedBlocks } from './tagged-pdf.ts';
import { untaggedText } from './untagged-pdf.ts';

/** More pages than any governing document has. */
export const mostPdfPages = 400;

/** Fewer letters than this on a page, over all pages, are a page number or a stamp on a picture. */
const fewestLetters = 15;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/**
 * Reads the text of a PDF: as blocks where the file says itself what its pieces are, otherwise as lines in reading order. Nothing
 * in the file is run and nothing outside it fetched; scripts, forms' values and attached files are left where they are. Refuses
 * `notPdf`, `brokenPdf`, `encryptedPdf`, `tooManyPages`, `pdfCollection`, `pdfForm`, `scannedPdf`, `unreadablePdf`, `tooLong`.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading<FileText>> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (!head.includes('%PDF-')) return refused({ code: 'notPdf' });
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(bytes, {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: 0,
      verbosity: 0,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return refused({ code: isLocked ? 'encryptedPdf' : 'brokenPdf' });
  }
  try {
    return await textOf(pdf);
  } catch {
    return refused({ code: 'brokenPdf' });
  }
}

async function textOf(pdf: Pdf): Promise<Reading<FileText>> {
  if (pdf.numPages > mostPdfPages)
    return refused({ code: 'tooManyPages', limit: mostPdfPages, pages: pdf.numPages });
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
  if (info['IsCollectionPresent'] === true) return refused({ code: 'pdfCollection' });
  const pages: PdfPage[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pageOf(await pdf.getPage(number));
    pages.push(page);
    length += page.placed.reduce((sum, one) => sum + one.text.length, 0);
    if (length > longestPolicyText) return refused({ code: 'tooLong', limit: longestPolicyText, length });
  }
  const text = pages.flatMap((page) => page.placed.map((one) => one.text)).join('');
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  const signs = text.replace(/\s/gu, '').length;
  if (info['IsXFAPresent'] === true) return refused({ code: 'pdfForm' });
  if (letters < fewestLetters * pages.length)
    return refused({ code: signs > fewestLetters * pages.length ? 'unreadablePdf' : 'scannedPdf' });
  // Letters that say themselves nothing: their fonts do not tell which signs they show.
  if (letters * 2 < signs) return refused({ code: 'unreadablePdf' });
  const blocks = taggedBlocks(pages);
  if (blocks !== null) {
    const sayOf = (block: (typeof blocks)[number]) => (block.kind === 'table' ? '' : block.text);
    return read({ blocks: withoutFront(blocks, sayOf) });
  }
  const lines = untaggedText(pages).split('\n');
  return read({ text: withoutFront(lines, (line) => line).join('\n') });
}

async function pageOf(page: Page): Promise<PdfPage> {
  const { width, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const placed: Placed[] = [];
  const contents = new Map<string, string>();
  const open: { readonly id: string | null; readonly isArtifact: boolean }[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      const id = 'id' in item && typeof item.id === 'string' ? item.id : null;
      if (item.type === 'endMarkedContent') open.pop();
      else open.push({ id, isArtifact: 'tag' in item && item.tag === 'Artifact' });
      continue;
    }
    if (open.some((one) => one.isArtifact)) continue;
    const id = open.findLast((one) => one.id !== null)?.id;
    if (id !== undefined && id !== null)
      contents.set(id, (contents.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''));
    const put = onPage(item, transform);
    if (put !== null) placed.push(put);
  }
  const tags = (await page.getStructTree()) as RawTag | null;
  return {
    width,
    placed,
    contents,
    tags: tags === null ? null : tagOf(tags, 0),
    links: tags === null ? new Map() : await linksOf(page),
  };
}

/** Where a piece of text stands; null where it is not written from left to right (a stamp across the page, a spine). */
function onPage(
  item: { readonly str: string; readonly transform: readonly number[]; readonly width: number },
  viewport: readonly number[],
): Placed | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = viewport;
  const [ia = 0, ib = 0, ic = 0, id = 0, x = 0, y = 0] = item.transform;
  const along = { x: a * ia + c * ib, y: b * ia + d * ib };
  const isUpright = along.x > 0 && Math.abs(along.y) < 0.1 * along.x;
  if (!isUpright) return null;
  const size = Math.hypot(a * ic + c * id, b * ic + d * id);
  return { text: item.str, x: a * x + c * y + e, y: b * x + d * y + f, width: item.width, size };
}

/** A node of tags as the library gives it. */
interface RawTag {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly RawTag[];
}

/** Tags within tags deeper than this are nobody's document. */
const deepestTag = 60;

function tagOf(node: RawTag, depth: number): TagNode {
  const children = depth >= deepestTag ? [] : (node.children ?? []);
  return {
    role: node.role ?? '',
    children: children.map((child) => {
      if (child.type === 'content') return { content: child.id ?? '' };
      if (child.type !== undefined) return { object: child.id ?? '' };
      return tagOf(child, depth + 1);
    }),
  };
}

async function linksOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const annotations = (await page.getAnnotations()) as readonly { id?: unknown; url?: unknown }[];
  return new Map(
    annotations.flatMap(({ id, url }): [string, string][] =>
      typeof id === 'string' && typeof url === 'string' && /^(?:https?|mailto):[^\s()<>"]{1,1000}$/u.test(url)
        ? [[id, url]]
        : [],
    ),
  );
}
