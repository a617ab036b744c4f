import { type RawBuilder, sql } from 'kysely';
import { type KeyColumns, type Scope, whereCovered } from '../access.ts';

/** A row that a condition is about: what the query calls it, the schema of faces beside it ('' where it is read), the day. */
export interface CoveredRow {
  readonly alias: string;
  readonly schema: '' | 'public.';
  readonly today: string;
}

/**
 * As {@link whereCovered}, for a register whose rights are limited by keys. In a question of the past the row must be
 * covered both as it was and as it stands now: what has been moved out of reach is not read by asking about last week.
 */
export function whereRowCovered(
  scope: Scope,
  table: string,
  row: CoveredRow,
  columnsOf: (row: CoveredRow) => KeyColumns,
): RawBuilder<boolean> {
  const { alsoOn, ...limited } = scope;
  const covered = whereCovered(limited, columnsOf(row));
  if (alsoOn === undefined || scope.everything) return covered;
  const now = columnsOf({ alias: 'standing', schema: 'public.', today: alsoOn });
  return sql<boolean>`(${covered} and exists (select from ${sql.table(`public.${table}`)} as standing
    where standing.id = ${sql.ref(`${row.alias}.id`)} and ${whereCovered(limited, now)}))`;
}
