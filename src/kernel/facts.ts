/** When a fact holds: `until` is the last day, or null while the end is open. */
export interface Period {
  readonly from: string;
  readonly until: string | null;
}

/** One register's facts, by id. Never changed once made: a renewal makes a new table, and so a new identity. */
export type Table<Fact> = ReadonlyMap<string, Fact>;

/** Facts that share a key, in the table's order. */
export type Groups<Fact> = ReadonlyMap<string, readonly Fact[]>;

type KeyOf<Fact> = (fact: Fact) => string | null;

// Kept by the table's own identity: an index lives as long as its table, and no longer.
const kept = new WeakMap<object, Map<unknown, unknown>>();

/**
 * The facts grouped by a key; those whose key is null are left out. The answer depends on its arguments only, and is
 * remembered per table and key function, so `key` should be a function with a name, made once.
 */
export function groupBy<Fact>(table: Table<Fact>, key: KeyOf<Fact>): Groups<Fact> {
  let indexes = kept.get(table);
  if (indexes === undefined) {
    indexes = new Map();
    kept.set(table, indexes);
  }
  const found = indexes.get(key);
  if (found !== undefined) return found as Groups<Fact>; // stored below under this very key function
  const groups = new Map<string, Fact[]>();
  for (const fact of table.values()) {
    const value = key(fact);
    if (value === null) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [fact]);
    else group.push(fact);
  }
  indexes.set(key, groups);
  return groups;
}

/** Is what may have been ended on a day still so on `day`? The day it ends on is the first without it. */
export function notEnded(fact: { readonly endedOn: string | null }, day: string): boolean {
  return fact.endedOn === null || day < fact.endedOn;
}
