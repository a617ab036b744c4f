import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, InformationId, PersonId } from '../../kernel/ids.ts';
import type { Classification } from './classification.ts';
import type { Information } from './information.ts';
import { type InformationTables, updateInformation } from './information.store.ts';
import { type DefaultOwner, type Owner, type OwnerAppointment, ownerOf } from './owner.ts';

interface ClassificationTable {
  version: number;
  changed_by_event: string;
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

type ClassificationTables = InformationTables & { classification: ClassificationTable };

/** Today's owner of one row, found from the few appointments and the one table row that can decide it. */
export async function loadOwner(db: Reader, information: Information, today: string): Promise<Owner | null> {
  const defaults = await sql<DefaultOwner>`select area, holder, office, unit_id as "unitId" from default_owner
    where area = ${information.area} and ended_on is null`.execute(db);
  const defaultOwner = defaults.rows[0] ?? null;
  const scopes = [information.id, information.unitId, ...(defaultOwner?.unitId ? [defaultOwner.unitId] : [])];
  const { rows } =
    await sql<OwnerAppointment>`select person_id as "personId", person_name as "personName", office, deputy,
      scope_id as "scopeId", valid_from::text as "from", (valid_before - 1)::text as "until"
    from appointment_face
    where scope_id = any(${scopes}::uuid[]) or (scope = 'municipality' and office = ${defaultOwner?.office ?? ''})`.execute(
      db,
    );
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
    .$extendTables<ClassificationTables>()
    .selectFrom('classification')
    .select([
      'id',
      'information_id',
      'model_name',
      'model_version',
      'confidentiality',
      'integrity',
      'availability',
    ])
    .select([
      'traceability',
      'level_names',
      'reasons',
      'participants',
      'decided_by',
      'decided_on',
      'next_review_on',
    ])
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
    .$extendTables<ClassificationTables>()
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

function toClassification(row: Omit<ClassificationTable, 'version' | 'changed_by_event'>): Classification {
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
