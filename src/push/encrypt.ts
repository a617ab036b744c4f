import { createCipheriv, createECDH, createPublicKey, hkdfSync, randomBytes } from 'node:crypto';

const curve = 'prime256v1';
/** What every message is filled up to (octets), so that its length tells nothing of what it says. */
const filledTo = 1024;
/** The size of the only record, larger than any message (RFC 8291 §4). */
const recordSize = 4096;

/** The browser's own keys, as it gave them. */
export interface BrowserKeys {
  /** A point on P-256, uncompressed: 65 octets. */
  readonly publicKey: Buffer;
  /** 16 octets that only the browser and whoever may wake it know. */
  readonly authSecret: Buffer;
}

/** What a message is encrypted with and never twice. Given only to hold the code against the example of RFC 8291. */
export interface MessageSecrets {
  readonly privateKey: Buffer;
  readonly salt: Buffer;
}

/**
 * Encrypts a message so that nobody on the way can read it, the push service least of all (RFC 8291, with the content encoding
 * aes128gcm of RFC 8188). @throws when the message is too long, or the key is no point on the curve
 */
export function encryptFor(
  { publicKey, authSecret }: BrowserKeys,
  message: Buffer,
  { filled = filledTo, secrets }: { readonly filled?: number; readonly secrets?: MessageSecrets } = {},
): Buffer {
  const own = createECDH(curve);
  if (secrets === undefined) own.generateKeys();
  else own.setPrivateKey(secrets.privateKey);
  const salt = secrets?.salt ?? randomBytes(16);
  const ownPublic = own.getPublicKey();
  const key = derive(
    own.computeSecret(publicKey),
    authSecret,
    Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, ownPublic]),
    32,
  );
  // A message ends with 2 in its last record, and is filled with zeros after that (RFC 8188 §2).
  const fill = Buffer.alloc(Math.max(filled - message.length, 0));
  const record = Buffer.concat([message, Buffer.of(2), fill]);
  if (record.length + 16 > recordSize) throw new Error('a notification too long to be sent');
  const cipher = createCipheriv(
    'aes-128-gcm',
    derive(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    derive(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
  );
  const header = Buffer.alloc(21);
  salt.copy(header);
  header.writeUInt32BE(recordSize, 16);
  header.writeUInt8(ownPublic.length, 20);
  return Buffer.concat([header, ownPublic, cipher.update(record), cipher.final(), cipher.getAuthTag()]);
}

function derive(key: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}

/** Is it a point on P-256, uncompressed? A key that is not would fail at each message. */
export function isPoint(publicKey: Buffer): boolean {
  if (publicKey.length !== 65 || publicKey.readUInt8(0) !== 4) return false;
  try {
    createPublicKey({ key: jwkOf(publicKey), format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

/** A point as a JSON web key (RFC 7518 §6.2.1). */
export function jwkOf(publicKey: Buffer) {
  const x = publicKey.subarray(1, 33).toString('base64url');
  const y = publicKey.subarray(33).toString('base64url');
  return { kty: 'EC', crv: 'P-256', x, y };
}
