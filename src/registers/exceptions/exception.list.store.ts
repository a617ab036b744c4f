import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { holdsText } from '../../kernel/search.ts';
import { exceptionInScope } from './exception.store.ts';
import type { Exception, ExceptionStanding } from './exception.ts';

/** What the list can be narrowed to. */
export interface ExceptionFilter {
  readonly search?: string;
  readonly standing?: ExceptionStanding;
  readonly unitId?: string;
  readonly objectRegister?: string;
  readonly objectId?: string;
  readonly ids?: readonly string[];
}

export interface ExceptionRow {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: Exception['state'];
  readonly consequence: number;
  readonly likelihood: number;
  readonly decidedAs: Exception['decidedAs'];
  readonly validFrom: string | null;
  readonly endsOn: string;
  readonly standing: ExceptionStanding;
  readonly secret: boolean;
}

/** The columns the list can be sorted by. */
export const exceptionSorts = {
  title: sql`x.title collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  risk: sql`x.consequence_after * x.likelihood_after`,
  end: sql`x.ends_on`,
} as const;

/** As `standingOf`, in SQL. */
function standing(today: string): RawBuilder<ExceptionStanding> {
  return sql<ExceptionStanding>`(case when x.state <> 'decided' then x.state
    when x.ends_on < ${today}::date then 'overrun' when x.valid_from > ${today}::date then 'coming' else 'inForce' end)`;
}

/** One page of exceptions within the scope, `size` rows, and how many there are in all. */
export async function listExceptions(
  db: Reader,
  filter: ExceptionFilter,
  order: { readonly by: keyof typeof exceptionSorts; readonly descending: boolean },
  { page, size }: { readonly page: number; readonly size: number },
  { scope, today }: { readonly scope: Scope; readonly today: string },
): Promise<{ items: ExceptionRow[]; total: number }> {
  const where = conditions(filter, scope, today);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<ExceptionRow>`
    select x.id, x.title, x.unit_id as "unitId", u.name as "unitName", x.state, x.consequence_after as consequence,
           x.likelihood_after as likelihood, x.decided_as as "decidedAs", x.valid_from as "validFrom",
           x.ends_on as "endsOn", ${standing(today)} as standing, cardinality(x.secrecy_provisions) > 0 as secret
    from exception x join unit_face u on u.id = x.unit_id
    where ${where} order by ${exceptionSorts[order.by]} ${direction}, x.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from exception x where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: ExceptionFilter, scope: Scope, today: string): RawBuilder<boolean> {
  const { search = '', unitId, objectRegister, objectId, ids } = filter;
  const parts = [exceptionInScope(scope, 'x')];
  if (search !== '')
    parts.push(sql<boolean>`(${holdsText('x.title', search)} or ${holdsText('x.reason', search)})`);
  if (filter.standing !== undefined) parts.push(sql<boolean>`${standing(today)} = ${filter.standing}`);
  if (unitId !== undefined) parts.push(sql<boolean>`x.unit_id = any(array(select unit_subtree(${unitId})))`);
  if (objectRegister !== undefined) parts.push(sql<boolean>`x.object_register = ${objectRegister}`);
  if (objectId !== undefined) parts.push(sql<boolean>`x.object_id = ${objectId}`);
  if (ids !== undefined) parts.push(sql<boolean>`x.id = any(${ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
