import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import type { CopyKind } from './binder/binder-copy.ts';
import type { ExerciseKind } from './exercises/exercise.ts';
import { isSecretExercise } from './exercises/exercise.store.ts';
import type { ResponsibleOffice } from './plan-content.ts';
import type { Plan } from './plan.ts';

/** What a page shows beside a plan's own fields. */
export interface PlanAround {
  readonly name: string;
  readonly unitName: string;
  /** The place in the order of restoration; null when it has none. */
  readonly place: number | null;
}

/** The name of what the plan is of, its unit, and its place in the order. */
export async function aroundPlan(db: Reader, plan: Plan): Promise<PlanAround> {
  const key = plan.systemId === null ? `unit:${plan.unitId}` : `system:${plan.systemId}`;
  const { rows } = await sql<PlanAround>`
    select f.name, u.name as "unitName",
           (select array_position(o.places, ${key}) from restoration_order o) as place
    from plan_face f join unit_face u on u.id = f.key_unit_id where f.id = ${plan.id}`.execute(db);
  return rows[0] ?? { name: '', unitName: '', place: null };
}

/** Which appointment holds an office for a plan `p` with version `v` that day; the two columns of its holder. */
export function holderOfPlan(today: string): RawBuilder<unknown> {
  return sql`left join lateral (select a.person_id, a.person_name from appointment_face a
    where a.office = v.responsible and not a.deputy
      and a.scope_id = case when v.responsible in ('systemOwner', 'systemMaintainer') then p.system_id
                            else f.key_unit_id end
      and a.valid_from <= ${today}::date and (a.valid_before is null or a.valid_before > ${today}::date)
    limit 1) h on true`;
}

/** Who holds the office that answers for the plan today; null when nobody does. */
export async function responsibleFor(
  db: Reader,
  plan: Plan,
  office: ResponsibleOffice,
  today: string,
): Promise<{ personId: string; name: string } | null> {
  const { rows } = await sql<{ personId: string | null; name: string }>`
    select h.person_id as "personId", h.person_name as name
    from plan p join plan_face f on f.id = p.id cross join (select ${office}::text as responsible) v
      ${holderOfPlan(today)} where p.id = ${plan.id}`.execute(db);
  const [found] = rows;
  return found === undefined || found.personId === null
    ? null
    : { personId: found.personId, name: found.name };
}

/** The names of systems, by id; retired ones too, since a plan in force may still name one. */
export async function systemNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from system_face s where s.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** An exercise as a plan's page shows it. */
export interface HeldExercise {
  readonly id: string;
  readonly kind: ExerciseKind;
  readonly heldOn: string;
  readonly scenario: string;
  /** Did it try a plan that is secret, this one or another? */
  readonly secret: boolean;
}

/** The exercises that tried a plan and that count, the latest first. */
export async function exercisesOf(db: Reader, planId: string): Promise<HeldExercise[]> {
  const { rows } = await sql<HeldExercise>`
    select e.id, e.kind, e.held_on as "heldOn", e.scenario, ${isSecretExercise} as secret from exercise e
    where e.plan_ids @> array[${planId}::uuid] and e.withdrawn_on is null
    order by e.held_on desc, e.id desc limit 50`.execute(db);
  return rows;
}

/** A copy of the binder, as a page shows it. */
export interface ShownCopy {
  readonly kind: CopyKind;
  readonly takenOn: string;
}

/** The latest copy of each kind that holds the version. */
export async function copiesOf(db: Reader, versionId: string): Promise<ShownCopy[]> {
  const { rows } = await sql<ShownCopy>`
    select c.kind, max(c.taken_on) as "takenOn" from binder_copy c
    where c.plan_version_ids @> array[${versionId}::uuid] group by c.kind order by max(c.taken_on) desc, c.kind`.execute(
    db,
  );
  return rows;
}
