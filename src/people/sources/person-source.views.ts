import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { addDays } from '../../kernel/calendar.ts';
import { Fields, ListOf, listQuery, OrNull, pageSize } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { personSourceAccess } from './person-source.access.ts';
import { listPersonSources, type PersonSourceRow } from './person-source.store.ts';
import { personSourceInput } from './person-source.ts';

const Row = Fields({
  ...personSourceInput.properties,
  id: Type.String(),
  version: Type.Integer(),
  synchronisedOn: OrNull(Type.String()),
  endedOn: OrNull(Type.String()),
  /** The last day before it must be compared again; null when it never has been. */
  dueOn: OrNull(Type.String()),
  isOverdue: Type.Boolean(),
  /** Persons here today who came from it. */
  persons: Type.Integer(),
  /** May the asker change it? */
  mayChange: Type.Boolean(),
});

export const list = view({
  name: 'personSource.list',
  on: 'register',
  permission: personSourceAccess.read,
  input: Fields(listQuery),
  output: Fields({ ...ListOf(Row).properties, mayRegister: Type.Boolean() }),
  told: { nothing: 'where persons come from and how many, no person' },
  answer: async (db, input, { actor, today, insight }) => {
    const rows = await listPersonSources(db, today);
    const offenders =
      input.clause === undefined ? null : await insight.offenders(input.clause, 'personSource');
    const shown = offenders === null ? rows : rows.filter((row) => offenders.includes(row.id));
    const mayChange = scopeOf(actor, personSourceAccess.synchronise) !== null;
    const items = shown.map((row) => ({
      ...row,
      ...due(row, today),
      mayChange: mayChange && row.endedOn === null,
    }));
    const mayRegister = scopeOf(actor, personSourceAccess.register) !== null;
    return { items, total: items.length, page: 1, pageSize, mayRegister };
  },
});

/** By when it must be compared again. One never compared is overdue at once (P19). */
function due(row: PersonSourceRow, today: string): { dueOn: string | null; isOverdue: boolean } {
  if (row.synchronisedOn === null) return { dueOn: null, isOverdue: row.endedOn === null };
  const dueOn = addDays(row.synchronisedOn, row.intervalDays);
  return { dueOn, isOverdue: row.endedOn === null && dueOn < today };
}
