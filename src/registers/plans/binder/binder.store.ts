import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../kernel/access.ts';
import type { Stamp } from '../../../kernel/action.ts';
import type { Reader, Transaction } from '../../../kernel/db.ts';
import { holderOfPlan } from '../plan.around.store.ts';
import type { PlanContact, PlanKind, PlanStep, ResponsibleOffice } from '../plan-content.ts';
import { planInScope } from '../plan.store.ts';
import type { BinderCopy, CopyGround, CopyKind } from './binder-copy.ts';

/** A plan in force as the binder has it: all that is needed to follow it when nothing else works. */
export interface BinderPlan {
  readonly planId: string;
  readonly versionId: string;
  readonly number: number;
  readonly kind: PlanKind;
  readonly name: string;
  readonly unitName: string;
  /** In the order of restoration; null when it has no place there. */
  readonly place: number | null;
  readonly secrecyProvision: string;
  readonly responsible: ResponsibleOffice;
  readonly holderName: string | null;
  readonly recoveryHours: number;
  readonly lossHours: number;
  readonly longestOutageHours: number;
  readonly systems: readonly string[];
  readonly suppliers: readonly string[];
  readonly steps: readonly PlanStep[];
  readonly contacts: readonly PlanContact[];
  readonly paperPlace: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly validFrom: string;
  readonly nextReviewOn: string;
}

/** The versions in force that day of plans within the scope, as `p` with `v`. The rule is that of `inForceOn`. */
function inForceWithin(scope: Scope, today: string): RawBuilder<unknown> {
  return sql`plan p join lateral (select w.id, w.number, w.responsible, w.recovery_hours, w.loss_hours,
      w.longest_outage_hours, w.system_ids, w.suppliers, w.steps, w.contacts, w.paper_place, w.decided_by,
      w.decided_on, w.valid_from, w.next_review_on
    from plan_version w where w.plan_id = p.id and w.state = 'decided' and w.valid_from <= ${today}::date
    order by w.valid_from desc, w.number desc limit 1) v on p.ended_on is null and ${planInScope(scope, 'p')}`;
}

/** The plans in force within the scope: those with a place in the order first, then the others by name. */
export async function binderPlans(db: Reader, scope: Scope, today: string): Promise<BinderPlan[]> {
  const { rows } = await sql<BinderPlan>`
    select p.id as "planId", v.id as "versionId", v.number, p.kind, f.name, u.name as "unitName", o.place,
           p.secrecy_provision as "secrecyProvision", v.responsible, h.person_name as "holderName",
           v.recovery_hours as "recoveryHours", v.loss_hours as "lossHours",
           v.longest_outage_hours as "longestOutageHours",
           array(select s.name from system_face s where s.id = any(v.system_ids)
             order by s.name collate "sv-x-icu") as systems,
           v.suppliers, v.steps, v.contacts, v.paper_place as "paperPlace", v.decided_by as "decidedBy",
           v.decided_on as "decidedOn", v.valid_from as "validFrom", v.next_review_on as "nextReviewOn"
    from ${inForceWithin(scope, today)} join plan_face f on f.id = p.id join unit_face u on u.id = f.key_unit_id
      left join lateral (select array_position(r.places, case when p.system_id is null then 'unit:' || p.unit_id
        else 'system:' || p.system_id end) as place from restoration_order r) o on true
      ${holderOfPlan(today)}
    order by o.place nulls last, f.name collate "sv-x-icu", p.kind, p.id`.execute(db);
  return rows;
}

/** What a new copy of the binder is held against. */
export async function copyGround(
  db: Reader,
  copy: { readonly kind: CopyKind; readonly versionIds: readonly string[] },
  by: { readonly scope: Scope; readonly personId: string | null; readonly today: string },
): Promise<CopyGround> {
  const found = await sql<{ id: string }>`
    select v.id from ${inForceWithin(by.scope, by.today)} order by v.id`.execute(db);
  const noted = await sql<{ noted: boolean }>`select exists (select from binder_copy c
    where c.kind = ${copy.kind} and c.taken_on = ${by.today} and c.taken_by is not distinct from ${by.personId}
      and c.plan_version_ids @> ${copy.versionIds}::uuid[]) as noted`.execute(db);
  return { inForce: found.rows.map((row) => row.id), notedToday: noted.rows[0]?.noted ?? false };
}

/** Stores that the binder was taken along. */
export async function insertCopy(transaction: Transaction, row: BinderCopy, stamp: Stamp): Promise<void> {
  await sql`insert into binder_copy (id, version, changed_by_event, kind, taken_on, taken_by, plan_version_ids)
    values (${row.id}, 1, ${stamp.eventId}, ${row.kind}, ${row.takenOn}, ${row.takenBy},
      ${row.versionIds}::uuid[])`.execute(transaction);
}

/** The latest copies of the binder that hold something of what is within the scope now. */
export async function latestCopies(
  db: Reader,
  versionIds: readonly string[],
): Promise<{ kind: CopyKind; takenOn: string; plans: number }[]> {
  const { rows } = await sql<{ kind: CopyKind; takenOn: string; plans: number }>`
    select distinct on (c.kind) c.kind, c.taken_on as "takenOn",
           (select count(*) from unnest(c.plan_version_ids) i where i = any(${versionIds}::uuid[])) as plans
    from binder_copy c where c.plan_version_ids && ${versionIds}::uuid[]
    order by c.kind, c.taken_on desc, c.id desc`.execute(db);
  return rows;
}
