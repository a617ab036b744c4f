import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { readDocx } from './policy-text/docx.ts';
import type { PolicyBlock, PolicyTextRefusal } from './policy-text/policy-text.ts';
import { readTxt } from './policy-text/txt.ts';

/** A text of a hundred pages has about so many; more is another kind of document. */
export const mostSentences = 2000;

/** A file of 10 MB in base64. */
export const longestContent = 14_000_000;

/** What a file holds: the blocks of a Word document, or the text of a plain one. */
export function fileContent(
  kind: 'txt' | 'docx',
  content: string,
): string | readonly PolicyBlock[] | Refusal {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'));
  if (kind === 'docx') {
    const docx = readDocx(bytes);
    return docx.ok ? docx.value.blocks : told(docx.refusal);
  }
  const txt = readTxt(bytes);
  return txt.ok ? txt.value.text : told(txt.refusal);
}

/** Why a text cannot be read, as a refusal of the field it came in. */
export function told(refusal: PolicyTextRefusal): Refusal {
  const { code, ...parameters } = refusal;
  return refuse(code, { field: 'content', parameters });
}
