import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { sql } from 'kysely';
import type pg from 'pg';

/** Stands first in a statement that is asked at every request: PostgreSQL then keeps its plan. */
export const everyRequest = sql.raw('/* every request */');

/** A statement is kept from this time on that a connection sends it… */
const keptFrom = 3;
/** …if it is no longer than this (characters), as one with a row for each of many values is… */
const longest = 4000;
/** …and at most so many at a time by one connection: each holds memory in the server. */
const mostKept = 200;
/** Statements that are counted at a time. */
const mostCounted = 1000;

/**
 * The pool as Kysely sees it, where each connection keeps the plans of what is asked again and again: the statements
 * of actions (PostgreSQL plans them longer than it runs them: they find single rows by key, so their plan is the same
 * whatever the values) and those marked {@link everyRequest}. All others are planned for their own values, since what
 * a list is narrowed to decides how it is best read.
 */
export function keepingPlans(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      let keeping = known.get(client);
      if (keeping === undefined) {
        keeping = keepingClient(client);
        known.set(client, keeping);
      }
      return keeping;
    },
  };
}

function keepingClient(client: pg.PoolClient): PostgresPoolClient {
  const nameOf = namer();
  const query = <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    const name = nameOf(text);
    // The form of the answer is pg's, which is the one that Kysely describes.
    return client.query({
      ...(name === null ? {} : { name }),
      text,
      values: [...values],
    }) as unknown as Promise<PostgresQueryResult<Row>>;
  };
  return {
    query: query as PostgresPoolClient['query'], // no cursors are opened here, which is its other form
    release: (discard) => client.release(discard),
  };
}

/** Decides for one connection, statement by statement, under which name its plan is kept; null for not at all. */
export function namer(): (text: string) => string | null {
  const counted = new Map<string, number>();
  const names = new Map<string, string>();
  let acting = false;
  return (text) => {
    if (text === 'begin') acting = true;
    else if (text === 'commit' || text === 'rollback') acting = false;
    else if ((acting || text.trimStart().startsWith('/* every request */')) && text.length <= longest) {
      const name = names.get(text);
      if (name !== undefined) return name;
      if (names.size === mostKept) return null;
      const times = (counted.get(text) ?? 0) + 1;
      if (times < keptFrom) {
        if (counted.size === mostCounted) counted.clear();
        counted.set(text, times);
        return null;
      }
      counted.delete(text);
      const fresh = `kept_${names.size + 1}`;
      names.set(text, fresh);
      return fresh;
    }
    return null;
  };
}
