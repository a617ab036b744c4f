import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Transaction } from '../../kernel/db.ts';
import type { UnitId } from '../../kernel/ids.ts';

/** Cases of a unit whose work is not over, locked. What is over stays where it was. */
export async function casesOfUnit(transaction: Transaction, unitId: UnitId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from incident where unit_id = ${unitId} and state not in ('closed', 'merged') order by id for update`.execute(
    transaction,
  );
  return rows.map((row) => row.id);
}

/** Cases follow their unit into its successor. */
export async function moveCases(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await sql`update incident set unit_id = ${to}, version = version + 1, changed_by_event = ${stamp.eventId}
    where unit_id = ${from} and state not in ('closed', 'merged')`.execute(transaction);
}
