import type { HeadFile } from './head-file.ts';
import { type Checkpoint, parseCheckpoint } from './tree/checkpoint.ts';
import { hasSigned, parseNote, type VerifierKey } from './tree/note.ts';

/** The head kept outside the database; null when there is none, or it is another installation's and says nothing of this log. */
export async function readKeptHead(headFile: HeadFile, key: VerifierKey): Promise<Checkpoint | null> {
  const note = parseNote((await headFile.read()) ?? '');
  if (note === null || !hasSigned(note, key)) return null;
  const checkpoint = parseCheckpoint(note.body);
  return checkpoint?.origin === key.name ? checkpoint : null;
}
