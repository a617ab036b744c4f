import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { ChannelTest } from './channel-test.ts';

/** The latest tests, the newest first. */
export async function newestChannelTests(db: Reader, most: number): Promise<ChannelTest[]> {
  const { rows } = await sql<ChannelTest>`
    select id, outcome, detail, tested_at as "testedAt" from channel_test
    order by tested_at desc, id desc limit ${most}`.execute(db);
  return rows;
}

/** Saves a test. */
export async function saveChannelTest(
  transaction: Transaction,
  row: ChannelTest,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into channel_test (id, version, changed_by_event, outcome, detail, tested_at)
    values (${row.id}, 1, ${stamp.eventId}, ${row.outcome}, ${row.detail}, ${row.testedAt})`.execute(
    transaction,
  );
}
