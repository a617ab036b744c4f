import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import { whereRowCovered } from '../../kernel/recorded/covered.ts';
import { unitRows } from '../unit-rows.store.ts';
import { readReference } from '../record-reference.ts';
import type { Deviation } from './deviation.ts';

interface DeviationTable {
  id: Deviation['id'];
  version: number;
  changed_by_event: string;
  title: string;
  description: string;
  clause: string | null;
  sentence_id: Deviation['sentenceId'];
  unit_id: UnitId;
  discovered_on: string;
  reported_by: PersonId | null;
  handling: string;
  cause: string;
  consequence: number | null;
  likelihood: number | null;
  highest_level: Deviation['highestLevel'];
  source_register: string | null;
  source_id: string | null;
  secrecy_provisions: Deviation['secrecyProvisions'];
  state: Deviation['state'];
  decision: string;
  decided_by: PersonId | null;
  decided_on: string | null;
  follow_up_on: string | null;
  outcome: string;
  closed_by: PersonId | null;
  closed_on: string | null;
}

const columns = [
  'id',
  'version',
  'title',
  'description',
  'clause',
  'sentence_id',
  'unit_id',
  'discovered_on',
  'reported_by',
  'handling',
  'cause',
  'consequence',
  'likelihood',
  'highest_level',
  'source_register',
  'source_id',
  'secrecy_provisions',
  'state',
  'decision',
  'decided_by',
  'decided_on',
  'follow_up_on',
  'outcome',
  'closed_by',
  'closed_on',
] as const;

function toDeviation(row: Omit<DeviationTable, 'changed_by_event'>): Deviation {
  const { consequence, likelihood } = row;
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    description: row.description,
    clause: row.clause,
    sentenceId: row.sentence_id,
    unitId: row.unit_id,
    discoveredOn: row.discovered_on,
    reportedBy: row.reported_by,
    handling: row.handling,
    cause: row.cause,
    risk: consequence === null || likelihood === null ? null : { consequence, likelihood },
    highestLevel: row.highest_level,
    source: readReference(row.source_register, row.source_id),
    secrecyProvisions: row.secrecy_provisions,
    state: row.state,
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    followUpOn: row.follow_up_on,
    outcome: row.outcome,
    closedBy: row.closed_by,
    closedOn: row.closed_on,
  };
}

/** The condition that a row lies within the scope. `alias` is what the query calls the table. */
export function deviationInScope(scope: Scope, alias = 'deviation'): RawBuilder<boolean> {
  // No key of a deviation depends on the day.
  return whereRowCovered(scope, 'deviation', { alias, schema: '', today: '' }, (row) => ({
    unit: `${row.alias}.unit_id`,
    person: `${row.alias}.reported_by`,
  }));
}

function valuesOf(row: Deviation): Omit<DeviationTable, 'id' | 'version' | 'changed_by_event'> {
  return {
    title: row.title,
    description: row.description,
    clause: row.clause,
    sentence_id: row.sentenceId,
    unit_id: row.unitId,
    discovered_on: row.discoveredOn,
    reported_by: row.reportedBy,
    handling: row.handling,
    cause: row.cause,
    consequence: row.risk?.consequence ?? null,
    likelihood: row.risk?.likelihood ?? null,
    highest_level: row.highestLevel,
    source_register: row.source?.register ?? null,
    source_id: row.source?.id ?? null,
    secrecy_provisions: row.secrecyProvisions,
    state: row.state,
    decision: row.decision,
    decided_by: row.decidedBy,
    decided_on: row.decidedOn,
    follow_up_on: row.followUpOn,
    outcome: row.outcome,
    closed_by: row.closedBy,
    closed_on: row.closedOn,
  };
}

const deviations = unitRows<DeviationTable, Deviation>({
  table: 'deviation',
  columns,
  toKept: toDeviation,
  toValues: valuesOf,
  inScope: (scope) => deviationInScope(scope),
  follows: sql<boolean>`state <> 'closed'`,
});

/** Finds one within the scope: locked to be changed, or to be looked at; and keeps it as it stands after a step. */
export const { load: loadDeviation, read: readDeviation, save: saveDeviation } = deviations;
/** Those of a unit that are not over, and how they follow it into its successor. */
export const { ofUnit: deviationsOfUnit, move: moveDeviations } = deviations;

/** What a record shows beside its ids. */
export async function surroundingsOf(db: Reader, row: Deviation) {
  const { rows } = await sql<{
    unitName: string | null;
    reporter: string | null;
    decider: string | null;
    closer: string | null;
  }>`select (select name from unit_face where id = ${row.unitId}) as "unitName",
    (select name from person_face where id = ${row.reportedBy}) as reporter,
    (select name from person_face where id = ${row.decidedBy}) as decider,
    (select name from person_face where id = ${row.closedBy}) as closer`.execute(db);
  return rows[0] ?? { unitName: null, reporter: null, decider: null, closer: null };
}
