import { createHash } from 'node:crypto';
import { canonical, type Change, type Json } from './canonical.ts';

/** Everything an event tells. Its canonical text, salt included, is the leaf of the log's tree. */
export interface Leaf {
  readonly v: 1;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: { readonly kind: string; readonly person: string | null };
  readonly register: string;
  readonly record: string | null;
  readonly touched: readonly string[];
  readonly changes: readonly Change[];
  readonly data: Json;
  readonly reason: string | null;
  /** 128 random bits, base64url: without it the hash of an erased event could be guessed back to its content. */
  readonly salt: string;
}

/** The leaf as text. This exact text is what is stored, hashed and exported. */
export function leafText(leaf: Leaf): string {
  const changes = leaf.changes.map((change) => ({ field: change.field, from: change.from, to: change.to }));
  return canonical({ ...leaf, actor: { ...leaf.actor }, changes });
}

/** The leaf's hash as RFC 6962 §2.1 defines it: SHA-256 over a zero byte and the leaf's bytes. */
export function leafHash(text: string): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(text, 'utf8').digest();
}
