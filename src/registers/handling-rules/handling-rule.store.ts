import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Activity, Carrier } from '../information/vocabulary.ts';
import type { HandlingRule } from './handling-rule.ts';
import type { RuleVerdict } from './judge.ts';

interface HandlingRuleTable {
  id: Id<'HandlingRule'>;
  version: number;
  changed_by_event: string;
  level: number;
  activity: Activity;
  carrier: Carrier;
  verdict: RuleVerdict;
  condition_sv: string;
  condition_en: string;
}

type HandlingRuleTables = { handling_rule: HandlingRuleTable };

function rules(db: Reader) {
  return db
    .$extendTables<HandlingRuleTables>()
    .selectFrom('handling_rule')
    .select(['id', 'version', 'level', 'activity', 'carrier', 'verdict'])
    .select(['condition_sv as conditionSv', 'condition_en as conditionEn'])
    .orderBy('id');
}

/** The whole matrix. */
export function readRules(db: Reader): Promise<HandlingRule[]> {
  return rules(db).execute();
}

/** The whole matrix, locked to the end of the transaction. */
export function loadRules(transaction: Transaction): Promise<HandlingRule[]> {
  return rules(transaction).forUpdate().execute();
}

/** One cell, locked; null when nothing has been decided for it. */
export async function loadRule(
  transaction: Transaction,
  cell: Pick<HandlingRule, 'level' | 'activity' | 'carrier'>,
): Promise<HandlingRule | null> {
  const row = await rules(transaction)
    .where('level', '=', cell.level)
    .where('activity', '=', cell.activity)
    .where('carrier', '=', cell.carrier)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Stores cells, new ones and changed ones. */
export async function saveRules(
  transaction: Transaction,
  changed: readonly HandlingRule[],
  stamp: Stamp,
): Promise<void> {
  const added = changed.filter((rule) => rule.version === 1);
  if (added.length > 0) {
    await transaction
      .$extendTables<HandlingRuleTables>()
      .insertInto('handling_rule')
      .values(added.map((rule) => ({ id: rule.id, ...toColumns(rule, stamp) })))
      .execute();
  }
  for (const rule of changed) {
    if (rule.version === 1) continue;
    await transaction
      .$extendTables<HandlingRuleTables>()
      .updateTable('handling_rule')
      .set(toColumns(rule, stamp))
      .where('id', '=', rule.id)
      .execute();
  }
}

function toColumns(rule: HandlingRule, stamp: Stamp): Omit<HandlingRuleTable, 'id'> {
  return {
    version: rule.version,
    changed_by_event: stamp.eventId,
    level: rule.level,
    activity: rule.activity,
    carrier: rule.carrier,
    verdict: rule.verdict,
    condition_sv: rule.conditionSv,
    condition_en: rule.conditionEn,
  };
}
