import { type RawBuilder, sql } from 'kysely';
import type { Actor, Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { holdsText } from '../../kernel/search.ts';
import { sourceKnown } from '../around.store.ts';
import { deviationInScope } from './deviation.store.ts';
import type { DeviationState } from './deviation.ts';

/** What the list can be narrowed to. */
export interface DeviationFilter {
  readonly search?: string;
  readonly state?: DeviationState;
  /** Decided ones whose day of follow-up has passed. */
  readonly overdue?: boolean;
  readonly unitId?: string;
  readonly sourceRegister?: string;
  readonly sourceRecord?: string;
  readonly ids?: readonly string[];
}

export interface DeviationRow {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly discoveredOn: string;
  readonly consequence: number | null;
  readonly likelihood: number | null;
  readonly state: DeviationState;
  readonly followUpOn: string | null;
  readonly closedOn: string | null;
  readonly overdue: boolean;
  readonly secret: boolean;
}

/** The columns the list can be sorted by. */
export const deviationSorts = {
  title: sql`d.title collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  discovered: sql`d.discovered_on`,
  risk: sql`d.consequence * d.likelihood`,
  followUp: sql`d.follow_up_on`,
} as const;

/** Who asks, which rows she may see, and the day it is. */
export interface DeviationAsker {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly today: string;
}

/** One page of deviations within the scope, `size` rows, and how many there are in all. */
export async function listDeviations(
  db: Reader,
  filter: DeviationFilter,
  order: { readonly by: keyof typeof deviationSorts; readonly descending: boolean },
  { page, size }: { readonly page: number; readonly size: number },
  asker: DeviationAsker,
): Promise<{ items: DeviationRow[]; total: number }> {
  const isOverdue = sql<boolean>`(d.state = 'decided' and d.follow_up_on < ${asker.today}::date)`;
  const where = conditions(filter, asker, isOverdue);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<DeviationRow>`
    select d.id, d.title, d.unit_id as "unitId", u.name as "unitName", d.discovered_on as "discoveredOn",
           d.consequence, d.likelihood, d.state, d.follow_up_on as "followUpOn", d.closed_on as "closedOn",
           ${isOverdue} as overdue, cardinality(d.secrecy_provisions) > 0 as secret
    from deviation d join unit_face u on u.id = d.unit_id
    where ${where} order by ${deviationSorts[order.by]} ${direction}, d.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from deviation d where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(
  filter: DeviationFilter,
  asker: DeviationAsker,
  isOverdue: RawBuilder<boolean>,
): RawBuilder<boolean> {
  const { search = '', state, overdue, unitId, sourceRegister, sourceRecord, ids } = filter;
  const parts = [deviationInScope(asker.scope, 'd')];
  if (search !== '')
    parts.push(sql<boolean>`(${holdsText('d.title', search)} or ${holdsText('d.description', search)})`);
  if (state !== undefined) parts.push(sql<boolean>`d.state = ${state}`);
  if (overdue !== undefined) parts.push(sql<boolean>`${isOverdue} = ${overdue}`);
  if (unitId !== undefined) parts.push(sql<boolean>`d.unit_id = any(array(select unit_subtree(${unitId})))`);
  if (sourceRegister !== undefined) parts.push(sql<boolean>`d.source_register = ${sourceRegister}`);
  if (sourceRecord !== undefined) parts.push(sql<boolean>`d.source_id = ${sourceRecord}`);
  if (sourceRegister !== undefined || sourceRecord !== undefined) parts.push(sourceKnown('d', asker));
  if (ids !== undefined) parts.push(sql<boolean>`d.id = any(${ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
