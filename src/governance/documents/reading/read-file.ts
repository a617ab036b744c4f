import { serve } from '../../../apart/serve.ts';
import { readDocx } from '../policy-text/docx.ts';
import { withoutFront } from '../policy-text/front.ts';
import { type PolicyTextRefusal, read, type Reading } from '../policy-text/policy-text.ts';
import { readTxt } from '../policy-text/txt.ts';
import type { FileKind } from './file-kinds.ts';
import type { FileText } from './file-text.ts';
import { readPdf } from './read-pdf.ts';

/** What is asked of this process: the bytes of a file, and what it is said to be. */
export interface FileTask {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
}
export type FileReading = Reading<FileText> | { ok: false; refusal: PolicyTextRefusal };

serve(readFile);

function readFile({ kind, bytes }: FileTask): Promise<FileReading> | FileReading {
  switch (kind) {
    case 'docx':
      return readDocx(bytes);
    case 'pdf':
      return readPdf(new Uint8Array(bytes));
    case 'txt': {
      const txt = readTxt(bytes);
      if (!txt.ok) return txt;
      return read({ text: withoutFront(txt.value.text.split(/\r\n?|\n/u), (line) => line).join('\n') });
    }
  }
}
