import { sql } from 'kysely';
import type { Reader, Transaction } from '../kernel/db.ts';
import { newId } from '../kernel/ids.ts';
import { pageSize } from '../kernel/schema.ts';
import type { Language } from '../kernel/texts.ts';
import type { Attempt, Channel, MailOutcome, MailState, LockedMail, Settled } from './mail.ts';
import type { ComposedMail, MailKind } from './message.ts';

/** Puts mails in the queue, in the transaction of the event that tells why. Returns their ids, in order. */
export async function queueMails(
  transaction: Transaction,
  mails: readonly ComposedMail[],
  at: Date,
): Promise<string[]> {
  if (mails.length === 0) return [];
  const rows = mails.map(({ text, html, personId, attachment, ...mail }) => ({
    ...mail,
    id: newId<'Mail'>(at.getTime()),
    person_id: personId,
    body_text: text,
    body_html: html,
    attachment_name: attachment?.name ?? null,
    attachment_text: attachment?.text ?? null,
  }));
  await sql`
    insert into mail (id, kind, address, person_id, language, subject, body_text, body_html, attachment_name,
                      attachment_text, queued_at, due_at)
    select m.id, m.kind, m.address, m.person_id, m.language, m.subject, m.body_text, m.body_html, m.attachment_name,
           m.attachment_text, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (id uuid, kind text, address text, person_id uuid,
      language text, subject text, body_text text, body_html text, attachment_name text, attachment_text text)`.execute(
    transaction,
  );
  return rows.map((row) => row.id);
}

/** A notice to a device, with its words in place. */
export interface ComposedNotice {
  readonly kind: MailKind;
  readonly deviceId: string;
  readonly personId: string;
  /** The host of the push service that the device is reached by. */
  readonly service: string;
  readonly language: Language;
  readonly title: string;
  readonly payload: string;
}

/**
 * Puts notices in the queue, in the transaction of the event that tells why. Whoever looks at the queue sees the title alone: what
 * the device shows is its owner's.
 */
export async function queueNotices(
  transaction: Transaction,
  notices: readonly ComposedNotice[],
  at: Date,
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ deviceId, personId, ...notice }) => ({
    ...notice,
    id: newId<'Mail'>(at.getTime()),
    device_id: deviceId,
    person_id: personId,
  }));
  await sql`
    insert into mail (id, kind, address, person_id, language, subject, body_text, body_html, device_id, payload, queued_at, due_at)
    select n.id, n.kind, n.service, n.person_id, n.language, n.title, n.title, '', n.device_id, n.payload, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, kind text, service text, person_id uuid,
      language text, title text, device_id uuid, payload text)`.execute(transaction);
}

/** Whether a row is carried so. */
const carriedBy = (channel: Channel) =>
  channel === 'mail' ? sql<boolean>`device_id is null` : sql<boolean>`device_id is not null`;

/**
 * A personal link in a mail's words, or the code of a report. Whoever may look at the queue must not be able to follow it in
 * another's name: it is never shown, and when the mail has its end it is gone from what is kept.
 */
const withoutSecrets = (column: string) =>
  sql<string>`regexp_replace(regexp_replace(${sql.ref(column)}, '(/k/)[A-Za-z0-9_-]{43}', '\\1…', 'g'),
    '([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}', '…', 'g')`;

/** A mail in somebody's hands to be sent. `attempts` counts this one. */
export interface ClaimedMail {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachmentName: string | null;
  readonly attachmentText: string | null;
  /** The device that it is for, and what that is given to show; null for mail. */
  readonly deviceId: string | null;
  readonly payload: string | null;
  readonly queuedAt: Date;
  readonly attempts: number;
}

/**
 * Takes up to `most` that are due and carried so, each for one process only (`skip locked`), until `leaseEnd`: should the process die
 * with them, they are due again then. Trials come last: however many somebody asks for, what wakes another does not wait for them.
 */
