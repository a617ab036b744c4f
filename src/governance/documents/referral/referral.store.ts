import { sql } from 'kysely';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { Referral, ReferralComment } from './referral.ts';

const columns = sql`r.id, r.version, r.document_version_id as "documentVersionId", r.until, r.message,
  r.asked_units as "askedUnits", r.asked_persons as "askedPersons", r.closed_on as "closedOn"`;

/** The referral that a version is out on; null when it is not. */
export async function openReferral(db: Reader, versionId: string): Promise<Referral | null> {
  const { rows } = await sql<Referral>`select ${columns} from referral r
    where r.document_version_id = ${versionId} and r.closed_on is null`.execute(db);
  return rows[0] ?? null;
}

/** One referral, held so that it is not closed meanwhile; null when there is none. */
export async function loadReferral(transaction: Transaction, id: string): Promise<Referral | null> {
  const { rows } =
    await sql<Referral>`select ${columns} from referral r where r.id = ${id} for update`.execute(transaction);
  return rows[0] ?? null;
}

/** All referrals of a version, newest first. */
export async function referralsOf(db: Reader, versionId: string): Promise<Referral[]> {
  const { rows } = await sql<Referral>`select ${columns} from referral r
    where r.document_version_id = ${versionId} order by r.id desc`.execute(db);
  return rows;
}

export async function insertReferral(transaction: Transaction, row: Referral, stamp: Stamp): Promise<void> {
  await sql`insert into referral
    (id, version, changed_by_event, document_version_id, until, message, asked_units, asked_persons, closed_on)
    values (${row.id}, ${row.version}, ${stamp.eventId}, ${row.documentVersionId}, ${row.until}, ${row.message},
            ${[...row.askedUnits]}::uuid[], ${[...row.askedPersons]}::uuid[], ${row.closedOn})`.execute(
    transaction,
  );
}

export async function updateReferral(transaction: Transaction, row: Referral, stamp: Stamp): Promise<void> {
  await sql`update referral set version = ${row.version}, changed_by_event = ${stamp.eventId}, closed_on = ${row.closedOn}
    where id = ${row.id}`.execute(transaction);
}

const commentColumns = sql`c.id, c.version, c.referral_id as "referralId", c.person_id as "personId", c.place, c.text,
  c.commented_on as "commentedOn", c.outcome, c.answer`;

/** A comment, with the version it is about; held to the end of the transaction. */
export async function loadComment(
  transaction: Transaction,
  id: string,
): Promise<{ comment: ReferralComment; versionId: string } | null> {
  const { rows } = await sql<ReferralComment & { versionId: string }>`select ${commentColumns},
    (select r.document_version_id from referral r where r.id = c.referral_id) as "versionId"
    from referral_comment c where c.id = ${id} for update`.execute(transaction);
  const row = rows[0];
  if (row === undefined) return null;
  const { versionId, ...comment } = row;
  return { comment, versionId };
}

export interface CommentRow extends ReferralComment {
  readonly personName: string;
}

/** The comments on a version, in the order they came, with who made them. */
export async function commentsOf(db: Reader, versionId: string): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`select ${commentColumns}, coalesce(p.name, '') as "personName"
    from referral_comment c join referral r on r.id = c.referral_id left join person_face p on p.id = c.person_id
    where r.document_version_id = ${versionId} order by c.id`.execute(db);
  return rows;
}

/** How many comments on a version nobody has answered. */
export async function unansweredComments(db: Reader, versionId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from referral_comment c
    join referral r on r.id = c.referral_id
    where r.document_version_id = ${versionId} and c.outcome is null`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function insertComment(
  transaction: Transaction,
  row: ReferralComment,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into referral_comment
    (id, version, changed_by_event, referral_id, person_id, place, text, commented_on, outcome, answer)
    values (${row.id}, ${row.version}, ${stamp.eventId}, ${row.referralId}, ${row.personId}, ${row.place}, ${row.text},
            ${row.commentedOn}, ${row.outcome}, ${row.answer})`.execute(transaction);
}

export async function updateComment(
  transaction: Transaction,
  row: ReferralComment,
  stamp: Stamp,
): Promise<void> {
  await sql`update referral_comment set version = ${row.version}, changed_by_event = ${stamp.eventId},
    outcome = ${row.outcome}, answer = ${row.answer} where id = ${row.id}`.execute(transaction);
}

/** Are all that were asked there to answer? */
export async function areKnown(
  db: Reader,
  units: readonly string[],
  persons: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select
    (select count(*) from unit_face where id = any(${[...units]}::uuid[])) = ${units.length}
    and (select count(*) from person_face where id = any(${[...persons]}::uuid[])) = ${persons.length} as known`.execute(
    db,
  );
  return rows[0]?.known ?? false;
}

/** Names of the units and persons that were asked. */
export async function askedNames(db: Reader, referral: Referral): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unit_face where id = any(${[...referral.askedUnits]}::uuid[])
    union all select name from person_face where id = any(${[...referral.askedPersons]}::uuid[])`.execute(db);
  return rows.map((row) => row.name);
}
