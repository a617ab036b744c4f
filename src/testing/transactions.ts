import pg from 'pg';
import type { TestDatabase } from './database.ts';

/**
 * How many connections of this database stand in a transaction and do nothing in it. The owner asks: what the others do is not shown to
 * the role of the application, which would always count none.
 */
export async function openTransactions({ owner }: TestDatabase): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`);
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}
