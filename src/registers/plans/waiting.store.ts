import { sql } from 'kysely';
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

/**
 * Plans in force whose review is at most sixty days ahead, or past, for whoever holds the office that answers for each; for
 * the coordinator where nobody does. One that has its next version decided already waits for nobody.
 */
export async function waitingReviews(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
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
    where p.ended_on is null and v.next_review_on <= ${addDays(today, reminderDays)}::date
      and (h.person_id = ${actor.personId} or (${isCoordinator} and h.person_id is null))
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
