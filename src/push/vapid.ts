import { createECDH, createPrivateKey, sign } from 'node:crypto';
import { jwkOf } from './encrypt.ts';

/** The pair of keys that push services know an installation by (RFC 8292): a point of 65 octets, and its secret of 32. */
export interface VapidKeys {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** A new pair, random. */
export function newVapidKeys(): VapidKeys {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const secret = pair.getPrivateKey();
  // A number with zeros in front is given without them.
  return {
    publicKey: pair.getPublicKey(),
    privateKey: Buffer.concat([Buffer.alloc(32 - secret.length), secret]),
  };
}

/** How long (s) a proof holds: less than the day that RFC 8292 §2 allows. */
const holdsFor = 12 * 3600;

/**
 * The `Authorization` of a message: a proof, for that service alone, that it comes from who was let in. `contact` is where whoever
 * runs the service can turn, an https address or mailto.
 */
export function authorizationFor(
  endpoint: string,
  { publicKey, privateKey }: VapidKeys,
  contact: string,
  now: Date,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + holdsFor,
    sub: contact,
  };
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const key = createPrivateKey({
    key: { ...jwkOf(publicKey), d: privateKey.toString('base64url') },
    format: 'jwk',
  });
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${signed}.${signature.toString('base64url')}, k=${publicKey.toString('base64url')}`;
}
