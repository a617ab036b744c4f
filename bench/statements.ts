import { createHash } from 'node:crypto';
import pg from 'pg';
import { leafHash } from '../src/kernel/audit/leaf.ts';
import { newId } from '../src/kernel/ids.ts';

/** One statement as it was sent. */
interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one request sent to the database, in order, ready to be sent again. */
export interface Recording {
  readonly statements: readonly Statement[];
  /** The identifiers that the request made: each repetition makes its own. */
  readonly made: readonly string[];
}

type Query = (this: pg.Client, config: unknown, values?: unknown, callback?: unknown) => unknown;

/** Writes down every statement that any connection of this process sends while `run` does. */
export async function record(run: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const original = Reflect.get(pg.Client.prototype, 'query') as Query; // replaced for a moment, with the same form
  const note: Query = function (config, values, callback) {
    const given =
      typeof config === 'string' ? { text: config, values } : (config as { text: string; values?: unknown });
    const all = Array.isArray(given.values) ? (given.values as unknown[]) : [];
    statements.push({ name: nameOf(given.text), text: given.text, values: all });
    return original.call(this, config, values, callback);
  };
  Reflect.set(pg.Client.prototype, 'query', note);
  try {
    await run();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original);
  }
  return statements;
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** What must differ when the statements are sent again: ids that an insert made, found as its first values. */
export function recording(statements: readonly Statement[], key: string): Recording {
  const inserts = statements.filter((one) => /^\s*insert into/i.test(one.text));
  const made = inserts.flatMap((one) => {
    const columns =
      /\(([^)]*)\)/
        .exec(one.text)?.[1]
        ?.split(',')
        .map((column) => column.trim().replaceAll('"', '')) ?? [];
    const value = one.values[columns.indexOf('id')];
    return typeof value === 'string' ? [value] : [];
  });
  return { statements, made: [...made, key] };
}

/**
 * Sends the statements again on one connection, prepared once by name, as a new change of the same record: with new
 * identifiers, the next version, and the event's hash over its new text.
 */
export async function repeat(client: pg.Client, what: Recording, version: number): Promise<void> {
  const fresh = new Map(what.made.map((id) => [id, newId()]));
  for (const { name, text, values } of what.statements) {
    if (values.length === 0) {
      await client.query(text);
      continue;
    }
    await client.query({ name, text, values: renewed(text, values, fresh, version) });
  }
}

function renewed(
  text: string,
  values: readonly unknown[],
  fresh: ReadonlyMap<string, string>,
  version: number,
): unknown[] {
  const renew = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renew);
    if (typeof value !== 'string') return value;
    return [...fresh].reduce((next, [from, to]) => next.replaceAll(from, to), value);
  };
  const replaced = values.map(renew);
  const place = /^\s*update "\w+" set "version" = \$(\d+)/i.exec(text)?.[1];
  if (place !== undefined) replaced[Number(place) - 1] = version;
  if (/leaf_hash/.test(text)) {
    const leaf = replaced.findIndex(
      (value) => typeof value === 'string' && value.startsWith('{') && value.includes('"salt"'),
    );
    const hash = replaced.findLastIndex((value) => Buffer.isBuffer(value));
    replaced[hash] = leafHash(String(replaced[leaf]));
  }
  return replaced;
}
