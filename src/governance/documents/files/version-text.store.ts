import type { Reader } from '../../../kernel/db.ts';
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import { makePdf, type PdfAsker } from '../../../pdf/make-pdf.ts';
import type { PdfKind } from '../../../pdf/pdf-document.ts';
import { municipalityName } from '../../../settings/setting.store.ts';
import { readWritten } from '../blocks/block-text.ts';
import { loadDocument, readVersion } from '../document.store.ts';
import { sentencesOf } from '../sentence.store.ts';
import { asPdf } from './as-pdf.ts';
import { fileNameOf, type VersionSource, type VersionText, versionText } from './version-text.ts';

/** A version as a text that stands by itself; null when there is none with that id. Reads only; asks nobody's right. */
export async function readVersionText(db: Reader, versionId: string): Promise<VersionText | null> {
  const version = await readVersion(db, versionId);
  const document = version === null ? null : await loadDocument(db, version.documentId);
  if (version === null || document === null) return null;
  const stored = await sentencesOf(db, version.id);
  const municipality = await municipalityName(db);
  return versionText({
    document,
    version,
    municipality,
    sentences: stored.length > 0 ? stored : read(version),
  });
}

/** A draft's sentences are not frozen yet; the demands in it are those that it reads as now. */
function read({ blocks, demandMarks }: VersionSource['version']): VersionSource['sentences'] {
  const reading = blocks === null ? null : readWritten(blocks, demandMarks);
  return reading?.ok === true ? reading.value.sentences : [];
}

/** A file of a version: its name with ending, and its bytes. */
export interface VersionFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A version as a PDF, for whoever may read it: the caller sees to that. What was made before is given again, so that a crowd of
 * readers, or a machine that follows every link, costs one typesetting. Null when there is no such version; refuses as `makePdf`.
 */
export async function versionPdf(
  db: Reader,
  versionId: string,
  kind: PdfKind,
  asker: PdfAsker,
): Promise<VersionFile | Refusal | null> {
  const text = await readVersionText(db, versionId);
  if (text === null) return null;
  const bytes = await makePdf(asPdf(text), kind, asker);
  return isRefusal(bytes) ? bytes : { name: `${fileNameOf(text)}.pdf`, bytes };
}
