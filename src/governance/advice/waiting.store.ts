import { sql } from 'kysely';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Waiting } from '../../start/waiting.ts';
import { adviceAccess } from './advice.access.ts';
import { answeredBy } from './advice.store.ts';
import type { SupportRole } from './advice.ts';
import { answerDueOn, isOverdue } from './response.ts';
import { listTargets } from './support.store.ts';

interface WaitingRow {
  readonly id: string;
  readonly subject: string;
  readonly askedOf: SupportRole;
  readonly askedBy: string;
  readonly since: string;
}

/** Questions that wait for an answer from this person, as holder of a support role; those that have waited longest first. */
export async function waitingAnswers(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
  const scope = scopeOf(actor, adviceAccess.answer);
  if (scope === null) return [];
  const { rows } = await sql<WaitingRow>`
    select q.id, q.subject, q.asked_of as "askedOf", q.asked_by as "askedBy",
           (q.waiting_since at time zone ${timeZone})::date as since
    from advice q
    where q.state = 'waiting' and q.asked_by is distinct from ${actor.personId} and ${answeredBy(scope, today, 'q')}
    order by q.waiting_since, q.id limit 200`.execute(db);
  const targets = await listTargets(db);
  return rows.map(({ id, subject, askedOf, askedBy, since }) => ({
    register: 'advice',
    recordId: id,
    recordName: subject,
    action: 'advice.answer',
    office: askedOf,
    since,
    dueOn: answerDueOn(since, targets),
    overdue: isOverdue(since, targets, today),
    concerns: [`advice:${id}`, `person:${askedBy}`],
  }));
}
