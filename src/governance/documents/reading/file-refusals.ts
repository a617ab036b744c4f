import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { PolicyTextRefusal } from '../policy-text/policy-text.ts';

/** A text of a hundred pages has about so many; more is another kind of document. */
export const mostSentences = 2000;

/** A file of 10 MB in base64. */
export const longestContent = 14_000_000;

/** Why a file was not read, as every door that takes one lists among its refusals. */
export const fileRefusals = [
  'emptyText',
  'tooLong',
  'fileTooLarge',
  'controlCharacters',
  'notText',
  'notDocx',
  'brokenDocx',
  'zipBomb',
  'notPdf',
  'brokenPdf',
  'encryptedPdf',
  'tooManyPages',
  'pdfCollection',
  'pdfForm',
  'scannedPdf',
  'unreadablePdf',
  'fileTooHeavy',
] as const;

/** Why a text cannot be read, as a refusal of the field it came in. */
export function told(refusal: PolicyTextRefusal): Refusal {
  const { code, ...parameters } = refusal;
  return refuse(code, { field: 'content', parameters });
}
