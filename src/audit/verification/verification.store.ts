import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Verification } from './verification.ts';

const columns = sql`id, version, requested_at as "requestedAt", requested_by as "requestedBy", verified_at as "verifiedAt",
  size, root, is_whole as "isWhole", erased, finding_count as "findingCount", findings`;

/** The verification that waits for its turn; null when none does. Locked when `lock` says so. */
export async function waitingVerification(db: Reader, lock: boolean): Promise<Verification | null> {
  const { rows } = await sql<Verification>`select ${columns} from log_verification where verified_at is null
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** The newest that has been made; null before the first. */
export async function newestVerification(db: Reader): Promise<Verification | null> {
  const { rows } = await sql<Verification>`select ${columns} from log_verification
    where verified_at is not null order by verified_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Verifications, the newest first; one that waits before them. */
export async function listVerifications(db: Reader, most: number): Promise<Verification[]> {
  const { rows } = await sql<Verification>`select ${columns} from log_verification
    order by verified_at desc nulls first limit ${most}`.execute(db);
  return rows;
}

export async function readVerification(db: Reader, id: string): Promise<Verification | null> {
  const { rows } = await sql<Verification>`select ${columns} from log_verification where id = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

export async function saveVerification(
  transaction: Transaction,
  row: Verification,
  stamp: Stamp,
): Promise<void> {
  const findings = JSON.stringify(row.findings);
  if (row.version === 1) {
    await sql`insert into log_verification (id, version, changed_by_event, requested_at, requested_by, verified_at, size, root,
        is_whole, erased, finding_count, findings)
      values (${row.id}, 1, ${stamp.eventId}, ${row.requestedAt}, ${row.requestedBy}, ${row.verifiedAt}, ${row.size},
        ${row.root}, ${row.isWhole}, ${row.erased}, ${row.findingCount}, ${findings}::jsonb)`.execute(
      transaction,
    );
  } else {
    await sql`update log_verification set version = ${row.version}, changed_by_event = ${stamp.eventId},
        verified_at = ${row.verifiedAt}, size = ${row.size}, root = ${row.root}, is_whole = ${row.isWhole},
        erased = ${row.erased}, finding_count = ${row.findingCount}, findings = ${findings}::jsonb
      where id = ${row.id}`.execute(transaction);
  }
}
