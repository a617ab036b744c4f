import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import { newId } from '../../../kernel/ids.ts';
import { pageSize } from '../../../kernel/schema.ts';
import type { AsideReason, Lately } from './letter.ts';
import type { LetterOutcome, LookOutcome, MailIntake, SettledLetter } from './mail-intake.ts';

/** Whether mail is read, and where; off where nobody has decided. */
export async function readIntake(db: Reader): Promise<MailIntake> {
  const { rows } = await sql<MailIntake>`
    select id, version, is_on as "isOn", folder, done_folder as "doneFolder", since from mail_intake`.execute(
    db,
  );
  return (
    rows[0] ?? {
      id: newId<'MailIntake'>(),
      version: 0,
      isOn: false,
      folder: 'INBOX',
      doneFolder: '',
      since: new Date(0),
    }
  );
}

/** Saves it. */
export async function saveIntake(
  transaction: Transaction,
  row: MailIntake & { readonly reason: string },
  stamp: Stamp,
): Promise<void> {
  const { id, version, isOn, folder, doneFolder, since, reason } = row;
  await (version === 1
    ? sql`insert into mail_intake (id, version, changed_by_event, is_on, folder, done_folder, since, reason)
        values (${id}, 1, ${stamp.eventId}, ${isOn}, ${folder}, ${doneFolder}, ${since}, ${reason})`
    : sql`update mail_intake set version = ${version}, changed_by_event = ${stamp.eventId}, is_on = ${isOn},
        folder = ${folder}, done_folder = ${doneFolder}, since = ${since}, reason = ${reason} where id = ${id}`
  ).execute(transaction);
}

/** A place in the mailbox. */
interface Place {
  readonly folder: string;
  readonly uidValidity: number;
  readonly uid: number;
}

/** The places of a folder that have been looked at, and whether the mailbox has been told. */
export async function settledPlaces(
  db: Reader,
  { folder, uidValidity }: Omit<Place, 'uid'>,
): Promise<ReadonlyMap<number, { readonly isMarked: boolean; readonly isAside: boolean }>> {
  const { rows } = await sql<{ uid: number; isMarked: boolean; isAside: boolean }>`
    select uid, is_marked as "isMarked", outcome = 'aside' as "isAside" from incoming_letter
    where folder = ${folder} and uid_validity = ${uidValidity}`.execute(db);
  return new Map(rows.map(({ uid, ...standing }) => [uid, standing]));
}

/** Whether a letter's place has been looked at. Two processes at one letter take turns. */
export async function isSettled(
  transaction: Transaction,
  { folder, uidValidity, uid }: Place,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from incoming_letter
    where folder = ${folder} and uid_validity = ${uidValidity} and uid = ${uid}`.execute(transaction);
  return rows.length > 0;
}

/** Whether the very same letter has been taken, wherever it lay. */
export async function isTaken(db: Reader, keyHash: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from incoming_letter
    where key_hash = ${Buffer.from(keyHash, 'hex')} and outcome <> 'again'`.execute(db);
  return rows.length > 0;
}

/**
 * How much a sender has sent within the hour and how much of all has been taken, and how much has been answered: to her within a day,
 * to all within the hour.
 */
export async function lately(db: Reader, sender: string, now: Date): Promise<Lately> {
  const hour = new Date(now.getTime() - 3_600_000);
  const day = new Date(now.getTime() - 24 * 3_600_000);
  const { rows } = await sql<Lately>`
    select (select count(*) from incoming_letter where sender = ${sender} and settled_at > ${hour}) as "fromSender",
           (select count(*) from incoming_letter
            where settled_at > ${hour} and outcome in ('report', 'addition')) as "takenFromAll",
           (select count(*) from incoming_letter
            where sender = ${sender} and settled_at > ${day} and is_answered) as "answersToSender",
           (select count(*) from incoming_letter where settled_at > ${hour} and is_answered) as "answersToAll"`.execute(
    db,
  );
  return rows[0] ?? { fromSender: 0, takenFromAll: 0, answersToSender: 0, answersToAll: 0 };
}

