import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../kernel/access.ts';
import type { Stamp } from '../kernel/action.ts';
import type { Reader, Transaction } from '../kernel/db.ts';
import type { UnitId } from '../kernel/ids.ts';

/** What every register's table has. */
interface Registered {
  readonly id: string;
  readonly version: number;
  readonly changed_by_event: string;
}

/** A register whose records lie in a unit, one row each, as its own store tells it. */
interface UnitRegister<Table extends Registered, Kept> {
  readonly table: string;
  readonly columns: readonly (Exclude<keyof Table, 'changed_by_event'> & string)[];
  readonly toKept: (row: Omit<Table, 'changed_by_event'>) => Kept;
  readonly toValues: (kept: Kept) => Omit<Table, keyof Registered>;
  readonly inScope: (scope: Scope) => RawBuilder<boolean>;
  /** Which of a unit's rows follow it into its successor: those that are not over. */
  readonly follows: RawBuilder<boolean>;
}

/** The ways in and out of such a register that are the same whatever it holds. */
export function unitRows<Table extends Registered, Kept extends Pick<Registered, 'id' | 'version'>>(
  of: UnitRegister<Table, Kept>,
) {
  const table = sql.table(of.table);
  const columns = sql.join(of.columns.map((name) => sql.ref(name)));
  const one = async (db: Reader, id: string, scope: Scope, lock: RawBuilder<unknown>) => {
    const { rows } = await sql<Table>`
      select ${columns} from ${table} where id = ${id} and ${of.inScope(scope)} ${lock}`.execute(db);
    return rows[0] === undefined ? null : of.toKept(rows[0]);
  };
  return {
    /** One record, locked; null when there is none within the scope. */
    load: (transaction: Transaction, id: string, scope: Scope): Promise<Kept | null> =>
      one(transaction, id, scope, sql`for update`),
    /** One record to look at; null when there is none within the scope. */
    read: (db: Reader, id: string, scope: Scope): Promise<Kept | null> => one(db, id, scope, sql``),
    /** Saves a record as it stands after a step: entered where it is the first. */
    save: async (transaction: Transaction, kept: Kept, stamp: Stamp): Promise<void> => {
      const values = { version: kept.version, changed_by_event: stamp.eventId, ...of.toValues(kept) };
      const [names, held] = [Object.keys(values), Object.values<unknown>(values)];
      const set = names.map((name, index) => sql`${sql.ref(name)} = ${held[index]}`);
      await (kept.version === 1
        ? sql`insert into ${table} (id, ${sql.join(names.map((name) => sql.ref(name)))})
            values (${kept.id}, ${sql.join(held)})`
        : sql`update ${table} set ${sql.join(set)} where id = ${kept.id}`
      ).execute(transaction);
    },
    /** The ids of a unit's records that follow it, locked. */
    ofUnit: async (transaction: Transaction, unitId: UnitId): Promise<readonly string[]> => {
      const { rows } = await sql<{ id: string }>`
        select id from ${table} where unit_id = ${unitId} and ${of.follows} for update`.execute(transaction);
      return rows.map(({ id }) => id);
    },
    /** They follow it. */
    move: async (transaction: Transaction, from: UnitId, to: UnitId, stamp: Stamp): Promise<void> => {
      await sql`update ${table} set unit_id = ${to}, version = version + 1, changed_by_event = ${stamp.eventId}
        where unit_id = ${from} and ${of.follows}`.execute(transaction);
    },
  };
}
