import { type RawBuilder, sql } from 'kysely';
import { type Actor, scopeOf } from '../kernel/access.ts';
import type { Reader } from '../kernel/db.ts';
import { isNamed, namesOf } from '../audit/names.store.ts';
import { incidentAccess } from './incidents/incident.access.ts';
import { caseInScope } from './incidents/scope.store.ts';
import { hidesExistence, type RecordReference } from './record-reference.ts';

/** Does the unit stand that day? */
export async function unitStands(db: Reader, unitId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{
    stands: boolean;
  }>`select exists (select from unit_face u where u.id = ${unitId}
    and u.valid_from <= ${today}::date and (u.valid_before is null or u.valid_before > ${today}::date)) as stands`.execute(
    db,
  );
  return rows[0]?.stands ?? false;
}

/** Does the person work here that day? True where none is named. */
export async function personHere(db: Reader, personId: string | null, today: string): Promise<boolean> {
  if (personId === null) return true;
  const { rows } = await sql<{
    here: boolean;
  }>`select exists (select from person_face p where p.id = ${personId}
    and p.valid_from <= ${today}::date and (p.valid_before is null or p.valid_before > ${today}::date)) as here`.execute(
    db,
  );
  return rows[0]?.here ?? false;
}

/** What the record is called; null when there is none, or the actor may not see it: the two look the same. */
export async function referenceName(
  db: Reader,
  reference: RecordReference,
  actor: Actor,
  today: string,
): Promise<string | null> {
  const { register, id } = reference;
  if (!isNamed(register)) return null;
  return (await namesOf(db, register, [id], actor, today)).get(id) ?? null;
}

/** A record that is pointed at, as a page shows it: without a name when the reader may not see it. */
export interface ShownReference extends RecordReference {
  readonly name: string | null;
}

/**
 * The reference with its name, as far as the actor may know it; null too where that there is such a record is itself more than
 * she may know.
 */
export async function shownReference(
  db: Reader,
  reference: RecordReference | null,
  actor: Actor,
  today: string,
): Promise<ShownReference | null> {
  if (reference === null) return null;
  const name = await referenceName(db, reference, actor, today);
  return name === null && hidesExistence(reference.register) ? null : { ...reference, name };
}

/**
 * The condition that the actor may know what a row comes from, by its columns `source_register` and `source_id`: in lists and
 * filters, what {@link shownReference} is on a page. A case that she may not see is no source to her.
 */
export function sourceKnown(
  alias: string,
  { actor, today }: { readonly actor: Actor; readonly today: string },
): RawBuilder<boolean> {
  const scope = scopeOf(actor, incidentAccess.read);
  if (scope?.everything === true) return sql<boolean>`true`;
  const [register, id] = [sql.ref(`${alias}.source_register`), sql.ref(`${alias}.source_id`)];
  const seen = scope === null ? sql<boolean>`false` : caseInScope(scope, today, 'sourcecase');
  return sql<boolean>`(${register} is distinct from 'incident' or exists (
    select from incident sourcecase where sourcecase.id = ${id} and ${seen}))`;
}
