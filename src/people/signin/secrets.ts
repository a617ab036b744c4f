import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A secret of 256 random bits, as it is shown once: `prefix` tells people and secret scanners what it is. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a secret of 256 random bits. There is nothing to guess, so a fast hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** What is stored of something shorter, that could be guessed: worthless without the key outside the database. */
export function hashShort(purpose: string, text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(purpose).update('\0').update(text, 'utf8').digest();
}

/** Encrypts with AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. `owner` must be the same to decrypt. */
export function seal(plain: Buffer, owner: string, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The reverse of {@link seal}. @throws when the key is another, the owner is another, or a bit has changed */
export function unseal(sealed: Buffer, owner: string, key: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/**
 * The installation's key: from the configuration, else from `secret.key` in the data folder, which is made the first
 * time, readable by its owner only. Two starts at once agree on one.
 */
export async function openSecretKey(dataDirectory: string, configured: string | undefined): Promise<Buffer> {
  if (configured !== undefined) return Buffer.from(configured, 'base64');
  const file = path.join(dataDirectory, 'secret.key');
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing === undefined) {
    await mkdir(dataDirectory, { recursive: true });
    const own = `${file}.${randomBytes(6).toString('hex')}`;
    await writeFile(own, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    // A link fails where a name exists: the first of two wins, and both then read what it wrote.
    await link(own, file).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
    await unlink(own);
  }
  const key = Buffer.from((existing ?? (await readFile(file, 'utf8'))).trim(), 'base64');
  if (key.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes`);
  return key;
}
