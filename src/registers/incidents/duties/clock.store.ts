import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../kernel/access.ts';
import type { Reader } from '../../../kernel/db.ts';
import { readDutyData } from '../../../duties/duty-data.store.ts';
import type { Aspect } from '../../information/vocabulary.ts';
import { type CaseCore, caseFactsOf } from '../case-facts.ts';
import type { CaseNumber, SecretPart } from '../incident.ts';
import { caseInScope } from '../scope.store.ts';
import type { AuthorityReport } from './authority-report.ts';
import { casePartsBy } from './case-parts.store.ts';
import { byUrgency, type RunningClock, runningClocks } from './clock.ts';

/** A case as its clocks are shown with. */
export interface ClockedCase extends Omit<CaseCore, 'consequence'> {
  readonly title: string;
  readonly series: CaseNumber['series'];
  readonly numberYear: number;
  readonly ordinal: number;
  readonly unitId: string | null;
  readonly handlerId: string | null;
  readonly secret: boolean;
  readonly secretParts: readonly SecretPart[];
  /** Is the whole case open to whoever asks: she is its handler, or has been let in? */
  readonly isInside: boolean;
}

export interface FoundClock {
  readonly clock: RunningClock;
  readonly of: ClockedCase;
}

/** A final report is due a month after a notification; what has been closed longer than this has no clock that begins. */
const closedFor = 400;

/** All clocks that run in the cases within the scope, by urgency; and the incidents that nobody has placed. */
export async function clocksWithin(
  db: Reader,
  scope: Scope,
  { today, now }: { readonly today: string; readonly now: Date },
): Promise<{ readonly clocks: readonly FoundClock[]; readonly unplaced: readonly ClockedCase[] }> {
  const persons = scope.everything ? [] : scope.keys.person;
  const found = await readCases(db, caseInScope(scope, today, 'i'), persons, now);
  const ids = found.map(({ id }) => id);
  const parts = await casePartsBy(db, { kind: 'ids', ids });
  const reports = await openReports(db, ids);
  const data = await readDutyData(db);
  const unplaced: ClockedCase[] = [];
  const clocks = found.flatMap((core): FoundClock[] => {
    const { confidentiality, integrity, availability, traceability, ...of } = core;
    const incident = { ...of, consequence: { confidentiality, integrity, availability, traceability } };
    const facts = caseFactsOf({ incident, ...parts(core.id) });
    if (facts.parties.length === 0 && (core.kind === 'incident' || core.kind === 'personalDataBreach'))
      unplaced.push(of);
    const own = reports.filter((one) => one.incidentId === core.id);
    return runningClocks(facts, data, own, now).map((clock) => ({ clock, of }));
  });
  return { clocks: clocks.sort((one, other) => byUrgency(one.clock, other.clock)), unplaced };
}

type CaseRow = ClockedCase & Readonly<Record<Aspect, number | null>>;

async function readCases(
  db: Reader,
  where: RawBuilder<boolean>,
  persons: readonly string[],
  now: Date,
): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select i.id, i.title, i.series, i.number_year as "numberYear", i.number as ordinal, i.kind, i.unit_id as "unitId",
           i.handler_id as "handlerId", i.secret, i.secret_parts as "secretParts", i.occurred_at as "occurredAt",
           i.noticed_at as "noticedAt", i.handled_at as "handledAt", i.confidentiality, i.integrity, i.availability,
           i.traceability,
           coalesce(i.handler_id = any(${[...persons]}::uuid[]), false) or exists (select from incident_person p
             where p.incident_id = i.id and p.ended_on is null and p.person_id = any(${[...persons]}::uuid[]))
             as "isInside"
    from incident i
    where i.state not in ('reported', 'merged') and ${where}
      and (i.closed_at is null or i.closed_at > ${now}::timestamptz - ${closedFor} * interval '1 day')
      -- Most cases that have ended concerned nobody in law, and have no clock.
      and (i.state not in ('handled', 'closed') or exists (select from incident_party y where y.incident_id = i.id))
    order by i.id`.execute(db);
  return rows;
}

type OpenReport = Pick<AuthorityReport, 'id' | 'partyId' | 'duty' | 'stage' | 'state'> & {
  readonly incidentId: string;
};

async function openReports(db: Reader, ids: readonly string[]): Promise<OpenReport[]> {
  const { rows } = await sql<OpenReport>`
    select id, incident_id as "incidentId", party_id as "partyId", duty, stage, state
    from incident_report where state <> 'sent' and incident_id = any(${[...ids]}::uuid[]) order by id`.execute(
    db,
  );
  return rows;
}
