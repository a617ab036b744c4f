import { formatLongDate } from '../../../kernel/format.ts';
import type { Language, TextsLike } from '../../../kernel/texts.ts';
import type { Standing } from '../row.ts';
import type { organisationPagesTextsSv } from './organisation-pages.texts.sv.ts';

type Words = TextsLike<typeof organisationPagesTextsSv>;

interface Lasting {
  readonly from: string;
  readonly until: string | null;
  readonly standing: Standing;
}

/** `sedan 1 januari 1971`, or both days when the end is known. */
export function periodWords(row: Lasting, words: Words, language: Language): string {
  const from = formatLongDate(row.from, language);
  if (row.until !== null) return words.fromTo(from, formatLongDate(row.until, language));
  return row.standing === 'planned' ? words.fromOn(from) : words.since(from);
}

/** What an empty box means to the register. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
