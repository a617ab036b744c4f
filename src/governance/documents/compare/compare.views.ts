import { Type } from 'typebox';
import type { Reader } from '../../../kernel/db.ts';
import { Fields, IdOf, OneOf, OrNull } from '../../../kernel/schema.ts';
import { view } from '../../../kernel/view.ts';
import { mostSentences } from '../reading/file-refusals.ts';
import { readWritten } from '../blocks/block-text.ts';
import { documentVersionAccess } from '../document.access.ts';
import { loadDocument, readVersion } from '../document.store.ts';
import type { DocumentVersion } from '../document.ts';
import { sentencesOf } from '../sentence.store.ts';
import { compareTexts } from './compare.ts';
import { changeKinds } from './counts.ts';

const Version = Fields({ id: Type.String(), number: Type.Integer() });

const Compared = Fields({
  kind: OneOf(changeKinds),
  heading: Type.String(),
  /** The sentence as it is now; where it has gone, as it was. */
  text: Type.String(),
  pieces: Type.Array(Fields({ kind: OneOf(['kept', 'added', 'removed']), words: Type.String() })),
  /** What it demanded, and what it demands; null where it is not there, or demands nothing. */
  demandBefore: OrNull(OneOf(['ska', 'bor'])),
  demandNow: OrNull(OneOf(['ska', 'bor'])),
});

export const compare = view({
  name: 'documentVersion.compare',
  on: 'record',
  permission: documentVersionAccess.read,
  input: Fields({ with: IdOf<'DocumentVersion'>() }),
  output: Fields({ title: Type.String(), before: Version, now: Version, rows: Type.Array(Compared) }),
  told: { nothing: 'steering documents are public' },
  answer: async (db, input, { id }) => {
    const now = await readVersion(db, id);
    const before = await readVersion(db, input.with);
    if (now === null || before === null || before.documentId !== now.documentId) return null;
    const document = await loadDocument(db, now.documentId);
    const [old, fresh] = [await linesOf(db, before), await linesOf(db, now)];
    const rows = compareTexts(
      old.map((line) => line.text),
      fresh.map((line) => line.text),
    );
    return {
      title: document?.title ?? '',
      before: { id: before.id, number: before.number },
      now: { id: now.id, number: now.number },
      rows: rows.map((row) => {
        const was = 'old' in row ? old[row.old] : undefined;
        const is = 'now' in row ? fresh[row.now] : undefined;
        const isStronger = row.kind === 'same' && was?.demand !== is?.demand;
        return {
          // The same words may be taken to demand otherwise: then it is the demand that has changed.
          kind: isStronger ? 'changed' : row.kind,
          heading: is?.heading ?? was?.heading ?? '',
          text: is?.text ?? was?.text ?? '',
          pieces: row.kind === 'changed' ? [...row.pieces] : isStronger ? [kept(is?.text ?? '')] : [],
          demandBefore: was?.demand ?? null,
          demandNow: is?.demand ?? null,
        };
      }),
    };
  },
});

/** A sentence none of whose words have changed. */
const kept = (words: string) => ({ kind: 'kept' as const, words });

interface Line {
  readonly text: string;
  readonly heading: string;
  readonly demand: 'ska' | 'bor' | null;
}

/**
 * The sentences of a version; of a draft, as they would be if it were proposed now. A draft may be longer than can be proposed:
 * then its beginning is compared.
 */
async function linesOf(db: Reader, version: DocumentVersion): Promise<readonly Line[]> {
  const stored = await sentencesOf(db, version.id);
  if (stored.length > 0 || version.blocks === null) return stored;
  const reading = readWritten(version.blocks, version.demandMarks);
  if (!reading.ok) return [];
  const { sections, sentences } = reading.value;
  return sentences.slice(0, mostSentences).map(({ text, section, demand }) => ({
    text,
    demand,
    heading: sections[section]?.heading ?? '',
  }));
}
