import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, InformationId, PersonId, SystemId } from '../../kernel/ids.ts';
import type { Handling, HandlingDecision, HandlingDecisionInForce } from './handling.ts';
import type { Information } from './information.ts';
import { type InformationTables, updateInformation } from './information.store.ts';
import type { Activity, Carrier } from './vocabulary.ts';

interface Registered {
  version: number;
  changed_by_event: string;
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

type HandlingTables = InformationTables & {
  handling: HandlingTable;
  handling_decision: HandlingDecisionTable;
};

export async function insertHandling(transaction: Transaction, row: Handling, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<HandlingTables>()
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
export async function loadHandling(
  transaction: Transaction,
  id: string,
  informationId: string,
): Promise<Handling | null> {
  const row = await transaction
    .$extendTables<HandlingTables>()
    .selectFrom('handling')
    .select([
      'id',
      'version',
      'information_id',
      'activity',
      'carrier',
      'place',
      'system_id',
      'conditions_met',
      'ended_on',
    ])
    .where('id', '=', id as Id<'Handling'>) // checked at the door
    .where('information_id', '=', informationId as InformationId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toHandling(row);
}

/** All declared ways of handling of one row, ended ones last. At most 500: a row with more is no longer one thing. */
export async function handlingsOf(db: Reader, informationId: string): Promise<Handling[]> {
  const rows = await db
    .$extendTables<HandlingTables>()
    .selectFrom('handling')
    .select([
      'id',
      'version',
      'information_id',
      'activity',
      'carrier',
      'place',
      'system_id',
      'conditions_met',
      'ended_on',
    ])
    .where('information_id', '=', informationId as InformationId)
    .where('ended_on', 'is', null)
    .orderBy('activity')
    .orderBy('carrier')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map(toHandling);
}

export async function endHandling(transaction: Transaction, row: Handling, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<HandlingTables>()
    .updateTable('handling')
    .set({ version: row.version, changed_by_event: stamp.eventId, ended_on: row.endedOn })
    .where('id', '=', row.id)
    .execute();
}

/** The handling decision in force, or null. */
export async function loadHandlingDecision(
  db: Reader,
  id: string | null,
): Promise<HandlingDecisionInForce | null> {
  if (id === null) return null;
  const row = await db
    .$extendTables<HandlingTables>()
    .selectFrom('handling_decision')
    .select(['carriers', 'activities', 'groups', 'decided_by as decidedBy'])
    .select(['decided_on as decidedOn', 'next_review_on as nextReviewOn'])
    .where('id', '=', id as Id<'HandlingDecision'>) // a foreign key of our own row
    .executeTakeFirst();
  return row ?? null;
}

/** Stores the owner's decision, and makes it the one in force. */
export async function saveHandlingDecision(
  transaction: Transaction,
  information: Information,
  row: HandlingDecision,
  stamp: Stamp,
): Promise<Information> {
  await transaction
    .$extendTables<HandlingTables>()
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
