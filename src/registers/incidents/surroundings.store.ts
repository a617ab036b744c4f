import { sql } from 'kysely';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { informationAccess } from '../information/information.access.ts';
import { readInformation } from '../information/information.store.ts';
import { systemAccess } from '../systems/system.access.ts';
import type { LinkInput } from './work.ts';

/** Does the unit stand that day? */
export async function unitStands(db: Reader, unitId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from unit_face u where u.id = ${unitId}
    and u.valid_from <= ${today}::date and (u.valid_before is null or u.valid_before > ${today}::date)) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/** Is the person here that day? */
export async function personStands(db: Reader, personId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from person_face p where p.id = ${personId}
    and p.valid_from <= ${today}::date and (p.valid_before is null or p.valid_before > ${today}::date)) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/** Is there what a case is to be tied to, and may the actor know of it? */
export async function linkStands(
  db: Reader,
  { informationId, systemId, unitId }: LinkInput,
  actor: Actor,
  today: string,
): Promise<boolean> {
  if (unitId !== null) return unitStands(db, unitId, today);
  if (systemId !== null) {
    if (scopeOf(actor, systemAccess.choose) === null) return false;
    const { rows } = await sql`select from system_face where id = ${systemId}`.execute(db);
    return rows.length > 0;
  }
  if (informationId === null) return true;
  const scope = scopeOf(actor, informationAccess.read);
  return scope !== null && (await readInformation(db, informationId, scope, today)) !== null;
}
