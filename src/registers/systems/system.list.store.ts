import { holdsText } from '../../kernel/search.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { ProtectionLevels } from './protection.ts';
import { systemInScope } from './system.store.ts';
import type { ProviderKind } from './system.ts';

/** What a list can be narrowed to. Everything absent narrows nothing. */
export interface SystemFilter {
  readonly search?: string;
  readonly unitId?: string;
  readonly lifecycle?: Lifecycle;
  readonly providerKind?: ProviderKind;
  /** Only these rows: the ones behind a clause's figure. */
  readonly ids?: readonly string[];
}

export interface SystemListRow {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: Lifecycle;
  readonly unitId: string;
  readonly unitName: string;
  readonly providerKind: ProviderKind;
  readonly providerName: string;
  readonly provenOn: string | null;
  readonly proven: ProtectionLevels;
  readonly raised: ProtectionLevels;
}

/** The columns a list can be sorted by. Names are sorted as Swedish is: å, ä, ö last. */
export const systemSorts = {
  name: sql`s.name collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  lifecycle: sql`array_position(array['planned','acquired','inOperation','beingRetired','retired'], s.lifecycle)`,
  provider: sql`s.provider_name collate "sv-x-icu"`,
  proven: sql`s.proven_on`,
} as const;
export type SystemSort = keyof typeof systemSorts;

/** One page of the register within the scope, and how many rows the filter holds in all. */
export async function listSystems(
  db: Reader,
  filter: SystemFilter,
  order: { readonly by: SystemSort; readonly descending: boolean },
  page: number,
  size: number,
  scope: Scope,
): Promise<{ items: SystemListRow[]; total: number }> {
  const where = conditions(filter, scope);
  // A name is never missing; asked for so, it can be read backwards from its index.
  const last = order.by === 'name' ? sql`desc` : sql`desc nulls last`;
  const direction = order.descending ? last : sql`asc nulls last`;
  const levels = (kind: string) => sql`jsonb_build_object(
    'confidentiality', ${sql.ref(`s.${kind}_confidentiality`)}, 'integrity', ${sql.ref(`s.${kind}_integrity`)},
    'availability', ${sql.ref(`s.${kind}_availability`)}, 'traceability', ${sql.ref(`s.${kind}_traceability`)})`;
  const sorted = sql`${systemSorts[order.by]} ${direction}, s.name collate "sv-x-icu", s.id`;
  // The page first, then what is made of its rows: otherwise PostgreSQL makes it of every row that it sorts, three quarters of the time.
  const rows = await sql<SystemListRow>`
    with page as materialized (
      select s.id, u.name as unit_name, row_number() over (order by ${sorted}) as place
      from system s join unit_face u on u.id = s.unit_id
      where ${where}
      order by ${sorted}
      limit ${size} offset ${(page - 1) * size}
    )
    select s.id, s.name, s.lifecycle, s.unit_id as "unitId", p.unit_name as "unitName", s.provider_kind as "providerKind",
           s.provider_name as "providerName", s.proven_on as "provenOn",
           ${levels('proven')} as proven, ${levels('raised')} as raised
    from page p join system s on s.id = p.id
    order by p.place`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from system s where ${where}`.execute(
    db,
  );
  return { items: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: SystemFilter, scope: Scope): RawBuilder<boolean> {
  const parts = [systemInScope(scope, 's')];
  if (filter.search !== undefined && filter.search !== '') {
    parts.push(
      sql<boolean>`(${holdsText('s.name', filter.search)} or ${holdsText('s.provider_name', filter.search)})`,
    );
  }
  if (filter.unitId !== undefined)
    parts.push(sql<boolean>`s.unit_id = any(array(select unit_subtree(${filter.unitId})))`);
  if (filter.providerKind !== undefined) parts.push(sql<boolean>`s.provider_kind = ${filter.providerKind}`);
  if (filter.ids !== undefined) parts.push(sql<boolean>`s.id = any(${filter.ids}::uuid[])`);
  // Retired systems stay in the register but are asked for by name.
  parts.push(
    filter.lifecycle === undefined
      ? sql<boolean>`s.lifecycle <> 'retired'`
      : sql<boolean>`s.lifecycle = ${filter.lifecycle}`,
  );
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** Systems to choose from, by name: whoever declares handling must be able to point at any of them. */
export async function systemChoices(
  db: Reader,
): Promise<readonly { id: string; name: string; unitName: string }[]> {
  const found = await sql<{ id: string; name: string; unitName: string }>`
    select s.id, s.name, u.name as "unitName" from system s join unit_face u on u.id = s.unit_id
    where s.lifecycle <> 'retired' order by s.name collate "sv-x-icu", s.id limit 5000`.execute(db);
  return found.rows;
}

/** The unit's name, and who maintains the system today (systemförvaltare). */
export async function surroundingsOf(
  db: Reader,
  systemId: string,
  unitId: string,
  today: string,
): Promise<{ unitName: string; maintainer: { personId: string; name: string } | null }> {
  const unit = await sql<{ name: string }>`select name from unit_face where id = ${unitId}`.execute(db);
  const held = await sql<{ personId: string; name: string }>`
    select person_id as "personId", person_name as name from appointment_face
    where scope_id = ${systemId} and office = 'systemMaintainer' and not deputy
      and valid_from <= ${today}::date and (valid_before is null or valid_before > ${today}::date)
    limit 1`.execute(db);
  return { unitName: unit.rows[0]?.name ?? '', maintainer: held.rows[0] ?? null };
}
