import { sql } from 'kysely';
import type { Reader, Transaction } from '../kernel/db.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Language } from '../kernel/texts.ts';
import type { CalendarFeed, NewFeed } from './calendar-feed.ts';
import type { Published } from './revisions.ts';

const columns = sql`f.id, f.person_id as "personId", f.made_at as "madeAt", f.fetched_at as "fetchedAt"`;

/** Somebody's feed that can be fetched; null when she has none. */
export async function feedOf(db: Reader, personId: string | null): Promise<CalendarFeed | null> {
  const { rows } = await sql<CalendarFeed>`select ${columns} from calendar_feed f
    where f.person_id = ${personId} and f.ended_at is null`.execute(db);
  return rows[0] ?? null;
}

/** A feed as it is fetched: whose, in which language, and what it said last. */
export interface FetchedFeed extends CalendarFeed {
  readonly language: Language | null;
  readonly published: Published;
}

/** The feed with this hash; null where it has ended, or its person's account is suspended. */
export async function findFeed(db: Reader, secretHash: Buffer): Promise<FetchedFeed | null> {
  const { rows } = await sql<FetchedFeed>`select ${columns}, a.language, f.published
    from calendar_feed f left join account a on a.person_id = f.person_id
    where f.secret_hash = ${secretHash} and f.ended_at is null and a.state is distinct from 'suspended'`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function saveFeed(
  transaction: Transaction,
  { id, personId }: NewFeed,
  secretHash: Buffer,
  at: Date,
): Promise<void> {
  await endFeedOf(transaction, personId, at);
  await sql`insert into calendar_feed (id, secret_hash, person_id, made_at)
    values (${id}, ${secretHash}, ${personId}, ${at})`.execute(transaction);
}

/** Somebody's feed is fetched no more, and what it said is forgotten. */
export async function endFeedOf(transaction: Transaction, personId: PersonId, at: Date): Promise<void> {
  await sql`update calendar_feed set ended_at = ${at}, published = '{}'
    where person_id = ${personId} and ended_at is null`.execute(transaction);
}

/** How often (s) a feed is fetched at most, whoever has its address. */
const atMostEvery = 1;

/**
 * Remembers that a feed is fetched; false when it was fetched just now, by any process. Not an event: a feed holds nothing whose
 * reading is told.
 */
export async function touchFeed(db: Reader, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`update calendar_feed set fetched_at = ${now}
    where id = ${id} and ended_at is null
      and (fetched_at is null or fetched_at <= ${now}::timestamptz - ${atMostEvery} * interval '1 second')
    returning id`.execute(db);
  return rows.length > 0;
}

/** Remembers what a feed says from now on. */
export async function savePublished(db: Reader, id: string, published: Published): Promise<void> {
  await sql`update calendar_feed set published = ${JSON.stringify(published)}::jsonb
    where id = ${id} and ended_at is null`.execute(db);
}
