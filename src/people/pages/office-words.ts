import type { Office, ScopeKind } from '../../kernel/offices.ts';
import type { TextsLike } from '../../kernel/texts.ts';
import type { officeTextsSv } from '../offices.texts.sv.ts';

type Words = TextsLike<typeof officeTextsSv>;

/** `Chef`, or `Chef, ersättare`. */
export function officeName(words: Words, row: { readonly office: Office; readonly deputy: boolean }): string {
  const office = words.offices[row.office];
  return row.deputy ? words.deputyOf(office) : office;
}

/** What an office is held for: the thing's name, else the kind of thing. */
export function scopeName(
  words: Words,
  row: { readonly scope: ScopeKind; readonly scopeName: string | null },
): string {
  return row.scopeName ?? words.scopes[row.scope];
}
