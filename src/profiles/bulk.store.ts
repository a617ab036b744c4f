import { sql } from 'kysely';
import { systemActor } from '../kernel/access.ts';
import { appendEvent } from '../kernel/audit/append.ts';
import type { Reader, Transaction } from '../kernel/db.ts';
import type { RegisterName } from '../kernel/registers.ts';
import type { Batch, Row } from './exempelkommun/rows.ts';

/** Which register a table is, as events name it. */
const registerOf: Readonly<Record<string, RegisterName>> = {
  legal_entity: 'entity',
  body: 'body',
  unit: 'unit',
  person_source: 'personSource',
  person: 'person',
  appointment: 'appointment',
  information: 'information',
  classification: 'classification',
  handling: 'handling',
  handling_decision: 'handlingDecision',
  system: 'system',
  system_information: 'systemInformation',
};

/** Rows an event names at the most: the log's leaves stay readable also when a whole municipality is entered at once. */
const rowsAnEvent = 2000;

/**
 * Enters a batch of an example municipality as of the day it says, each part with its event. Goes past the actions, whose
 * rules the generator keeps, because a municipality fifty times over is 200,000 rows; the guards of the database hold.
 */
export async function enterBatch(db: Reader, batch: Batch, now: Date): Promise<void> {
  const at = new Date(now.getTime() - batch.daysAgo * 86_400_000);
  await db.transaction().execute(async (transaction) => {
    for (const [table, rows] of batch.rows) {
      for (let from = 0; from < rows.length; from += rowsAnEvent) {
        await enterRows(transaction, table, rows.slice(from, from + rowsAnEvent), at);
      }
    }
    await takeForce(transaction, batch, at);
  });
}

async function enterRows(
  transaction: Transaction,
  table: string,
  rows: readonly Row[],
  at: Date,
): Promise<void> {
  const register = registerOf[table];
  if (register === undefined) throw new Error(`no register keeps ${table}`);
  const touched = rows.map((row) => `${register}:${row.id}`);
  const draft = { kind: 'profile.entered', record: null, touched, data: { table, rows: rows.length } };
  const { eventId } = await appendEvent(transaction, systemActor, 'setting', draft, at);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const names = sql.join(columns.map((column) => sql.ref(column)));
  // Arrays and ranges go through the table's own row type, so that each column is read as what it is.
  await sql`insert into ${sql.table(table)} (version, changed_by_event, ${names})
    select 1, ${eventId}, ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    transaction,
  );
}

async function takeForce(transaction: Transaction, batch: Batch, at: Date): Promise<void> {
  if (batch.inForce.length === 0) return;
  const decisions = new Map(batch.decisionsInForce.map((one) => [one.informationId, one.decisionId]));
  for (let from = 0; from < batch.inForce.length; from += rowsAnEvent) {
    const part = batch.inForce.slice(from, from + rowsAnEvent);
    const rows = part.map((one) => ({
      id: one.informationId,
      classification_id: one.classificationId,
      handling_decision_id: decisions.get(one.informationId) ?? null,
    }));
    const touched = part.map((one) => `information:${one.informationId}`);
    const draft = { kind: 'profile.classified', record: null, touched };
    const { eventId } = await appendEvent(transaction, systemActor, 'setting', draft, at);
    await sql`update information i set version = i.version + 1, changed_by_event = ${eventId},
        classification_id = r.classification_id, handling_decision_id = coalesce(r.handling_decision_id, i.handling_decision_id)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, classification_id uuid, handling_decision_id uuid)
      where i.id = r.id`.execute(transaction);
  }
}
