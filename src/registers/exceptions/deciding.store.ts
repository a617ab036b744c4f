import { sql } from 'kysely';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { Opinion } from './exception-steps.ts';
import type { ExceptionRule } from './exception-rule.ts';

/** The municipality's own rules on who decides; none of them need be there. */
export async function exceptionRules(db: Reader): Promise<ExceptionRule[]> {
  const { rows } =
    await sql<ExceptionRule>`select id, version, risk, office, longest_months as "longestMonths", reason
    from exception_rule order by id`.execute(db);
  return rows;
}

/** Saves a rule as it stands after a change. */
export async function saveRule(transaction: Transaction, rule: ExceptionRule, stamp: Stamp): Promise<void> {
  const { id, version, risk, office, longestMonths, reason } = rule;
  if (version === 1)
    await sql`insert into exception_rule (id, version, changed_by_event, risk, office, longest_months, reason)
      values (${id}, 1, ${stamp.eventId}, ${risk}, ${office}, ${longestMonths}, ${reason})`.execute(
      transaction,
    );
  else
    await sql`update exception_rule set version = ${version}, changed_by_event = ${stamp.eventId}, office = ${office},
      longest_months = ${longestMonths}, reason = ${reason} where id = ${id}`.execute(transaction);
}

/** Adds an opinion. */
export async function insertOpinion(
  transaction: Transaction,
  exceptionId: string,
  opinion: Opinion,
  stamp: Stamp,
): Promise<void> {
  await sql`insert into exception_opinion
      (id, version, changed_by_event, exception_id, number, wording, office, stance, text, given_by, given_on)
    values (${opinion.id}, 1, ${stamp.eventId}, ${exceptionId}, ${opinion.number}, ${opinion.wording}, ${opinion.office},
            ${opinion.stance}, ${opinion.text}, ${opinion.givenBy}, ${opinion.givenOn})`.execute(transaction);
}

/** An opinion as the exception's page shows it. */
export interface OpinionRow extends Omit<Opinion, 'id' | 'givenBy'> {
  readonly giver: string | null;
}

/** What has been said of an exception, in order. */
export async function opinionsOf(db: Reader, exceptionId: string): Promise<OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`
    select o.number, o.wording, o.office, o.stance, o.text, p.name as giver, o.given_on as "givenOn"
    from exception_opinion o left join person_face p on p.id = o.given_by
    where o.exception_id = ${exceptionId} order by o.number`.execute(db);
  return rows;
}
