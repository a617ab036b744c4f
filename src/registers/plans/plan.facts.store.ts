import { sql } from 'kysely';
import type { Reader } from '../../kernel/db.ts';
import { selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import type { BinderCopyFact, ExerciseFact, PlanFact, PlanVersionFact } from './plan.facts.ts';

/** Plans, ended ones too, in the order of their ids. */
export async function readPlanFacts(db: Reader, selection: Selection): Promise<PlanFact[]> {
  const { rows } = await sql<PlanFact>`
    select p.id, p.kind, p.system_id as "systemId", p.unit_id as "unitId", p.ended_on as "endedOn",
           p.secrecy_provision <> '' as secret
    from ${tableOf('plan', 'p', selection)} where ${selected('p', selection)} order by p.id`.execute(db);
  return rows;
}

/** Versions of plans that have been decided, in the order of their ids. */
export async function readPlanVersionFacts(db: Reader, selection: Selection): Promise<PlanVersionFact[]> {
  const { rows } = await sql<PlanVersionFact>`
    select v.id, v.plan_id as "planId", v.number, v.state, v.valid_from as "validFrom",
           v.next_review_on as "nextReviewOn"
    from ${tableOf('plan_version', 'v', selection)}
    where ${selected('v', selection)} and v.state = 'decided' order by v.id`.execute(db);
  return rows;
}

/** Exercises of plans, in the order of their ids. */
export async function readExerciseFacts(db: Reader, selection: Selection): Promise<ExerciseFact[]> {
  const { rows } = await sql<ExerciseFact>`
    select e.id, e.plan_ids as "planIds", e.held_on as "heldOn", e.withdrawn_on as "withdrawnOn"
    from ${tableOf('exercise', 'e', selection)} where ${selected('e', selection)} order by e.id`.execute(db);
  return rows;
}

/** Copies of the binder, in the order of their ids. */
export async function readBinderCopyFacts(db: Reader, selection: Selection): Promise<BinderCopyFact[]> {
  const { rows } = await sql<BinderCopyFact>`
    select c.id, c.kind, c.taken_on as "takenOn", c.plan_version_ids as "versionIds"
    from ${tableOf('binder_copy', 'c', selection)} where ${selected('c', selection)} order by c.id`.execute(
    db,
  );
  return rows;
}
