import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import { pageSize } from '../../kernel/schema.ts';
import { holdsText } from '../../kernel/search.ts';
import type { SupportRole } from './advice.ts';
import type { PublishedAnswer } from './published.ts';
import type { AdviceTarget, SupportContact } from './support.ts';

interface Registered {
  version: number;
  changed_by_event: string;
}

type SupportTables = {
  support_contact: Registered & Pick<SupportContact, 'id' | 'office' | 'email' | 'telephone'>;
  advice_target: Registered & {
    id: AdviceTarget['id'];
    valid_from: string;
    working_days: number;
    reason: string;
  };
  published_answer: Registered & {
    id: PublishedAnswer['id'];
    office: SupportRole;
    question: string;
    answer: string;
    published_on: string;
    withdrawn_on: string | null;
  };
};

const tables = (db: Reader) => db.$extendTables<SupportTables>();

/** How the roles are reached, where somebody has said so. */
export async function listContacts(db: Reader): Promise<SupportContact[]> {
  return tables(db)
    .selectFrom('support_contact')
    .select(['id', 'version', 'office', 'email', 'telephone'])
    .execute();
}

export async function loadContact(
  transaction: Transaction,
  office: SupportRole,
): Promise<SupportContact | null> {
  const row = await tables(transaction)
    .selectFrom('support_contact')
    .select(['id', 'version', 'office', 'email', 'telephone'])
    .where('office', '=', office)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveContact(
  transaction: Transaction,
  row: SupportContact,
  stamp: Stamp,
): Promise<void> {
  const { id, ...rest } = row;
  const values = { ...rest, changed_by_event: stamp.eventId };
  if (row.version === 1)
    await tables(transaction)
      .insertInto('support_contact')
      .values({ id, ...values })
      .execute();
  else await tables(transaction).updateTable('support_contact').set(values).where('id', '=', id).execute();
}

const targetColumns = [
  'id',
  'version',
  'valid_from as validFrom',
  'working_days as workingDays',
  'reason',
] as const;

/** Every target there has been and is to be, the earliest first. */
export async function listTargets(db: Reader): Promise<AdviceTarget[]> {
  return tables(db).selectFrom('advice_target').select(targetColumns).orderBy('valid_from').execute();
}

export async function loadTarget(transaction: Transaction, validFrom: string): Promise<AdviceTarget | null> {
  const row = await tables(transaction)
    .selectFrom('advice_target')
    .select(targetColumns)
    .where('valid_from', '=', validFrom)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveTarget(transaction: Transaction, row: AdviceTarget, stamp: Stamp): Promise<void> {
  const values = {
    version: row.version,
    changed_by_event: stamp.eventId,
    working_days: row.workingDays,
    reason: row.reason,
  };
  if (row.version === 1)
    await tables(transaction)
      .insertInto('advice_target')
      .values({ id: row.id, valid_from: row.validFrom, ...values })
      .execute();
  else await tables(transaction).updateTable('advice_target').set(values).where('id', '=', row.id).execute();
}

const publishedColumns = [
  'id',
  'version',
  'office',
  'question',
  'answer',
  'published_on as publishedOn',
  'withdrawn_on as withdrawnOn',
] as const;

export async function loadPublished(transaction: Transaction, id: string): Promise<PublishedAnswer | null> {
  const row = await onePublished(transaction, id).forUpdate().executeTakeFirst();
  return row ?? null;
}

export async function readPublished(db: Reader, id: string): Promise<PublishedAnswer | null> {
  return (await onePublished(db, id).executeTakeFirst()) ?? null;
}

function onePublished(db: Reader, id: string) {
  return tables(db)
    .selectFrom('published_answer')
    .select(publishedColumns)
    .where('id', '=', id as PublishedAnswer['id']); // its form was checked at the door
}

export async function savePublished(
  transaction: Transaction,
  row: PublishedAnswer,
  stamp: Stamp,
): Promise<void> {
  const values = {
    version: row.version,
    changed_by_event: stamp.eventId,
    office: row.office,
    question: row.question,
    answer: row.answer,
    withdrawn_on: row.withdrawnOn,
  };
  if (row.version === 1)
    await tables(transaction)
      .insertInto('published_answer')
      .values({ id: row.id, published_on: row.publishedOn, ...values })
      .execute();
  else
    await tables(transaction).updateTable('published_answer').set(values).where('id', '=', row.id).execute();
}

/** One page of what is published and not taken back, searched in question and answer alike, the newest first. */
export async function listPublished(
  db: Reader,
  filter: { readonly search?: string; readonly office?: SupportRole },
  page: number,
): Promise<{ items: PublishedAnswer[]; total: number }> {
  const { search = '', office } = filter;
  const where = sql<boolean>`a.withdrawn_on is null and (${office ?? null}::text is null or a.office = ${office ?? null})
    and (${search} = '' or ${holdsText('a.question', search)} or ${holdsText('a.answer', search)})`;
  const { rows } = await sql<PublishedAnswer>`
    select a.id, a.version, a.office, a.question, a.answer, a.published_on as "publishedOn", a.withdrawn_on as "withdrawnOn"
    from published_answer a where ${where} order by a.published_on desc, a.id desc
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from published_answer a where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

/** Who holds a support role that day, and how she herself is reached. */
export interface RoleHolder {
  readonly office: SupportRole;
  readonly personId: string;
  readonly name: string;
  readonly deputy: boolean;
  readonly email: string | null;
  readonly telephone: string | null;
}

/** The holders of the support roles that day, deputies after those they stand in for. */
export async function roleHolders(
  db: Reader,
  offices: readonly SupportRole[],
  today: string,
): Promise<RoleHolder[]> {
  const { rows } = await sql<RoleHolder>`
    select a.office, a.person_id as "personId", a.person_name as name, a.deputy, p.email, p.telephone
    from appointment_face a join person_contact_face p on p.id = a.person_id
    where a.office = any(${[...offices]}::text[]) and a.scope = 'municipality' and a.valid_from <= ${today}::date
      and (a.valid_before is null or a.valid_before > ${today}::date)
    order by a.deputy, a.person_name collate "sv-x-icu", a.person_id`.execute(db);
  return rows;
}
