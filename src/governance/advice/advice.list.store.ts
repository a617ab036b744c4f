import { type RawBuilder, sql } from 'kysely';
import { type Scope, whereCovered } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { pageSize } from '../../kernel/schema.ts';
import { holdsText } from '../../kernel/search.ts';
import type { AdviceState, SupportRole } from './advice.ts';
import { answeredBy } from './advice.store.ts';

export interface AdviceRow {
  readonly id: string;
  readonly subject: string;
  readonly askedOf: SupportRole;
  readonly askedBy: string;
  readonly asker: string;
  readonly state: AdviceState;
  readonly askedAt: Date;
  readonly waitingSince: Date | null;
}

/** Whose questions a list holds: those the asker has asked herself, or those put to a role that she holds. */
export type Whose = 'mine' | 'toAnswer';

/** What a list can be narrowed to. */
export interface AdviceFilter {
  readonly search?: string;
  readonly state?: AdviceState;
  readonly ids?: readonly string[];
}

/** The columns a list can be sorted by. What has waited longest comes first, and what waits before what does not. */
export const adviceSorts = {
  waiting: sql`q.waiting_since`,
  asked: sql`q.asked_at`,
  subject: sql`q.subject collate "sv-x-icu"`,
} as const;

/** One page of questions within the scope, and how many there are in all. */
export async function listAdvice(
  db: Reader,
  whose: Whose,
  filter: AdviceFilter,
  order: { readonly by: keyof typeof adviceSorts; readonly descending: boolean },
  page: number,
  scope: Scope,
  today: string,
): Promise<{ items: AdviceRow[]; total: number }> {
  const where = conditions(whose, filter, scope, today);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<AdviceRow>`
    select q.id, q.subject, q.asked_of as "askedOf", q.asked_by as "askedBy", p.name as asker, q.state,
           q.asked_at as "askedAt", q.waiting_since as "waitingSince"
    from advice q join person_face p on p.id = q.asked_by
    where ${where} order by ${adviceSorts[order.by]} ${direction}, q.asked_at desc, q.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from advice q where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(whose: Whose, filter: AdviceFilter, scope: Scope, today: string): RawBuilder<boolean> {
  const own =
    whose === 'mine' ? whereCovered(scope, { person: 'q.asked_by' }) : answeredBy(scope, today, 'q');
  const parts = [own];
  if (filter.search !== undefined && filter.search !== '') parts.push(holdsText('q.subject', filter.search));
  if (filter.state !== undefined) parts.push(sql<boolean>`q.state = ${filter.state}`);
  if (filter.ids !== undefined) parts.push(sql<boolean>`q.id = any(${filter.ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
