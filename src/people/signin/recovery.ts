import { randomBytes } from 'node:crypto';
import { hashShort } from './secrets.ts';
import { toBase32 } from './totp.ts';

/** Codes somebody gets to keep on paper, for the day the telephone is lost. */
export const recoveryCodeCount = 10;

/** New codes of 80 random bits, `ABCD-EFGH-IJKL-MNOP`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const letters = toBase32(randomBytes(10));
    return (letters.match(/.{4}/g) ?? []).join('-');
  });
}

/** What is stored of a code. Case, spaces and hyphens do not matter when it is typed. */
export function hashRecoveryCode(personId: string, code: string, key: Buffer): Buffer {
  return hashShort(`recovery:${personId}`, code.toUpperCase().replace(/[^A-Z2-7]/g, ''), key);
}
