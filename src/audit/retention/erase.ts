import { systemActor } from '../../kernel/access.ts';
import { appendEvent } from '../../kernel/audit/append.ts';
import type { Json } from '../../kernel/audit/canonical.ts';
import { dayOf } from '../../kernel/calendar.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { eraseEvents, insertErasure, readDue } from './erasure.store.ts';
import { type RetentionRule, keptSince, ruleState } from './retention-rule.ts';
import { openRules, takeRuleInForce } from './retention-rule.store.ts';

export const erasedKind = 'audit.erased';

/** Events in one transaction, and transactions in one sweep: the rest waits for the next hour. */
const batch = 1000;
const mostBatches = 200;

/**
 * Gallring: erases the content of sealed events that are older than the rule in force says. Batch by batch, each with the
 * event that tells of it in one transaction, so that whatever ends it leaves whole batches, and the next sweep goes on
 * where it was. Does nothing while another process is at it. Answers with how many events were erased.
 */
export async function eraseDue(db: Reader, now: Date, most = batch): Promise<number> {
  let erased = 0;
  let batches = 0;
  for (const rule of await openRules(db)) {
    if (ruleState(rule, dayOf(now)) !== 'inForce') continue;
    for (;;) {
      if (++batches > mostBatches) return erased;
      const done = await db.transaction().execute((transaction) => eraseBatch(transaction, rule, now, most));
      erased += done;
      if (done < most) break;
    }
  }
  return erased;
}

async function eraseBatch(
  transaction: Transaction,
  { id }: Pick<RetentionRule, 'id'>,
  now: Date,
  most: number,
): Promise<number> {
  const today = dayOf(now);
  // As it stands now: it may have been changed or ended since the batch before.
  const rule = await takeRuleInForce(transaction, id, today);
  if (rule === null) return 0;
  const due = await readDue(transaction, rule.family, keptSince(rule.months, today), most);
  if (due.length === 0) return 0;
  const data: Json = {
    decision: rule.decision,
    events: due.map((event) => ({ hash: event.hash.toString('base64'), id: event.id })),
    rule: rule.id,
  };
  const stamp = await appendEvent(
    transaction,
    systemActor,
    'audit',
    { kind: erasedKind, record: null, data },
    now,
  );
  await eraseEvents(
    transaction,
    due.map((event) => event.id),
    stamp,
  );
  await insertErasure(
    transaction,
    { ruleId: rule.id, family: rule.family, decision: rule.decision, erased: due.length },
    stamp,
  );
  return due.length;
}
