import { type RawBuilder, sql } from 'kysely';
import { type Scope, whereCovered } from '../../kernel/access.ts';
import type { Stamp } from '../../kernel/action.ts';
import type { Reader, Transaction } from '../../kernel/db.ts';
import type { UnitId } from '../../kernel/ids.ts';
import { whereRowCovered } from '../../kernel/recorded/covered.ts';
import type { PlanContent } from './plan-content.ts';
import type { Deciding, NextPlan, ObjectAround, Plan, PlanVersion } from './plan.ts';

/** The unit of a plan's row: its own, or its system's. `schema` is where the systems are looked up. */
function keyUnit(alias: string, schema: '' | 'public.' = ''): RawBuilder<unknown> {
  return sql`coalesce(${sql.ref(`${alias}.unit_id`)}, (select k.unit_id from ${sql.table(`${schema}system_face`)} k
    where k.id = ${sql.ref(`${alias}.system_id`)}))`;
}

/** The condition that a row lies within the scope. `alias` is what the query calls the table. */
export function planInScope(scope: Scope, alias = 'plan'): RawBuilder<boolean> {
  // No key of a plan depends on the day.
  return whereRowCovered(scope, 'plan', { alias, schema: '', today: '' }, (row) => ({
    record: `${row.alias}.system_id`,
    unit: keyUnit(row.alias, row.schema),
  }));
}

type PlanRow = Omit<Plan, 'latestNumber' | 'draft' | 'latestDecided'>;

const planColumns: RawBuilder<unknown> = sql`p.id, p.version, p.kind, p.system_id as "systemId", p.unit_id as "unitId",
  ${keyUnit('p')} as "keyUnitId", p.secrecy_provision as "secrecyProvision", p.ended_on as "endedOn"`;

interface VersionRow extends PlanContent {
  readonly id: PlanVersion['id'];
  readonly version: number;
  readonly number: number;
  readonly state: PlanVersion['state'];
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly validFrom: string | null;
  readonly nextReviewOn: string | null;
}

const versionColumns: RawBuilder<unknown> = sql`v.id, v.version, v.number, v.state, v.responsible,
  v.recovery_hours as "recoveryHours", v.loss_hours as "lossHours", v.longest_outage_hours as "longestOutageHours",
  v.system_ids as "systemIds", v.suppliers, v.steps, v.contacts, v.paper_place as "paperPlace",
  v.decided_by as "decidedBy", v.decided_on as "decidedOn", v.valid_from as "validFrom",
  v.next_review_on as "nextReviewOn"`;

function toVersion(row: VersionRow): PlanVersion {
  const { id, version, number, state, decidedBy, decidedOn, validFrom, nextReviewOn, ...content } = row;
  const isDecided = decidedBy !== null && decidedOn !== null && validFrom !== null && nextReviewOn !== null;
  const decision: Deciding | null = isDecided ? { decidedBy, decidedOn, validFrom, nextReviewOn } : null;
  return { id, version, number, state, content, decision };
}

/** Every version of a plan, the first first. */
export async function versionsOf(db: Reader, planId: string): Promise<PlanVersion[]> {
  const { rows } = await sql<VersionRow>`
    select ${versionColumns} from plan_version v where v.plan_id = ${planId} order by v.number`.execute(db);
  return rows.map(toVersion);
}

async function withVersions(db: Reader, row: PlanRow | undefined): Promise<PlanAndVersions | null> {
  if (row === undefined) return null;
  const versions = await versionsOf(db, row.id);
  const decided = versions.filter((one) => one.state === 'decided');
  const plan = {
    ...row,
    latestNumber: versions.at(-1)?.number ?? 0,
    draft: versions.find((one) => one.state === 'draft') ?? null,
    latestDecided: decided.at(-1) ?? null,
  };
  return { plan, versions };
}

/** A plan with all its versions. */
export interface PlanAndVersions {
  readonly plan: Plan;
  readonly versions: readonly PlanVersion[];
}

/** One plan, locked; null when there is none within the scope. */
export async function loadPlan(transaction: Transaction, id: string, scope: Scope): Promise<Plan | null> {
  const { rows } = await sql<PlanRow>`
    select ${planColumns} from plan p where p.id = ${id} and ${planInScope(scope, 'p')} for update of p`.execute(
    transaction,
  );
  return (await withVersions(transaction, rows[0]))?.plan ?? null;
}

/** One plan to look at; null when there is none within the scope. */
export async function readPlan(db: Reader, id: string, scope: Scope): Promise<PlanAndVersions | null> {
  const { rows } = await sql<PlanRow>`
    select ${planColumns} from plan p where p.id = ${id} and ${planInScope(scope, 'p')}`.execute(db);
  return withVersions(db, rows[0]);
}

