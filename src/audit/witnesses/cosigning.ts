import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';
import { parseCheckpoint } from '../tree/checkpoint.ts';
import { readCosignature } from '../tree/cosignature.ts';
import { parseNote, readVerifierKey } from '../tree/note.ts';
import type { Witness } from './witness.ts';

/** A checkpoint with the witness's line, as she hands it in. */
export const cosignInput = Fields({ note: Type.String({ minLength: 1, maxLength: 20_000 }) });

export interface StoredCosignature {
  readonly id: Id<'WitnessCosignature'>;
  readonly witnessId: string;
  readonly size: number;
  readonly cosignedAt: Date;
  readonly line: string;
  readonly receivedAt: Date;
}

export const cosignRefusals = [
  'noKey',
  'noteUnreadable',
  'checkpointNotOurs',
  'notCosigned',
  'cosignatureFalse',
  'cosignedInFuture',
  'alreadyHeld',
] as const;

/** How far ahead (s) a witness's clock may go. */
const clockLead = 300;

/** Which size the note speaks of, so that our own checkpoint can be looked up; null when it is no checkpoint. */
export function sizeOfNote(text: string): number | null {
  const note = parseNote(normalised(text));
  return note === null ? null : (parseCheckpoint(note.body)?.size ?? null);
}

/**
 * Takes a witness's cosignature. `own` is the note of our own checkpoint of that size: hers must be about the very same words.
 * One that is about others is not stored, and says that somebody has been shown another log.
 */
export function cosign(
  { witness, own }: { readonly witness: Witness; readonly own: string | null },
  input: Static<typeof cosignInput>,
  { newId, now }: Circumstances,
): Decision<StoredCosignature> | Refusal {
  const key = witness.verifierKey === null ? null : readVerifierKey(witness.verifierKey);
  if (key === null) return refuse('noKey');
  const field = 'note';
  const note = parseNote(normalised(input.note));
  const checkpoint = note === null ? null : parseCheckpoint(note.body);
  if (note === null || checkpoint === null) return refuse('noteUnreadable', { field });
  const reading = readCosignature(note, key);
  if (reading === 'absent') return refuse('notCosigned', { field });
  if (reading === 'false') return refuse('cosignatureFalse', { field });
  if (own === null || parseNote(own)?.body !== note.body) return refuse('checkpointNotOurs', { field });
  if (reading.seconds > now.getTime() / 1000 + clockLead) return refuse('cosignedInFuture', { field });
  const next: StoredCosignature = {
    id: newId<'WitnessCosignature'>(),
    witnessId: witness.id,
    size: checkpoint.size,
    cosignedAt: new Date(reading.seconds * 1000),
    line: reading.line,
    receivedAt: now,
  };
  const data = { size: next.size, cosignedAt: next.cosignedAt.toISOString(), line: next.line };
  const touched = [`witnessCosignature:${next.id}`];
  return { next, event: { kind: 'witness.cosigned', record: witness.id, data, touched } };
}

/** The note as a person pastes it: other line breaks, and space around it. */
function normalised(text: string): string {
  return `${text.replaceAll('\r\n', '\n').trim()}\n`;
}

/** What a witness's server answered, as a note: the whole of it, or our note with her lines added (C2SP tlog-witness). */
export function answeredNote(note: string, answer: string): string | null {
  const text = answer.replaceAll('\r\n', '\n').trim();
  if (text.startsWith('— ')) return `${note}${text}\n`;
  return parseNote(`${text}\n`) === null ? null : `${text}\n`;
}
