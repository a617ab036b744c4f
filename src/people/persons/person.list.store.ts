import { type RawBuilder, sql } from 'kysely';
import { type Scope, whereCovered } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Office } from '../../kernel/offices.ts';
import { holdsIndexedText } from '../../kernel/search.ts';
import type { PersonInput } from './person.ts';

/** What a list can be narrowed to. Everything absent narrows nothing. */
export interface PersonFilter {
  readonly search?: string;
  readonly kind?: PersonInput['kind'];
  /** Of this unit and the units below it. */
  readonly unitId?: string;
  readonly sourceId?: string;
  /** Those who have left; without it, those who have not. */
  readonly ended?: boolean;
  readonly ids?: readonly string[];
}

export interface PersonRow {
  readonly id: string;
  readonly kind: PersonInput['kind'];
  readonly givenName: string;
  readonly familyName: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly from: string;
  readonly until: string | null;
  /** The offices held today, a deputy's too. */
  readonly offices: readonly Office[];
}

/** The columns a list can be sorted by; names as Swedish sorts them: family name first, å, ä, ö last. */
export const personSorts = {
  name: sql`p.family_name collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  from: sql`lower(p.valid)`,
} as const;
export type PersonSort = keyof typeof personSorts;

/** One page of the register within the scope, and how many rows the filter holds in all. */
export async function listPersons(
  db: Reader,
  filter: PersonFilter,
  order: { readonly by: PersonSort; readonly descending: boolean },
  page: number,
  size: number,
  scope: Scope,
  today: string,
): Promise<{ items: PersonRow[]; total: number }> {
  const where = conditions(filter, scope, today);
  // A name is never missing; asked for so, it can be read backwards from its index.
  const last = order.by === 'name' ? sql`desc` : sql`desc nulls last`;
  const direction = order.descending ? last : sql`asc nulls last`;
  const asked = sql<PersonRow>`
    select p.id, p.kind, p.given_name as "givenName", p.family_name as "familyName",
      p.given_name || ' ' || p.family_name as name, p.email, p.organisation, p.unit_id as "unitId", u.name as "unitName",
      lower(p.valid) as "from", upper(p.valid) - 1 as until,
      array(select distinct a.office from appointment_face a where a.person_id = p.id and a.valid_from <= ${today}::date
        and (a.valid_before is null or a.valid_before > ${today}::date) order by a.office) as offices
    from person p left join unit_face u on u.id = p.unit_id
    where ${where}
    order by ${personSorts[order.by]} ${direction}, p.family_name collate "sv-x-icu", p.given_name collate "sv-x-icu", p.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const count = sql<{ total: number }>`select count(*) as total from person p where ${where}`.execute(db);
  const [{ rows }, counted] = await Promise.all([asked, count]);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: PersonFilter, scope: Scope, today: string): RawBuilder<boolean> {
  const parts = [whereCovered(scope, { person: 'p.id', unit: 'p.unit_id' })];
  for (const word of words(filter.search ?? '')) {
    // Each word somewhere: ”lind maria” finds Maria Lind.
    parts.push(holdsIndexedText(searched, word));
  }
  if (filter.kind !== undefined) parts.push(sql<boolean>`p.kind = ${filter.kind}`);
  if (filter.unitId !== undefined)
    parts.push(sql<boolean>`p.unit_id = any(array(select unit_subtree(${filter.unitId})))`);
  if (filter.sourceId !== undefined) parts.push(sql<boolean>`p.source_id = ${filter.sourceId}`);
  if (filter.ids !== undefined) parts.push(sql<boolean>`p.id = any(${filter.ids}::uuid[])`);
  const left = sql<boolean>`p.valid << daterange(${today}, null)`;
  parts.push(filter.ended === true ? left : sql<boolean>`not (${left})`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** What a search looks in, as the index `person_search` has it. */
const searched = sql`p.given_name || ' ' || p.family_name || ' ' || coalesce(p.email, '')`;

/** The words of a search, at most five. */
function words(search: string): string[] {
  const found = search.split(/\s+/u).filter((word) => word !== '');
  return found.slice(0, 5);
}

/** The names a record shows beside its ids. */
export async function namesBeside(
  db: Reader,
  row: { readonly unitId: string | null; readonly sourceId: string | null },
): Promise<{ unitName: string | null; sourceName: string | null }> {
  const { rows } = await sql<{ unitName: string | null; sourceName: string | null }>`select
    (select name from unit_face where id = ${row.unitId}) as "unitName",
    (select name from person_source_face where id = ${row.sourceId}) as "sourceName"`.execute(db);
  return rows[0] ?? { unitName: null, sourceName: null };
}

export interface SourceChoice {
  readonly id: string;
  readonly kind: PersonInput['kind'];
  readonly name: string;
}

/** The sources in use, for a form to choose among. */
export async function sourcesInUse(db: Reader): Promise<SourceChoice[]> {
  const { rows } = await sql<SourceChoice>`select id, kind, name from person_source_face
    where ended_on is null order by kind, name collate "sv-x-icu", id limit 200`.execute(db);
  return rows;
}
