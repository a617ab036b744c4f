import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import { whereRowCovered } from '../../kernel/recorded/covered.ts';
import { unitRows } from '../unit-rows.store.ts';
import { readReference } from '../record-reference.ts';
import type { Measure } from './measure.ts';
import type { MeasureNote } from './measure-steps.ts';

interface MeasureTable {
  id: Measure['id'];
  version: number;
  changed_by_event: string;
  title: string;
  description: string;
  source_register: string | null;
  source_id: string | null;
  clause: string | null;
  unit_id: UnitId;
  owner_person_id: PersonId | null;
  owner_office: Measure['ownerOffice'];
  due_on: string;
  cost: number | null;
  resources: Measure['resources'];
  resource_decision: string;
  resources_on: string | null;
  secrecy_provisions: Measure['secrecyProvisions'];
  state: Measure['state'];
  done_on: string | null;
  effect: Measure['effect'];
  effect_seen: string;
  effect_on: string | null;
  effect_by: PersonId | null;
}

const columns = [
  'id',
  'version',
  'title',
  'description',
  'source_register',
  'source_id',
  'clause',
  'unit_id',
  'owner_person_id',
  'owner_office',
  'due_on',
  'cost',
  'resources',
  'resource_decision',
  'resources_on',
  'secrecy_provisions',
  'state',
  'done_on',
  'effect',
  'effect_seen',
  'effect_on',
  'effect_by',
] as const;

function toMeasure(row: Omit<MeasureTable, 'changed_by_event'>): Measure {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    description: row.description,
    source: readReference(row.source_register, row.source_id),
    clause: row.clause,
    unitId: row.unit_id,
    ownerPersonId: row.owner_person_id,
    ownerOffice: row.owner_office,
    dueOn: row.due_on,
    cost: row.cost,
    resources: row.resources,
    resourceDecision: row.resource_decision,
    resourcesOn: row.resources_on,
    secrecyProvisions: row.secrecy_provisions,
    state: row.state,
    doneOn: row.done_on,
    effect: row.effect,
    effectSeen: row.effect_seen,
    effectOn: row.effect_on,
    effectBy: row.effect_by,
  };
}

/**
 * The condition that a row lies within the scope. `alias` is what the query calls the table. Whoever works on a case sees what is
 * to be done about it, wherever: as of now also in a question of the past.
 */
export function measureInScope(scope: Scope, alias = 'measure'): RawBuilder<boolean> {
  const covered = coveredMeasure(scope, alias);
  if (scope.everything) return covered;
  const schema = scope.alsoOn === undefined ? '' : 'public.';
  const [register, id] = [sql.ref(`${alias}.source_register`), sql.ref(`${alias}.source_id`)];
  return sql<boolean>`(${covered} or ${register} = 'incident' and exists (
    select from ${sql.table(`${schema}incident`)} hers
    where hers.id = ${id} and hers.handler_id = any(${scope.keys.person}::uuid[])))`;
}

function coveredMeasure(scope: Scope, alias: string): RawBuilder<boolean> {
  // No key of a measure depends on the day.
  return whereRowCovered(scope, 'measure', { alias, schema: '', today: '' }, (row) => ({
    unit: `${row.alias}.unit_id`,
    person: `${row.alias}.owner_person_id`,
  }));
}

function valuesOf(row: Measure): Omit<MeasureTable, 'id' | 'version' | 'changed_by_event'> {
  return {
    title: row.title,
    description: row.description,
    source_register: row.source?.register ?? null,
    source_id: row.source?.id ?? null,
    clause: row.clause,
    unit_id: row.unitId,
    owner_person_id: row.ownerPersonId,
    owner_office: row.ownerOffice,
    due_on: row.dueOn,
    cost: row.cost,
    resources: row.resources,
    resource_decision: row.resourceDecision,
    resources_on: row.resourcesOn,
    secrecy_provisions: row.secrecyProvisions,
    state: row.state,
    done_on: row.doneOn,
    effect: row.effect,
    effect_seen: row.effectSeen,
    effect_on: row.effectOn,
    effect_by: row.effectBy,
  };
}

const measures = unitRows<MeasureTable, Measure>({
  table: 'measure',
  columns,
  toKept: toMeasure,
  toValues: valuesOf,
  inScope: (scope) => measureInScope(scope),
  follows: sql<boolean>`state in ('planned', 'ongoing', 'done')`,
});

/** Finds one within the scope: locked to be changed, or to be looked at; and keeps it as it stands after a step. */
export const { load: loadMeasure, read: readMeasure, save: saveMeasure } = measures;
/** Those of a unit that are not over, and how they follow it into its successor. */
export const { ofUnit: measuresOfUnit, move: moveMeasures } = measures;

/** Adds a line on how it goes. */
export async function insertNote(
  transaction: Transaction,
  measureId: string,
  note: MeasureNote,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into measure_note (id, version, changed_by_event, measure_id, number, text, written_by, written_on)
    values (${note.id}, 1, ${stamp.eventId}, ${measureId}, ${note.number}, ${note.text}, ${note.writtenBy},
            ${note.writtenOn})`.execute(transaction);
}

/** How many lines have been written about a measure. */
export async function countNotes(db: Reader, measureId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from measure_note where measure_id = ${measureId}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** A line as the measure's page shows it. */
export interface NoteRow {
  readonly number: number;
  readonly text: string;
  readonly writer: string | null;
  readonly writtenOn: string;
}

/** What has been written about a measure, the newest first. */
export async function notesOf(db: Reader, measureId: string): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.number, n.text, p.name as writer, n.written_on as "writtenOn"
    from measure_note n left join person_face p on p.id = n.written_by
    where n.measure_id = ${measureId} order by n.number desc`.execute(db);
  return rows;
}

/** Who works on the case that a measure comes from; null where it comes from none. */
export async function handlerOfSource(db: Reader, source: Measure['source']): Promise<PersonId | null> {
  if (source?.register !== 'incident') return null;
  const { rows } = await sql<{ handler: PersonId | null }>`
    select handler_id as handler from incident where id = ${source.id}`.execute(db);
  return rows[0]?.handler ?? null;
}

/** What a record shows beside its ids. */
export async function surroundingsOf(db: Reader, row: Measure) {
  const { rows } = await sql<{
    unitName: string | null;
    ownerName: string | null;
    judge: string | null;
  }>`select (select name from unit_face where id = ${row.unitId}) as "unitName",
    (select name from person_face where id = ${row.ownerPersonId}) as "ownerName",
    (select name from person_face where id = ${row.effectBy}) as judge`.execute(db);
  return rows[0] ?? { unitName: null, ownerName: null, judge: null };
}
