import { createHash } from 'node:crypto';
import { normaliseSentence } from './sentence.ts';

/** SHA-256, as 64 hex digits, of the normalised sentence: the same words give the same hash in every file. */
export function sentenceHash(text: string): string {
  return createHash('sha256').update(normaliseSentence(text), 'utf8').digest('hex');
}
