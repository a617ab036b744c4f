import { sql } from 'kysely';
import type { Reader, Transaction } from '../kernel/db.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Language } from '../kernel/texts.ts';
import type { NewDevice, PushDevice } from './push-device.ts';
import type { VapidKeys } from './vapid.ts';

/** How long (days) a device that is gone is still shown to its owner, so that she sees that it no longer wakes her. */
const shownWhenGone = 30;

/** Somebody's devices, the newest first; those that are gone too, for a while. */
export async function devicesOf(
  db: Reader,
  personId: string | null,
  now: Date,
): Promise<(PushDevice & { readonly endpoint: string })[]> {
  const { rows } = await sql<PushDevice & { endpoint: string }>`
    select d.id, d.person_id as "personId", d.name, d.endpoint, d.service, d.made_at as "madeAt", d.sent_at as "sentAt",
           d.ended_at as "goneAt"
    from push_device d where d.person_id = ${personId}
      and (d.ended_at is null or d.ended_because = 'gone'
        and d.ended_at > ${now}::timestamptz - ${shownWhenGone} * interval '1 day'
        and not exists (select from push_device s where s.person_id = d.person_id and s.name = d.name and s.ended_at is null))
    order by d.made_at desc, d.id limit 50`.execute(db);
  return rows;
}

/** What is left of a device that has ended: who had it and when. How it was reached is forgotten. */
const ended = (because: 'removed' | 'gone', at: Date) => sql`ended_at = ${at}, ended_because = ${because},
  endpoint = 'https://ended.invalid/' || id, auth_secret = ''`;

export async function saveDevice(
  transaction: Transaction,
  row: NewDevice,
  authSealed: Buffer,
  at: Date,
): Promise<void> {
  await sql`update push_device set ${ended('removed', at)}
    where endpoint = ${row.endpoint} and ended_at is null`.execute(transaction);
  await sql`insert into push_device (id, person_id, name, endpoint, service, public_key, auth_secret, made_at,
      session_id)
    values (${row.id}, ${row.personId}, ${row.name}, ${row.endpoint}, ${row.service}, ${row.publicKey}, ${authSealed}, ${at},
      ${row.sessionId})`.execute(transaction);
}

/** A device that has ended, and whose it was. */
export interface EndedDevice {
  readonly name: string;
  readonly personId: PersonId;
  readonly email: string | null;
  readonly language: Language | null;
}

/** These devices wake nobody any more. Answers with those that did until now. */
export async function endDevices(
  transaction: Transaction,
  ids: readonly string[],
  because: 'removed' | 'gone',
  at: Date,
): Promise<EndedDevice[]> {
  const { rows } = await sql<EndedDevice>`
    with had as (update push_device set ${ended(because, at)}
      where id = any(${[...ids]}::uuid[]) and ended_at is null returning id, name, person_id)
    select h.name, h.person_id as "personId", e.email, a.language
    from had h left join person_email_face e on e.id = h.person_id left join account a on a.person_id = h.person_id
    order by h.id`.execute(transaction);
  return rows;
}

/** None of somebody's devices wakes her any more. */
export async function endDevicesOf(transaction: Transaction, personId: PersonId, at: Date): Promise<void> {
  await sql`update push_device set ${ended('removed', at)}
    where person_id = ${personId} and ended_at is null`.execute(transaction);
}

/** The devices that were added with sessions which have been ended wake nobody any more. */
export async function endDevicesOfSessions(
  transaction: Transaction,
  sessions: readonly string[],
  at: Date,
): Promise<void> {
  await sql`update push_device set ${ended('removed', at)}
    where session_id = any(${[...sessions]}::uuid[]) and ended_at is null`.execute(transaction);
}

/** The devices that were added with these sessions and still wake somebody. */
export async function devicesOfSessions(db: Reader, sessions: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from push_device
    where session_id = any(${[...sessions]}::uuid[]) and ended_at is null`.execute(db);
  return rows.map(({ id }) => id);
}

/** Somebody has signed in anew in a browser that wakes her: it goes on with the new session. */
export async function bringDevices(
  transaction: Transaction,
  personId: PersonId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await sql`update push_device set session_id = ${to}
    where session_id = ${from} and person_id = ${personId} and ended_at is null`.execute(transaction);
}

/** The browser with this address (SHA-256, base64url) wakes this person no more. */
export async function endDeviceHere(
  transaction: Transaction,
  personId: PersonId | null,
  endpointHash: string,
  at: Date,
): Promise<void> {
  await sql`update push_device set ${ended('removed', at)} where person_id = ${personId} and ended_at is null
    and sha256(convert_to(endpoint, 'UTF8')) = ${Buffer.from(endpointHash, 'base64url')}`.execute(
    transaction,
  );
}

/** Remembers that the services have taken in something for these devices. */
export async function touchDevices(
  transaction: Transaction,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await sql`update push_device set sent_at = ${at} where id = any(${[...ids]}::uuid[])`.execute(transaction);
}

/** A device that can be woken, and in which language its owner reads. */
export interface WakeableDevice {
  readonly id: string;
  readonly personId: string;
  readonly service: string;
  readonly language: Language | null;
}

/** The devices of these people that can be woken. */
export async function wakeableDevices(db: Reader, persons: readonly string[]): Promise<WakeableDevice[]> {
  const { rows } = await sql<WakeableDevice>`
    select d.id, d.person_id as "personId", d.service, a.language
    from push_device d left join account a on a.person_id = d.person_id
    where d.person_id = any(${[...persons]}::uuid[]) and d.ended_at is null and a.state is distinct from 'suspended'
    order by d.person_id, d.id`.execute(db);
  return rows;
}

/** Where and with what a device is woken. */
export interface DeviceAddress {
  readonly endpoint: string;
  readonly publicKey: Buffer;
  readonly authSealed: Buffer;
}

/** The address of a device whose owner is with us that day; null where it is not to be woken any more. */
export async function addressOfDevice(
  db: Reader,
  id: string | null,
  today: string,
): Promise<DeviceAddress | null> {
  const { rows } = await sql<DeviceAddress>`
    select d.endpoint, d.public_key as "publicKey", d.auth_secret as "authSealed"
    from push_device d join person_face p on p.id = d.person_id left join account a on a.person_id = d.person_id
    where d.id = ${id} and d.ended_at is null and a.state is distinct from 'suspended'
      and p.valid_from <= ${today}::date and (p.valid_before is null or p.valid_before > ${today}::date)`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The installation's keys, the private one sealed; null before they are made. */
export async function readKeys(db: Reader): Promise<VapidKeys | null> {
  const { rows } = await sql<VapidKeys>`
    select public_key as "publicKey", private_key as "privateKey" from push_key`.execute(db);
  return rows[0] ?? null;
}

/** Keeps the keys, unless another process was first. */
export async function saveKeys(db: Reader, { publicKey, privateKey }: VapidKeys, at: Date): Promise<void> {
  await sql`insert into push_key (public_key, private_key, made_at) values (${publicKey}, ${privateKey}, ${at})
    on conflict do nothing`.execute(db);
}