export async function claimMails(
  db: Reader,
  channel: Channel,
  now: Date,
  leaseEnd: Date,
  most: number,
): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    update mail set due_at = ${leaseEnd}, attempts = attempts + 1
    where id in (select id from mail where state = 'queued' and due_at <= ${now} and ${carriedBy(channel)}
                 order by kind = 'test', due_at, id limit ${most} for update skip locked)
    returning id, address, subject, body_text as text, body_html as html, attachment_name as "attachmentName",
              attachment_text as "attachmentText", device_id as "deviceId", payload, queued_at as "queuedAt", attempts`.execute(
    db,
  );
  return rows;
}

/** Leaves a mail in the queue until `dueAt`, with what came of the try. */
export async function deferMail(db: Reader, id: string, dueAt: Date, attempt: Attempt): Promise<void> {
  await sql`update mail set due_at = ${dueAt}, outcome = ${attempt.outcome}, smtp_code = ${attempt.code}
    where id = ${id} and state = 'queued'`.execute(db);
}

/** Of these mails the ones in the state, locked. */
export async function lockMails(
  transaction: Transaction,
  ids: readonly string[],
  state: MailState,
): Promise<LockedMail[]> {
  const { rows } =
    await sql<LockedMail>`select id, kind, person_id as "personId", device_id as "deviceId" from mail
    where id = any(${ids}::uuid[]) and state = ${state} order by id for update`.execute(transaction);
  return rows;
}

/** Of these mails the ones that have been sent. */
export async function sentAmong(db: Reader, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from mail
    where id = any(${ids}::uuid[]) and state = 'sent' and ${carriedBy('mail')} order by id`.execute(db);
  return rows.map((row) => row.id);
}

export async function saveSettled(transaction: Transaction, settled: readonly Settled[]): Promise<void> {
  await sql`
    update mail m set state = s.state, outcome = s.outcome, smtp_code = s.code, finished_at = s.at,
      body_text = ${withoutSecrets('m.body_text')}, body_html = ${withoutSecrets('m.body_html')}
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as s (id uuid, state text, outcome text, code integer, at timestamptz)
    where m.id = s.id`.execute(transaction);
}

/** Of mail, what has waited since before the instant and is in nobody's hands. */
export async function waitedSince(db: Reader, before: Date, now: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from mail
    where state = 'queued' and queued_at < ${before} and due_at <= ${now} and ${carriedBy('mail')}
    order by id limit ${most}`.execute(db);
  return rows.map((row) => row.id);
}

/** How long the words of a mail are kept after its end (ms): a month, to answer ”I never got it”. */
const keptFor = 30 * 24 * 3_600_000;

/** Forgets what finished mails said. That they were sent, to whom and when, stays. */
export async function forgetWords(db: Reader, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor);
  await sql`update mail set body_text = '', body_html = '', attachment_text = null, payload = null
    where finished_at < ${before} and (body_text <> '' or payload is not null)`.execute(db);
}

/** A mail as the list shows it. */
export interface MailRow {
  readonly id: string;
  readonly kind: MailKind;
  readonly channel: Channel;
  /** Of a notice, the push service. */
  readonly address: string;
  readonly personId: string | null;
  readonly subject: string;
  readonly state: MailState;
  readonly outcome: MailOutcome | null;
  readonly code: number | null;
  readonly attempts: number;
  readonly queuedAt: Date;
  readonly dueAt: Date;
  readonly finishedAt: Date | null;
}

const shown = sql`id, kind, case when device_id is null then 'mail' else 'push' end as channel, address, person_id as "personId", subject, state, outcome, smtp_code as code, attempts, queued_at as "queuedAt",
  due_at as "dueAt", finished_at as "finishedAt"`;

/** One page of the queue and of what has been, the newest first. */
export async function listMails(
  db: Reader,
  state: MailState | undefined,
  page: number,
): Promise<{ items: MailRow[]; total: number }> {
  const where = state === undefined ? sql`true` : sql`state = ${state}`;
  const { rows } = await sql<MailRow>`select ${shown} from mail where ${where}
    order by queued_at desc, id desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from mail where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

/** A mail with its words, while they are kept. */
export interface WholeMail extends MailRow {
  readonly language: Language;
  readonly text: string;
  readonly attachmentName: string | null;
}

export async function readMail(db: Reader, id: string): Promise<WholeMail | null> {
  const { rows } = await sql<WholeMail>`select ${shown}, language, ${withoutSecrets('body_text')} as text,
    attachment_name as "attachmentName" from mail where id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The person's mail address; null when the register has none. */
export async function addressOf(db: Reader, personId: string): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`
    select email from person_email_face where id = ${personId}`.execute(db);
  return rows[0]?.email ?? null;
}
