import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import { planInScope } from '../plan.store.ts';
import type { Exercise, TriedPlan } from './exercise.ts';

const columns: RawBuilder<unknown> = sql`e.id, e.version, e.kind, e.plan_ids as "planIds", e.held_on as "heldOn",
  e.scenario, e.participants, e.attendees, e.findings, e.measures, e.restore_tried as "restoreTried",
  e.real_reason as "realReason", e.case_reference as "caseReference", e.withdrawn_on as "withdrawnOn"`;

/** The condition that one of the exercise's plans lies within the scope. `alias` is what the query calls the table. */
export function exerciseInScope(scope: Scope, alias = 'exercise'): RawBuilder<boolean> {
  return sql<boolean>`exists (select from plan q where q.id = any(${sql.ref(`${alias}.plan_ids`)})
    and ${planInScope(scope, 'q')})`;
}

/** One exercise, locked; null when there is none within the scope. */
export async function loadExercise(
  transaction: Transaction,
  id: string,
  scope: Scope,
): Promise<Exercise | null> {
  const { rows } = await sql<Exercise>`
    select ${columns} from exercise e where e.id = ${id} and ${exerciseInScope(scope, 'e')} for update of e`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

/** Is any of the plans that the exercise `e` tried marked as secret? Then what it found is as sensitive. */
export const isSecretExercise: RawBuilder<boolean> = sql<boolean>`exists (select from plan q
  where q.id = any(e.plan_ids) and q.secrecy_provision <> '')`;

/** One exercise to look at; null when there is none within the scope. */
export async function readExercise(
  db: Reader,
  id: string,
  scope: Scope,
): Promise<(Exercise & { readonly secret: boolean }) | null> {
  const { rows } = await sql<Exercise & { secret: boolean }>`
    select ${columns}, ${isSecretExercise} as secret from exercise e where e.id = ${id} and ${exerciseInScope(scope, 'e')}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Saves an exercise as it stands after a step. */
export async function saveExercise(transaction: Transaction, row: Exercise, stamp: Stamp): Promise<void> {
  const { id, version, kind, heldOn, scenario, participants, attendees, findings, measures } = row;
  const { restoreTried, realReason, caseReference, withdrawnOn } = row;
  if (version === 1)
    await sql`insert into exercise (id, version, changed_by_event, kind, plan_ids, held_on, scenario, participants, attendees,
        findings, measures, restore_tried, real_reason, case_reference)
      values (${id}, 1, ${stamp.eventId}, ${kind}, ${row.planIds}::uuid[], ${heldOn}, ${scenario}, ${participants},
        ${attendees}, ${findings}, ${measures}, ${restoreTried}, ${realReason}, ${caseReference})`.execute(
      transaction,
    );
  else
    await sql`update exercise set version = ${version}, changed_by_event = ${stamp.eventId}, kind = ${kind},
        plan_ids = ${row.planIds}::uuid[], held_on = ${heldOn}, scenario = ${scenario},
        participants = ${participants}, attendees = ${attendees}, findings = ${findings}, measures = ${measures},
        restore_tried = ${restoreTried}, real_reason = ${realReason}, case_reference = ${caseReference},
        withdrawn_on = ${withdrawnOn} where id = ${id}`.execute(transaction);
}

/** A plan with its name, as an exercise shows it. */
export interface NamedPlan extends TriedPlan {
  readonly name: string;
  readonly kind: 'incident' | 'continuity' | 'both';
}

/** Those of the plans that lie within the scope, by name. */
export async function plansWithin(db: Reader, ids: readonly string[], scope: Scope): Promise<NamedPlan[]> {
  const { rows } = await sql<NamedPlan>`
    select p.id, f.name, p.kind, p.system_id as "systemId", f.key_unit_id as "keyUnitId", p.ended_on as "endedOn"
    from plan p join plan_face f on f.id = p.id
    where p.id = any(${ids}::uuid[]) and ${planInScope(scope, 'p')}
    order by f.name collate "sv-x-icu", p.kind, p.id`.execute(db);
  return rows;
}
