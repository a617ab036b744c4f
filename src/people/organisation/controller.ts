import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, OrNull, type Static } from '../../kernel/schema.ts';
import { type OrganisationRow, stepRefusal } from './row.ts';

/** What a legal entity or a body answers for as an authority of its own. */
export interface Accountable extends OrganisationRow {
  /** Controller of personal data in its own name (GDPR art. 4.7). */
  readonly controller: boolean;
  /** P18: the day it last declared that its register of information is complete. */
  readonly registerCompleteOn: string | null;
  /** P33: the days its data protection officer was notified to IMY, and her contact details published (GDPR art. 37.7). */
  readonly officerReportedOn: string | null;
  readonly officerPublishedOn: string | null;
}

export const nothingDeclared = {
  registerCompleteOn: null,
  officerReportedOn: null,
  officerPublishedOn: null,
};

export const declareCompleteInput = Fields({ on: Day() });
export const reportOfficerInput = Fields({ reportedOn: OrNull(Day()), publishedOn: OrNull(Day()) });

/** Declares that the register of information is complete. Said again, it holds from the new day (P18: 12 months). */
export function declareComplete<Row extends Accountable>(
  register: string,
  before: Row,
  input: Static<typeof declareCompleteInput>,
  { today }: Circumstances,
): Decision<Row> | Refusal {
  const ended = stepRefusal('report', before, today);
  if (ended !== null) return refuse(ended);
  if (input.on > today) return refuse('dayInFuture', { field: 'on' });
  if (before.registerCompleteOn === input.on) return refuse('nothingChanged');
  const next = { ...before, registerCompleteOn: input.on, version: before.version + 1 };
  const changes = changesBetween(
    { registerCompleteOn: before.registerCompleteOn },
    { registerCompleteOn: input.on },
  );
  return { next, event: { kind: `${register}.registerDeclaredComplete`, record: before.id, changes } };
}

/** Notes when the data protection officer was notified to IMY and published. Only a controller has that duty. */
export function reportOfficer<Row extends Accountable>(
  register: string,
  before: Row,
  input: Static<typeof reportOfficerInput>,
  { today }: Circumstances,
): Decision<Row> | Refusal {
  const ended = stepRefusal('report', before, today);
  if (ended !== null) return refuse(ended);
  if (!before.controller) return refuse('notController');
  if (input.reportedOn !== null && input.reportedOn > today)
    return refuse('dayInFuture', { field: 'reportedOn' });
  if (input.publishedOn !== null && input.publishedOn > today)
    return refuse('dayInFuture', { field: 'publishedOn' });
  const after = { officerReportedOn: input.reportedOn, officerPublishedOn: input.publishedOn };
  const { officerReportedOn, officerPublishedOn } = before;
  const changes = changesBetween({ officerReportedOn, officerPublishedOn }, after);
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...before, ...after, version: before.version + 1 };
  return { next, event: { kind: `${register}.officerReported`, record: before.id, changes } };
}
