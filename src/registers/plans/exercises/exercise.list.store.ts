import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import { holdsText } from '../../../kernel/search.ts';
import { planInScope } from '../plan.store.ts';
import type { ExerciseKind } from './exercise.ts';
import { exerciseInScope, isSecretExercise } from './exercise.store.ts';

/** What the list can be narrowed to. */
export interface ExerciseFilter {
  readonly search?: string;
  readonly kind?: ExerciseKind;
  readonly planId?: string;
  /** Those that have been withdrawn; without it, those that have not. */
  readonly withdrawn?: boolean;
  readonly ids?: readonly string[];
}

export interface ExerciseRow {
  readonly id: string;
  readonly kind: ExerciseKind;
  readonly scenario: string;
  readonly heldOn: string;
  readonly participants: number;
  readonly restoreTried: boolean;
  /** The plans that the asker may see. */
  readonly plans: readonly string[];
  readonly withdrawnOn: string | null;
  readonly secret: boolean;
}

/** The columns the list can be sorted by. */
export const exerciseSorts = {
  held: sql`e.held_on`,
  scenario: sql`e.scenario collate "sv-x-icu"`,
  participants: sql`e.participants`,
} as const;

/** One page of exercises within the scope, and how many there are in all. */
export async function listExercises(
  db: Reader,
  filter: ExerciseFilter,
  order: { readonly by: keyof typeof exerciseSorts; readonly descending: boolean },
  page: number,
  size: number,
  scope: Scope,
): Promise<{ items: ExerciseRow[]; total: number }> {
  const where = conditions(filter, scope);
  const direction = order.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<ExerciseRow>`
    select e.id, e.kind, e.scenario, e.held_on as "heldOn", e.participants, e.restore_tried as "restoreTried",
           array(select f.name from plan p join plan_face f on f.id = p.id where p.id = any(e.plan_ids)
             and ${planInScope(scope, 'p')} order by f.name collate "sv-x-icu", p.id) as plans,
           e.withdrawn_on as "withdrawnOn", ${isSecretExercise} as secret
    from exercise e where ${where} order by ${exerciseSorts[order.by]} ${direction}, e.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from exercise e where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: ExerciseFilter, scope: Scope): RawBuilder<boolean> {
  const { search = '', kind, planId, withdrawn = false, ids } = filter;
  const parts = [
    exerciseInScope(scope, 'e'),
    withdrawn ? sql<boolean>`e.withdrawn_on is not null` : sql<boolean>`e.withdrawn_on is null`,
  ];
  if (search !== '') parts.push(holdsText('e.scenario', search));
  if (kind !== undefined) parts.push(sql<boolean>`e.kind = ${kind}`);
  if (planId !== undefined) parts.push(sql<boolean>`e.plan_ids @> array[${planId}::uuid]`);
  if (ids !== undefined) parts.push(sql<boolean>`e.id = any(${ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
