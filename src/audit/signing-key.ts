import { hkdfSync } from 'node:crypto';
import { signerOf, type Signer } from './tree/note.ts';

/**
 * The log's signing key, derived (HKDF-SHA-256, RFC 5869) from the installation's secret, which lies outside the database:
 * every process of an installation signs with the same key, and there is no second secret to keep. Another installation
 * with the same secret has another key.
 */
export function logSigner(secretKey: Buffer, origin: string): Signer {
  return signerOf(origin, Buffer.from(hkdfSync('sha256', secretKey, origin, 'varna log ed25519 v1', 32)));
}
