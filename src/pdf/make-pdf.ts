import { createHash } from 'node:crypto';
import { Apart } from '../apart/apart.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { PdfTask } from './compile.ts';
import { isTooLong, type PdfDocument, type PdfKind } from './pdf-document.ts';

/** Why no file came of it, as a slice that makes them lists among its refusals, with words of its own. */
export const pdfRefusals = ['pdfUnavailable', 'pdfTooLong', 'pdfTooSlow'] as const;

const maker = new Apart<PdfTask, Uint8Array>(new URL('./compile.ts', import.meta.url), {
  seconds: 30,
  megabytes: 1000,
  waiting: 8,
  idleSeconds: 60,
  native: true,
});

/** Bytes of made files that are kept. A policy is some 60,000. */
const mostKept = 32_000_000;
const kept = new Map<string, Uint8Array>();
const underWay = new Map<string, Promise<Uint8Array | Refusal>>();

/** Who asks for a file: whoever comes by, or somebody whom Värna knows. */
export type PdfAsker = 'anyone' | 'known';

/** How many files may be made at a time for whoever comes by. The others in the line are for those whom Värna knows. */
const mostForAnyone = 2;
let madeForAnyone = 0;

/** How long (ms) a document that could not be made is not tried again for whoever comes by; and how many are remembered. */
const failedFor = 10 * 60_000;
const mostFailed = 1000;
const failed = new Map<string, { readonly refusal: Refusal; readonly until: number }>();

/**
 * The document as a PDF: tagged, with its fonts, the same bytes each time. Whoever asks again for the same document is given what
 * was made before, and whoever asks while it is made waits for that, so that a crowd costs no more than one. Refuses
 * `pdfUnavailable` (this machine has no typesetter, or it failed), `pdfTooLong`, `pdfTooSlow` and the kernel's `busy`. What failed
 * is tried again at once for those whom Värna knows, and after ten minutes for others.
 */
export async function makePdf(
  document: PdfDocument,
  kind: PdfKind,
  asker: PdfAsker = 'known',
): Promise<Uint8Array | Refusal> {
  if (isTooLong(document)) return refuse('pdfTooLong');
  const key = keyOf(document, kind);
  const before = kept.get(key);
  if (before !== undefined) return keep(key, before);
  const begun = underWay.get(key);
  if (begun !== undefined) return begun;
  if (asker === 'known') return begin(key, { document, kind });
  const failure = failed.get(key);
  if (failure !== undefined && failure.until > Date.now()) return failure.refusal;
  if (madeForAnyone >= mostForAnyone) return refuse('busy');
  madeForAnyone += 1;
  return begin(key, { document, kind }).finally(() => {
    madeForAnyone -= 1;
  });
}

function begin(key: string, task: PdfTask): Promise<Uint8Array | Refusal> {
  const made = make(key, task).finally(() => underWay.delete(key));
  underWay.set(key, made);
  return made;
}

async function make(key: string, task: PdfTask): Promise<Uint8Array | Refusal> {
  const outcome = await maker.ask(task);
  switch (outcome.kind) {
    case 'done':
      failed.delete(key);
      return keep(key, outcome.answer);
    case 'busy':
      return refuse('busy');
    case 'tooSlow':
    case 'tooLarge':
      return fail(key, refuse('pdfTooSlow'));
    case 'failed':
      // For whoever runs the server; the words of the document are not in it.
      console.error(`The PDF could not be made: ${outcome.message}`);
      return fail(key, refuse('pdfUnavailable'));
  }
}

function fail(key: string, refusal: Refusal): Refusal {
  failed.delete(key);
  failed.set(key, { refusal, until: Date.now() + failedFor });
  const [oldest] = failed.keys();
  if (failed.size > mostFailed && oldest !== undefined) failed.delete(oldest);
  return refusal;
}

/** The newest last; the oldest are let go of first. */
function keep(key: string, bytes: Uint8Array): Uint8Array {
  kept.delete(key);
  kept.set(key, bytes);
  let size = 0;
  for (const one of kept.values()) size += one.length;
  for (const [oldest, one] of kept) {
    if (size <= mostKept || oldest === key) break;
    kept.delete(oldest);
    size -= one.length;
  }
  return bytes;
}

function keyOf(document: PdfDocument, kind: PdfKind): string {
  const hash = createHash('sha256').update(kind);
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'image') return block;
    hash.update(block.bytes);
    return { ...block, bytes: block.bytes.length };
  });
  return hash.update(JSON.stringify({ ...document, blocks })).digest('hex');
}
