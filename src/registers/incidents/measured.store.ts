import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Figure } from './impact.ts';
import type { OwnAnswer } from './own-answers.ts';

/** What has been said of how much a case has hit, the oldest first. */
export async function figuresOf(db: Reader, incidentId: string): Promise<Figure[]> {
  const { rows } = await sql<Figure>`
    select id, party_id as "partyId", measure, value::float8 as value, estimate as "isEstimate",
           stated_by as "statedBy", stated_at as "statedAt", from_case as "fromCase"
    from incident_figure where incident_id = ${incidentId} order by stated_at, id`.execute(db);
  return rows;
}

/** What those concerned have answered for themselves, the oldest first. */
export async function ownAnswersOf(db: Reader, incidentId: string): Promise<OwnAnswer[]> {
  const { rows } = await sql<OwnAnswer>`
    select id, party_id as "partyId", question, answer, reason, answered_by as "answeredBy",
           answered_at as "answeredAt"
    from incident_own_answer where incident_id = ${incidentId} order by answered_at, id`.execute(db);
  return rows;
}

/** Adds figures. */
export async function enterFigures(
  transaction: Transaction,
  incidentId: string,
  figures: readonly Figure[],
  stamp: Stamp,
): Promise<void> {
  for (const one of figures) {
    await sql`insert into incident_figure
        (id, version, changed_by_event, incident_id, party_id, measure, value, estimate, stated_by, stated_at,
         from_case)
      values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.partyId}, ${one.measure}, ${one.value},
              ${one.isEstimate}, ${one.statedBy}, ${one.statedAt}, ${one.fromCase})`.execute(transaction);
  }
}

/** Adds answers of a party's own. */
export async function enterOwnAnswers(
  transaction: Transaction,
  incidentId: string,
  answers: readonly OwnAnswer[],
  stamp: Stamp,
): Promise<void> {
  for (const one of answers) {
    await sql`insert into incident_own_answer
        (id, version, changed_by_event, incident_id, party_id, question, answer, reason, answered_by, answered_at)
      values (${one.id}, 1, ${stamp.eventId}, ${incidentId}, ${one.partyId}, ${one.question}, ${one.answer},
              ${one.reason}, ${one.answeredBy}, ${one.answeredAt})`.execute(transaction);
  }
}
