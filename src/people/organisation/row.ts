import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import { addDays } from '../../kernel/calendar.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, OneOf, OrNull, Reason, type Static } from '../../kernel/schema.ts';
import { Type } from 'typebox';

/** What legal entities, bodies and units have in common: a period of validity, and a mark of the start profile. */
export interface OrganisationRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly from: string;
  /** The last day it stands, or null. */
  readonly until: string | null;
  /** Proposed by a start profile; nobody in the municipality has said that it is right. */
  readonly toConfirm: boolean;
}

/** The period in an input that registers something new. */
export const periodFields = { from: Day(), until: OrNull(Day()) };
/** Set when a start profile proposes the row, for somebody to confirm. */
export const proposalField = { toConfirm: Type.Optional(Type.Boolean()) };

export const endInput = Fields({ lastDay: Day(), reason: Reason() });
export const confirmAllInput = Fields({
  ids: Type.Array(IdOf(), { minItems: 1, maxItems: 5000, uniqueItems: true }),
});
export type EndInput = Static<typeof endInput>;

/** Where a row is in its life on a day. */
export const standings = ['planned', 'standing', 'ended'] as const;
export type Standing = (typeof standings)[number];
export const StandingField = OneOf(standings);

/** Has it begun, does it stand, or has it ended? */
export function standingOn(
  row: { readonly from: string; readonly until: string | null },
  day: string,
): Standing {
  if (row.until !== null && row.until < day) return 'ended';
  return row.from > day ? 'planned' : 'standing';
}

/** What can be done with a row in each part of its life. The pages ask this and compare no days of their own. */
export const organisationSteps: Record<'describe' | 'end' | 'report', readonly Standing[]> = {
  describe: ['planned', 'standing'],
  end: ['planned', 'standing'],
  report: ['planned', 'standing'],
};

/** Is the step open? Null when it is, else why not. */
export function stepRefusal(
  step: keyof typeof organisationSteps,
  row: OrganisationRow,
  today: string,
): string | null {
  return organisationSteps[step].includes(standingOn(row, today)) ? null : 'ended';
}

/** A period that ends before it begins. */
export function periodFault(period: {
  readonly from: string;
  readonly until: string | null;
}): Refusal | null {
  return period.until !== null && period.until < period.from
    ? refuse('periodReversed', { field: 'until' })
    : null;
}

/** Ends a row: `lastDay` is the last day it stands, and may be ahead. The row stays with all it has been. */
export function endRow<Row extends OrganisationRow>(
  register: string,
  before: Row,
  input: EndInput,
  circumstances: Circumstances,
): Decision<Row> | Refusal {
  const ended = stepRefusal('end', before, circumstances.today);
  if (ended !== null) return refuse(ended);
  if (input.lastDay < before.from) {
    return refuse('endsBeforeStart', { field: 'lastDay', parameters: { from: before.from } });
  }
  if (before.until === input.lastDay) return refuse('nothingChanged');
  const next = { ...before, until: input.lastDay, version: before.version + 1 };
  const changes = changesBetween({ until: before.until }, { until: next.until });
  return { next, event: { kind: `${register}.ended`, record: before.id, changes, reason: input.reason } };
}

/** Says that a proposed row is right. */
export function confirmRow<Row extends OrganisationRow>(
  register: string,
  before: Row,
): Decision<Row> | Refusal {
  if (!before.toConfirm) return refuse('alreadyConfirmed');
  const next = { ...before, toConfirm: false, version: before.version + 1 };
  const changes = changesBetween({ toConfirm: true }, { toConfirm: false });
  return { next, event: { kind: `${register}.confirmed`, record: before.id, changes } };
}

/** Says that several proposed rows are right: those that were on the screen, and no others. */
export function confirmRows<Row extends OrganisationRow>(
  register: string,
  found: readonly Row[],
  ids: readonly string[],
): Decision<readonly Row[]> | Refusal {
  if (found.length !== ids.length) return refuse('someUnknown', { field: 'ids' });
  const next = found
    .filter((row) => row.toConfirm)
    .map((row) => ({ ...row, toConfirm: false, version: row.version + 1 }));
  if (next.length === 0) return refuse('alreadyConfirmed');
  const touched = next.map((row) => `${register}:${row.id}`);
  return {
    next,
    event: {
      kind: `${register}.allConfirmed`,
      record: null,
      // Of each of those touched.
      changes: changesBetween({ toConfirm: true }, { toConfirm: false }),
      data: { count: next.length },
      touched,
    },
  };
}

/** The last day before a new order holds. */
export function dayBefore(day: string): string {
  return addDays(day, -1);
}
