import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { AllowedSite } from './allowed-site.ts';

const columns = sql`id, version, kind, site, reason, ended_on as "endedOn"`;

/** Every site that is trusted now. A municipality has a handful. */
export async function listSites(db: Reader): Promise<AllowedSite[]> {
  const { rows } = await sql<AllowedSite>`select ${columns} from allowed_site where ended_on is null
    order by kind, site limit 500`.execute(db);
  return rows;
}

/** One site, locked; null when there is none. */
export async function loadSite(transaction: Transaction, id: string): Promise<AllowedSite | null> {
  const { rows } =
    await sql<AllowedSite>`select ${columns} from allowed_site where id = ${id} for update`.execute(
      transaction,
    );
  return rows[0] ?? null;
}

export async function insertSite(transaction: Transaction, row: AllowedSite, stamp: Stamp): Promise<void> {
  await sql`insert into allowed_site (id, version, changed_by_event, kind, site, reason, ended_on)
    values (${row.id}, ${row.version}, ${stamp.eventId}, ${row.kind}, ${row.site}, ${row.reason}, ${row.endedOn})`.execute(
    transaction,
  );
}

export async function updateSite(transaction: Transaction, row: AllowedSite, stamp: Stamp): Promise<void> {
  await sql`update allowed_site set version = ${row.version}, changed_by_event = ${stamp.eventId}, ended_on = ${row.endedOn}
    where id = ${row.id}`.execute(transaction);
}
