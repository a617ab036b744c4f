import { sql } from 'kysely';
import type { LogSource } from '../../tools/verify-audit/source.ts';
import { canonical } from '../kernel/audit/canonical.ts';
import type { Reader, Transaction } from '../kernel/db.ts';
import { readHead, readVerifierKeys } from './tree.store.ts';

/** Rows fetched at a time: what a page costs in memory, and how long the event loop is busy with one. */
const page = 1000;
const tileBytes = 256 * 32;
/** Names an erasure that does not exist: content that is gone without one. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** One leaf as the database has it, with the columns that repeat what it says. */
export interface StoredEvent {
  readonly number: number;
  readonly id: string | null;
  readonly leaf: string | null;
  readonly erasedBy: string | null;
  readonly hash: Buffer | null;
  readonly kind: string | null;
  readonly at: Date | null;
  readonly actorKind: string | null;
  readonly actorPerson: string | null;
  readonly register: string | null;
  readonly record: string | null;
  readonly touched: readonly string[] | null;
  readonly concerns: readonly string[] | null;
  readonly salt: string | null;
}

/** What reads beside the verifier, and sees each row as the database has it. */
export interface Watching {
  readonly onEvent?: (event: StoredEvent) => void;
  readonly onCheckpoint?: (size: number, root: Buffer, note: string) => void;
}

/**
 * The log as it lies in the database, for the verifier and for the export, in one snapshot that changes nothing. `use` gets
 * it in a transaction; the texts of rows come as the trigger that hashed them wrote them.
 */
export async function withLogSource<Answer>(
  db: Reader,
  watching: Watching,
  use: (source: LogSource, transaction: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      for (const setting of ["timezone = 'UTC'", "datestyle = 'ISO, YMD'", "intervalstyle = 'iso_8601'"]) {
        await sql.raw(`set local ${setting}`).execute(transaction);
      }
      await sql`set local bytea_output = 'hex'`.execute(transaction);
      return use(sourceOf(transaction, watching), transaction);
    });
}

function sourceOf(transaction: Transaction, watching: Watching): LogSource {
  return {
    events: () => events(transaction, watching),
    checkpoints: () => checkpoints(transaction, watching),
    rows: () => rows(transaction),
    hashes: () => hashes(transaction),
    keys: () => readVerifierKeys(transaction),
  };
}

let opened = 0;

/** The answer to a question, a page at a time. */
async function* pages<Row>(
  transaction: Transaction,
  question: ReturnType<typeof sql>,
): AsyncIterable<readonly Row[]> {
  const name = sql.id(`log_${++opened}`);
  await sql`declare ${name} no scroll cursor for ${question}`.execute(transaction);
  for (;;) {
    const { rows: found } = await sql<Row>`fetch ${sql.lit(page)} from ${name}`.execute(transaction);
    if (found.length > 0) yield found;
    if (found.length < page) break;
  }
  await sql`close ${name}`.execute(transaction);
}

async function* events(
  transaction: Transaction,
  { onEvent }: Watching,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const question = sql`select l.number, e.id, e.leaf, e.erased_by as "erasedBy", e.leaf_hash as hash, e.kind,
      e.occurred_at as at, e.actor_kind as "actorKind", e.actor_person as "actorPerson", e.register,
      e.record_id as record, e.touched, e.concerns, e.salt
    from audit_leaf l left join audit_event e on e.id = l.event_id order by l.number`;
  let next = 0;
  for await (const found of pages<StoredEvent>(transaction, question)) {
    let text = '\n';
    for (const event of found) {
      // A number that nobody has is a line that is empty.
      text += '\n'.repeat(Math.max(0, event.number - next));
      text += `${lineOf(event)}\n`;
      next = event.number + 1;
      onEvent?.(event);
    }
    yield new Uint8Array(Buffer.from(text));
  }
}

function lineOf({ id, leaf, erasedBy, hash }: StoredEvent): string {
  if (id === null) return '';
  // What is no leaf must still be one line.
  if (leaf !== null) return leaf.includes('\n') ? JSON.stringify(leaf) : leaf;
  return canonical({ erased: { by: erasedBy ?? nobody, hash: hash?.toString('base64') ?? '', id } });
}

async function* checkpoints(transaction: Transaction, { onCheckpoint }: Watching): AsyncIterable<string> {
  const question = sql`select size, root, note from audit_checkpoint order by size`;
  for await (const found of pages<{ size: number; root: Buffer; note: string }>(transaction, question)) {
    for (const { size, root, note } of found) {
      onCheckpoint?.(size, root, note);
      yield note;
    }
  }
}

