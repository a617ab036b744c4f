import { sql } from 'kysely';
import type { Actor } from '../../kernel/access.ts';
import { dayOf } from '../../kernel/calendar.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Office } from '../../kernel/offices.ts';
import type { Services } from '../../kernel/run.ts';
import { loadActor } from '../../people/actor.store.ts';

/**
 * Whoever in the example municipality holds one of the offices that day, for a unit or for whatever it is held.
 * @throws when nobody does: the example's own rows say that somebody should
 */
export async function actorWith(
  { db, clock }: Services,
  offices: readonly Office[],
  unitId: string | null = null,
): Promise<Actor> {
  const today = dayOf(clock());
  const { rows } = await sql<{ personId: PersonId }>`
    select a.person_id as "personId" from appointment_face a
    where a.office = any(${[...offices]}::text[]) and not a.deputy and (${unitId}::uuid is null or a.scope_id = ${unitId})
      and a.valid_from <= ${today}::date and (a.valid_before is null or a.valid_before > ${today}::date)
    order by a.id limit 1`.execute(db);
  const personId = rows[0]?.personId;
  const loaded = personId === undefined ? null : await loadActor(db, personId, today);
  if (loaded === null) throw new Error(`nobody in the example holds ${offices.join(' or ')} for ${unitId}`);
  return { ...loaded, language: 'sv', credentialId: null };
}
