import { type RawBuilder, sql } from 'kysely';

/**
 * The condition that a column holds what somebody searched for, wherever it stands and however it is capitalised. Swedish
 * rules are named here because a database may have been made with rules that do not know that Å is å.
 */
export function holdsText(column: string, search: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} collate "sv-x-icu" ilike ${`%${plain(search)}%`}`;
}

/**
 * The same of a text that an index of trigrams holds in small letters (0020_search.sql). The expression has to be
 * written as the index has it, so that PostgreSQL knows it again.
 */
export function holdsIndexedText(text: RawBuilder<unknown>, search: string): RawBuilder<boolean> {
  return sql<boolean>`lower((${text}) collate "sv-x-icu") collate "C"
    like lower(${`%${plain(search)}%`}::text collate "sv-x-icu") collate "C"`;
}

/** What `like` gives a meaning, made plain. */
function plain(search: string): string {
  return search.replace(/[\\%_]/g, '\\$&');
}
