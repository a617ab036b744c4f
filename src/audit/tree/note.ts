import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** One signature of a note: by whom, with which key (its first four bytes), and what. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

/** A text with its signatures (C2SP signed-note). The body ends with a line break. */
export interface Note {
  readonly body: string;
  readonly signatures: readonly NoteSignature[];
}

/** Kinds of signature in a verifier key: Ed25519 over the body, and the cosignature of a witness (C2SP tlog-cosignature). */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const;
type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A public key and whose it is, as C2SP verifier keys say it. */
export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  /** The first four bytes of a hash over name, type and key. */
  readonly keyId: Buffer;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

/** What signs: the verifier key and the private one that belongs to it. */
export interface Signer {
  readonly verifierKey: VerifierKey;
  readonly privateKey: KeyObject;
}

const largest = 1_000_000;
const mostSignatures = 100;
// Em dash, space, name, space, base64: a name holds no white space and no plus.
const signatureLine = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;

/** Reads a signed note; null when it is none. Signatures are not judged here. */
export function parseNote(text: string): Note | null {
  if (text.length > largest || hasControl(text)) return null;
  const divide = text.lastIndexOf('\n\n');
  if (divide < 0 || !text.endsWith('\n')) return null;
  const body = text.slice(0, divide + 1);
  const lines = text.slice(divide + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = signatureLine.exec(line) ?? [];
    const bytes = decoded(encoded);
    if (name === '' || bytes === null || bytes.length < 5) return null;
    signatures.push({ name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) });
  }
  return { body, signatures };
}

function hasControl(text: string): boolean {
  return /[\u0000-\u0009\u000b-\u001f]/.test(text) || !text.isWellFormed();
}

/** The note as text. */
export function formatNote({ body, signatures }: Note): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) => `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`,
  );
  return `${body}\n${lines.join('')}`;
}

/** The id of a key: SHA-256 over the name, a line break, the type and the key; the first four bytes. */
export function keyIdOf(name: string, type: number, publicKey: Buffer): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(type))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

/** Reads a verifier key, `name+id+base64`; null when it is none, or its id is not that of the key. */
export function readVerifierKey(text: string): VerifierKey | null {
  const [, name = '', id = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  const bytes = decoded(encoded);
  if (bytes?.length !== 33) return null;
  const type = Object.values(signatureTypes).find((one) => one === bytes[0]);
  const publicKey = bytes.subarray(1);
  if (type === undefined) return null;
  const keyId = keyIdOf(name, type, publicKey);
  return keyId.toString('hex') === id ? { name, type, keyId, publicKey } : null;
}

/** The verifier key as text. */
export function printVerifierKey({ name, type, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId.toString('hex')}+${Buffer.concat([Buffer.of(type), publicKey]).toString('base64')}`;
}

/** Base64 in its one true form; null otherwise. */
function decoded(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return text !== '' && bytes.toString('base64') === text ? bytes : null;
}

/** The DER around a bare Ed25519 key (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A signer named `name` from 32 secret bytes. */
export function signerOf(name: string, seed: Buffer): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privatePrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = der.subarray(publicPrefix.length);
  const type = signatureTypes.ed25519;
  return { verifierKey: { name, type, keyId: keyIdOf(name, type, publicKey), publicKey }, privateKey };
}

/** The body, signed. */
export function signNote(body: string, { verifierKey, privateKey }: Signer): string {
  const signature = sign(null, Buffer.from(body), privateKey);
  return formatNote({ body, signatures: [{ name: verifierKey.name, keyId: verifierKey.keyId, signature }] });
}

/** Is this Ed25519 signature over this message made with this key? */
export function isSignedBy(message: string, signature: Buffer, publicKey: Buffer): boolean {
  const key = createPublicKey({ key: Buffer.concat([publicPrefix, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(message), key, signature);
}

/** Has the owner of the key signed the note's body? One false signature in her name, and the note counts for nothing. */
export function hasSigned({ body, signatures }: Note, key: VerifierKey): boolean {
  const hers = signatures.filter((one) => one.name === key.name && one.keyId.equals(key.keyId));
  return hers.length > 0 && hers.every((one) => isSignedBy(body, one.signature, key.publicKey));
}
