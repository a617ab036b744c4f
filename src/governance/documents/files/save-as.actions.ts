import { createHash } from 'node:crypto';
import { action } from '../../../kernel/action.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import { Fields, OneOf } from '../../../kernel/schema.ts';
import { makePdf, pdfRefusals } from '../../../pdf/make-pdf.ts';
import { documentVersionAccess } from '../document.access.ts';
import { asDocx } from './as-docx.ts';
import { asHtml } from './as-html.ts';
import { asPdf } from './as-pdf.ts';
import { asText } from './as-text.ts';
import { type FileForm, fileForms } from './file-forms.ts';
import { readVersionText } from './version-text.store.ts';
import { fileNameOf, type VersionText } from './version-text.ts';

const types: Readonly<Record<FileForm, { readonly ending: string; readonly type: string }>> = {
  pdf: { ending: '.pdf', type: 'application/pdf' },
  pdfArchive: { ending: ' (arkiv).pdf', type: 'application/pdf' },
  docx: {
    ending: '.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  html: { ending: '.html', type: 'text/html; charset=utf-8' },
  txt: { ending: '.txt', type: 'text/plain; charset=utf-8' },
};

/** A long document takes a while. Nobody waits in line: who does holds a connection to the database meanwhile. */
const turns = new Turns({ atOnce: 3, waiting: 0, each: 1 });

/**
 * Gives a version away as a file. Governing documents are public, so nobody is asked what for; that the file was taken out, in
 * which form and with which hash, is told to the log as of every file.
 */
export const saveAs = action({
  name: 'documentVersion.saveAs',
  on: 'record',
  permission: documentVersionAccess.read,
  readable: documentVersionAccess.read,
  input: Fields({ form: OneOf(fileForms) }),
  refusals: pdfRefusals,
  // Large, and made anew each time.
  secretAnswer: true,
  prepare: (db, { id, input, circumstances: { actor } }) =>
    turns.take(actor.credentialId ?? actor.kind, () => makeFile(db, id, input.form)),
  load: (_transaction, _request, made) => Promise.resolve(made),
  keys: () => ({}),
  decide: (made, { form }) => {
    const sha256 = createHash('sha256').update(made.bytes).digest('hex');
    const data = { format: form, sha256, concerns: [] };
    return { next: sha256, event: { kind: 'documentVersion.exported', record: made.id, concerns: [], data } };
  },
  save: (_transaction, { name, bytes, form }, sha256) =>
    Promise.resolve({ name, type: types[form].type, sha256, content: Buffer.from(bytes).toString('base64') }),
});

async function makeFile(db: Reader, id: string, form: FileForm) {
  const text = await readVersionText(db, id);
  if (text === null) return null;
  const bytes = await bytesOf(text, form);
  return isRefusal(bytes) ? bytes : { id, form, name: fileNameOf(text) + types[form].ending, bytes };
}

function bytesOf(text: VersionText, form: FileForm): Promise<Uint8Array | Refusal> | Uint8Array {
  switch (form) {
    case 'pdf':
      return makePdf(asPdf(text), 'reading');
    case 'pdfArchive':
      return makePdf(asPdf(text), 'archive');
    case 'docx':
      return asDocx(text);
    case 'html':
      return asHtml(text);
    case 'txt':
      return asText(text);
  }
}
