import { Apart } from '../../../apart/apart.ts';
import type { Letter } from './letter.ts';
import type { LetterTask } from './read-letter.ts';

const reader = new Apart<LetterTask, Letter>(new URL('./read-letter.ts', import.meta.url), {
  seconds: 20,
  megabytes: 500,
  waiting: 2,
  idleSeconds: 20,
  native: false,
});

/**
 * Reads a letter in a process of its own: anybody can send one, and it may be made to harm whoever reads it. Null where it could not
 * be read, took too long or too much. @throws when many are read already
 */
export async function readApart(bytes: Uint8Array): Promise<Letter | null> {
  const outcome = await reader.ask({ bytes });
  if (outcome.kind === 'busy') throw new Error('letters are read elsewhere');
  return outcome.kind === 'done' ? outcome.answer : null;
}
