import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** Seconds a code is shown (RFC 6238 §5.2). */
export const stepSeconds = 30;

/** Base32 without padding (RFC 4648 §6), the form that authenticator apps take. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** The code of a time step: HMAC-SHA-1, dynamic truncation, six digits (RFC 4226 §5.3). */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  return String((hash.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

/** The time step of an instant. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds);
}

/**
 * The step whose code this is; null when it is none of now, one before and one after, or when that step or a later
 * one has been used already: a code that somebody has seen works no second time (RFC 6238 §5.2).
 */
export function matchingStep(
  secret: Uint8Array,
  code: string,
  now: Date,
  lastUsedStep: number,
): number | null {
  const current = stepOf(now);
  const steps = [current, current - 1, current + 1].filter((step) => codeAt(secret, step) === code);
  return steps.find((step) => step > lastUsedStep) ?? null;
}

/** The address that an authenticator app reads from a picture or a link (Key Uri Format). */
export function otpauthUri(secret: Uint8Array, account: string, issuer: string): string {
  const query = new URLSearchParams({
    secret: toBase32(secret),
    issuer,
    algorithm: 'SHA1',
    digits: '6',
    period: String(stepSeconds),
  });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query}`;
}
