import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { CoveredRow } from '../../kernel/recorded/covered.ts';

/** Offices that see every case whose existence is no secret, once it has been triaged. */
export const overseers = ['auditor', 'dataProtectionOfficer', 'municipalDirector'] as const;

/**
 * The condition that a case lies within the scope: the one place that knows who sees which. Lists, counts, records, names, the
 * log and exports all ask here, so that what somebody may not see is nowhere. `alias` is what the query calls the table.
 *
 * A case is seen by its handler, by who has been let in, and by who reported it unless it is secret. What is open besides, that
 * is triaged and not secret, is seen by those who lead a unit it concerns, answer for a system it concerns, or oversee.
 */
export function caseInScope(scope: Scope, today: string, alias = 'incident'): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  const { alsoOn, ...limited } = scope;
  const then = seen(limited, { alias, schema: '', today });
  if (alsoOn === undefined) return then;
  // What has become secret is not read by asking about last week.
  const now = seen(limited, { alias: 'standing', schema: 'public.', today: alsoOn });
  return sql<boolean>`(${then} and exists (select from ${sql.table('public.incident')} as standing
    where standing.id = ${sql.ref(`${alias}.id`)} and ${now}))`;
}

function seen(scope: Scope, { alias, schema, today }: CoveredRow): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const table = (name: string) => sql.table(`${schema}${name}`);
  const { person, unit, record } = scope.keys;
  const persons = sql`any(${person}::uuid[])`;
  const admitted = sql`exists (select from ${table('incident_person')} ip
    where ip.incident_id = ${column('id')} and ip.ended_on is null and ip.person_id = ${persons})`;
  const concerned = sql`exists (select from ${table('incident_link')} il
    where il.incident_id = ${column('id')} and il.ended_on is null
      and (il.unit_id = any(${unit}::uuid[]) or il.system_id = any(${record}::uuid[])))`;
  const oversees = sql`exists (select from ${table('appointment_face')} ia
    where ia.office = any(${[...overseers]}::text[]) and ia.person_id = ${persons}
      and ia.valid_from <= ${today}::date and (ia.valid_before is null or ia.valid_before > ${today}::date))`;
  return sql<boolean>`(${column('handler_id')} = ${persons} or ${admitted}
    or (not ${column('secret')} and ${column('reported_by')} = ${persons})
    or (not ${column('secret')} and ${column('state')} <> 'reported'
        and (${column('unit_id')} = any(${unit}::uuid[]) or ${concerned} or ${oversees})))`;
}
