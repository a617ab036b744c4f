import { sql } from 'kysely';
import type { HeldOffice } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';

/** What the things are called that offices are held for. */
export async function scopeNames(
  db: Reader,
  held: readonly HeldOffice[],
): Promise<ReadonlyMap<string, string>> {
  const ids = held.map((one) => one.scopeId).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select id, name from unit_face where id = any(${ids}::uuid[])
    union all select id, name from body_face where id = any(${ids}::uuid[])
    union all select id, name from entity_face where id = any(${ids}::uuid[])
    union all select id, name from system_face where id = any(${ids}::uuid[])
    union all select id, name from information_face where id = any(${ids}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
