import { type RawBuilder, sql } from 'kysely';
import type { Actor, Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import { holdsIndexedText } from '../../kernel/search.ts';
import type { CaseId, CaseNumber, Incident, Lateness, SecretPart } from './incident.ts';
import { goneInto } from './merging/gone-into.store.ts';
import { lateDaysOf, latenessOf } from './lateness.store.ts';
import { caseInScope, inCircle, isAnsweredFor, partsSecret } from './scope.store.ts';

/** What the list can be narrowed to. */
export interface CaseFilter {
  readonly search?: string;
  readonly kind?: Incident['kind'];
  readonly state?: Incident['state'];
  readonly unitId?: string;
  readonly systemId?: string;
  readonly informationId?: string;
  /** The supplier's name, however it is spelt in capitals. */
  readonly supplier?: string;
  readonly mine?: boolean;
  /** Those of which something is late. */
  readonly overdue?: boolean;
  readonly ids?: readonly string[];
}

export interface CaseRow {
  readonly id: CaseId;
  readonly series: CaseNumber['series'] | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly kind: Incident['kind'];
  readonly state: Incident['state'];
  readonly title: string;
  readonly reportedAt: Date;
  readonly unitName: string | null;
  readonly handler: string | null;
  readonly handlerId: string | null;
  readonly ongoing: Incident['ongoing'];
  readonly highest: number | null;
  readonly secret: boolean;
  readonly secretParts: readonly SecretPart[];
  /** Is the asker one of those whom the whole case is open to? */
  readonly within: boolean;
  readonly followUpOn: string | null;
  readonly late: Lateness | null;
  readonly lateDays: number | null;
}

/** The columns the list can be sorted by; a title as the asker is shown it ({@link sortedBy}). */
export const caseSorts = {
  reported: sql`i.reported_at`,
  // One whole number: a row of three is compared part by part, three times as slow. No series has a million in a year.
  number: sql`(i.number_year * 10000000::bigint + case i.series when 'secret' then 5000000 else 0 end + i.number)`,
  title: sql`i.title collate "sv-x-icu"`,
  highest: sql`greatest(i.confidentiality, i.integrity, i.availability, i.traceability)`,
  followUp: sql`i.follow_up_on`,
} as const;

/** What the list is ordered by: a title that is masked to the asker has no place in the order, and comes last whichever way. */
function sortedBy(by: keyof typeof caseSorts, scope: Scope): RawBuilder<unknown> {
  if (by !== 'title' || scope.everything) return caseSorts[by];
  return sql`case when ${isTold('description', scope)} then ${caseSorts.title} end`;
}

interface Page {
  readonly order: { readonly by: keyof typeof caseSorts; readonly descending: boolean };
  readonly page: number;
  readonly size: number;
}

/** Who asks, and the day it is. */
interface CaseAsker {
  readonly actor: Actor;
  readonly today: string;
}

/** One page of cases within the scope, and how many there are in all; `mine` are the asker's. */
export async function listCases(
  db: Reader,
  filter: CaseFilter,
  { order, page, size }: Page,
  scope: Scope,
  asker: CaseAsker,
): Promise<{ items: CaseRow[]; total: number }> {
  const where = conditions(filter, scope, asker);
  const by = sortedBy(order.by, scope);
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<CaseRow>`
    select i.id, i.series, i.number_year as year, i.number, i.kind, i.state, i.title, i.reported_at as "reportedAt",
           u.name as "unitName", p.name as handler, i.handler_id as "handlerId", i.ongoing,
           greatest(i.confidentiality, i.integrity, i.availability, i.traceability) as highest, i.secret,
           ${partsSecret(scope, 'i')} as "secretParts", ${inCircle(scope, 'i')} as within, i.follow_up_on as "followUpOn",
           ${latenessOf('i', asker)} as late, ${lateDaysOf('i', asker)} as "lateDays"
    from (select i.* from incident i where ${where} order by ${by} ${direction}, i.id
          limit ${size} offset ${(page - 1) * size}) i
    left join unit_face u on u.id = i.unit_id left join person_face p on p.id = i.handler_id
    order by ${by} ${direction}, i.id`.execute(db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from incident i where ${where}`.execute(db);
  return { items: rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filter: CaseFilter, scope: Scope, asker: CaseAsker): RawBuilder<boolean> {
  const { search = '', kind, state, unitId, systemId, informationId, supplier, mine, overdue, ids } = filter;
  const parts = [caseInScope(scope, asker.today, 'i')];
  if (search !== '') parts.push(holdsSearch(search, scope));
  if (kind !== undefined) parts.push(sql<boolean>`i.kind = ${kind}`);
  if (state !== undefined) parts.push(sql<boolean>`i.state = ${state}`);
  const { actor, today } = asker;
  if (unitId !== undefined) parts.push(ofUnit(unitId, scope, today));
  if (systemId !== undefined) parts.push(tiedTo(sql`l.system_id = ${systemId}`, scope, today));
  if (informationId !== undefined) parts.push(tiedTo(sql`l.information_id = ${informationId}`, scope, today));
  if (supplier !== undefined)
    parts.push(tiedTo(sql`lower(l.supplier) = lower(${supplier.trim()})`, scope, today));
  if (mine === true) parts.push(sql<boolean>`i.handler_id = ${actor.personId}::uuid`);
  if (overdue === true) parts.push(sql<boolean>`${latenessOf('i', asker)} is not null`);
  // What a clause finds wanting tells of what happened: as its findings, it is for those to whom nothing of the case is masked.
  if (ids !== undefined) parts.push(sql<boolean>`(i.id = any(${ids}::uuid[]) and ${isWhole(scope)})`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/**
 * A word in the title, or a number: whole, or what people say of it, `2026-0033` or `33`. What is masked to the asker is
 * not found by its words either.
 */
function holdsSearch(search: string, scope: Scope): RawBuilder<boolean> {
  const titled = holdsIndexedText(sql`i.title`, search);
  const open = sql<boolean>`(${titled} and ${isTold('description', scope)})`;
  // Nine digits at most: what no column holds is no number of a case, and is looked for as words.
  const match = /^(?:(HS?)\s*)?(?:(\d{4})-)?0*(\d{1,9})$/i.exec(search.trim());
  if (match === null) return open;
  const [, series, year, number] = match;
  const parts = [sql<boolean>`i.number = ${Number(number)}`];
  if (series !== undefined)
    parts.push(sql<boolean>`i.series = ${series.toUpperCase() === 'HS' ? 'secret' : 'open'}`);
  if (year !== undefined) parts.push(sql<boolean>`i.number_year = ${Number(year)}`);
  const numbered = sql<boolean>`(${sql.join(parts, sql` and `)})`;
  // Digits alone may be of a title as well.
  return series === undefined ? sql<boolean>`(${numbered} or ${open})` : numbered;
}

/** The condition that a part of the case is not masked to the asker. */
function isTold(part: SecretPart, scope: Scope): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  return sql<boolean>`(not ${part} = any(${partsSecret(scope, 'i')}) or ${inCircle(scope, 'i')})`;
}

/** The condition that nothing of the case is masked to the asker. */
function isWhole(scope: Scope): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  return sql<boolean>`(cardinality(${partsSecret(scope, 'i')}) = 0 or ${inCircle(scope, 'i')})`;
}

/** Cases of a unit or those below it, and those that concern one of them. */
function ofUnit(unitId: string, scope: Scope, today: string): RawBuilder<boolean> {
  const below = sql`any(array(select unit_subtree(${unitId})))`;
  return sql<boolean>`(i.unit_id = ${below} or ${tiedTo(sql`l.unit_id = ${below}`, scope, today)})`;
}

/** What a case concerns, where that is not masked to the asker, or is hers to answer for. That it concerns her own unit she knows. */
function tiedTo(condition: RawBuilder<unknown>, scope: Scope, today: string): RawBuilder<boolean> {
  const shown = scope.everything
    ? sql<boolean>`true`
    : sql<boolean>`(${isTold('affected', scope)} or ${isAnsweredFor(scope, { alias: 'l', schema: '', today })}
        or coalesce(l.unit_id = any(${scope.keys.unit}::uuid[]), false))`;
  return sql<boolean>`exists (select from incident_link l
    where l.incident_id = i.id and l.ended_on is null and ${condition} and ${shown})`;
}

/** A case as another's page names it. */
export interface CaseName {
  readonly id: string;
  readonly series: CaseNumber['series'] | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly title: string;
}

/** What a case's page shows of cases around it, each only where the asker may see it. */
export async function casesAround(
  db: Reader,
  id: string,
  scope: Scope,
  today: string,
): Promise<{ into: CaseName | null; merged: CaseName[]; related: CaseName[] }> {
  const name = sql`i.id, i.series, i.number_year as year, i.number,
    case when 'description' = any(${partsSecret(scope, 'i')}) then '' else i.title end as title`;
  const seen = caseInScope(scope, today, 'i');
  const { rows } = await sql<CaseName & { how: 'into' | 'merged' | 'related' }>`
    select 'into' as how, ${name} from incident i
    where i.id = (select merged_into from incident where id = ${id}) and ${seen}
    union all select 'merged', ${name} from incident i where i.id in ${goneInto(id)} and ${seen}
    union all select 'related', ${name} from incident i where ${seen} and exists (
      select from incident_link l where l.ended_on is null and (
        (l.incident_id = ${id} and l.related_id = i.id) or (l.related_id = ${id} and l.incident_id = i.id)))
    order by year, number`.execute(db);
  const of = (how: string) => rows.filter((row) => row.how === how).map(({ how: _how, ...row }) => row);
  return { into: of('into')[0] ?? null, merged: of('merged'), related: of('related') };
}

/** Names of what a case is tied to, by id: of units and systems, and of the information given, which the asker may see. */
export async function tiedNames(
  db: Reader,
  ids: {
    readonly units: readonly string[];
    readonly systems: readonly string[];
    readonly information: readonly string[];
  },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from unit_face where id = any(${ids.units}::uuid[])
    union all select id, name from system_face where id = any(${ids.systems}::uuid[])
    union all select id, name from information_face where id = any(${ids.information}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Names of persons, by id. */
export async function personNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person_face where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
