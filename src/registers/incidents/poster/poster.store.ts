import { sql } from 'kysely';
import type { Reader } from '../../../kernel/db.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { plainCode } from '../code.ts';
import { unitCode } from './unit-code.ts';

/** A unit as its poster names it. */
export interface PosterUnit {
  readonly id: UnitId;
  readonly name: string;
}

/** The units of that day, by name; one of them when an id is given. */
export async function posterUnits(db: Reader, today: string, unitId: string | null): Promise<PosterUnit[]> {
  const { rows } = await sql<PosterUnit>`
    select id, name from unit_face
    where valid_from <= ${today}::date and (valid_before is null or valid_before > ${today}::date)
      and (${unitId}::uuid is null or id = ${unitId}::uuid)
    order by name collate "sv-x-icu", id`.execute(db);
  return rows;
}

/** The unit that a code belongs to that day; null when it belongs to none. */
export async function unitByCode(db: Reader, typed: string, today: string): Promise<PosterUnit | null> {
  const code = plainCode(typed);
  const { rows } = await sql<PosterUnit>`
    select id, name from unit_face
    where valid_from <= ${today}::date and (valid_before is null or valid_before > ${today}::date)`.execute(
    db,
  );
  return rows.find(({ id }) => unitCode(id) === code) ?? null;
}
