import { Apart } from '../../../apart/apart.ts';
import type { Actor } from '../../../kernel/access.ts';
import { Turns } from '../../../kernel/recorded/turns.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { told } from './file-refusals.ts';
import { type FileKind, fileKinds } from './file-kinds.ts';
import type { FileText } from './file-text.ts';
import type { FileReading, FileTask } from './read-file.ts';

const reader = new Apart<FileTask, FileReading>(new URL('./read-file.ts', import.meta.url), {
  seconds: 25,
  megabytes: 600,
  waiting: 4,
  idleSeconds: 20,
  native: false,
});

/**
 * Reads a file that somebody sends, in a process of its own: it may be made to harm whoever reads it. Refuses with why, of the field
 * it came in; `fileTooHeavy` when it took too long or too much memory, or ended the process.
 */
export async function readFile(kind: FileKind, content: string): Promise<FileText | Refusal> {
  const outcome = await reader.ask({ kind, bytes: new Uint8Array(Buffer.from(content, 'base64')) });
  if (outcome.kind === 'busy') return refuse('busy');
  if (outcome.kind !== 'done') return refuse('fileTooHeavy', { field: 'content' });
  return outcome.answer.ok ? outcome.answer.value : told(outcome.answer.refusal);
}

/** A file may take a while, and much memory: nobody waits in line. */
const turns = new Turns({ atOnce: 2, waiting: 0, each: 1 });

/** What the file of an input holds; null where the text comes in another way. */
export function fileOf(
  input: { readonly source: string; readonly content: string },
  actor: Actor,
): Promise<FileText | Refusal | null> {
  const kind = fileKinds.find((one) => one === input.source);
  if (kind === undefined) return Promise.resolve(null);
  return turns.take(actor.credentialId ?? actor.kind, () => readFile(kind, input.content));
}
