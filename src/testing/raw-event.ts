import type pg from 'pg';
import { leafHash, leafText } from '../kernel/audit/leaf.ts';
import { newId } from '../kernel/ids.ts';

/**
 * Writes an event past the kernel, in the transaction that `client` has open: for arranging rows that no action makes.
 * Answers with its id. The defaults are an event of the system's own that changed no record.
 */
export async function rawEvent(
  client: pg.Client,
  {
    at,
    touched = [],
    change = {},
  }: {
    readonly at: Date;
    readonly touched?: readonly string[];
    /** Columns that shall say something else than the leaf does. */
    readonly change?: { readonly occurredAt?: Date; readonly hash?: Buffer };
  },
): Promise<string> {
  const id = newId<'Event'>(at.getTime());
  const salt = 'AAAAAAAAAAAAAAAAAAAAAA';
  const leaf = leafText({
    v: 1,
    id,
    at: at.toISOString(),
    kind: 'test',
    actor: { kind: 'system', person: null },
    register: 'setting',
    record: null,
    touched,
    changes: [],
    data: null,
    reason: null,
    salt,
  });
  await client.query(
    `insert into audit_event (id, occurred_at, kind, actor_kind, register, touched, salt, leaf, leaf_hash)
     values ($1, $2, 'test', 'system', 'setting', $3, $4, $5, $6)`,
    [id, change.occurredAt ?? at, touched, salt, leaf, change.hash ?? leafHash(leaf)],
  );
  return id;
}
