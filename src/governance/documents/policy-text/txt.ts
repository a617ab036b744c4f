import { longestPolicyText, read, type Reading, refused } from './policy-text.ts';

/** Bytes of the file at most: four for every character that may be read. */
export const largestTxt = longestPolicyText * 4;

/** How a text file was encoded; shown to the person, who can tell when å, ä and ö came out wrong. */
export type TxtEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A text file's text. */
export interface TxtText {
  text: string;
  encoding: TxtEncoding;
}

function decode(bytes: Uint8Array, encoding: TxtEncoding, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding that the first bytes announce (byte order mark), or null. */
function announced(bytes: Uint8Array): TxtEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Whether bytes hold control codes that no text in UTF-8 or Windows-1252 has: the file is then something else. */
function looksBinary(bytes: Uint8Array): boolean {
  let strange = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) strange += 1;
  }
  return strange * 50 > bytes.length;
}

/**
 * Reads a text file: UTF-8 with or without byte order mark, UTF-16 with one, otherwise Windows-1252 (of which
 * ISO-8859-1 is a part). Refuses `notText` for other files (PDF, Word, pictures), `fileTooLarge`, and `emptyText`.
 */
export function readTxt(bytes: Uint8Array): Reading<TxtText> {
  if (bytes.length > largestTxt)
    return refused({ code: 'fileTooLarge', limit: largestTxt, length: bytes.length });
  const mark = announced(bytes);
  const start = String.fromCharCode(...bytes.slice(0, 5));
  if (start === '%PDF-' || start.startsWith('PK\u0003\u0004') || start.startsWith('{\\rtf')) {
    return refused({ code: 'notText' });
  }
  if (!mark?.startsWith('utf-16') && looksBinary(bytes)) return refused({ code: 'notText' });
  const utf8 = mark === null ? decode(bytes, 'utf-8', true) : null;
  const encoding = mark ?? (utf8 === null ? 'windows-1252' : 'utf-8');
  const text = utf8 ?? decode(bytes, encoding, mark !== null);
  if (text === null) return refused({ code: 'notText' });
  return text.trim() === '' ? refused({ code: 'emptyText' }) : read({ text, encoding });
}
