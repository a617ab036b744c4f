import { createHash } from 'node:crypto';

/** Without I, L, O and U, which are taken for other signs or spell something (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Signs of a case's code, with a dash between every four: twenty of five bits, a hundred bits in all. */
const shownLength = 24;

/**
 * The code by which somebody follows what she reported. It is worked out from the key that her device made (128 random
 * bits), so that a report sent again is answered with the same code although no code is stored.
 */
export function codeFor(key: string): string {
  const bytes = createHash('sha256').update('varna case code\0').update(key, 'utf8').digest();
  return shownCode(bytes).slice(0, shownLength);
}

/** Bytes as they are read aloud and typed: five bits a sign, four signs and a dash. What is left of the last bits is left out. */
export function shownCode(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]);
  return (signs.join('').match(/.{1,4}/g) ?? []).join('-');
}

/** A code as somebody has typed it, with what is easily confused put right. */
export function plainCode(typed: string): string {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return signs.replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** A code in the middle of a text, as we write it and as somebody may have typed it off. */
const codeForm = /(?<![0-9A-Za-z])(?:[0-9A-Za-z]{4}-){4}[0-9A-Za-z]{4}(?![0-9A-Za-z])/g;

/** What could be codes in a text. */
export function codesIn(text: string): string[] {
  return [...new Set(text.match(codeForm) ?? [])];
}

/** A text without what could be codes: a code opens a case, and is not kept where others read. */
export function withoutCodes(text: string): string {
  return text.replace(codeForm, '…');
}

/** What is stored of a code. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update('code\0').update(plainCode(code)).digest();
}

/** What is stored of the key that a report was sent with. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update('key\0').update(key, 'utf8').digest();
}
