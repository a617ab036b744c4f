import { sql } from 'kysely';
import { timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import { joined, selected, type Selection, tableOf } from '../../kernel/recorded.ts';
import {
  type AdviceFact,
  type AdviceRow,
  type AdviceTargetFact,
  adviceFact,
  type SupportContactFact,
} from './advice.facts.ts';

/** Questions with the days on which something was written in them, in the order of their ids. */
export async function readAdviceFacts(db: Reader, selection: Selection): Promise<AdviceFact[]> {
  const entries = joined(selection);
  const { rows } = await sql<AdviceRow>`
    select q.id, q.asked_by, q.asked_of, q.subject,
           (select coalesce(json_agg(json_build_object('kind', e.kind,
                     'on', (e.written_at at time zone ${timeZone})::date) order by e.number), '[]')
            from ${tableOf('advice_entry', 'e', entries)} where e.advice_id = q.id and ${selected('e', entries)}) as written
    from ${tableOf('advice', 'q', selection)} where ${selected('q', selection)} order by q.id`.execute(db);
  return rows.map(adviceFact);
}

/** Targets for the time to an answer, in the order of their ids. */
export async function readAdviceTargetFacts(db: Reader, selection: Selection): Promise<AdviceTargetFact[]> {
  const { rows } = await sql<AdviceTargetFact>`
    select t.id, t.valid_from as "validFrom", t.working_days as "workingDays"
    from ${tableOf('advice_target', 't', selection)} where ${selected('t', selection)} order by t.id`.execute(
    db,
  );
  return rows;
}

/** How the support roles are reached, in the order of their ids. */
export async function readSupportContactFacts(
  db: Reader,
  selection: Selection,
): Promise<SupportContactFact[]> {
  const { rows } = await sql<SupportContactFact>`
    select c.id, c.office, c.email is not null or c.telephone is not null as reachable
    from ${tableOf('support_contact', 'c', selection)} where ${selected('c', selection)} order by c.id`.execute(
    db,
  );
  return rows;
}
