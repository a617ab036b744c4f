import { type RawBuilder, sql } from 'kysely';
import { dueOf } from '../../calendar/due.ts';
import type { Actor } from '../../kernel/access.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Waiting } from '../../start/waiting.ts';
import { holderOfPlan } from './plan.around.store.ts';
import type { ResponsibleOffice } from './plan-content.ts';
import { reminderDays } from './standing.ts';

interface DueRow {
  readonly id: string;
  readonly name: string;
  readonly office: ResponsibleOffice;
  readonly personId: string | null;
  readonly dueOn: string;
  readonly secret: boolean;
}

/** Plans in force whose review is at most sixty days ahead, or past. */
export function waitingReviews(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
  return reviewsUntil(db, actor, today, addDays(today, reminderDays));
}

/** When each plan in force is to be reviewed, however far ahead. */
export const dueReviews = dueOf((db, actor, today) => reviewsUntil(db, actor, today, null));

/**
 * The reviews of plans in force, for whoever holds the office that answers for each, herself or as deputy; for the coordinator where
 * nobody does. One that has its next version decided already waits for nobody. `until` null means however far ahead.
 */
async function reviewsUntil(
  db: Reader,
  actor: Actor,
  today: string,
  until: string | null,
): Promise<Waiting[]> {
  if (actor.personId === null) return [];
  const isCoordinator = actor.held.some((one) => one.office === 'informationSecurityCoordinator');
  const { rows } = await sql<DueRow>`
    select p.id, f.name, v.responsible as office, h.person_id as "personId", v.next_review_on as "dueOn",
           p.secrecy_provision <> '' as secret
    from plan p join plan_face f on f.id = p.id
      join lateral (select w.responsible, w.next_review_on from plan_version w
        where w.plan_id = p.id and w.state = 'decided'
        order by w.valid_from desc, w.number desc limit 1) v on true
      ${holderOfPlan(today)}
    where p.ended_on is null and (${until}::date is null or v.next_review_on <= ${until}::date)
      and (h.person_id = ${actor.personId} or ${deputises(actor)} or (${isCoordinator} and h.person_id is null))
    order by v.next_review_on, p.id limit 200`.execute(db);
  return rows.map(({ id, name, office, personId, dueOn, secret }) => ({
    register: 'plan',
    recordId: id,
    recordName: name,
    action: 'plan.begin',
    office: personId === null ? 'informationSecurityCoordinator' : office,
    since: addDays(dueOn, -reminderDays),
    dueOn,
    overdue: dueOn < today,
    concerns: secret ? [`plan:${id}`] : [],
  }));
}

/** Does the actor hold the office that answers for a plan `p` with version `v`, of its face `f`? */
function deputises(actor: Actor): RawBuilder<boolean> {
  const held = JSON.stringify(actor.held.map(({ office, scopeId }) => ({ office, scope_id: scopeId })));
  return sql<boolean>`exists (select from jsonb_to_recordset(${held}::jsonb) as held (office text, scope_id uuid)
    where held.office = v.responsible
      and held.scope_id = case when v.responsible in ('systemOwner', 'systemMaintainer') then p.system_id
                               else f.key_unit_id end)`;
}