/** Saves a plan as it stands after a step, and the version that changed with it. */
export async function savePlan(
  transaction: Transaction,
  { plan, changed }: NextPlan,
  stamp: Stamp,
): Promise<void> {
  if (plan.version === 1)
    await sql`insert into plan (id, version, changed_by_event, kind, system_id, unit_id, secrecy_provision)
      values (${plan.id}, 1, ${stamp.eventId}, ${plan.kind}, ${plan.systemId}, ${plan.unitId},
        ${plan.secrecyProvision})`.execute(transaction);
  else
    await sql`update plan set version = ${plan.version}, changed_by_event = ${stamp.eventId}, kind = ${plan.kind},
      secrecy_provision = ${plan.secrecyProvision}, ended_on = ${plan.endedOn} where id = ${plan.id}`.execute(
      transaction,
    );
  if (changed !== null) await saveVersion(transaction, plan.id, changed, stamp);
}

async function saveVersion(
  transaction: Transaction,
  planId: string,
  { id, version, number, state, content, decision }: PlanVersion,
  stamp: Stamp,
): Promise<void> {
  const { decidedBy = null, decidedOn = null, validFrom = null, nextReviewOn = null } = decision ?? {};
  const [steps, contacts] = [JSON.stringify(content.steps), JSON.stringify(content.contacts)];
  const { responsible, recoveryHours, lossHours, longestOutageHours } = content;
  if (version === 1)
    await sql`insert into plan_version (id, version, changed_by_event, plan_id, number, state, responsible,
        recovery_hours, loss_hours, longest_outage_hours, system_ids, suppliers, steps, contacts, paper_place)
      values (${id}, 1, ${stamp.eventId}, ${planId}, ${number}, ${state}, ${responsible}, ${recoveryHours},
        ${lossHours}, ${longestOutageHours}, ${content.systemIds}::uuid[], ${content.suppliers}::text[],
        ${steps}::jsonb, ${contacts}::jsonb, ${content.paperPlace})`.execute(transaction);
  else
    await sql`update plan_version set version = ${version}, changed_by_event = ${stamp.eventId}, state = ${state},
        responsible = ${responsible}, recovery_hours = ${recoveryHours}, loss_hours = ${lossHours},
        longest_outage_hours = ${longestOutageHours}, system_ids = ${content.systemIds}::uuid[],
        suppliers = ${content.suppliers}::text[], steps = ${steps}::jsonb, contacts = ${contacts}::jsonb,
        paper_place = ${content.paperPlace}, decided_by = ${decidedBy}, decided_on = ${decidedOn},
        valid_from = ${validFrom}, next_review_on = ${nextReviewOn}
      where id = ${id}`.execute(transaction);
}

/** What a new plan would be of: whether it is there that day and within the scope, and which kinds of plan it has. */
export async function objectAround(
  db: Reader,
  { systemId, unitId }: { readonly systemId: string | null; readonly unitId: string | null },
  scope: Scope,
  today: string,
): Promise<ObjectAround> {
  const { rows } = await sql<{ keyUnitId: UnitId; kinds: string[] }>`
    with object as (
      select s.id as system_id, null::uuid as unit_id, s.unit_id as key_unit_id from system_face s
        where s.id = ${systemId} and s.lifecycle <> 'retired'
      union all
      select null, u.id, u.id from unit_face u where u.id = ${unitId} and u.valid_from <= ${today}::date
        and (u.valid_before is null or u.valid_before > ${today}::date))
    select o.key_unit_id as "keyUnitId", (select coalesce(array_agg(p.kind), '{}') from plan p where p.ended_on is null
      and coalesce(p.system_id, p.unit_id) = coalesce(o.system_id, o.unit_id)) as kinds
    from object o where ${whereCovered(scope, { record: 'o.system_id', unit: 'o.key_unit_id' })}`.execute(db);
  const [found] = rows;
  return { stands: found !== undefined, keyUnitId: found?.keyUnitId ?? null, kinds: found?.kinds ?? [] };
}

/** Those of the systems that there are and that are not retired. Their names are open to everyone who works here. */
export async function knownSystems(db: Reader, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from system_face s where s.id = any(${ids}::uuid[]) and s.lifecycle <> 'retired'`.execute(db);
  return rows.map((row) => row.id);
}

/** The kinds of the other plans that the same system or unit has. */
export async function otherKinds(db: Reader, plan: Plan): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`
    select p.kind from plan p where p.ended_on is null and p.id <> ${plan.id}
      and coalesce(p.system_id, p.unit_id) = ${plan.systemId ?? plan.unitId}`.execute(db);
  return rows.map((row) => row.kind);
}

/** The plans of a unit that have not ended, locked. */
export async function plansOfUnit(transaction: Transaction, unitId: UnitId): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from plan where unit_id = ${unitId} and ended_on is null for update`.execute(transaction);
  return rows.map((row) => row.id);
}

/** Plans of an activity follow it into its successor. */
export async function movePlans(
  transaction: Transaction,
  from: UnitId,
  to: UnitId,
  stamp: Stamp,
): Promise<void> {
  await sql`update plan set unit_id = ${to}, version = version + 1, changed_by_event = ${stamp.eventId}
    where unit_id = ${from} and ended_on is null`.execute(transaction);
}
