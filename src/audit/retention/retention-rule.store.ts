import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id } from '../../kernel/ids.ts';
import type { RetainedFamily, RetentionRule } from './retention-rule.ts';

interface RetentionRuleTable {
  id: Id<'RetentionRule'>;
  version: number;
  changed_by_event: string;
  family: RetainedFamily;
  months: number;
  decision: string;
  valid_from: string;
  note: string;
  ended_on: string | null;
}

type RetentionTables = { retention_rule: RetentionRuleTable };

const rules = (db: Reader) =>
  db
    .$extendTables<RetentionTables>()
    .selectFrom('retention_rule')
    .select(['id', 'version', 'family', 'months', 'decision', 'note'])
    .select(['valid_from as from', 'ended_on as endedOn']);

/** One row, locked to the end of the transaction. */
export async function loadRule(transaction: Transaction, id: string): Promise<RetentionRule | null> {
  const row = await rules(transaction)
    .where('id', '=', id as Id<'RetentionRule'>) // its form was checked at the door
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Every rule that has not ended, one for each family at most. */
export function openRules(db: Reader): Promise<RetentionRule[]> {
  return rules(db).where('ended_on', 'is', null).execute();
}

/**
 * The rule, as it stands now, for this transaction alone: who erases by it, and who changes it, wait for each other. Null
 * when it erases nothing that day, and when another process is at it.
 */
export async function takeRuleInForce(
  transaction: Transaction,
  id: string,
  today: string,
): Promise<RetentionRule | null> {
  const row = await rules(transaction)
    .where('id', '=', id as Id<'RetentionRule'>)
    .where('ended_on', 'is', null)
    .where(sql<boolean>`valid_from <= ${today}::date`)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

/** The rules that have ended, the latest first. At most 100. */
export function endedRules(db: Reader): Promise<RetentionRule[]> {
  return rules(db)
    .where('ended_on', 'is not', null)
    .orderBy('ended_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
}

export async function insertRule(transaction: Transaction, row: RetentionRule, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<RetentionTables>()
    .insertInto('retention_rule')
    .values({ id: row.id, ...toColumns(row, stamp) })
    .execute();
}

export async function updateRule(transaction: Transaction, row: RetentionRule, stamp: Stamp): Promise<void> {
  await transaction
    .$extendTables<RetentionTables>()
    .updateTable('retention_rule')
    .set(toColumns(row, stamp))
    .where('id', '=', row.id)
    .execute();
}

function toColumns(row: RetentionRule, stamp: Stamp): Omit<RetentionRuleTable, 'id'> {
  return {
    version: row.version,
    changed_by_event: stamp.eventId,
    family: row.family,
    months: row.months,
    decision: row.decision,
    valid_from: row.from,
    note: row.note,
    ended_on: row.endedOn,
  };
}
