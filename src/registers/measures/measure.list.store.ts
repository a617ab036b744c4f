import { type RawBuilder, sql } from 'kysely';
import type { Actor, Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { holdsText } from '../../kernel/search.ts';
import { sourceKnown } from '../around.store.ts';
import { goneInto } from '../incidents/merging/gone-into.store.ts';
import { measureInScope } from './measure.store.ts';
import type { Measure, MeasureState, OwningOffice, ResourceAnswer } from './measure.ts';

/** What the list can be narrowed to. */
export interface MeasureFilter {
  readonly search?: string;
  readonly state?: MeasureState;
  /** Those with something left to do, or only those without. */
  readonly open?: boolean;
  /** Open ones whose day has passed. */
  readonly overdue?: boolean;
  /** Those that the asker owns, herself or by an office she holds. */
  readonly mine?: boolean;
  readonly resources?: ResourceAnswer;
  readonly ownerOffice?: OwningOffice;
  readonly unitId?: string;
  readonly sourceRegister?: string;
  readonly sourceRecord?: string;
  readonly sourceClause?: string;
  readonly ids?: readonly string[];
}

export interface MeasureRow {
  readonly id: string;
  readonly title: string;
  readonly sourceRegister: string | null;
  readonly sourceRecord: string | null;
  readonly sourceClause: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly ownerName: string | null;
  readonly ownerOffice: OwningOffice | null;
  readonly dueOn: string;
  readonly cost: number | null;
  readonly resources: ResourceAnswer;
  readonly state: MeasureState;
  readonly effect: Measure['effect'];
  readonly overdue: boolean;
  readonly secret: boolean;
}

/** The columns the list can be sorted by. */
export const measureSorts = {
  title: sql`m.title collate "sv-x-icu"`,
  unit: sql`u.name collate "sv-x-icu"`,
  due: sql`m.due_on`,
  cost: sql`m.cost`,
} as const;

const isOpen = sql<boolean>`m.state in ('planned', 'ongoing')`;

/** Who asks, which rows she may see, and the day it is. */
export interface MeasureAsker {
  readonly actor: Actor;
  readonly scope: Scope;
  readonly today: string;
}

/** One page of measures within the scope, `size` rows, and how many there are in all. */
export async function listMeasures(
  db: Reader,
  filter: MeasureFilter,
  order: { readonly by: keyof typeof measureSorts; readonly descending: boolean },
  { page, size }: { readonly page: number; readonly size: number },
  asker: MeasureAsker,
): Promise<{ items: MeasureRow[]; total: number }> {
  const where = conditions(filter, asker);
  const known = sourceKnown('m', asker);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const by = sql`${measureSorts[order.by]} ${direction}, m.id`;
  // Where each comes from is asked of the rows that are shown, and of no others.
  const { rows } = await sql<MeasureRow>`
    select m.id, m.title, case when ${known} then m.source_register end as "sourceRegister",
           case when ${known} then m.source_id end as "sourceRecord",
           m.clause as "sourceClause", m.unit_id as "unitId", u.name as "unitName", p.name as "ownerName",
           m.owner_office as "ownerOffice", m.due_on as "dueOn", m.cost, m.resources, m.state, m.effect,
           ${isOpen} and m.due_on < ${asker.today}::date as overdue, cardinality(m.secrecy_provisions) > 0 as secret
    from (select m.* from measure m join unit_face u on u.id = m.unit_id where ${where} order by ${by}
          limit ${size} offset ${(page - 1) * size}) m
    join unit_face u on u.id = m.unit_id left join person_face p on p.id = m.owner_person_id
    order by ${by}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from measure m where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: MeasureFilter, asker: MeasureAsker): RawBuilder<boolean> {
  const { actor, scope, today } = asker;
  const { search = '', state, open, overdue, mine, resources, ownerOffice, unitId, ids } = filter;
  const parts = [measureInScope(scope, 'm')];
  if (search !== '')
    parts.push(sql<boolean>`(${holdsText('m.title', search)} or ${holdsText('m.description', search)})`);
  if (state !== undefined) parts.push(sql<boolean>`m.state = ${state}`);
  if (open !== undefined) parts.push(sql<boolean>`(${isOpen}) = ${open}`);
  if (overdue !== undefined) parts.push(sql<boolean>`(${isOpen} and m.due_on < ${today}::date) = ${overdue}`);
  if (mine === true) parts.push(ownedBy(actor));
  if (resources !== undefined) parts.push(sql<boolean>`m.resources = ${resources}`);
  if (ownerOffice !== undefined) parts.push(sql<boolean>`m.owner_office = ${ownerOffice}`);
  if (unitId !== undefined) parts.push(sql<boolean>`m.unit_id = any(array(select unit_subtree(${unitId})))`);
  if (filter.sourceRegister !== undefined)
    parts.push(sql<boolean>`(m.source_register = ${filter.sourceRegister} and ${sourceKnown('m', asker)})`);
  if (filter.sourceRecord !== undefined) parts.push(comesFrom(filter.sourceRecord, asker));
  if (filter.sourceClause !== undefined) parts.push(sql<boolean>`m.clause = ${filter.sourceClause}`);
  if (ids !== undefined) parts.push(sql<boolean>`m.id = any(${ids}::uuid[])`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** What comes from the record; of a case also what comes from those that have gone into it. */
function comesFrom(record: string, asker: MeasureAsker): RawBuilder<boolean> {
  return sql<boolean>`((m.source_id = ${record} or m.source_register = 'incident' and m.source_id in ${goneInto(record)}) and ${sourceKnown('m', asker)})`;
}

/**
 * The condition that a measure is the actor's to do: she is named, she holds its office for the whole municipality, she leads its
 * unit, or is the head of department over it.
 */
export function ownedBy(actor: Actor): RawBuilder<boolean> {
  const wide = actor.held.filter((one) => one.scope === 'municipality').map((one) => one.office);
  const led = actor.held.filter((one) => one.office === 'manager' || one.office === 'departmentHead');
  const units = led.flatMap((one) => (one.scopeId === null ? [] : [one.scopeId]));
  const below = led.filter((one) => one.office === 'departmentHead').flatMap((one) => one.units);
  return sql<boolean>`(m.owner_person_id = ${actor.personId}
    or m.owner_office = any(${wide}::text[])
    or m.owner_office = 'manager' and m.unit_id = any(${units}::uuid[])
    or m.owner_office = 'departmentHead' and m.unit_id = any(${below}::uuid[]))`;
}
