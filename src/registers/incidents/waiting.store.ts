import { type RawBuilder, sql } from 'kysely';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { addDays, timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Waiting } from '../../start/waiting.ts';
import { measureAccess } from '../measures/measure.access.ts';
import { ownedBy } from '../measures/measure.list.store.ts';
import { measureInScope } from '../measures/measure.store.ts';
import { incidentAccess } from './incident.access.ts';
import { investigateWithin, numberWord, type CaseNumber } from './incident.ts';

interface CaseRow {
  readonly id: string;
  readonly series: CaseNumber['series'] | null;
  readonly year: number | null;
  readonly number: number | null;
}

interface WaitingRow extends CaseRow {
  readonly title: string;
  readonly why: 'new' | 'added' | 'followUp' | 'cause' | 'decision';
  readonly since: string;
  readonly dueOn: string | null;
}

/** What settles it. A new report should be looked at the day it comes: the clocks of the law run from then. */
const actions = {
  new: 'incident.triage',
  added: 'incident.note',
  followUp: 'incident.followUp',
  cause: 'incident.conclude',
  decision: 'incident.close',
} as const;

/** How many are told at most: what has waited longest. */
const most = 200;

/** Those whose it is to see to a case: its handler, and who coordinates where it has none or nobody else may know of it. */
function seesTo(actor: Actor, coordinates: boolean): RawBuilder<boolean> {
  return sql<boolean>`(i.handler_id = ${actor.personId}::uuid or (${coordinates} and (i.secret or i.handler_id is null)))`;
}

/**
 * What waits in the register: for those who coordinate, reports that nobody has looked at and what reporters have added since
 * somebody wrote last; for them and for a case's handler, follow-ups whose day has come; for whoever sees to a case, a cause or
 * a decision that has taken too long, and measures of it that are late although its work is done.
 */
export async function waitingCases(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
  const coordinates = scopeOf(actor, incidentAccess.coordinate) !== null;
  const reportedOn = sql`(i.reported_at at time zone ${timeZone})::date`;
  const named = sql`i.id, i.title, i.series, i.number_year as year, i.number`;
  // Each reason by an index of its own, as long as it can be shown: together they may be every case there is.
  const { rows } = await sql<WaitingRow>`
    select w.* from (
      (select ${named}, 'new' as why, ${reportedOn} as since, null::date as "dueOn"
       from incident i where ${coordinates} and i.state = 'reported' order by i.reported_at, i.id limit ${most})
      union all
      (select ${named}, 'added', (e.written_at at time zone ${timeZone})::date, null
       from incident_entry e join incident i on i.id = e.incident_id
       where ${coordinates} and e.kind = 'fromReporter' and i.state <> 'reported' and not exists (
         select from incident_entry later where later.incident_id = e.incident_id and later.number > e.number)
       order by e.written_at, i.id limit ${most})
      union all
      (select ${named}, 'followUp', i.follow_up_on, i.follow_up_on
       from incident i
       where i.follow_up_on <= ${today}::date and i.followed_up_on is null and i.state in ('handled', 'closed')
         and (${coordinates} or i.handler_id = ${actor.personId}::uuid)
       order by i.follow_up_on, i.id limit ${most})
      union all
      (select ${named}, case i.state when 'handled' then 'decision' else 'cause' end, ${reportedOn},
              ${reportedOn} + ${investigateWithin}::integer
       from incident i
       where i.state in ('triaged', 'reopened', 'handled')
         and i.reported_at < (${addDays(today, -investigateWithin)}::timestamp at time zone ${timeZone})
         and ${seesTo(actor, coordinates)}
       order by i.reported_at, i.id limit ${most})
      ) w
    order by w.since, w.id limit ${most}`.execute(db);
  const cases = rows.map((row): Waiting => {
    const { id, title, why, since, dueOn } = row;
    const word = wordOf(row);
    return {
      register: 'incident',
      recordId: id,
      recordName: word === null ? title : `${word} ${title}`,
      action: actions[why],
      office: officeOf(actor),
      since,
      dueOn: dueOn ?? (why === 'new' ? since : null),
      overdue: dueOn !== null ? dueOn < today : why === 'new' && since < today,
      ...(why === 'new' ? { comesFirst: true as const } : {}),
      concerns: [`incident:${id}`],
    };
  });
  return [...cases, ...(await lateMeasures(db, actor, coordinates, today))];
}

interface LateMeasure extends CaseRow {
  readonly measureId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly secret: boolean;
}

/** Measures of cases whose work is done, past their day: whose they are finds them among her own. */
async function lateMeasures(
  db: Reader,
  actor: Actor,
  coordinates: boolean,
  today: string,
): Promise<Waiting[]> {
  const scope = scopeOf(actor, measureAccess.read);
  if (scope === null || actor.personId === null) return [];
  const { rows } = await sql<LateMeasure>`
    select m.id as "measureId", m.title, m.due_on as "dueOn", cardinality(m.secrecy_provisions) > 0 as secret, i.id, i.series,
           i.number_year as year, i.number
    from measure m join incident i on m.source_register = 'incident' and i.id = m.source_id
    where m.state in ('planned', 'ongoing') and m.due_on < ${today}::date and i.state in ('handled', 'closed')
      and ${seesTo(actor, coordinates)} and ${measureInScope(scope, 'm')} and ${ownedBy(actor)} is not true
    order by m.due_on, m.id limit ${most}`.execute(db);
  return rows.map((row) => ({
    register: 'measure',
    recordId: row.measureId,
    recordName: [wordOf(row), row.title].filter((one) => one !== null).join(' '),
    action: 'measure.finish',
    office: officeOf(actor),
    since: row.dueOn,
    dueOn: row.dueOn,
    overdue: true,
    concerns: [`incident:${row.id}`, ...(row.secret ? [`measure:${row.measureId}`] : [])],
  }));
}

function wordOf({ series, year, number }: CaseRow): string | null {
  return series === null || year === null || number === null ? null : numberWord({ series, year, number });
}

/** The office by which a case waits for whoever coordinates. */
export function officeOf(actor: Actor): Waiting['office'] {
  const isHers = actor.held.some(({ office }) => office === 'informationSecurityCoordinator');
  return isHers ? 'informationSecurityCoordinator' : 'securityCoordinator';
}
