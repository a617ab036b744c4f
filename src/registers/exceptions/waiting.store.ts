import { sql } from 'kysely';
import { dueOf } from '../../calendar/due.ts';
import { type Actor, scopeOf } from '../../kernel/access.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { Reader } from '../../kernel/db.ts';
import type { Waiting } from '../../start/waiting.ts';
import { riskLevel } from '../risk.ts';
import { exceptionRules } from './deciding.store.ts';
import { exceptionAccess } from './exception.access.ts';
import { exceptionInScope } from './exception.store.ts';
import { type DecidingOffice, holdsOffice, termFor } from './exception-rule.ts';
import { reminders } from './expiry.ts';

interface WaitingRow {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly state: 'opinion' | 'decided';
  readonly consequence: number;
  readonly likelihood: number;
  readonly personalData: boolean;
  readonly own: boolean;
  readonly heardCoordinator: boolean;
  readonly heardOfficer: boolean;
  readonly endsOn: string;
  readonly since: string;
  readonly secret: boolean;
}

/**
 * What waits for this person among exceptions: to give her opinion, to decide, and to see to those that soon run out, as whoever
 * applied or leads the unit.
 */
export function waitingExceptions(db: Reader, actor: Actor, today: string): Promise<Waiting[]> {
  return exceptionsUntil(db, actor, today, addDays(today, reminders[0]));
}

/** When each exception that is hers to see to runs out, however far ahead. */
export const dueExceptions = dueOf((db, actor, today) => exceptionsUntil(db, actor, today, null));

/** `until` null means those that are hers as the one who applied or leads the unit, however far ahead they run out. */
async function exceptionsUntil(
  db: Reader,
  actor: Actor,
  today: string,
  until: string | null,
): Promise<Waiting[]> {
  const scope = scopeOf(actor, exceptionAccess.read);
  if (scope === null || actor.personId === null) return [];
  const units = actor.held.flatMap(({ scope: kind, scopeId }) =>
    kind === 'unit' && scopeId !== null ? [scopeId] : [],
  );
  const { rows } = await sql<WaitingRow>`
    select x.id, x.title, x.unit_id as "unitId", x.state, x.consequence_after as consequence,
           x.likelihood_after as likelihood, x.personal_data as "personalData", x.ends_on as "endsOn",
           (coalesce(x.applied_by = ${actor.personId}, false) or ${actor.personId} = any(x.writers)) as own,
           cardinality(x.secrecy_provisions) > 0 as secret,
           exists (select from exception_opinion o where o.exception_id = x.id
             and o.wording = x.wording and o.office = 'informationSecurityCoordinator') as "heardCoordinator",
           exists (select from exception_opinion o where o.exception_id = x.id
             and o.wording = x.wording and o.office = 'dataProtectionOfficer') as "heardOfficer",
           coalesce(x.decided_on, ${today}::date) as since
    from exception x
    where (x.state = 'opinion' or x.state = 'decided' and (${until}::date is null or x.ends_on <= ${until}::date))
      and ${exceptionInScope(scope, 'x')}
      and (${until !== null} or x.applied_by = ${actor.personId} or x.unit_id = any(${units}::uuid[]))
    order by x.ends_on, x.id limit 200`.execute(db);
  const rules = await exceptionRules(db);
  return rows.flatMap((row): Waiting[] => {
    const term = termFor(riskLevel(row), rules);
    const step = stepFor(row, actor, term.office);
    if (step === null) return [];
    const isRunning = row.state === 'decided';
    return [
      {
        register: 'exception',
        recordId: row.id,
        recordName: row.title,
        ...step,
        since: row.since,
        dueOn: isRunning ? row.endsOn : null,
        overdue: isRunning && row.endsOn < today,
        concerns: row.secret ? [`exception:${row.id}`] : [],
      },
    ];
  });
}

/** Which step is the actor's to take, and as what; null when none is. */
function stepFor(
  row: WaitingRow,
  actor: Actor,
  decider: DecidingOffice,
): Pick<Waiting, 'action' | 'office'> | null {
  const holds = (office: string) => actor.held.some((one) => one.office === office);
  const leads = holdsOffice(actor, 'manager', row.unitId);
  if (row.state === 'decided') {
    const isLeader = actor.held.some((one) => one.scopeId === row.unitId);
    if (!row.own && !isLeader) return null;
    return { action: 'exception.renew', office: leads ? 'manager' : null };
  }
  if (!row.heardCoordinator && holds('informationSecurityCoordinator'))
    return { action: 'exception.giveOpinion', office: 'informationSecurityCoordinator' };
  if (row.personalData && !row.heardOfficer && holds('dataProtectionOfficer'))
    return { action: 'exception.giveOpinion', office: 'dataProtectionOfficer' };
  const isHeard = row.heardCoordinator && (!row.personalData || row.heardOfficer);
  return isHeard && !row.own && holdsOffice(actor, decider, row.unitId)
    ? { action: 'exception.decide', office: decider }
    : null;
}
