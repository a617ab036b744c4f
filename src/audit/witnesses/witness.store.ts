import { type RawBuilder, sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { StoredCosignature } from './cosigning.ts';
import type { Delivery, DeliveryDetail, DeliveryOutcome, MailStanding } from './delivery.ts';
import type { Witness } from './witness.ts';

const columns = sql`w.id, w.version, w.kind, w.name, w.contact, w.addresses, w.folder, w.url, w.schedule,
  w.verifier_key as "verifierKey", lower(w.valid) as "from", (upper(w.valid) - 1) as until`;

/** One witness; locked to the end of the transaction when `lock` says so. */
export async function loadWitness(db: Reader, id: string, lock = true): Promise<Witness | null> {
  const { rows } = await sql<Witness>`select ${columns} from witness w where w.id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export async function saveWitness(transaction: Transaction, row: Witness, stamp: Stamp): Promise<void> {
  const until = row.until === null ? sql`null` : sql`${row.until}::date + 1`;
  const valid = sql`daterange(${row.from}::date, ${until})`;
  if (row.version === 1) {
    await sql`insert into witness (id, version, changed_by_event, kind, name, contact, addresses, folder, url, schedule,
        verifier_key, valid)
      values (${row.id}, 1, ${stamp.eventId}, ${row.kind}, ${row.name}, ${row.contact}, ${row.addresses}, ${row.folder},
        ${row.url}, ${row.schedule}, ${row.verifierKey}, ${valid})`.execute(transaction);
  } else {
    await sql`update witness set version = ${row.version}, changed_by_event = ${stamp.eventId}, name = ${row.name},
        contact = ${row.contact}, addresses = ${row.addresses}, folder = ${row.folder}, url = ${row.url},
        schedule = ${row.schedule}, verifier_key = ${row.verifierKey}, valid = ${valid}
      where id = ${row.id}`.execute(transaction);
  }
}

/** The latest delivery beside its witness, as the list and the schedule want it. */
export interface WitnessRow extends Witness {
  readonly latest: LatestDelivery | null;
  /** When a checkpoint last reached the witness. */
  readonly deliveredAt: Date | null;
  readonly cosignedAt: Date | null;
}

export interface LatestDelivery {
  readonly size: number;
  readonly root: Buffer;
  readonly attempt: number;
  readonly outcome: DeliveryOutcome;
  readonly detail: DeliveryDetail | null;
  readonly deliveredAt: Date;
}

interface JoinedRow extends Witness {
  readonly size: number | null;
  readonly root: Buffer;
  readonly attempt: number;
  readonly outcome: DeliveryOutcome;
  readonly detail: DeliveryDetail | null;
  readonly latestAt: Date;
  readonly deliveredAt: Date | null;
  readonly cosignedAt: Date | null;
}

/** All witnesses with their latest delivery, those in use first. There are a handful. */
export async function listWitnesses(db: Reader, today: string): Promise<WitnessRow[]> {
  return joined(db, sql`true`, today);
}

/** One witness with its latest delivery. */
export async function readWitness(db: Reader, id: string, today: string): Promise<WitnessRow | null> {
  return (await joined(db, sql`w.id = ${id}`, today))[0] ?? null;
}

async function joined(db: Reader, where: RawBuilder<unknown>, today: string): Promise<WitnessRow[]> {
  const { rows } = await sql<JoinedRow>`
    select ${columns}, l.size, l.root, l.attempt, l.outcome, l.detail, l.delivered_at as "latestAt",
      (select max(d.delivered_at) from witness_delivery d
       where d.witness_id = w.id and d.outcome = 'delivered') as "deliveredAt",
      (select max(c.cosigned_at) from witness_cosignature c where c.witness_id = w.id) as "cosignedAt"
    from witness w
    left join lateral (select d.size, d.root, d.attempt, d.outcome, d.detail, d.delivered_at from witness_delivery d
      where d.witness_id = w.id order by d.delivered_at desc, d.id desc limit 1) l on true
    where ${where}
    order by not w.valid @> ${today}::date, w.name collate "sv-x-icu", w.id limit 200`.execute(db);
  return rows.map(({ size, root, attempt, outcome, detail, latestAt, ...witness }) => ({
    ...witness,
    latest: size === null ? null : { size, root, attempt, outcome, detail, deliveredAt: latestAt },
  }));
}

/** The largest tree that the witness has, or may have, been given; null when none. */
export async function largestGiven(
  db: Reader,
  witnessId: string,
): Promise<{ readonly size: number; readonly root: Buffer } | null> {
  const { rows } = await sql<{ size: number; root: Buffer }>`
    select size, root from witness_delivery where witness_id = ${witnessId} and outcome in ('queued', 'delivered')
    order by size desc, delivered_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

const deliveryColumns = sql`d.id, d.version, d.witness_id as "witnessId", d.size, d.root, d.attempt, d.outcome, d.detail,
  d.answer, d.mails, d.delivered_at as "deliveredAt"`;

/** The newest deliveries to a witness. */
export async function readDeliveries(db: Reader, witnessId: string, most: number): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`select ${deliveryColumns} from witness_delivery d
    where d.witness_id = ${witnessId} order by d.delivered_at desc, d.id desc limit ${most}`.execute(db);
  return rows;
}

/** The deliveries by mail whose every mail has its end, but which have not been given theirs. */
export async function arrivedDeliveries(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from witness_delivery d where d.outcome = 'queued'
      and not exists (select from mail_face m where m.id = any(d.mails) and m.state = 'queued')
    order by d.id limit 200`.execute(db);
  return rows.map((row) => row.id);
}

/** One delivery, locked, with how each of its mails stands. */
export async function loadDelivery(
  transaction: Transaction,
  id: string,
): Promise<{ delivery: Delivery; mails: MailStanding[] } | null> {
  const { rows } = await sql<Delivery>`select ${deliveryColumns} from witness_delivery d
    where d.id = ${id} for update`.execute(transaction);
  const delivery = rows[0];
  if (delivery === undefined) return null;
  const mails = await sql<{ state: MailStanding }>`
    select state from mail_face where id = any(${delivery.mails}::uuid[])`.execute(transaction);
  return { delivery, mails: mails.rows.map((row) => row.state) };
}

export async function saveDelivery(transaction: Transaction, row: Delivery, stamp: Stamp): Promise<void> {
  if (row.version === 1) {
    await sql`insert into witness_delivery (id, version, changed_by_event, witness_id, size, root, attempt, outcome, detail,
        answer, mails, delivered_at)
      values (${row.id}, 1, ${stamp.eventId}, ${row.witnessId}, ${row.size}, ${row.root}, ${row.attempt}, ${row.outcome},
        ${row.detail}, ${row.answer}, ${row.mails}::uuid[], ${row.deliveredAt})`.execute(transaction);
  } else {
    await sql`update witness_delivery set version = ${row.version}, changed_by_event = ${stamp.eventId},
        outcome = ${row.outcome}, detail = ${row.detail}, delivered_at = ${row.deliveredAt}
      where id = ${row.id}`.execute(transaction);
  }
}

export async function insertCosignature(
  transaction: Transaction,
  row: StoredCosignature,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into witness_cosignature (id, version, changed_by_event, witness_id, size, cosigned_at, line, received_at)
    values (${row.id}, 1, ${stamp.eventId}, ${row.witnessId}, ${row.size}, ${row.cosignedAt}, ${row.line},
      ${row.receivedAt})`.execute(transaction);
}

/** The newest cosignatures of a witness. */
export async function readCosignatures(
  db: Reader,
  witnessId: string,
  most: number,
): Promise<StoredCosignature[]> {
  const { rows } = await sql<StoredCosignature>`
    select id, witness_id as "witnessId", size, cosigned_at as "cosignedAt", line, received_at as "receivedAt"
    from witness_cosignature where witness_id = ${witnessId} order by cosigned_at desc, id limit ${most}`.execute(
    db,
  );
  return rows;
}
