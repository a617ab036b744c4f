import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../kernel/db.ts';
import type { Veil } from './veil.store.ts';

/** An event as the log has it. `leaf` is null when its content has been erased. */
export interface EventRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly register: string;
  readonly record: string | null;
  readonly touched: readonly string[];
  readonly concerns: readonly string[];
  readonly leaf: string | null;
  readonly leafHash: Buffer;
  /** Which leaf of the tree it is; null until it has been integrated. */
  readonly number: number | null;
  readonly erasedBy: string | null;
  /** The decision that the erasure rests on. */
  readonly erasedByDecision: string | null;
}

/** Where a page begins: at the newest, or beside an event, which is itself not part of the page. */
export type Place =
  | { readonly kind: 'newest' }
  | { readonly kind: 'olderThan'; readonly event: string }
  | { readonly kind: 'newerThan'; readonly event: string };

/** What the log page can be narrowed by. All that is given must hold. */
export interface EventFilter {
  /** From this instant, included. */
  readonly from?: Date;
  /** Before this instant. */
  readonly before?: Date;
  readonly person?: string;
  readonly register?: string;
  readonly record?: string;
  /** Only these kinds; where it is left out, all but `hidden`. */
  readonly kinds?: readonly string[];
  readonly hidden?: readonly string[];
}

/** One page, newest first, and whether there is more on the far side of it. */
export interface EventPage {
  readonly rows: readonly EventRow[];
  readonly hasMore: boolean;
}

/**
 * Every kind that stands in the log. A walk from kind to kind in the index, so that it takes as many steps as there
 * are kinds and not as there are events.
 */
export async function kindsInLog(db: Reader): Promise<readonly string[]> {
  const found = await sql<{ kind: string }>`
    with recursive kinds as (
      (select kind from audit_event order by kind limit 1)
      union all
      select (select e.kind from audit_event e where e.kind > k.kind order by e.kind limit 1) from kinds k
      where k.kind is not null)
    select kind from kinds where kind is not null`.execute(db);
  return found.rows.map((row) => row.kind);
}

/** The events that changed a record: its own, and those of others that touched it. */
export function changesOf(
  db: Reader,
  register: string,
  id: string,
  place: Place,
  most: number,
  veil: Veil,
): Promise<EventPage> {
  const entry = `${register}:${id}`;
  // Two walks, each in the order of the page: neither reads more than a page, however long the history is.
  const own = idsWhere(
    sql`e.record_id = ${id} and e.touched <> '{}' and e.register = ${register} and ${veil}`,
    place,
    most,
  );
  const others = idsWhere(sql`${touchedByOthers(entry)} and ${veil}`, place, most);
  return pageOf(db, sql`${own} union ${others}`, place, most);
}

/** The expression of the index `audit_event_also_touched`, word for word: otherwise it is not used. */
function touchedByOthers(entry: string): RawBuilder<boolean> {
  return sql<boolean>`array_remove(e.touched, e.register || ':' || e.record_id::text) @> ${[entry]}::text[]
    and array_remove(e.touched, e.register || ':' || e.record_id::text) <> '{}'`;
}

/** The readings that showed a record, other than those by `notBy`. */
export function readingsOf(
  db: Reader,
  entry: string,
  place: Place,
  most: number,
  veil: Veil,
  notBy: string | null = null,
): Promise<EventPage> {
  const others = notBy === null ? sql`true` : sql`e.actor_person is distinct from ${notBy}::uuid`;
  const ids = idsWhere(
    sql`e.concerns @> ${[entry]} and e.concerns <> '{}' and ${others} and ${veil}`,
    place,
    most,
  );
  return pageOf(db, ids, place, most);
}

/** A page of the whole log. Never counts, and never skips over rows: a page costs the same wherever in the log it is. */
export function searchEvents(
  db: Reader,
  filter: EventFilter,
  place: Place,
  most: number,
  veil: Veil,
): Promise<EventPage> {
  const { kinds, hidden = [], ...narrow } = filter;
  const conditions = sql`${conditionsOf(narrow)} and ${veil}`;
  if (filter.record !== undefined) {
    const some = kinds === undefined ? sql`e.kind <> all(${hidden})` : sql`e.kind = any(${kinds})`;
    const walks = aboutRecord(filter.register, filter.record).map((one) =>
      idsWhere(sql`${one} and ${conditions} and ${some}`, place, most),
    );
    return pageOf(db, sql.join(walks, sql` union `), place, most);
  }
  if (kinds !== undefined && filter.person === undefined) {
    // One short walk for each kind: a kind that is rare is found without passing all the others.
    const walk = idsWhere(sql`e.kind = k.kind and ${conditions}`, place, most);
    return pageOf(
      db,
      sql`select w.id, w.occurred_at from unnest(${kinds}::text[]) as k(kind) cross join lateral ${walk} w`,
      place,
      most,
    );
  }
  const some = kinds === undefined ? sql`e.kind <> all(${hidden})` : sql`e.kind = any(${kinds})`;
  return pageOf(db, idsWhere(sql`${conditions} and ${some}`, place, most), place, most);
}

