import { type RawBuilder, sql } from 'kysely';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { here, normalEmail } from './account.store.ts';
import type { Invited } from './invitation.ts';

/** Does the person hold the office of administrator that day, or later? */
const administers = (person: RawBuilder<unknown>, today: string) =>
  sql<boolean>`exists (select from appointment_face o where o.person_id = ${person} and o.office = 'administrator'
    and (o.valid_before is null or o.valid_before > ${today}::date))`;

/** Does she that very day? */
const administersNow = (person: RawBuilder<unknown>, today: string) =>
  sql<boolean>`exists (select from appointment_face o where o.person_id = ${person} and o.office = 'administrator'
    and o.valid_from <= ${today}::date and (o.valid_before is null or o.valid_before > ${today}::date))`;

/** Somebody to invite. `email` is the register's, `accountEmail` what she signs in with; null without an account. */
export interface Invitee extends Invited {
  readonly email: string | null;
  readonly accountEmail: string | null;
}

/** Somebody to invite, with a lock on her account; null when she is not with us that day. */
export async function lockInvitee(
  transaction: Transaction,
  personId: string,
  today: string,
): Promise<Invitee | null> {
  await sql`select from account where person_id = ${personId} for update`.execute(transaction);
  const found = await sql<Invitee>`select p.id as "personId", e.email, a.email as "accountEmail",
      a.state as "accountState", ${administers(sql`p.id`, today)} as "isAdministrator"
    from person_face p join person_email_face e on e.id = p.id left join account a on a.person_id = p.id
    where p.id = ${personId} and ${here(today)}`.execute(transaction);
  return found.rows[0] ?? null;
}

/** Somebody's way in, as those who let people in see it. `email` is null without an account. */
export interface WayIn extends Invited {
  readonly here: boolean;
  readonly email: string | null;
  readonly inviteEmail: string | null;
  readonly invitedUntil: Date | null;
}

/** The way in of a person; null when there is no such person. */
export async function wayInOf(db: Reader, personId: string, now: Date, today: string): Promise<WayIn | null> {
  const found =
    await sql<WayIn>`select p.id as "personId", ${here(today)} as here, a.state as "accountState", a.email,
      e.email as "inviteEmail", ${administers(sql`p.id`, today)} as "isAdministrator",
      (select max(i.expires_at) from invitation i where i.person_id = p.id and i.used_at is null
        and i.replaced_at is null and i.expires_at > ${now}) as "invitedUntil"
    from person_face p join person_email_face e on e.id = p.id left join account a on a.person_id = p.id
    where p.id = ${personId}`.execute(db);
  return found.rows[0] ?? null;
}

export interface Invitation {
  readonly id: Id<'Invitation'>;
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  readonly here: boolean;
  /** Made at the console, by whoever runs the machine. */
  readonly isFromConsole: boolean;
  /**
   * Could whoever made it make it today? A link that was for somebody new does not open the account that she has got
   * since, or that of an administrator.
   */
  readonly mayAdmit: boolean;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly replacedAt: Date | null;
}

/** An invitation by its id or by what is stored of its secret. */
export async function findInvitation(
  db: Reader,
  by: { readonly id: string } | { readonly secretHash: Buffer },
  today: string,
): Promise<Invitation | null> {
  const condition = 'id' in by ? sql`i.id = ${by.id}` : sql`i.secret_hash = ${by.secretHash}`;
  const found =
    await sql<Invitation>`select i.id, i.person_id as "personId", i.email, p.name, ${here(today)} as here,
      i.created_by is null as "isFromConsole",
      (i.created_by is null or ${administersNow(sql`i.created_by`, today)}
        or not (${administers(sql`i.person_id`, today)}
                or exists (select from account a where a.person_id = i.person_id))) as "mayAdmit",
      i.expires_at as "expiresAt", i.used_at as "usedAt", i.replaced_at as "replacedAt"
    from invitation i join person_face p on p.id = i.person_id where ${condition}`.execute(db);
  return found.rows[0] ?? null;
}

/** The same with a lock: of two who follow one link at once, the second finds it used. */
export async function lockInvitation(
  transaction: Transaction,
  secretHash: Buffer,
  today: string,
): Promise<Invitation | null> {
  await sql`select from invitation where secret_hash = ${secretHash} for update`.execute(transaction);
  return findInvitation(transaction, { secretHash }, today);
}

export async function saveInvitation(
  transaction: Transaction,
  row: {
    id: Id<'Invitation'>;
    secretHash: Buffer;
    personId: PersonId;
    email: string;
    createdBy: PersonId | null;
    expiresAt: Date;
  },
  at: Date,
): Promise<void> {
  await replaceInvitations(transaction, row.personId, at);
  await sql`insert into invitation (id, secret_hash, person_id, email, created_by, created_at, expires_at)
    values (${row.id}, ${row.secretHash}, ${row.personId}, ${normalEmail(row.email)}, ${row.createdBy}, ${at},
            ${row.expiresAt})`.execute(transaction);
}

/** The links that somebody has not used no longer open anything. */
export async function replaceInvitations(
  transaction: Transaction,
  personId: PersonId,
  at: Date,
): Promise<void> {
  await sql`update invitation set replaced_at = ${at}
    where person_id = ${personId} and used_at is null and replaced_at is null`.execute(transaction);
}

export async function markInvitationUsed(transaction: Transaction, id: string, at: Date): Promise<void> {
  await sql`update invitation set used_at = ${at} where id = ${id}`.execute(transaction);
}