/** Keeps what came of a letter. */
export async function enterLetter(
  transaction: Transaction,
  one: Omit<SettledLetter, 'code'>,
  at: Date,
): Promise<void> {
  await sql`insert into incoming_letter (id, folder, uid_validity, uid, key_hash, received_at, settled_at, sender, outcome,
      reason, incident_id, points_at, files_refused, is_answered)
    values (${one.id}, ${one.folder}, ${one.uidValidity}, ${one.uid}, ${Buffer.from(one.keyHash, 'hex')},
      ${one.receivedAt}, ${at}, ${one.sender}, ${one.outcome}, ${one.reason ?? ''}, ${one.incidentId},
      ${one.pointsAt}, ${one.filesRefused}, ${one.isAnswered})`.execute(transaction);
}

/** The mailbox has been told of a letter. */
export async function setMarked(db: Reader, { folder, uidValidity, uid }: Place): Promise<void> {
  await sql`update incoming_letter set is_marked = true
    where folder = ${folder} and uid_validity = ${uidValidity} and uid = ${uid}`.execute(db);
}

/** How long it is known who sent a letter (ms): a month, to answer ”I wrote to you and heard nothing”. */
const keptFor = 30 * 24 * 3_600_000;

/** Forgets who sent letters. That they came, and what came of them, stays. */
export async function forgetSenders(db: Reader, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor);
  await sql`update incoming_letter set sender = '' where settled_at < ${before} and sender <> ''`.execute(db);
}

/** How the latest look at the mailbox went. */
export interface Look {
  readonly lookedAt: Date;
  readonly outcome: LookOutcome;
}

/** The latest look; null when there has been none. */
export async function latestLook(db: Reader): Promise<Look | null> {
  const { rows } = await sql<Look>`
    select looked_at as "lookedAt", outcome from mail_intake_look`.execute(db);
  return rows[0] ?? null;
}

/** Keeps how a look went, in place of the one before. */
export async function keepLook(db: Reader, { lookedAt, outcome }: Look): Promise<void> {
  await sql`insert into mail_intake_look (looked_at, outcome) values (${lookedAt}, ${outcome})
    on conflict (only_row) do update set looked_at = excluded.looked_at, outcome = excluded.outcome`.execute(
    db,
  );
}

/** A letter as the list shows it. */
export interface LetterRow {
  readonly id: string;
  readonly receivedAt: Date;
  readonly settledAt: Date;
  readonly sender: string;
  readonly outcome: LetterOutcome;
  readonly reason: AsideReason | null;
  readonly incidentId: string | null;
  readonly pointsAt: string | null;
  readonly filesRefused: number;
  readonly isAnswered: boolean;
}

/** One page of the letters that have been looked at, the newest first. */
export async function listLetters(
  db: Reader,
  outcome: LetterOutcome | undefined,
  page: number,
): Promise<{ items: LetterRow[]; total: number }> {
  const where = outcome === undefined ? sql`true` : sql`outcome = ${outcome}`;
  const { rows } = await sql<LetterRow>`
    select id, received_at as "receivedAt", settled_at as "settledAt", sender, outcome, nullif(reason, '') as reason,
           incident_id as "incidentId", points_at as "pointsAt", files_refused as "filesRefused",
           is_answered as "isAnswered"
    from incoming_letter where ${where}
    order by settled_at desc, id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from incoming_letter where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

/** Letters that were set aside since an instant: something for somebody to look at in the mailbox. */
export async function countAside(db: Reader, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from incoming_letter where outcome = 'aside' and settled_at > ${since}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Which case a code opens, and who may add to it by mail: the address that it was reported from, or its reporter's own. */
export async function caseBehind(
  db: Reader,
  codeHash: Buffer,
): Promise<{ readonly id: string; readonly addresses: readonly string[] } | null> {
  const { rows } = await sql<{ id: string; contact: string; email: string | null }>`
    select i.id, i.contact, e.email from incident_code c join incident i on i.id = c.incident_id
    left join person_email_face e on e.id = i.reported_by where c.code_hash = ${codeHash}`.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  const { id, contact, email } = found;
  return { id, addresses: [contact, email ?? ''].map((one) => one.trim().toLowerCase()) };
}

/** The case that a report has become, by its key. */
export async function caseByKey(db: Reader, keyHash: Buffer): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select incident_id as id from incident_code where key_hash = ${keyHash}`.execute(db);
  return rows[0]?.id ?? null;
}