/** A record in any part: what changed it, what tried to, and what showed it. */
function aboutRecord(register: string | undefined, record: string): RawBuilder<boolean>[] {
  // Under the name of another register a person could be followed without saying what for.
  const isWhatItSays =
    register === undefined || register === 'person'
      ? sql`true`
      : sql`not exists (select from person_face p where p.id = ${record})`;
  const own = [
    sql<boolean>`e.record_id = ${record} and e.touched <> '{}' and ${isWhatItSays}`,
    sql<boolean>`e.record_id = ${record} and e.touched = '{}' and ${isWhatItSays}`,
  ];
  if (register === undefined) return own;
  const entry = `${register}:${record}`;
  return [
    ...own,
    touchedByOthers(entry),
    sql<boolean>`e.concerns @> ${[entry]}::text[] and e.concerns <> '{}'`,
  ];
}

function conditionsOf(filter: EventFilter): RawBuilder<unknown> {
  const parts = [
    filter.from === undefined ? null : sql`e.occurred_at >= ${filter.from}`,
    filter.before === undefined ? null : sql`e.occurred_at < ${filter.before}`,
    filter.person === undefined ? null : sql`e.actor_person = ${filter.person}`,
    // With a record, the register says whose record it is; the event can be another register's.
    filter.register === undefined || filter.record !== undefined
      ? null
      : sql`e.register = ${filter.register}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** One event by its id; null when there is none that the veil lets be seen. */
export async function findEvent(db: Reader, id: string, veil: Veil): Promise<EventRow | null> {
  const found = await sql<EventRow>`${hydrated(sql`(select ${id}::uuid as id)`)} where ${veil}`.execute(db);
  return found.rows[0] ?? null;
}

/** As many ids as a page needs and one more, in the page's order; as a subquery. */
function idsWhere(condition: RawBuilder<unknown>, place: Place, most: number): RawBuilder<unknown> {
  const order = place.kind === 'newerThan' ? sql`asc` : sql`desc`;
  return sql`(select e.id, e.occurred_at from audit_event e where ${condition} and ${beside(place)}
    order by e.occurred_at ${order}, e.id ${order} limit ${most + 1})`;
}

function beside(place: Place): RawBuilder<boolean> {
  if (place.kind === 'newest') return sql<boolean>`true`;
  const mark = sql`(select m.occurred_at from audit_event m where m.id = ${place.event}), ${place.event}::uuid`;
  return place.kind === 'olderThan'
    ? sql<boolean>`(e.occurred_at, e.id) < (${mark})`
    : sql<boolean>`(e.occurred_at, e.id) > (${mark})`;
}

async function pageOf(db: Reader, ids: RawBuilder<unknown>, place: Place, most: number): Promise<EventPage> {
  const order = place.kind === 'newerThan' ? sql`asc` : sql`desc`;
  const page = sql`(select c.id from (${ids}) c order by c.occurred_at ${order}, c.id ${order} limit ${most + 1})`;
  const found = await sql<EventRow>`${hydrated(page)} order by e.occurred_at ${order}, e.id ${order}`.execute(
    db,
  );
  const rows = found.rows.slice(0, most);
  return { rows: place.kind === 'newerThan' ? rows.toReversed() : rows, hasMore: found.rows.length > most };
}

function hydrated(page: RawBuilder<unknown>): RawBuilder<EventRow> {
  return sql<EventRow>`
    select e.id, e.occurred_at as "at", e.kind, e.actor_kind as "actorKind", e.actor_person as "actorId",
      p.name as "actorName", e.register, e.record_id as record, e.touched, e.concerns, e.leaf, e.leaf_hash as "leafHash",
      l.number, e.erased_by as "erasedBy", d.leaf::jsonb->'data'->>'decision' as "erasedByDecision"
    from ${page} chosen join audit_event e on e.id = chosen.id
    left join audit_leaf l on l.event_id = e.id
    left join person_face p on p.id = e.actor_person
    left join audit_event d on d.id = e.erased_by`;
}
