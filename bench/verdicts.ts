import { sql } from 'kysely';
import { clauses } from '../src/clauses/index.ts';
import { Memory, memoryOf } from '../src/clauses/memory.ts';
import { judgementOf } from '../src/clauses/verdicts.ts';
import type { Reader } from '../src/kernel/db.ts';
import { inTurn, median, milliseconds, quantile, type Row } from './measure.ts';

const tables = [
  'legal_entity',
  'body',
  'unit',
  'person',
  'person_source',
  'appointment',
  'default_owner',
  'information',
  'classification',
  'handling',
  'handling_decision',
  'handling_rule',
  'system',
  'system_information',
  'document',
  'document_version',
  'sentence',
  'acknowledgement',
  'external_party',
  'unit_attest',
];

/**
 * All clauses judged: from cold, after one change, and unchanged. The references are what the database alone needs: to
 * hand over the tables, and to answer the shortest question there is.
 */
export async function measureVerdicts(
  db: Reader,
  change: (round: number) => Promise<unknown>,
): Promise<Row[]> {
  const readTables = async () => {
    for (const name of tables) await sql`select * from ${sql.table(name)}`.execute(db);
  };
  const shortest = () => sql`select 1`.execute(db);
  const cold = await inTurn(5, 1, () => judgeAll(new Memory(db)), readTables);
  const memory = memoryOf(db);
  await judgeAll(memory);
  const changed: number[] = [];
  const questions: number[] = [];
  for (let round = 0; round < 60; round++) {
    await change(round);
    const once = await inTurn(1, 0, () => judgeAll(memory), shortest);
    // The first rounds teach the compiler.
    if (round >= 10) {
      changed.push(...once.measured);
      questions.push(...once.reference);
    }
  }
  const unchanged = await inTurn(300, 30, () => judgeAll(memory), shortest);
  return [
    row('all verdicts, from cold', cold.measured, cold.reference, 1000, 'tables read'),
    row('all verdicts, after one change', changed, questions, 50, 'select 1'),
    row('all verdicts, unchanged', unchanged.measured, unchanged.reference, 5, 'select 1'),
  ];
}

async function judgeAll(memory: Memory): Promise<void> {
  const snapshot = await memory.now(new Date());
  for (const clause of clauses) judgementOf(clause, snapshot);
}

function row(name: string, measured: number[], reference: number[], limit: number, what: string): Row {
  const value = median(measured);
  return {
    name,
    measured: `${milliseconds(value)}, p99 ${milliseconds(quantile(measured, 0.99))}`,
    reference: `${milliseconds(median(reference))} (${what})`,
    ratio: value / median(reference),
    budget: `< ${limit} ms`,
    met: value < limit,
  };
}
