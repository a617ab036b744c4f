import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import type { CaseFacts } from '../../../duties/case-facts.ts';
import type { DutyData } from '../../../duties/dated.ts';
import type { Aspect } from '../../information/vocabulary.ts';
import { type CaseCore, caseFactsOf } from '../case-facts.ts';
import type { CaseNumber, SecretPart } from '../incident.ts';
import { caseInScope, inCircle } from '../scope.store.ts';
import type { AuthorityReport } from './authority-report.ts';
import { casePartsBy } from './case-parts.store.ts';
import { changesNext, type RunningClock, runningClocks } from './clock.ts';

/** A case as its clocks are shown with. */
export interface ClockedCase extends Pick<CaseCore, 'id'> {
  readonly title: string;
  readonly series: CaseNumber['series'];
  readonly numberYear: number;
  readonly ordinal: number;
  readonly handlerId: string | null;
  readonly secret: boolean;
  readonly secretParts: readonly SecretPart[];
}

/** A case with its running clocks, and between which instants that is how they stand (ms since 1970; the second is outside). */
export interface JudgedCase {
  readonly of: ClockedCase;
  readonly clocks: readonly RunningClock[];
  /** An incident of which nobody has said whom it concerns. */
  readonly isUnplaced: boolean;
  readonly judgedAt: number;
  readonly changesAt: number;
}

/** A final report is due a month after a notification; what has been closed longer than this has no clock that begins. */
const closedFor = 400;

/** The cases that can have clocks, each judged at the instant; `ids` narrows them, null does not. */
export async function judgedCases(
  db: Reader,
  ids: readonly string[] | null,
  data: DutyData,
  now: Date,
): Promise<JudgedCase[]> {
  const found = await factsOfCases(
    db,
    sql<boolean>`${ids === null ? sql<boolean>`true` : ofIds(ids)}
    and (i.closed_at is null or i.closed_at > ${now}::timestamptz - ${closedFor} * interval '1 day')
    -- Most cases that have ended concerned nobody in law, and have no clock.
    and (i.state not in ('handled', 'closed') or exists (select from incident_party y where y.incident_id = i.id))`,
  );
  const reports = await openReports(
    db,
    found.map(({ row }) => row.id),
  );
  return found.map(({ row, facts }) => {
    const clocks = runningClocks(facts, data, reports.get(row.id) ?? [], now);
    return {
      of: clockedOf(row),
      clocks,
      isUnplaced:
        facts.parties.length === 0 && (row.kind === 'incident' || row.kind === 'personalDataBreach'),
      judgedAt: now.getTime(),
      changesAt: changesNext(clocks, now),
    };
  });
}

function clockedOf(row: CaseRow): ClockedCase {
  const { id, title, series, numberYear, ordinal, handlerId, secret, secretParts } = row;
  return { id, title, series, numberYear, ordinal, handlerId, secret, secretParts };
}

type CaseRow = ClockedCase & Omit<CaseCore, 'consequence'> & Readonly<Record<Aspect, number | null>>;

/** Neither what nobody has looked at nor what has gone into another case has clocks. */
const canHaveClocks = sql<boolean>`i.state not in ('reported', 'merged')`;

/** The condition that a case is one of these. */
export function ofIds(ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`i.id = any(${[...ids]}::uuid[])`;
}

/** What the duties look at, of the cases for which the condition on `i` holds and that can have clocks. */
export async function factsOfCases(
  db: Reader,
  where: RawBuilder<boolean>,
): Promise<{ readonly row: CaseRow; readonly facts: CaseFacts }[]> {
  const { rows } = await sql<CaseRow>`
    select i.id, i.title, i.series, i.number_year as "numberYear", i.number as ordinal, i.kind,
           i.handler_id as "handlerId", i.secret, i.secret_parts as "secretParts", i.occurred_at as "occurredAt",
           i.noticed_at as "noticedAt", i.handled_at as "handledAt", i.confidentiality, i.integrity, i.availability,
           i.traceability
    from incident i where ${canHaveClocks} and ${where} order by i.id`.execute(db);
  const parts = await casePartsBy(db, { kind: 'ids', ids: rows.map(({ id }) => id) });
  return rows.map((row) => {
    const { confidentiality, integrity, availability, traceability, ...core } = row;
    const incident = { ...core, consequence: { confidentiality, integrity, availability, traceability } };
    return { row, facts: caseFactsOf({ incident, ...parts(row.id) }) };
  });
}

type OpenReport = Pick<AuthorityReport, 'id' | 'partyId' | 'duty' | 'stage' | 'state'> & {
  readonly incidentId: string;
};

async function openReports(db: Reader, ids: readonly string[]): Promise<Map<string, OpenReport[]>> {
  const { rows } = await sql<OpenReport>`
    select id, incident_id as "incidentId", party_id as "partyId", duty, stage, state
    from incident_report where state <> 'sent' and incident_id = any(${[...ids]}::uuid[]) order by id`.execute(
    db,
  );
  const by = new Map<string, OpenReport[]>();
  for (const one of rows) by.set(one.incidentId, [...(by.get(one.incidentId) ?? []), one]);
  return by;
}

/** The cases within a scope that can have clocks, by id; and for each whether all of it is open to whoever asks. */
export async function casesWithin(
  db: Reader,
  scope: Scope,
  today: string,
): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ id: string; isInside: boolean }>`
    select i.id, ${inCircle(scope, 'i')} as "isInside" from incident i
    where ${canHaveClocks} and ${caseInScope(scope, today, 'i')}`.execute(db);
  return new Map(rows.map(({ id, isInside }) => [id, isInside]));
}
