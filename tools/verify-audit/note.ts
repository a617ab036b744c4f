import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';

/** A head of the log as somebody signed it (C2SP tlog-checkpoint in a signed note). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** What was signed: the lines before the empty one, newline included. */
  readonly body: string;
  readonly signatures: readonly Signature[];
}

interface Signature {
  readonly name: string;
  readonly keyId: string;
  readonly bytes: Buffer;
}

/** A verifier key (C2SP signed-note): `<name>+<key id>+<base64 of 0x01 and the Ed25519 key>`. */
export interface VerifierKey {
  readonly text: string;
  readonly name: string;
  readonly keyId: string;
  readonly key: KeyObject;
}

/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const ed25519 = 1;

/** Reads a verifier key; null when the line is none, or one of another kind than Ed25519. */
export function readVerifierKey(line: string): VerifierKey | null {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line.trim());
  const [, name = '', keyId = '', encoded = ''] = parts ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (parts === null || bytes.length !== 33 || bytes[0] !== ed25519) return null;
  if (hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), bytes]), 'hex').slice(0, 8) !== keyId) {
    return null;
  }
  const der = Buffer.concat([derPrefix, bytes.subarray(1)]);
  return { text: line.trim(), name, keyId, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** Reads one signed note as a checkpoint; null when it is not one. Lines after the third belong to the body. */
export function readCheckpoint(note: string): Checkpoint | null {
  const split = note.indexOf('\n\n');
  if (split < 0) return null;
  const body = note.slice(0, split + 1);
  const [origin = '', size = '', root = ''] = body.split('\n');
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root)) return null;
  const signatures: Signature[] = [];
  for (const line of note.slice(split + 2).split('\n')) {
    if (line === '') continue;
    const parts = /^\u2014 (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line);
    if (parts === null) return null;
    const bytes = Buffer.from(parts[2] ?? '', 'base64');
    signatures.push({
      name: parts[1] ?? '',
      keyId: bytes.toString('hex', 0, 4),
      bytes: bytes.subarray(4),
    });
  }
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), body, signatures };
}

/** Which of the keys signed it; null when none did. Signatures of others (cosignatures) are passed by. */
export function signerOf(checkpoint: Checkpoint, keys: readonly VerifierKey[]): VerifierKey | null {
  const body = Buffer.from(checkpoint.body);
  for (const signature of checkpoint.signatures) {
    const key = keys.find((one) => one.name === signature.name && one.keyId === signature.keyId);
    if (key !== undefined && verify(null, body, key.key, signature.bytes)) return key;
  }
  return null;
}

/** Takes a text of several notes apart, as lines come: a note ends with the empty line after its signatures. */
export class NoteSplitter {
  #lines: string[] = [];
  #isSigned = false;

  /** The note that this line ended, with all its lines; null when it goes on. */
  add(line: string): string | null {
    if (line === '' && this.#isSigned) return this.end();
    if (line.startsWith('\u2014 ')) this.#isSigned = true;
    // Another note without an empty line between: its first line cannot be a signature's.
    else if (this.#isSigned) {
      const ended = this.end();
      this.#lines.push(line);
      return ended;
    }
    if (line !== '' || this.#lines.length > 0) this.#lines.push(line);
    return null;
  }

  /** The last note, where no empty line followed it; null when there is none. */
  end(): string | null {
    const note = this.#lines.length === 0 ? null : `${this.#lines.join('\n')}\n`;
    this.#lines = [];
    this.#isSigned = false;
    return note;
  }
}
