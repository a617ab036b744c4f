import { type Selectable, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import { locks } from '../../kernel/locks.ts';
import type { CaseId, CaseNumber, Incident, LoadedCase, NextCase, SecretPart } from './incident.ts';
import { goneInto } from './merging/gone-into.store.ts';
import { admissionsOf, countEntries, linksOf, saveParts } from './parts.store.ts';
import { caseInScope } from './scope.store.ts';
import type { FreeNumbers } from './triage.ts';

interface IncidentTable {
  id: CaseId;
  version: number;
  changed_by_event: string;
  series: CaseNumber['series'] | null;
  number_year: number | null;
  number: number | null;
  kind: Incident['kind'];
  state: Incident['state'];
  title: string;
  description: string;
  occurred_at: Date | null;
  noticed_at: Date;
  reported_at: Date;
  knowledge_at: Date;
  knowledge_reason: string;
  ongoing: Incident['ongoing'];
  place: string;
  affected: string;
  unit_id: UnitId | null;
  reporter: Incident['reporter'];
  reported_by: PersonId | null;
  contact: string;
  handler_id: PersonId | null;
  diary_number: string;
  confidentiality: number | null;
  integrity: number | null;
  availability: number | null;
  traceability: number | null;
  secret: boolean;
  secret_parts: SecretPart[];
  secrecy_provision: string;
  secrecy_reason: string;
  root_cause: string;
  lessons: string;
  handled_at: Date | null;
  follow_up_on: string | null;
  followed_up_on: string | null;
  closed_at: Date | null;
  closed_by: PersonId | null;
  merged_into: CaseId | null;
  merged_at: Date | null;
}

const tables = (db: Reader) => db.$extendTables<{ incident: IncidentTable }>();

const columns = [
  'id',
  'version',
  'series',
  'number_year',
  'number',
  'kind',
  'state',
  'title',
  'description',
  'occurred_at',
  'noticed_at',
  'reported_at',
  'knowledge_at',
  'knowledge_reason',
  'ongoing',
  'place',
  'affected',
  'unit_id',
  'reporter',
  'reported_by',
  'contact',
  'handler_id',
  'diary_number',
  'confidentiality',
  'integrity',
  'availability',
  'traceability',
  'secret',
  'secret_parts',
  'secrecy_provision',
  'secrecy_reason',
  'root_cause',
  'lessons',
  'handled_at',
  'follow_up_on',
  'followed_up_on',
  'closed_at',
  'closed_by',
  'merged_into',
  'merged_at',
] as const;

type Row = Pick<Selectable<IncidentTable>, (typeof columns)[number]>;

function toIncident(row: Row): Incident {
  const { series, number_year: year, number, confidentiality, integrity, availability, traceability } = row;
  const { id, version, kind, state, title, description, ongoing, place, affected, reporter, contact } = row;
  return {
    ...{ id, version, kind, state, title, description, ongoing, place, affected, reporter, contact },
    number: series === null || year === null || number === null ? null : { series, year, number },
    occurredAt: row.occurred_at,
    noticedAt: row.noticed_at,
    reportedAt: row.reported_at,
    knowledgeAt: row.knowledge_at,
    knowledgeReason: row.knowledge_reason,
    unitId: row.unit_id,
    reportedBy: row.reported_by,
    handlerId: row.handler_id,
    diaryNumber: row.diary_number,
    consequence: { confidentiality, integrity, availability, traceability },
    secret: row.secret,
    secretParts: row.secret_parts,
    secrecyProvision: row.secrecy_provision,
    secrecyReason: row.secrecy_reason,
    rootCause: row.root_cause,
    lessons: row.lessons,
    handledAt: row.handled_at,
    followUpOn: row.follow_up_on,
    followedUpOn: row.followed_up_on,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    mergedInto: row.merged_into,
    mergedAt: row.merged_at,
  };
}

function toRow(incident: Incident, stamp: Stamp): Omit<IncidentTable, 'id'> {
  const { number, version, kind, state, title, description, ongoing, place, affected, reporter, contact } =
    incident;
  return {
    ...{ version, kind, state, title, description, ongoing, place, affected, reporter, contact },
    ...incident.consequence,
    changed_by_event: stamp.eventId,
    series: number?.series ?? null,
    number_year: number?.year ?? null,
    number: number?.number ?? null,
    occurred_at: incident.occurredAt,
    noticed_at: incident.noticedAt,
    reported_at: incident.reportedAt,
    knowledge_at: incident.knowledgeAt,
    knowledge_reason: incident.knowledgeReason,
    unit_id: incident.unitId,
    reported_by: incident.reportedBy,
    handler_id: incident.handlerId,
    diary_number: incident.diaryNumber,
    secret: incident.secret,
    secret_parts: [...incident.secretParts],
    secrecy_provision: incident.secrecyProvision,
    secrecy_reason: incident.secrecyReason,
    root_cause: incident.rootCause,
    lessons: incident.lessons,
    handled_at: incident.handledAt,
    follow_up_on: incident.followUpOn,
    followed_up_on: incident.followedUpOn,
    closed_at: incident.closedAt,
    closed_by: incident.closedBy,
    merged_into: incident.mergedInto,
    merged_at: incident.mergedAt,
  };
}

function oneRow(db: Reader, id: string, scope: Scope, today: string) {
  return tables(db)
    .selectFrom('incident')
    .select(columns)
    .where('id', '=', id as CaseId) // its form was checked at the door
    .where(caseInScope(scope, today));
}

/** One case, locked, with what its rules lean on; null when there is none within the scope. */
export async function loadCase(
  transaction: Transaction,
  id: string,
  scope: Scope,
  today: string,
): Promise<LoadedCase | null> {
  const row = await oneRow(transaction, id, scope, today).forUpdate().executeTakeFirst();
  return row === undefined ? null : surrounded(transaction, toIncident(row));
}

/** One case to look at; null when there is none within the scope. */
export async function readCase(
  db: Reader,
  id: string,
  scope: Scope,
  today: string,
): Promise<LoadedCase | null> {
  const row = await oneRow(db, id, scope, today).executeTakeFirst();
  return row === undefined ? null : surrounded(db, toIncident(row));
}

async function surrounded(db: Reader, incident: Incident): Promise<LoadedCase> {
  return {
    incident,
    entries: await countEntries(db, incident.id),
    links: await linksOf(db, incident.id),
    admitted: await admissionsOf(db, incident.id),
  };
}

function rowsInto(db: Reader, id: string) {
  return tables(db)
    .selectFrom('incident')
    .select(columns)
    .where(sql<boolean>`id in ${goneInto(id)}`);
}

/** The cases that have gone into this one, by themselves or with another, locked. */
export async function mergedInto(transaction: Transaction, id: string): Promise<Incident[]> {
  return (await rowsInto(transaction, id).forUpdate().execute()).map(toIncident);
}

/** The same to look at, the first to go first. */
export async function readMergedInto(db: Reader, id: string): Promise<Incident[]> {
  return (await rowsInto(db, id).orderBy('merged_at').orderBy('id').execute()).map(toIncident);
}

/** Saves a case as a step leaves it, and the rows that the step adds or changes. */
export async function saveCase(transaction: Transaction, next: NextCase, stamp: Stamp): Promise<void> {
  await saveIncident(transaction, next.incident, stamp);
  await saveParts(transaction, next, stamp);
}

/** Enters a new case. */
export async function enterCase(transaction: Transaction, incident: Incident, stamp: Stamp): Promise<void> {
  await tables(transaction)
    .insertInto('incident')
    .values({ id: incident.id, ...toRow(incident, stamp) })
    .execute();
}

/** Saves the row of a case one version on. One that a step left as it was is not written again. */
export async function saveIncident(
  transaction: Transaction,
  incident: Incident,
  stamp: Stamp,
): Promise<void> {
  await tables(transaction)
    .updateTable('incident')
    .set(toRow(incident, stamp))
    .where('id', '=', incident.id)
    .where('version', '=', incident.version - 1)
    .execute();
  await keepNumber(transaction, incident.number);
}

/** Keeps that a number has been given: it is given to no other case, also when this one is given another. */
async function keepNumber(transaction: Transaction, number: CaseNumber | null): Promise<void> {
  if (number === null) return;
  const { series, year, number: given } = number;
  // Where it is known, nothing is written: a row that is not touched keeps nobody waiting.
  await sql`insert into incident_number_given (series, year, last)
    select ${series}, ${year}, ${given} where not exists (
      select from incident_number_given where series = ${series} and year = ${year} and last >= ${given})
    on conflict (series, year) do update set last = greatest(incident_number_given.last, excluded.last)`.execute(
    transaction,
  );
}

/**
 * The number after the last that was given in each series this year, whether the case that had it still has it or not. Whoever asks
 * holds the numbers until her transaction ends.
 */
export async function freeNumbers(transaction: Transaction, today: string): Promise<FreeNumbers> {
  const year = Number(today.slice(0, 4));
  await sql`select pg_advisory_xact_lock(${locks.caseNumbers})`.execute(transaction);
  const { rows } = await sql<{ open: number; secret: number }>`
    select coalesce(max(last) filter (where series = 'open'), 0) + 1 as open,
           coalesce(max(last) filter (where series = 'secret'), 0) + 1 as secret
    from incident_number_given where year = ${year}`.execute(transaction);
  const { open = 1, secret = 1 } = rows[0] ?? {};
  return {
    open: { series: 'open', year, number: open },
    secret: { series: 'secret', year, number: secret },
  };
}
