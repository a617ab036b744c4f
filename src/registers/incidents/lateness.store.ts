import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Scope, scopeOf } from '../../kernel/access.ts';
import { addDays, timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import { measureAccess } from '../measures/measure.access.ts';
import { measureInScope } from '../measures/measure.store.ts';
import { investigateWithin, type Lateness } from './incident.ts';

/** Who asks, and of which day. */
interface LateAsker {
  readonly actor: Actor;
  readonly today: string;
}

/**
 * What of a case is late that day (incident.ts), as SQL on the row `alias`; null where nothing is. Measures count that the actor may
 * see: others are not to be found by what they do to a case.
 */
export function latenessOf(alias: string, { actor, today }: LateAsker): RawBuilder<Lateness | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const since = addDays(today, -investigateWithin);
  const isOld = sql<boolean>`${column('reported_at')} < (${since}::timestamp at time zone ${timeZone})`;
  const scope = scopeOf(actor, measureAccess.read);
  const measures =
    scope === null ? sql<boolean>`false` : sql<boolean>`exists (select ${lateMeasures(alias, scope, today)})`;
  return sql<Lateness | null>`case
    when ${column('state')} in ('reported', 'merged') then null
    when ${column('followed_up_on')} is null and ${column('follow_up_on')} < ${today}::date then 'followUp'
    when ${column('state')} in ('triaged', 'reopened') and ${isOld} then 'cause'
    when ${column('state')} = 'handled' and ${isOld} then 'decision'
    when ${column('state')} in ('handled', 'closed') and ${measures} then 'measures' end`;
}

/** For how many whole days what is late ({@link latenessOf}) of the row `alias` has been that; of measures, the one longest overdue. */
export function lateDaysOf(alias: string, asker: LateAsker): RawBuilder<number | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const { actor, today } = asker;
  const scope = scopeOf(actor, measureAccess.read);
  const measures =
    scope === null
      ? sql<string>`null::date`
      : sql<string>`(select min(late.due_on) ${lateMeasures(alias, scope, today)})`;
  const reported = sql<string>`(${column('reported_at')} at time zone ${timeZone})::date`;
  return sql<number | null>`${today}::date - case ${latenessOf(alias, asker)}
    when 'followUp' then ${column('follow_up_on')}
    when 'cause' then ${reported} + ${investigateWithin}::integer
    when 'decision' then ${reported} + ${investigateWithin}::integer
    when 'measures' then ${measures} end`;
}

/** The measures of the case that should have been done by then, of those within the scope. */
function lateMeasures(alias: string, scope: Scope, today: string) {
  return sql`from measure late where late.source_register = 'incident'
          and late.source_id = ${sql.ref(`${alias}.id`)} and late.state in ('planned', 'ongoing') and late.due_on < ${today}::date
          and ${measureInScope(scope, 'late')}`;
}

/** What of the case is late that day; null where nothing is. */
export async function readLateness(db: Reader, id: string, asker: LateAsker): Promise<Lateness | null> {
  const { rows } = await sql<{ late: Lateness | null }>`
    select ${latenessOf('i', asker)} as late from incident i where i.id = ${id}`.execute(db);
  return rows[0]?.late ?? null;
}
