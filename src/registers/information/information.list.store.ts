import { holdsText } from '../../kernel/search.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { informationInScope } from './information.store.ts';
import type { InformationState } from './information.ts';
import type { PersonalData } from './vocabulary.ts';

/** What a list can be narrowed to. Everything absent narrows nothing. */
export interface InformationFilter {
  readonly search?: string;
  readonly unitId?: string;
  readonly area?: string;
  readonly state?: InformationState;
  readonly personalData?: PersonalData;
  readonly classified?: boolean;
  /** Only these rows: the ones behind a clause's figure. */
  readonly ids?: readonly string[];
}

export interface InformationRow {
  readonly id: string;
  readonly name: string;
  readonly state: InformationState;
  readonly unitId: string;
  readonly unitName: string;
  readonly area: string;
  readonly personalData: PersonalData;
  readonly confidentiality: number | null;
  readonly integrity: number | null;
  readonly availability: number | null;
  readonly traceability: number | null;
  /** Marked with a provision on secrecy. */
  readonly secret: boolean;
  readonly nextReviewOn: string | null;
}

/** The columns a list can be sorted by. Names are sorted as Swedish is: å, ä, ö last. */
export const informationSorts = {
  name: sql`i.name collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  confidentiality: sql`c.confidentiality`,
  review: sql`c.next_review_on`,
} as const;
export type InformationSort = keyof typeof informationSorts;

/** One page of the register within the scope, and how many rows the filter holds in all. */
export async function listInformation(
  db: Reader,
  filter: InformationFilter,
  order: { readonly by: InformationSort; readonly descending: boolean },
  page: number,
  size: number,
  scope: Scope,
  today: string,
): Promise<{ items: InformationRow[]; total: number }> {
  const where = conditions(filter, scope, today);
  // A name is never missing; asked for so, it can be read backwards from its index.
  const last = order.by === 'name' ? sql`desc` : sql`desc nulls last`;
  const direction = order.descending ? last : sql`asc nulls last`;
  const rows = await sql<InformationRow>`
    select i.id, i.name, i.state, i.unit_id as "unitId", u.name as "unitName", i.area, i.personal_data as "personalData",
           c.confidentiality, c.integrity, c.availability, c.traceability, i.secrecy_provisions <> '{}' as secret,
           c.next_review_on as "nextReviewOn"
    from information i join unit_face u on u.id = i.unit_id left join classification c on c.id = i.classification_id
    where ${where}
    order by ${informationSorts[order.by]} ${direction}, i.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from information i where ${where}`.execute(db);
  return { items: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: InformationFilter, scope: Scope, today: string): RawBuilder<boolean> {
  const parts = [informationInScope(scope, today, 'i')];
  if (filter.search !== undefined && filter.search !== '') {
    parts.push(holdsText('i.name', filter.search));
  }
  if (filter.unitId !== undefined)
    parts.push(sql<boolean>`i.unit_id = any(array(select unit_subtree(${filter.unitId})))`);
  if (filter.area !== undefined) parts.push(sql<boolean>`i.area = ${filter.area}`);
  if (filter.personalData !== undefined) parts.push(sql<boolean>`i.personal_data = ${filter.personalData}`);
  if (filter.classified !== undefined)
    parts.push(sql<boolean>`(i.classification_id is not null) = ${filter.classified}`);
  if (filter.ids !== undefined) parts.push(sql<boolean>`i.id = any(${filter.ids}::uuid[])`);
  // Ended rows stay in the register but are asked for by name.
  parts.push(
    filter.state === undefined ? sql<boolean>`i.state <> 'ended'` : sql<boolean>`i.state = ${filter.state}`,
  );
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** The names a record shows beside its ids. */
export async function namesFor(
  db: Reader,
  unitId: string,
  area: string,
): Promise<{ unitName: string; areaName: string }> {
  const found = await sql<{ unitName: string | null; areaName: string | null }>`select
    (select name from unit_face where id = ${unitId}) as "unitName",
    (select name from default_owner where area = ${area} and ended_on is null) as "areaName"`.execute(db);
  const row = found.rows[0];
  return { unitName: row?.unitName ?? '', areaName: row?.areaName ?? area };
}

/** Names of systems that handlings point at. */
export async function systemNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{
    id: string;
    name: string;
  }>`select id, name from system_face where id = any(${ids}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

/** Those of the ids that lie within the scope. */
export async function informationSeen(
  db: Reader,
  ids: readonly string[],
  scope: Scope,
  today: string,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select i.id from information i where i.id = any(${ids}::uuid[]) and ${informationInScope(scope, today, 'i')}`.execute(
    db,
  );
  return rows.map((row) => row.id);
}
