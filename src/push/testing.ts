import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { httpsServer } from '../testing/https-server.ts';

/** A browser that can be woken: what it hands out, and how it reads what comes (RFC 8291 from the other side). */
export function testBrowser() {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys();
  const authSecret = randomBytes(16);
  return {
    publicKey: publicKey.toString('base64url'),
    authSecret: authSecret.toString('base64url'),
    /** Decrypts a message. @throws where it is not for this browser, or a bit has changed */
    read(body: Buffer): string {
      const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
      const sender = body.subarray(21, 21 + length);
      const record = body.subarray(21 + length);
      if (length !== 65 || record.length > size) throw new Error('a header of another form');
      const info = Buffer.concat([Buffer.from('WebPush: info\0', 'ascii'), publicKey, sender]);
      const ikm = hkdfSync('sha256', pair.computeSecret(sender), authSecret, info, 32);
      const part = (name: string, octets: number) =>
        Buffer.from(hkdfSync('sha256', Buffer.from(ikm), salt, `Content-Encoding: ${name}\0`, octets));
      const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
      decipher.setAuthTag(record.subarray(-16));
      const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      const end = plain.findLastIndex((octet) => octet !== 0);
      if (plain[end] !== 2) throw new Error('not the last record');
      return plain.subarray(0, end).toString('utf8');
    },
  };
}

/** What a push service makes of the proof of who sends. @throws where the proof is no such, or is signed by another key */
export function claimsOf(authorization: string): { aud: string; exp: number; sub: string; key: string } {
  const found = /^vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(.+)$/.exec(authorization);
  if (found === null) throw new Error(`no proof: ${authorization}`);
  const [, head = '', claims = '', signature = '', key = ''] = found;
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const isRight = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isRight) throw new Error('signed by another');
  const said = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string; typ: string };
  if (said.alg !== 'ES256' || said.typ !== 'JWT') throw new Error('another kind of proof');
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    aud: string;
    exp: number;
    sub: string;
  };
  return { aud, exp, sub, key };
}

/** A push service on this machine. `status` is what it answers with, by the path of the device. */
export async function testPushService() {
  const status = new Map<string, number>();
  const requests: Pick<IncomingMessage, 'url' | 'method' | 'headers'>[] = [];
  const server = await httpsServer((request, response) => {
    const { url, method, headers } = request;
    requests.push({ url, method, headers });
    response.writeHead(status.get(url ?? '') ?? 201, { location: '/m/1' }).end('hemligt svar');
  });
  const { host, origin } = new URL(server.url());
  return { status, requests, bodies: server.bodies, host, origin, close: server.close };
}
