import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { CoveredRow } from '../../kernel/recorded/covered.ts';
import type { SecretPart } from './incident.ts';

/** Offices that see every case whose existence is no secret, once it has been triaged. */
export const overseers = ['auditor', 'dataProtectionOfficer', 'municipalDirector'] as const;

/**
 * The condition that a case lies within the scope: the one place that knows who sees which. Lists, counts, records, names, the
 * log and exports all ask here, so that what somebody may not see is nowhere. `alias` is what the query calls the table.
 *
 * A case is seen by its handler, by who has been let in, and by who reported it unless it is secret. What is open besides, that
 * is triaged and not secret, is seen by those who lead a unit it concerns, answer for a system or own information that it concerns,
 * or oversee.
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

/**
 * The condition that a link of a case is to something that the asker answers for: a system by her appointment, or information that
 * she owns by appointment or by the table of owners. That it has been hit she is told, also where it is masked to others.
 */
export function isAnsweredFor(
  { keys: { person, record, area } }: Pick<Scope, 'keys'>,
  { alias, schema, today }: CoveredRow,
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const table = (name: string) => sql.table(`${schema}${name}`);
  const ofInformation = sql`from ${table('appointment_face')} oa where oa.office = 'informationOwner'
    and oa.scope_id = ${column('information_id')}
    and oa.valid_from <= ${today}::date and (oa.valid_before is null or oa.valid_before > ${today}::date)`;
  return sql<boolean>`(coalesce(${column('system_id')} = any(${[...record]}::uuid[]), false)
    or exists (select ${ofInformation} and oa.person_id = any(${[...person]}::uuid[]))
    or (not exists (select ${ofInformation} and not oa.deputy)
        and exists (select from ${table('information_face')} oi where oi.id = ${column('information_id')}
          and array[oi.area, oi.area || ':' || oi.unit_id] && ${[...area]}::text[])))`;
}

function seen(scope: Scope, { alias, schema, today }: CoveredRow): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const table = (name: string) => sql.table(`${schema}${name}`);
  const { person, unit } = scope.keys;
  const persons = sql`any(${person}::uuid[])`;
  // Each is asked once for the whole question, and not once for every case: the list counts ten thousand of them.
  const admitted = sql`${column('id')} in (select ip.incident_id from ${table('incident_person')} ip
    where ip.ended_on is null and ip.person_id = ${persons})`;
  const concerned = sql`${column('id')} in (select il.incident_id from ${table('incident_link')} il
    where il.ended_on is null
      and (il.unit_id = any(${unit}::uuid[]) or ${isAnsweredFor(scope, { alias: 'il', schema, today })}))`;
  const oversees = sql`exists (select from ${table('appointment_face')} ia
    where ia.office = any(${[...overseers]}::text[]) and ia.person_id = ${persons}
      and ia.valid_from <= ${today}::date and (ia.valid_before is null or ia.valid_before > ${today}::date))`;
  // What holds for most is asked first.
  return sql<boolean>`((not ${column('secret')} and ${column('state')} <> 'reported'
        and (${oversees} or ${column('unit_id')} = any(${unit}::uuid[]) or ${concerned}))
    or ${column('handler_id')} = ${persons} or ${admitted}
    or (not ${column('secret')} and ${column('reported_by')} = ${persons}))`;
}

/**
 * The condition that the whole case is open to somebody: its handler, who has been let in, and those who coordinate. It is asked
 * as of now also in a question of the past: who has left the case reads no more of it than others do.
 */
export function inCircle(scope: Scope, alias = 'incident'): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  const schema = scope.alsoOn === undefined ? '' : 'public.';
  const persons = sql`any(${scope.keys.person}::uuid[])`;
  const id = sql.ref(`${alias}.id`);
  return sql<boolean>`(${id} in (select c.id from ${sql.table(`${schema}incident`)} c where c.handler_id = ${persons})
    or ${id} in (select c.incident_id from ${sql.table(`${schema}incident_person`)} c
      where c.ended_on is null and c.person_id = ${persons}))`;
}

/**
 * The parts of a case that are secret; in a question of the past also those that have become so since. What has been covered is
 * not read by asking how it was before.
 */
export function partsSecret({ alsoOn }: Scope, alias = 'incident'): RawBuilder<SecretPart[]> {
  const then = sql<SecretPart[]>`${sql.ref(`${alias}.secret_parts`)}`;
  if (alsoOn === undefined) return then;
  return sql<
    SecretPart[]
  >`(${then} || (select s.secret_parts from public.incident s where s.id = ${sql.ref(`${alias}.id`)}))`;
}

/** What somebody may see of a case that she may know of. */
export interface Openness {
  /** Is she one of those whom the whole case is open to? */
  readonly within: boolean;
  readonly secretParts: readonly SecretPart[];
}

/** The links of a case to what somebody answers for. */
export async function answeredFor(
  db: Reader,
  id: string,
  scope: Pick<Scope, 'keys'>,
  today: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select l.id from incident_link l where l.incident_id = ${id} and l.ended_on is null
      and ${isAnsweredFor(scope, { alias: 'l', schema: '', today })}`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** How open a case is within the scope. */
export async function opennessOf(db: Reader, id: string, scope: Scope): Promise<Openness> {
  const { rows } = await sql<Openness>`
    select ${inCircle(scope)} as within, ${partsSecret(scope)} as "secretParts" from incident where id = ${id}`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('the case was found before');
  return found;
}
