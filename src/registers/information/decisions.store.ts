import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, InformationId, PersonId, SystemId } from '../../kernel/ids.ts';
import type { Classification } from './classification.ts';
import type { Handling, HandlingDecision } from './handling.ts';
import type { Information } from './information.ts';
import { type InformationTables, updateInformation } from './information.store.ts';
import { type DefaultOwner, type Owner, type OwnerAppointment, ownerOf } from './owner.ts';
import type { Activity, Carrier } from './vocabulary.ts';

interface Registered {
  version: number;
  changed_by_event: string;
}

interface ClassificationTable extends Registered {
  id: Id<'Classification'>;
  information_id: InformationId;
  model_name: string;
  model_version: string;
  confidentiality: number;
  integrity: number;
  availability: number;
  traceability: number | null;
  level_names: Classification['levelNames'];
  reasons: Classification['reasons'];
  participants: string[];
  decided_by: PersonId;
  decided_on: string;
  next_review_on: string;
}

interface HandlingTable extends Registered {
  id: Id<'Handling'>;
  information_id: InformationId;
  activity: Activity;
  carrier: Carrier;
  place: string;
  system_id: SystemId | null;
  conditions_met: boolean;
  ended_on: string | null;
}

interface HandlingDecisionTable extends Registered {
  id: Id<'HandlingDecision'>;
  information_id: InformationId;
  carriers: Carrier[];
  activities: Activity[];
  groups: string[];
  decided_by: PersonId;
  decided_on: string;
  next_review_on: string;
}

export type DecisionTables = InformationTables & {
  classification: ClassificationTable;
  handling: HandlingTable;
  handling_decision: HandlingDecisionTable;
};

/** Today's owner of one row, found from the few appointments and the one table row that can decide it. */
export async function loadOwner(db: Reader, information: Information, today: string): Promise<Owner | null> {
  const defaults = await sql<DefaultOwner>`select area, holder, office, unit_id as "unitId" from default_owner
    where area = ${information.area} and ended_on is null`.execute(db);
  const defaultOwner = defaults.rows[0] ?? null;
  const scopes = [information.id, information.unitId, ...(defaultOwner?.unitId ? [defaultOwner.unitId] : [])];
  const { rows } = await sql<OwnerAppointment>`select person_id as "personId", person_name as "personName", office, deputy,
      scope_id as "scopeId", valid_from::text as "from", (valid_before - 1)::text as "until"
    from appointment_face
    where scope_id = any(${scopes}::uuid[]) or (scope = 'municipality' and office = ${defaultOwner?.office ?? ''})`.execute(db);
  const appointments = {
    forScope: (scopeId: string) => rows.filter((row) => row.scopeId === scopeId),
    forOffice: (office: string) => rows.filter((row) => row.office === office && row.scopeId === null),
  };
  return ownerOf(information, defaultOwner, appointments, today);
}

/** The classification in force, or null. */
export async function loadClassification(db: Reader, id: string | null): Promise<Classification | null> {
  if (id === null) return null;
  const row = await db
    .withTables<DecisionTables>()
    .selectFrom('classification')
    .select(['id', 'information_id', 'model_name', 'model_version', 'confidentiality', 'integrity', 'availability'])
    .select(['traceability', 'level_names', 'reasons', 'participants', 'decided_by', 'decided_on', 'next_review_on'])
    .where('id', '=', id as Id<'Classification'>) // a foreign key of our own row
    .executeTakeFirst();
  return row === undefined ? null : toClassification(row);
}

/** Stores the decision, and makes it the one in force. */
export async function saveClassification(
  transaction: Transaction,
  information: Information,
  row: Classification,
  stamp: Stamp,
): Promise<Information> {
  await transaction
    .withTables<DecisionTables>()
    .insertInto('classification')
    .values({
      id: row.id,
      version: 1,
      changed_by_event: stamp.eventId,
      information_id: row.informationId,
      model_name: row.modelName,
      model_version: row.modelVersion,
      confidentiality: row.levels.confidentiality ?? 0,
      integrity: row.levels.integrity ?? 0,
      availability: row.levels.availability ?? 0,
      traceability: row.levels.traceability,
      level_names: row.levelNames,
      reasons: row.reasons,
      participants: [...row.participants],
      decided_by: row.decidedBy,
      decided_on: row.decidedOn,
      next_review_on: row.nextReviewOn,
    })
    .execute();
  const next = { ...information, classificationId: row.id, version: information.version + 1 };
  await updateInformation(transaction, next, stamp);
  return next;
}

