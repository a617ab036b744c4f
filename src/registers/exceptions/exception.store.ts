import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../kernel/access.ts';
import type { Reader } from '../../kernel/db.ts';
import type { PersonId, UnitId } from '../../kernel/ids.ts';
import { whereRowCovered } from '../../kernel/recorded/covered.ts';
import { unitRows } from '../unit-rows.store.ts';
import type { Exception, ObjectRegister } from './exception.ts';
import type { DecidingOffice } from './exception-rule.ts';

interface ExceptionTable {
  id: Exception['id'];
  version: number;
  changed_by_event: string;
  title: string;
  object_register: ObjectRegister;
  object_id: Exception['object']['id'];
  clause: string | null;
  sentence_id: Exception['sentenceId'];
  unit_id: UnitId;
  reason: string;
  compensation: string;
  consequence_before: number;
  likelihood_before: number;
  consequence_after: number;
  likelihood_after: number;
  personal_data: boolean;
  secrecy_provisions: Exception['secrecyProvisions'];
  ends_on: string;
  replaces_id: Exception['id'] | null;
  applied_by: PersonId | null;
  writers: PersonId[];
  wording: number;
  state: Exception['state'];
  decided_by: PersonId | null;
  decided_as: DecidingOffice | null;
  decided_on: string | null;
  decision: string;
  conditions: string;
  valid_from: string | null;
  ended_on: string | null;
  end_reason: string;
  reminded_days: number | null;
}

const columns = [
  'id',
  'version',
  'title',
  'object_register',
  'object_id',
  'clause',
  'sentence_id',
  'unit_id',
  'reason',
  'compensation',
  'consequence_before',
  'likelihood_before',
  'consequence_after',
  'likelihood_after',
  'personal_data',
  'secrecy_provisions',
  'ends_on',
  'replaces_id',
  'applied_by',
  'writers',
  'wording',
  'state',
  'decided_by',
  'decided_as',
  'decided_on',
  'decision',
  'conditions',
  'valid_from',
  'ended_on',
  'end_reason',
  'reminded_days',
] as const;

function toException(row: Omit<ExceptionTable, 'changed_by_event'>): Exception {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    object: { register: row.object_register, id: row.object_id },
    clause: row.clause,
    sentenceId: row.sentence_id,
    unitId: row.unit_id,
    reason: row.reason,
    compensation: row.compensation,
    riskBefore: { consequence: row.consequence_before, likelihood: row.likelihood_before },
    riskAfter: { consequence: row.consequence_after, likelihood: row.likelihood_after },
    personalData: row.personal_data,
    secrecyProvisions: row.secrecy_provisions,
    endsOn: row.ends_on,
    replacesId: row.replaces_id,
    appliedBy: row.applied_by,
    writers: row.writers,
    wording: row.wording,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAs: row.decided_as,
    decidedOn: row.decided_on,
    decision: row.decision,
    conditions: row.conditions,
    validFrom: row.valid_from,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    remindedDays: row.reminded_days,
  };
}

/** The condition that a row lies within the scope. `alias` is what the query calls the table. */
export function exceptionInScope(scope: Scope, alias = 'exception'): RawBuilder<boolean> {
  // No key of an exception depends on the day.
  return whereRowCovered(scope, 'exception', { alias, schema: '', today: '' }, (row) => ({
    unit: `${row.alias}.unit_id`,
    person: `${row.alias}.applied_by`,
  }));
}

function valuesOf(row: Exception): Omit<ExceptionTable, 'id' | 'version' | 'changed_by_event'> {
  return {
    title: row.title,
    object_register: row.object.register,
    object_id: row.object.id,
    clause: row.clause,
    sentence_id: row.sentenceId,
    unit_id: row.unitId,
    reason: row.reason,
    compensation: row.compensation,
    consequence_before: row.riskBefore.consequence,
    likelihood_before: row.riskBefore.likelihood,
    consequence_after: row.riskAfter.consequence,
    likelihood_after: row.riskAfter.likelihood,
    personal_data: row.personalData,
    secrecy_provisions: row.secrecyProvisions,
    ends_on: row.endsOn,
    replaces_id: row.replacesId,
    applied_by: row.appliedBy,
    writers: [...row.writers],
    wording: row.wording,
    state: row.state,
    decided_by: row.decidedBy,
    decided_as: row.decidedAs,
    decided_on: row.decidedOn,
    decision: row.decision,
    conditions: row.conditions,
    valid_from: row.validFrom,
    ended_on: row.endedOn,
    end_reason: row.endReason,
    reminded_days: row.remindedDays,
  };
}

const exceptions = unitRows<ExceptionTable, Exception>({
  table: 'exception',
  columns,
  toKept: toException,
  toValues: valuesOf,
  inScope: (scope) => exceptionInScope(scope),
  follows: sql<boolean>`state in ('draft', 'opinion', 'decided')`,
});

/** Finds one within the scope: locked to be changed, or to be looked at; and keeps it as it stands after a step. */
export const { load: loadException, read: readException, save: saveException } = exceptions;
/** Those of a unit that are not over, and how they follow it into its successor. */
export const { ofUnit: exceptionsOfUnit, move: moveExceptions } = exceptions;

/** What a record shows beside its ids. */
export async function surroundingsOf(db: Reader, row: Exception) {
  const { rows } = await sql<{
    unitName: string | null;
    applicant: string | null;
    decider: string | null;
  }>`select (select name from unit_face where id = ${row.unitId}) as "unitName",
    (select name from person_face where id = ${row.appliedBy}) as applicant,
    (select name from person_face where id = ${row.decidedBy}) as decider`.execute(db);
  return rows[0] ?? { unitName: null, applicant: null, decider: null };
}
