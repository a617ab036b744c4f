import { sql } from 'kysely';
import { joinParts, type PartTable, saveParts } from '../../files/parts.store.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { noticeOffices } from './notices/notice.ts';
import { usualWakeAt } from './duties/alarm.ts';
import { type CaseFile, type Custody, type IncidentSetting, type NextFile, usualLargest } from './file.ts';

const parts: PartTable = { table: 'incident_file_part', file: 'file_id' };

/** The files of a case, the oldest first. Their bytes are not among it. */
export async function filesOf(db: Reader, incidentId: string): Promise<CaseFile[]> {
  const { rows } = await sql<CaseFile>`
    select id, version, incident_id as "incidentId", name, type, size, encode(sha256, 'hex') as sha256, standing, finding,
           added_at as "addedAt", added_by as "addedBy"
    from incident_file where incident_id = ${incidentId} order by added_at, id`.execute(db);
  return rows;
}

/** Who has had a file in hand, with her name. */
export interface CustodyRow extends Pick<Custody, 'fileId' | 'what' | 'at' | 'recipient' | 'purpose'> {
  readonly person: string | null;
}

/** The custody log of the files of a case, the oldest first. */
export async function custodyOf(db: Reader, incidentId: string): Promise<CustodyRow[]> {
  const { rows } = await sql<CustodyRow>`
    select c.file_id as "fileId", c.what, c.at, c.recipient, c.purpose, p.name as person
    from incident_custody c join incident_file f on f.id = c.file_id left join person_face p on p.id = c.person_id
    where f.incident_id = ${incidentId} order by c.at, c.id`.execute(db);
  return rows;
}

/** Saves a file that is new, and that it has been in hand. */
export async function saveFile(transaction: Transaction, next: NextFile, stamp: Stamp): Promise<void> {
  const { file, custody, bytes } = next;
  if (bytes !== null) {
    await sql`insert into incident_file (id, version, changed_by_event, incident_id, name, type, size, sha256, standing,
        finding, added_at, added_by)
      values (${file.id}, 1, ${stamp.eventId}, ${file.incidentId}, ${file.name}, ${file.type}, ${file.size},
        ${Buffer.from(file.sha256, 'hex')}, ${file.standing}, ${file.finding}, ${file.addedAt}, ${file.addedBy})`.execute(
      transaction,
    );
    await saveParts(transaction, parts, file.id, bytes);
  }
  await sql`insert into incident_custody (id, version, changed_by_event, file_id, what, person_id, at, recipient, purpose)
    values (${custody.id}, 1, ${stamp.eventId}, ${custody.fileId}, ${custody.what}, ${custody.personId}, ${custody.at},
      ${custody.recipient}, ${custody.purpose})`.execute(transaction);
}

/** Saves what was found in a file that had waited for it. */
export async function saveStanding(transaction: Transaction, file: CaseFile, stamp: Stamp): Promise<void> {
  await sql`update incident_file set version = ${file.version}, changed_by_event = ${stamp.eventId},
      standing = ${file.standing}, finding = ${file.finding} where id = ${file.id}`.execute(transaction);
}

/**
 * Some of the files that wait for a scanner, with the case that each belongs to: others each time, so that those that no scanner can
 * open do not stand in the way of the rest.
 */
export async function waitingFiles(
  db: Reader,
  most: number,
): Promise<{ readonly id: string; readonly incidentId: string }[]> {
  const { rows } = await sql<{ id: string; incidentId: string }>`
    select id, incident_id as "incidentId" from incident_file
    where standing = 'waiting' order by random() limit ${most}`.execute(db);
  return rows;
}

/** The bytes of a file. */
export function bytesOf(db: Reader, fileId: string): Promise<Buffer> {
  return joinParts(db, parts, fileId);
}

/** What the municipality has decided of the register; what holds where it has decided nothing. */
export async function readIncidentSetting(db: Reader): Promise<IncidentSetting> {
  const { rows } = await sql<IncidentSetting>`
    select id, version, largest_file_mb as "largestFileMb", alone_at_night as "aloneAtNight", wake_at as "wakeAt",
      notice_to as "noticeTo" from incident_setting`.execute(db);
  return (
    rows[0] ?? {
      id: newId<'IncidentSetting'>(),
      version: 0,
      largestFileMb: usualLargest,
      aloneAtNight: false,
      wakeAt: usualWakeAt,
      noticeTo: noticeOffices,
    }
  );
}

/** Saves it. */
export async function saveIncidentSetting(
  transaction: Transaction,
  row: IncidentSetting & { readonly reason: string },
  stamp: Stamp,
): Promise<void> {
  await (row.version === 1
    ? sql`insert into incident_setting (id, version, changed_by_event, largest_file_mb, alone_at_night, wake_at,
          notice_to, reason)
        values (${row.id}, 1, ${stamp.eventId}, ${row.largestFileMb}, ${row.aloneAtNight}, ${[...row.wakeAt]}::smallint[],
          ${[...row.noticeTo]}::text[], ${row.reason})`
    : sql`update incident_setting set version = ${row.version}, changed_by_event = ${stamp.eventId},
        largest_file_mb = ${row.largestFileMb}, alone_at_night = ${row.aloneAtNight},
        wake_at = ${[...row.wakeAt]}::smallint[], notice_to = ${[...row.noticeTo]}::text[],
        reason = ${row.reason} where id = ${row.id}`
  ).execute(transaction);
}
