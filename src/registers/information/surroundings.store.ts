import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';

/** Is there a system with this id that is not retired? Null points at none, and stands. */
export async function systemStands(db: Reader, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const found = await sql<{ stands: boolean }>`
    select exists (select from system_face s where s.id = ${id} and s.lifecycle <> 'retired') as stands`.execute(
    db,
  );
  return found.rows[0]?.stands ?? false;
}
