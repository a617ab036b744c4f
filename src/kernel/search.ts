import { type RawBuilder, sql } from 'kysely';

/**
 * The condition that a column holds what somebody searched for, wherever it stands and however it is capitalised. Swedish
 * rules are named here because a database may have been made with rules that do not know that Å is å.
 */
export function holdsText(column: string, search: string): RawBuilder<boolean> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`${sql.ref(column)} collate "sv-x-icu" ilike ${pattern}`;
}
