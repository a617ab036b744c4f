/** Somebody who holds an office, as a list shows her. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
}

/**
 * What the clauses' facts already know, offered to views, so that a list need not work out again in SQL what a pure
 * rule has decided. Implemented by src/clauses/memory.ts.
 */
export interface Insight {
  /** The records of a register that fail a clause today: the rows behind a figure. */
  offenders(clause: string, register: string): Promise<readonly string[]>;
  /** Who owns each piece of information today; absent when nobody does. */
  informationOwners(ids: readonly string[]): Promise<ReadonlyMap<string, Holder>>;
  /** Who owns each system today; absent when nobody does. */
  systemOwners(ids: readonly string[]): Promise<ReadonlyMap<string, Holder>>;
  /** The same of a past instant, with that day as today. `now` is when it is asked. */
  asOf(instant: Date, now: Date): Insight;
}
