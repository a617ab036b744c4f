import { type RawBuilder, sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { type Family, neverErased, patternsOf } from '../families.ts';

/** An event whose content is to go. */
export interface DueEvent {
  readonly id: string;
  readonly hash: Buffer;
}

/** Sealed events of the family whose content is left and that are from before the day, the oldest first; at most `most`. */
export async function readDue(
  transaction: Transaction,
  family: Family,
  before: string,
  most: number,
): Promise<DueEvent[]> {
  const { rows } = await sql<DueEvent>`
    select e.id, e.leaf_hash as hash from ${dueEvents(family, before, most)}
    order by e.occurred_at, e.id limit ${most}`.execute(transaction);
  return rows;
}

/** How many events a rule would erase now, counted to `most`, and from when the oldest is. */
export async function countDue(
  db: Reader,
  family: Family,
  before: string,
  most: number,
): Promise<{ events: number; oldest: Date | null }> {
  const { rows } = await sql<{ events: number; oldest: Date | null }>`
    select count(*) as events, min(occurred_at) as oldest
    from (select e.occurred_at from ${dueEvents(family, before, most)} limit ${most}) due`.execute(db);
  return rows[0] ?? { events: 0, oldest: null };
}

// The kinds are stepped through on the index, one by one: there are some hundred of them among millions of events. Each kind's
// oldest are then read from the same index; the limit within keeps PostgreSQL from reading the log in order of time.
function dueEvents(family: Family, before: string, most: number): RawBuilder<unknown> {
  const { any, none } = patternsOf(family);
  const spared = [...none, ...neverErased.map((pattern) => pattern.replace('*', '%'))];
  return sql`(
      with recursive found as (
        (select kind from audit_event where erased_by is null order by kind limit 1)
        union all
        select (select n.kind from audit_event n where n.erased_by is null and n.kind > f.kind order by n.kind limit 1)
        from found f where f.kind is not null)
      select kind from found where kind like any(${any}::text[]) and not kind like any(${spared}::text[])) k
    cross join lateral (
      select w.id, w.leaf_hash, w.occurred_at from audit_event w
      where w.kind = k.kind and w.erased_by is null
        and w.occurred_at < (${before}::date)::timestamp at time zone 'Europe/Stockholm'
        and (select l.number from audit_leaf l where l.event_id = w.id) is not null
      order by w.occurred_at limit ${most}) e`;
}

/** Empties the events. @throws when one of them was not there to be emptied */
export async function eraseEvents(
  transaction: Transaction,
  events: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const { rows } = await sql<{ erased: number }>`
    select varna.erase_events(${events}::uuid[], ${stamp.eventId}) as erased`.execute(transaction);
  if (rows[0]?.erased !== events.length)
    throw new Error('an event that was to be erased had been erased already');
}

/** One erasure, as it is told of: so many events, by which rule and decision. */
export interface Erasure {
  readonly ruleId: string;
  readonly family: Family;
  readonly decision: string;
  readonly erased: number;
}

/** Remembers what an `audit.erased` erased. */
export async function insertErasure(transaction: Transaction, erasure: Erasure, stamp: Stamp): Promise<void> {
  await sql`insert into audit_erasure (event_id, rule_id, family, decision, erased, at)
    values (${stamp.eventId}, ${erasure.ruleId}, ${erasure.family}, ${erasure.decision}, ${erasure.erased}, ${stamp.at})`.execute(
    transaction,
  );
}

/** What was erased by one rule in one day, by Swedish time. */
export interface ErasedThatDay extends Erasure {
  readonly day: string;
}

/** What has been erased, day by day, the latest first. At most `most` rows. */
export async function erasedByDay(db: Reader, most: number): Promise<ErasedThatDay[]> {
  const { rows } = await sql<ErasedThatDay>`
    select (at at time zone 'Europe/Stockholm')::date as day, rule_id as "ruleId", family, decision, sum(erased)::bigint as erased
    from audit_erasure group by 1, 2, 3, 4 order by 1 desc, 3, 4 limit ${most}`.execute(db);
  return rows;
}