export async function insertHandling(transaction: Transaction, row: Handling, stamp: Stamp): Promise<void> {
  await transaction
    .withTables<DecisionTables>()
    .insertInto('handling')
    .values({
      id: row.id,
      version: 1,
      changed_by_event: stamp.eventId,
      information_id: row.informationId,
      activity: row.activity,
      carrier: row.carrier,
      place: row.place,
      system_id: row.systemId,
      conditions_met: row.conditionsMet,
      ended_on: row.endedOn,
    })
    .execute();
}

/** One declared way of handling of this information; null when it has none such. */
export async function loadHandling(transaction: Transaction, id: string, informationId: string): Promise<Handling | null> {
  const row = await transaction
    .withTables<DecisionTables>()
    .selectFrom('handling')
    .select(['id', 'version', 'information_id', 'activity', 'carrier', 'place', 'system_id', 'conditions_met', 'ended_on'])
    .where('id', '=', id as Id<'Handling'>) // checked at the door
    .where('information_id', '=', informationId as InformationId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toHandling(row);
}

/** All declared ways of handling of one row, ended ones last. At most 500: a row with more is no longer one thing. */
export async function handlingsOf(db: Reader, informationId: string): Promise<Handling[]> {
  const rows = await db
    .withTables<DecisionTables>()
    .selectFrom('handling')
    .select(['id', 'version', 'information_id', 'activity', 'carrier', 'place', 'system_id', 'conditions_met', 'ended_on'])
    .where('information_id', '=', informationId as InformationId)
    .where('ended_on', 'is', null)
    .orderBy('activity')
    .orderBy('carrier')
    .limit(500)
    .execute();
  return rows.map(toHandling);
}

export async function endHandling(transaction: Transaction, row: Handling, stamp: Stamp): Promise<void> {
  await transaction
    .withTables<DecisionTables>()
    .updateTable('handling')
    .set({ version: row.version, changed_by_event: stamp.eventId, ended_on: row.endedOn })
    .where('id', '=', row.id)
    .execute();
}

/** The handling decision in force, or null. */
export async function loadHandlingDecision(db: Reader, id: string | null): Promise<HandlingDecisionInForce | null> {
  if (id === null) return null;
  const row = await db
    .withTables<DecisionTables>()
    .selectFrom('handling_decision')
    .select(['carriers', 'activities', 'groups', 'decided_on as decidedOn', 'next_review_on as nextReviewOn'])
    .where('id', '=', id as Id<'HandlingDecision'>) // a foreign key of our own row
    .executeTakeFirst();
  return row ?? null;
}

interface HandlingDecisionInForce {
  readonly carriers: Carrier[];
  readonly activities: Activity[];
  readonly groups: string[];
  readonly decidedOn: string;
  readonly nextReviewOn: string;
}

/** Stores the owner's decision, and makes it the one in force. */
export async function saveHandlingDecision(
  transaction: Transaction,
  information: Information,
  row: HandlingDecision,
  stamp: Stamp,
): Promise<Information> {
  await transaction
    .withTables<DecisionTables>()
    .insertInto('handling_decision')
    .values({
      id: row.id,
      version: 1,
      changed_by_event: stamp.eventId,
      information_id: row.informationId,
      carriers: [...row.carriers],
      activities: [...row.activities],
      groups: [...row.groups],
      decided_by: row.decidedBy,
      decided_on: row.decidedOn,
      next_review_on: row.nextReviewOn,
    })
    .execute();
  const next = { ...information, handlingDecisionId: row.id, version: information.version + 1 };
  await updateInformation(transaction, next, stamp);
  return next;
}

function toClassification(row: Omit<ClassificationTable, keyof Registered>): Classification {
  return {
    id: row.id,
    informationId: row.information_id,
    modelName: row.model_name,
    modelVersion: row.model_version,
    levels: {
      confidentiality: row.confidentiality,
      integrity: row.integrity,
      availability: row.availability,
      traceability: row.traceability,
    },
    levelNames: row.level_names,
    reasons: row.reasons,
    participants: row.participants,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    nextReviewOn: row.next_review_on,
  };
}

function toHandling(row: Omit<HandlingTable, 'changed_by_event'>): Handling {
  return {
    id: row.id,
    version: row.version,
    informationId: row.information_id,
    activity: row.activity,
    carrier: row.carrier,
    place: row.place,
    systemId: row.system_id,
    conditionsMet: row.conditions_met,
    endedOn: row.ended_on,
  };
}
