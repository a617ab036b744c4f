import {
  formatNote,
  isSignedBy,
  type Note,
  type NoteSignature,
  signatureTypes,
  type VerifierKey,
} from './note.ts';

/** A witness's statement: at this time, this was the largest tree that she had seen of the log, and it was consistent. */
export interface Cosignature {
  /** Seconds since 1970, as the witness signed them. */
  readonly seconds: number;
  /** The line of the note, with its line break. */
  readonly line: string;
}

/** What a note says of a witness: nothing, something false, or her cosignature. */
export type CosignatureReading = 'absent' | 'false' | Cosignature;

const timestampBytes = 8;
const signatureBytes = 64;

/** What a witness signs (C2SP tlog-cosignature v1, Ed25519): a fixed line, the time, and the checkpoint's body. */
export function cosignedMessage(body: string, seconds: number | bigint): string {
  return `cosignature/v1\ntime ${seconds}\n${body}`;
}

/** Is this the key of a witness, and not one that signs logs? */
export function isWitnessKey(key: VerifierKey): boolean {
  return key.type === signatureTypes.cosignature;
}

/**
 * The witness's cosignature in a note. A line that bears her name and key but does not verify makes the whole `false`
 * (C2SP signed-note): who changed it may have changed the rest.
 */
export function readCosignature(note: Note, key: VerifierKey): CosignatureReading {
  if (!isWitnessKey(key)) return 'absent';
  const hers = note.signatures.filter((one) => one.name === key.name && one.keyId.equals(key.keyId));
  let latest: Cosignature | null = null;
  for (const one of hers) {
    const seconds = verifiedTime(note.body, one, key);
    if (seconds === null) return 'false';
    if (latest === null || seconds > latest.seconds) latest = { seconds, line: lineOf(one) };
  }
  return latest ?? 'absent';
}

function verifiedTime(body: string, { signature }: NoteSignature, key: VerifierKey): number | null {
  if (signature.length !== timestampBytes + signatureBytes) return null;
  const seconds = signature.readBigUInt64BE(0);
  // The format allows up to 2^63 − 1; no witness lives beyond what a JavaScript date can hold.
  if (seconds > 8_640_000_000_000n) return null;
  const isHers = isSignedBy(
    cosignedMessage(body, seconds),
    signature.subarray(timestampBytes),
    key.publicKey,
  );
  return isHers ? Number(seconds) : null;
}

function lineOf(signature: NoteSignature): string {
  return formatNote({ body: '', signatures: [signature] }).slice(1);
}
