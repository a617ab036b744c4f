import { sql } from 'kysely';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { timeZone } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Waiting } from '../../start/waiting.ts';
import { measureAccess } from './measure.access.ts';
import { ownedBy } from './measure.list.store.ts';
import { measureInScope } from './measure.store.ts';
import type { OwningOffice } from './measure.ts';

interface WaitingRow {
  readonly id: string;
  readonly title: string;
  readonly office: OwningOffice | null;
  readonly dueOn: string;
  readonly since: string;
  readonly secret: boolean;
}

/** Measures that are this person's to do, herself or by an office she holds; those that are due first come first. */
export async function waitingMeasures(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
  const scope = scopeOf(actor, measureAccess.read);
  if (scope === null || actor.personId === null) return [];
  const { rows } = await sql<WaitingRow>`
    select m.id, m.title, m.owner_office as office, m.due_on as "dueOn", cardinality(m.secrecy_provisions) > 0 as secret,
           coalesce((select (lower(h.recorded) at time zone ${timeZone})::date from history.measure h
             where h.id = m.id and h.version = 1), m.due_on) as since
    from measure m
    where m.state in ('planned', 'ongoing') and ${ownedBy(actor)} and ${measureInScope(scope, 'm')}
    order by m.due_on, m.id limit 200`.execute(db);
  return rows.map(({ id, title, office, dueOn, since, secret }) => ({
    register: 'measure',
    recordId: id,
    recordName: title,
    action: 'measure.finish',
    office,
    since,
    dueOn,
    overdue: dueOn < today,
    concerns: secret ? [`measure:${id}`] : [],
  }));
}
