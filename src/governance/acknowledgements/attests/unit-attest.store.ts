import { sql } from 'kysely';
import { type Scope, whereCovered } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import type { UnitAttest } from './unit-attest.ts';

export async function insertAttest(transaction: Transaction, row: UnitAttest, stamp: Stamp): Promise<void> {
  const { id, unitId, personId, isFollowed, note, attestedOn } = row;
  await sql`insert into unit_attest (id, version, changed_by_event, unit_id, person_id, is_followed, note, attested_on)
    values (${id}, 1, ${stamp.eventId}, ${unitId}, ${personId}, ${isFollowed}, ${note}, ${attestedOn})`.execute(
    transaction,
  );
}

/** A unit with what its head has said last. */
export interface UnitAttestRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly isFollowed: boolean | null;
  readonly note: string | null;
  readonly attestedOn: string | null;
  readonly attestedBy: string | null;
}

/** One page of the units that stand that day within the scope, those never attested first. */
export async function listUnitAttests(
  db: Reader,
  scope: Scope,
  today: string,
  size: number,
  page: number,
): Promise<{ items: UnitAttestRow[]; total: number }> {
  const where = sql<boolean>`u.kind = 'unit' and u.valid_from <= ${today}::date
    and (u.valid_before is null or u.valid_before > ${today}::date) and ${whereCovered(scope, { unit: 'u.id' })}`;
  const { rows } = await sql<UnitAttestRow>`
    select u.id as "unitId", u.name as "unitName", a.is_followed as "isFollowed", a.note, a.attested_on as "attestedOn",
      p.name as "attestedBy"
    from unit_face u left join lateral (select t.is_followed, t.note, t.attested_on, t.person_id from unit_attest t
      where t.unit_id = u.id order by t.attested_on desc, t.id desc limit 1) a on true
    left join person_face p on p.id = a.person_id
    where ${where} order by a.attested_on nulls first, u.name collate "sv-x-icu", u.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from unit_face u where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}
