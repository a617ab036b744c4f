import { type RawBuilder, sql } from 'kysely';
import { scopeOf } from '../kernel/access.ts';
import type { Asking } from '../kernel/view.ts';
import { incidentAccess } from '../registers/incidents/incident.access.ts';
import { caseInScope, inCircle } from '../registers/incidents/scope.store.ts';
import { isOfReadable } from './names.store.ts';

/** A condition on an event, under the name `e`: may the asker know of it at all? */
export type Veil = RawBuilder<boolean>;

/**
 * The log tells of every register, and some of its readers may not know that a certain case exists. What was done to it, who has
 * read of it, and every list that showed it among others are then left out of the question, as if they were not there. What
 * the asker has done herself she may always see. Whoever may see every case meets no veil.
 *
 * A case of which a part is secret is veiled likewise from those outside its circle: what was done to it tells who reported it,
 * what it concerns and which files it has. Only where a person asks what others have read about herself does it stay:
 * `over` is then `secretCases`.
 */
export function veilOver(
  { actor, today }: Pick<Asking, 'actor' | 'today'>,
  over: 'secretParts' | 'secretCases' = 'secretParts',
): Veil {
  const scope = scopeOf(actor, incidentAccess.read);
  if (scope?.everything === true) return sql<boolean>`true`;
  const known = scope === null ? sql<boolean>`false` : caseInScope(scope, today, 'veiled');
  const whole =
    scope === null || over === 'secretCases'
      ? sql<boolean>`true`
      : sql<boolean>`(veiled.secret_parts = '{}' or ${inCircle(scope, 'veiled')})`;
  return sql<boolean>`(coalesce(e.actor_person = ${actor.personId}::uuid, false) or not exists (
    select from unnest(array_append(e.touched || e.concerns, e.register || ':' || coalesce(e.record_id::text, ''))) as t(entry)
    where t.entry like 'incident:_%' and not exists (
      select from incident veiled where veiled.id = substr(t.entry, ${'incident:'.length + 1})::uuid and ${known} and ${whole})))`;
}

/** The same over the history of a record, where what was done to others that the asker may not read is left out too. */
export function veilOverHistory(asking: Pick<Asking, 'actor' | 'today'>): Veil {
  return sql<boolean>`${veilOver(asking)} and ${isOfReadable(asking.actor, asking.today)}`;
}
