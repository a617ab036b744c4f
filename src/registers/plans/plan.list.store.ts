import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { pageSize } from '../../kernel/schema.ts';
import { holdsText } from '../../kernel/search.ts';
import type { PlanKind } from './plan-content.ts';
import { planInScope } from './plan.store.ts';

/** Whether a plan is in force, or only being written. */
export const listStates = ['inForce', 'notInForce'] as const;
export type ListState = (typeof listStates)[number];

/** What the list can be narrowed to. */
export interface PlanFilter {
  readonly search?: string;
  readonly kind?: PlanKind;
  readonly state?: ListState;
  readonly unitId?: string;
  readonly systemId?: string;
  /** Those that have ended; without it, those that have not. */
  readonly ended?: boolean;
  readonly ids?: readonly string[];
}

export interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PlanKind;
  readonly systemId: string | null;
  readonly unitName: string;
  /** Of the version in force; null when there is none. */
  readonly number: number | null;
  readonly nextReviewOn: string | null;
  readonly recoveryHours: number | null;
  readonly lossHours: number | null;
  readonly isWritten: boolean;
  readonly secret: boolean;
  readonly exercisedOn: string | null;
  readonly place: number | null;
  readonly endedOn: string | null;
}

const place = sql`(select array_position(o.places, case when p.system_id is null then 'unit:' || p.unit_id
  else 'system:' || p.system_id end) from restoration_order o)`;

/** The columns the list can be sorted by. */
export const planSorts = {
  name: sql`f.name collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  review: sql`v.next_review_on`,
  recovery: sql`v.recovery_hours`,
  exercised: sql`x.held_on`,
  place,
} as const;

/** The version in force that day as `v`, beside a plan `p`; the same rule as `inForceOn`. */
function inForce(today: string): RawBuilder<unknown> {
  return sql`left join lateral (select w.number, w.next_review_on, w.recovery_hours, w.loss_hours from plan_version w
    where w.plan_id = p.id and w.state = 'decided' and w.valid_from <= ${today}::date
    order by w.valid_from desc, w.number desc limit 1) v on true`;
}

/** One page of plans within the scope, and how many there are in all. */
export async function listPlans(
  db: Reader,
  filter: PlanFilter,
  order: { readonly by: keyof typeof planSorts; readonly descending: boolean },
  page: number,
  size: number,
  scope: Scope,
  today: string,
): Promise<{ items: PlanRow[]; total: number }> {
  const where = conditions(filter, scope);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const from = sql`plan p join plan_face f on f.id = p.id join unit_face u on u.id = f.key_unit_id ${inForce(today)}`;
  const { rows } = await sql<PlanRow>`
    select p.id, f.name, p.kind, p.system_id as "systemId", u.name as "unitName", v.number,
           v.next_review_on as "nextReviewOn", v.recovery_hours as "recoveryHours", v.loss_hours as "lossHours",
           exists (select from plan_version d where d.plan_id = p.id and d.state = 'draft') as "isWritten",
           p.secrecy_provision <> '' as secret, x.held_on as "exercisedOn", ${place} as place, p.ended_on as "endedOn"
    from ${from} left join lateral (select max(e.held_on) as held_on from exercise e
      where e.plan_ids @> array[p.id] and e.withdrawn_on is null) x on true
    where ${where} order by ${planSorts[order.by]} ${direction}, f.name collate "sv-x-icu", p.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(
    db,
  );
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: PlanFilter, scope: Scope): RawBuilder<boolean> {
  const { search = '', kind, state, unitId, systemId, ended = false, ids } = filter;
  const parts = [
    planInScope(scope, 'p'),
    ended ? sql<boolean>`p.ended_on is not null` : sql<boolean>`p.ended_on is null`,
  ];
  if (search !== '') parts.push(holdsText('f.name', search));
  if (kind !== undefined) parts.push(sql<boolean>`p.kind = ${kind}`);
  if (state !== undefined) parts.push(sql<boolean>`(v.number is not null) = ${state === 'inForce'}`);
  if (unitId !== undefined)
    parts.push(sql<boolean>`f.key_unit_id = any(array(select unit_subtree(${unitId})))`);
  if (systemId !== undefined) parts.push(sql<boolean>`p.system_id = ${systemId}`);
  if (ids !== undefined) parts.push(sql<boolean>`p.id = any(${ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** A plan to choose from. */
export interface PlanChoice {
  readonly id: string;
  readonly name: string;
  readonly kind: PlanKind;
}

/** Plans in force that day within the scope, by name: what an exercise can have tried. */
export async function planChoices(db: Reader, scope: Scope, today: string): Promise<PlanChoice[]> {
  const { rows } = await sql<PlanChoice>`
    select p.id, f.name, p.kind from plan p join plan_face f on f.id = p.id ${inForce(today)}
    where ${planInScope(scope, 'p')} and p.ended_on is null and v.number is not null
    order by f.name collate "sv-x-icu", p.kind, p.id limit ${20 * pageSize}`.execute(db);
  return rows;
}
