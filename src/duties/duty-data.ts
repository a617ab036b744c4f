import { Type } from 'typebox';
import type { Circumstances, Decision } from '../kernel/action.ts';
import { changesBetween, type Json } from '../kernel/audit/canonical.ts';
import type { Id } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { Day, Fields, Line, OneOf, OrNull, Reason, type Static } from '../kernel/schema.ts';
import { type Recipient, restDayRules, type Term, termUnits } from './dated.ts';
import { recipientKeys, termKeys, verificationStates } from './duty.ts';

/** What every row says: for which days, and how sure we are. */
const shared = {
  from: Day(),
  until: OrNull(Day()),
  state: OneOf(verificationStates),
  source: Line(300),
  readOn: Day(),
};
const reason = { reason: Reason(1000) };

const termFields = {
  unit: OneOf(termUnits),
  /** Hours, days or months; a year of hours at most. */
  amount: OrNull(Type.Integer({ minimum: 1, maximum: 8760 })),
  restDays: OneOf(restDayRules),
  ...shared,
};
export const termInput = Fields({ key: OneOf(termKeys), ...termFields, ...reason });
export const termChange = Fields({ ...termFields, ...reason });
export type TermInput = Static<typeof termInput>;
export type TermChange = Static<typeof termChange>;

const recipientFields = { name: Line(200), channel: Line(300), ...shared };
export const recipientInput = Fields({ key: OneOf(recipientKeys), ...recipientFields, ...reason });
export const recipientChange = Fields({ ...recipientFields, ...reason });
export type RecipientInput = Static<typeof recipientInput>;
export type RecipientChange = Static<typeof recipientChange>;

interface OwnRow {
  readonly version: number;
  /** Taken back: it holds no more, and stays to be read. */
  readonly withdrawn: boolean;
}

/** A row of the municipality's own. */
export type OwnTerm = Omit<TermInput, 'reason'> & OwnRow & { readonly id: Id<'DutyTerm'> };
export type OwnRecipient = Omit<RecipientInput, 'reason'> & OwnRow & { readonly id: Id<'DutyRecipient'> };

/** Another row of the municipality's holds on some of the days. Told by the database, which alone sees both. */
export const rowConstraints = { duty_term_once: 'periodTaken', duty_recipient_once: 'periodTaken' } as const;

export const rowRefusals = ['periodBackwards', 'readInFuture', 'periodTaken'] as const;
export const termRefusals = [...rowRefusals, 'amountMissing', 'amountNotAsked'] as const;

const withFigure: ReadonlySet<string> = new Set(['hours', 'days', 'months']);

/** Enters a term of the municipality's own. It goes before ours on the days it holds. */
export function enterTerm(input: TermInput, { today, newId }: Circumstances): Decision<OwnTerm> | Refusal {
  const { reason: why, ...row } = input;
  const fault = termFault(row, today);
  if (fault !== null) return fault;
  const next: OwnTerm = { ...row, id: newId<'DutyTerm'>(), version: 1, withdrawn: false };
  return { next, event: { ...told(null, next, why), kind: 'dutyTerm.entered' } };
}

/** Changes a row of the municipality's. Cases that are running are judged by it at once: that is what it is for. */
export function changeTerm(
  before: OwnTerm,
  { reason: why, ...input }: TermChange,
  { today }: Circumstances,
): Decision<OwnTerm> | Refusal {
  if (before.withdrawn) return refuse('withdrawn');
  const fault = termFault(input, today);
  if (fault !== null) return fault;
  const next: OwnTerm = { ...before, ...input, version: before.version + 1 };
  const draft = told(before, next, why);
  return draft.changes.length === 0
    ? refuse('nothingChanged')
    : { next, event: { ...draft, kind: 'dutyTerm.changed' } };
}

/** Takes a row back: what we know holds again. */
export function withdrawTerm(before: OwnTerm, why: string): Decision<OwnTerm> | Refusal {
  if (before.withdrawn) return refuse('withdrawn');
  const next: OwnTerm = { ...before, withdrawn: true, version: before.version + 1 };
  return { next, event: { ...told(before, next, why), kind: 'dutyTerm.withdrawn' } };
}

/** Enters a recipient of the municipality's own. */
export function enterRecipient(
  input: RecipientInput,
  { today, newId }: Circumstances,
): Decision<OwnRecipient> | Refusal {
  const { reason: why, ...row } = input;
  const fault = rowFault(row, today);
  if (fault !== null) return fault;
  const next: OwnRecipient = { ...row, id: newId<'DutyRecipient'>(), version: 1, withdrawn: false };
  return { next, event: { ...told(null, next, why), kind: 'dutyRecipient.entered' } };
}

/** Changes a recipient of the municipality's own. */
export function changeRecipient(
  before: OwnRecipient,
  { reason: why, ...input }: RecipientChange,
  { today }: Circumstances,
): Decision<OwnRecipient> | Refusal {
  if (before.withdrawn) return refuse('withdrawn');
  const fault = rowFault(input, today);
  if (fault !== null) return fault;
  const next: OwnRecipient = { ...before, ...input, version: before.version + 1 };
  const draft = told(before, next, why);
  return draft.changes.length === 0
    ? refuse('nothingChanged')
    : { next, event: { ...draft, kind: 'dutyRecipient.changed' } };
}

/** Takes a recipient back: who we know of holds again. */
export function withdrawRecipient(before: OwnRecipient, why: string): Decision<OwnRecipient> | Refusal {
  if (before.withdrawn) return refuse('withdrawn');
  const next: OwnRecipient = { ...before, withdrawn: true, version: before.version + 1 };
  return { next, event: { ...told(before, next, why), kind: 'dutyRecipient.withdrawn' } };
}

/** The term as the engine reads it. */
export function termOf(row: OwnTerm): Term {
  const { key, unit, amount, restDays } = row;
  return { key, unit, amount, restDays, ...datedOf(row) };
}

/** The recipient as the engine reads it. */
export function recipientOf(row: OwnRecipient): Recipient {
  const { key, name, channel } = row;
  return { key, name, channel, ...datedOf(row) };
}

function datedOf({ from, until, state, source, readOn }: Pick<OwnTerm, keyof typeof shared>) {
  return { from, until, verification: { state, on: readOn, source } };
}

function rowFault(row: Pick<OwnTerm, 'from' | 'until' | 'readOn'>, today: string): Refusal | null {
  if (row.until !== null && row.until < row.from) return refuse('periodBackwards', { field: 'until' });
  return row.readOn > today ? refuse('readInFuture', { field: 'readOn' }) : null;
}

function termFault(row: Omit<TermChange, 'reason'>, today: string): Refusal | null {
  if (withFigure.has(row.unit) !== (row.amount !== null))
    return refuse(row.amount === null ? 'amountMissing' : 'amountNotAsked', { field: 'amount' });
  return rowFault(row, today);
}

/** What the log is told: every field of the row but its id and version, and why. */
function told<Row extends OwnTerm | OwnRecipient>(before: Row | null, next: Row, why: string) {
  const changes = changesBetween(before === null ? null : fieldsOf(before), fieldsOf(next));
  return { record: next.id, changes, reason: why };
}

function fieldsOf({ id: _id, version: _version, ...fields }: OwnTerm | OwnRecipient): Record<string, Json> {
  return fields;
}
