import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { Notice, Untold } from './notice.ts';

/** How many are told of at once; the rest follow with the next. */
const most = 500;

/** Reports that nobody has looked at and nobody been told of, the oldest first. */
export async function untoldReports(db: Reader): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    select i.id, i.reported_at as "reportedAt" from incident i
    where i.state = 'reported' and not exists (select from incident_notice n where n.incident_id = i.id)
    order by i.reported_at, i.id limit ${most}`.execute(db);
  return rows;
}

/** When somebody was last told; null when nobody ever was. */
export async function lastToldAt(db: Reader): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(told_at) as at from incident_notice`.execute(db);
  return rows[0]?.at ?? null;
}

/** Enters that reports have been told of. */
export async function enterNotices(
  transaction: Transaction,
  notices: readonly Notice[],
  stamp: Stamp,
): Promise<void> {
  await sql`insert into incident_notice (id, version, changed_by_event, incident_id, told_at)
    select n.id, 1, ${stamp.eventId}, n."incidentId", ${stamp.at}
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as n (id uuid, "incidentId" uuid)`.execute(
    transaction,
  );
}

/** Who can be told by mail. */
export interface Addressee {
  readonly personId: string;
  readonly address: string;
}

/** Who holds one of the offices that day, with her address: each once. */
export async function holdersOf(db: Reader, offices: readonly string[], today: string): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select distinct p.id as "personId", e.email as address
    from appointment_face a join person_face p on p.id = a.person_id join person_email_face e on e.id = p.id
    where a.office = any(${[...offices]}::text[]) and e.email is not null
      and a.valid_from <= ${today}::date and (a.valid_before is null or a.valid_before > ${today}::date)
      and p.valid_from <= ${today}::date and (p.valid_before is null or p.valid_before > ${today}::date)
    order by p.id`.execute(db);
  return rows;
}