/** The leaves' hashes as the lowest tiles have them. A tile that is missing or short is filled with zeros. */
async function* hashes(transaction: Transaction): AsyncIterable<Uint8Array> {
  const question = sql`select index, hashes, lead(index) over (order by index) as following
    from audit_tile where level = 0 order by index`;
  type Tile = { index: number; hashes: Buffer; following: number | null };
  let next = 0;
  for await (const found of pages<Tile>(transaction, question)) {
    for (const tile of found) {
      for (; next < tile.index; next++) yield Buffer.alloc(tileBytes);
      next = tile.index + 1;
      yield tile.following === null
        ? tile.hashes
        : Buffer.concat([tile.hashes, Buffer.alloc(tileBytes - tile.hashes.length)]);
    }
  }
}

/** The tiles above the lowest, in order. */
export async function readHigherTiles(
  transaction: Transaction,
): Promise<readonly { level: number; index: number; hashes: Buffer }[]> {
  const { rows: found } = await sql<{ level: number; index: number; hashes: Buffer }>`
    select level, index, hashes from audit_tile where level > 0 order by level, index`.execute(transaction);
  return found;
}

/** Events that have no number though the sequencer has passed them, which it never does. */
export async function readOutsideEvents(transaction: Transaction): Promise<readonly string[]> {
  const head = await readHead(transaction);
  const { rows: found } = await sql<{ id: string }>`
    select id from audit_event e where e.transaction_id < ${head?.horizon ?? '0'}::xid8
      and not exists (select from audit_leaf l where l.event_id = e.id) order by id limit 1000`.execute(
    transaction,
  );
  return found.map((row) => row.id);
}

/** Has an erasure been made that is not in the tree yet? Until it is, what it erased cannot be justified. */
export async function isErasurePending(transaction: Transaction): Promise<boolean> {
  const head = await readHead(transaction);
  const { rows: found } = await sql`select from audit_event e where kind = 'audit.erased'
    and e.transaction_id >= ${head?.horizon ?? '0'}::xid8
    and not exists (select from audit_leaf l where l.event_id = e.id) limit 1`.execute(transaction);
  return found.length > 0;
}

interface StoredRow {
  readonly leaf: number | null;
  readonly event: string;
  readonly table: string;
  readonly id: string;
  readonly version: number;
  readonly columnCount: number | null;
  readonly text: string;
  readonly hash: Buffer | null;
  readonly current: boolean;
}

/** Every version of every register row, in the order of the leaves; those without a leaf last. */
async function* rows(transaction: Transaction): AsyncIterable<string> {
  const tables = await sql<{ name: string; columns: number }>`
    select t.tablename as name, (select count(*)::int from pg_attribute a where attnum > 0 and not attisdropped
        and attrelid = format('public.%I', t.tablename)::regclass) as columns
    from pg_tables t where t.schemaname = 'history'
      and to_regclass(format('public.%I', t.tablename)) is not null order by 1`.execute(transaction);
  const head = await readHead(transaction);
  const question = sql`select l.number as leaf, v.event, v."table", v.id, v.version, r.column_count as "columnCount",
      case when r.column_count is null or r.column_count = v.columns then v.content::text
           else varna.row_text(v.content, v."table", r.column_count) end as text,
      r.row_hash as hash, v.current
    from (${sql.join(tables.rows.map(versionsOf), sql` union all `)}) v
    left join audit_row r on r.event_id = v.event and r.register_table = v."table" and r.row_id = v.id
      and r.version = v.version
    left join audit_leaf l on l.event_id = v.event
    left join audit_event e on e.id = v.event
    where l.number is not null or e.id is null or e.transaction_id < ${head?.horizon ?? '0'}::xid8
    order by l.number nulls last, v."table", v.id, v.version, v.current`;
  for await (const found of pages<StoredRow>(transaction, question)) {
    for (const { columnCount, hash, ...row } of found) {
      yield canonical({ ...row, column_count: columnCount, hash: hash?.toString('base64') ?? null });
    }
  }
}

/** A register's history; and its rows as they stand, where history has no such row: then they are told beside it. */
function versionsOf({ name, columns }: { name: string; columns: number }) {
  const [past, now] = [sql.id('history', name), sql.id('public', name)];
  const isSame = sql`p.id = h.id and p.version = h.version and upper_inf(h.recorded)
    and to_jsonb(p)::text = (to_jsonb(h) - 'recorded')::text`;
  return sql`select h.changed_by_event as event, ${sql.lit(name)}::text as "table", h.id, h.version,
      to_jsonb(h) - 'recorded' as content, ${sql.lit(columns)} as columns, exists (select from ${now} p where ${isSame}) as current
    from ${past} h
    union all
    select p.changed_by_event, ${sql.lit(name)}::text, p.id, p.version, to_jsonb(p), ${sql.lit(columns)}, true
    from ${now} p where not exists (select from ${past} h where ${isSame})`;
}
