import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { serve } from '../apart/serve.ts';
import { shownBy, signsOf } from './glyphs.ts';
import {
  type PdfBlock,
  type PdfDocument,
  type PdfKind,
  type PdfText,
  withHeadingsInOrder,
  withTexts,
} from './pdf-document.ts';

/** What is asked of this process: a document, and which kind of file it is to be. */
export interface PdfTask {
  readonly document: PdfDocument;
  readonly kind: PdfKind;
}

const standards: Readonly<Record<PdfKind, string>> = { reading: 'ua-1', archive: 'a-2a' };

const require = createRequire(import.meta.url);
const folder = dirname(import.meta.filename);
const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');
const fonts = [
  require.resolve('@expo-google-fonts/source-serif-4/package.json'),
  require.resolve('@expo-google-fonts/source-sans-3/package.json'),
].flatMap(fontsBeside);
const signs = new Set(fonts.flatMap((font) => [...signsOf(font)]));
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts }] });

/** The regular and the half-bold letters of a package of fonts; each weight lies in a folder of its own. */
function fontsBeside(manifest: string): Buffer[] {
  const home = dirname(manifest);
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => /_(?:400Regular|600SemiBold)\.ttf$/.test(path))
    .sort()
    .map((path) => readFileSync(join(home, path)));
}

serve(compile);

function compile({ document, kind }: PdfTask): Uint8Array {
  const images: Uint8Array[] = [];
  const shown = (text: string) => shownBy(signs, text);
  const blocks = withHeadingsInOrder(document.blocks.map((block) => withTexts(block, shown)));
  const data = {
    language: document.language,
    isPoster: document.look === 'poster',
    title: shown(document.title).trim() || '–',
    author: shown(document.author),
    head: document.head.map(shown),
    foot: shown(document.foot),
    day: document.day?.split('-').map(Number) ?? null,
    blocks: blocks.map((block) => laidOut(block, images)),
  };
  compiler.resetShadow();
  images.forEach((bytes, at) => compiler.mapShadow(join(folder, `image-${at}`), Buffer.from(bytes)));
  compiler.mapShadow(join(folder, 'document.json'), Buffer.from(JSON.stringify(data)));
  try {
    const compiled = compiler.compile({ mainFileContent: template });
    const { result } = compiled;
    if (result === null) throw new Error(faultOf(compiled.takeDiagnostics()?.shortDiagnostics));
    return compiler.pdf(result, { pdfStandard: standards[kind] });
  } finally {
    // What is remembered of earlier documents is let go of, or the process grows with each.
    compiler.evictCache(2);
  }
}

/** What the typesetter says is wrong, without the words of the document that it may quote. */
function faultOf(diagnostics: unknown): string {
  const [first] = Array.isArray(diagnostics) ? (diagnostics as { message?: string }[]) : []; // the library's own form
  return (first?.message ?? 'nothing was typeset').replace(/["`'“”].*["`'“”]/gsu, '…');
}

/** A block as the template takes it. */
function laidOut(block: PdfBlock, images: Uint8Array[]): object {
  switch (block.kind) {
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(runsOf)), shares: sharesOf(block.rows) };
    case 'list':
      return { ...block, items: block.items.map(runsOf) };
    case 'image': {
      images.push(block.bytes);
      const { bytes: _bytes, ...rest } = block;
      return { ...rest, path: `/image-${images.length - 1}` };
    }
    case 'facts':
    case 'contents':
    case 'pageBreak':
      return block;
    case 'heading':
    case 'paragraph':
    case 'large':
    case 'note':
      return { ...block, text: runsOf(block.text) };
  }
}

function runsOf(text: PdfText): object[] {
  return text.map(({ words, href }) => ({ words, href: href ?? null }));
}

/** How wide each column is to be against the others: by the square root of its text, so that none becomes a thread. */
function sharesOf(rows: readonly (readonly PdfText[])[]): number[] {
  const columns = rows[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, column) => {
    const signsIn = rows.map((row) => (row[column] ?? []).reduce((sum, run) => sum + run.words.length, 0));
    const mean = signsIn.reduce((sum, length) => sum + length, 0) / Math.max(1, rows.length);
    return Math.round(Math.sqrt(Math.max(9, mean)) * 10) / 10;
  });
}
