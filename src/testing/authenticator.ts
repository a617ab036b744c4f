import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** An authenticator in software: makes passkeys and signs in with them as WebAuthn Level 3 §6 says, with ES256. */
export function softwareAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  const host = createHash('sha256').update(new URL(origin).hostname).digest();
  let counter = 0;

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  /** §6.1: hash of the host, flags (user present and verified, with or without a key), counter. */
  const head = (flags: number) => {
    const bytes = Buffer.alloc(5);
    bytes.writeUInt8(flags, 0);
    bytes.writeUInt32BE(counter, 1);
    return Buffer.concat([host, bytes]);
  };

  const base = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
  return {
    register(challenge: string) {
      const jwk = publicKey.export({ format: 'jwk' });
      const [x, y] = [jwk.x ?? '', jwk.y ?? ''].map((part) => Buffer.from(part, 'base64url'));
      // COSE key (RFC 9053 §7.1.1): EC2, ES256, P-256, x, y.
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        x ?? Buffer.alloc(0),
        Buffer.from('225820', 'hex'),
        y ?? Buffer.alloc(0),
      ]);
      const data = Buffer.concat([head(0x45), Buffer.alloc(16), Buffer.of(0, 16), credentialId, key]);
      // CBOR {"fmt": "none", "attStmt": {}, "authData": bytes}
      const attestation = Buffer.concat([
        Buffer.of(0xa3, 0x63),
        Buffer.from('fmt'),
        Buffer.of(0x64),
        Buffer.from('none'),
        Buffer.of(0x67),
        Buffer.from('attStmt'),
        Buffer.of(0xa0),
        Buffer.of(0x68),
        Buffer.from('authData'),
        Buffer.of(0x58, data.length),
        data,
      ]);
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      };
      return { ...base, response };
    },
    signIn(challenge: string) {
      counter++;
      const client = clientData('webauthn.get', challenge);
      const data = head(0x05);
      const hash = createHash('sha256').update(client).digest();
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, hash]), privateKey).toString('base64url'),
      };
      return { ...base, response };
    },
  };
}
