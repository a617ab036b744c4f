import { sql } from 'kysely';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Waiting } from '../../start/waiting.ts';
import { incidentAccess } from './incident.access.ts';
import { numberWord, type CaseNumber } from './incident.ts';

interface WaitingRow {
  readonly id: string;
  readonly title: string;
  readonly series: CaseNumber['series'] | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly why: 'new' | 'added' | 'followUp';
  readonly since: string;
  readonly dueOn: string | null;
}

/** What settles it. A new report should be looked at the day it comes: the clocks of the law run from then. */
const actions = { new: 'incident.triage', added: 'incident.note', followUp: 'incident.followUp' } as const;

/** How many are told at most: what has waited longest. */
const most = 200;

/**
 * What waits in the register: for those who coordinate, reports that nobody has looked at and what reporters have added since
 * somebody wrote last; for them and for a case's handler, follow-ups whose day has come.
 */
export async function waitingCases(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
  const coordinates = scopeOf(actor, incidentAccess.coordinate) !== null;
  const { rows } = await sql<WaitingRow>`
    select w.* from (
      select i.id, i.title, i.series, i.number_year as year, i.number, 'new' as why,
             (i.reported_at at time zone ${timeZone})::date as since, null::date as "dueOn"
      from incident i where ${coordinates} and i.state = 'reported'
      union all
      select i.id, i.title, i.series, i.number_year, i.number, 'added', (e.written_at at time zone ${timeZone})::date, null
      from incident i cross join lateral (
        select e.kind, e.written_at from incident_entry e where e.incident_id = i.id order by e.number desc limit 1) e
      where ${coordinates} and i.state <> 'reported' and e.kind = 'fromReporter'
      union all
      select i.id, i.title, i.series, i.number_year, i.number, 'followUp', i.follow_up_on, i.follow_up_on
      from incident i
      where i.follow_up_on <= ${today}::date and i.followed_up_on is null and i.state in ('handled', 'closed')
        and (${coordinates} or i.handler_id = ${actor.personId}::uuid)) w
    order by w.since, w.id limit ${most}`.execute(db);
  const office = actor.held.find(({ office: held }) => held === 'informationSecurityCoordinator');
  return rows.map(({ id, title, series, year, number, why, since, dueOn }) => {
    const word =
      series === null || year === null || number === null ? null : numberWord({ series, year, number });
    return {
      register: 'incident',
      recordId: id,
      recordName: word === null ? title : `${word} ${title}`,
      action: actions[why],
      office: office === undefined ? 'securityCoordinator' : 'informationSecurityCoordinator',
      since,
      dueOn: dueOn ?? (why === 'new' ? since : null),
      overdue: dueOn !== null ? dueOn < today : why === 'new' && since < today,
      concerns: [`incident:${id}`],
    };
  });
}
