import { type RawBuilder, sql } from 'kysely';

/**
 * Which rows of a register to read: all as they stand now; some, by id; or all as the installation knew them at an
 * instant. The last is read from `history`, where every version keeps the time it was the valid record.
 */
export type Selection =
  | { readonly kind: 'current' }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'asOf'; readonly at: Date };

export const current: Selection = { kind: 'current' };

/** The table to read a selection from, under an alias: `public.unit as u`, or the same table in history. */
export function tableOf(table: string, alias: string, selection: Selection): RawBuilder<unknown> {
  const schema = selection.kind === 'asOf' ? 'history' : 'public';
  return sql`${sql.table(`${schema}.${table}`)} as ${sql.ref(alias)}`;
}

/** The condition that goes with {@link tableOf}. For ids it looks at `column`, the row's own id unless told. */
export function selected(alias: string, selection: Selection, column = 'id'): RawBuilder<boolean> {
  switch (selection.kind) {
    case 'current':
      return sql<boolean>`true`;
    case 'ids':
      return sql<boolean>`${sql.ref(`${alias}.${column}`)} = any(${selection.ids}::uuid[])`;
    case 'asOf':
      return sql<boolean>`${sql.ref(`${alias}.recorded`)} @> ${lastMicrosecondOf(selection.at)}::timestamptz`;
  }
}

/**
 * An instant as the database is asked about it. Ours have milliseconds; the versions that one change made of one row
 * follow each other by microseconds, and only the last of them is what was recorded.
 */
export function lastMicrosecondOf(at: Date): string {
  return at.toISOString().replace('Z', '999Z');
}

/** The same selection for a table joined to the one chosen by id: of it, whatever version stands at that time. */
export function joined(selection: Selection): Selection {
  return selection.kind === 'ids' ? current : selection;
}

/** The last day of a half-open `daterange`, null when it is open; as SQL on a column of that type. */
export function lastDay(column: string): RawBuilder<string | null> {
  return sql<string | null>`(upper(${sql.ref(column)}) - 1)`;
}
