import { createHash } from 'node:crypto';

/** Without I, L, O and U, which are taken for other signs or spell something (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Signs of a code; five bits each, a hundred in all. */
const length = 20;

/**
 * The code by which somebody follows what she reported. It is worked out from the key that her device made (128 random
 * bits), so that a report sent again is answered with the same code although no code is stored.
 */
export function codeFor(key: string): string {
  const bytes = createHash('sha256').update('varna case code\0').update(key, 'utf8').digest();
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = Array.from(
    { length },
    (_, at) => alphabet[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  );
  return (signs.join('').match(/.{4}/g) ?? []).join('-');
}

/** A code as somebody has typed it, with what is easily confused put right. */
export function plainCode(typed: string): string {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return signs.replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** What is stored of a code. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update('code\0').update(plainCode(code)).digest();
}

/** What is stored of the key that a report was sent with. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update('key\0').update(key, 'utf8').digest();
}
