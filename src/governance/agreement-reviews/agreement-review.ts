import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId, UnitId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, OrNull, Prose, type Static } from '../../kernel/schema.ts';

/** What holding an agreement against the policy came to. */
export const reviewOutcomes = ['noConflict', 'conflict', 'toExamine'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** What was decided about a conflict. */
export const conflictDecisions = ['changeAgreement', 'requestException', 'endAgreement'] as const;
export type ConflictDecision = (typeof conflictDecisions)[number];

export const agreementInput = Fields({
  counterparty: Line(200),
  subject: Line(200),
  reference: Line(120),
  unitId: IdOf<'Unit'>(),
});
export type AgreementInput = Static<typeof agreementInput>;

export const reviewInput = Fields({
  outcome: OneOf(reviewOutcomes),
  nextReviewOn: Day(),
  conflict: Prose(4000),
  sentenceId: OrNull(IdOf<'Sentence'>()),
  decision: OrNull(OneOf(conflictDecisions)),
  decider: OrNull(Line(200)),
  decidedOn: OrNull(Day()),
});
export type ReviewInput = Static<typeof reviewInput>;

/** The latest review of an agreement. */
export interface Review extends ReviewInput {
  readonly policyVersionId: string;
  readonly reviewedOn: string;
  readonly reviewedBy: PersonId | null;
}

export interface Agreement extends AgreementInput {
  readonly id: Id<'AgreementReview'>;
  readonly version: number;
  readonly endedOn: string | null;
  /** Null until somebody has reviewed it. */
  readonly review: Review | null;
}

export const registerRefusals = ['unitUnknown'] as const;

/** Enters an agreement that is to be reviewed. */
export function registerAgreement(
  input: AgreementInput,
  around: { readonly unitStands: boolean },
  { newId }: Circumstances,
): Decision<Agreement> | Refusal {
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  const id = newId<'AgreementReview'>();
  const next: Agreement = { ...input, id, version: 1, endedOn: null, review: null };
  const event = { kind: 'agreementReview.registered', record: id, changes: changesBetween(null, input) };
  return { next, event };
}

/** Corrects what is said of the agreement. */
export function describeAgreement(
  before: Agreement,
  input: AgreementInput,
  around: { readonly unitStands: boolean },
): Decision<Agreement> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  const { counterparty, subject, reference, unitId } = before;
  const changes = changesBetween({ counterparty, subject, reference, unitId }, input);
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...before, ...input, version: before.version + 1 };
  return { next, event: { kind: 'agreementReview.described', record: before.id, changes } };
}

/** What a review is held against: the policy in force that day, and whether the demand pointed at is one of its own. */
export interface PolicyAround {
  readonly policyVersionId: string | null;
  readonly isDemand: boolean;
}

export const reviewRefusals = [
  'ended',
  'noPolicy',
  'conflictMissing',
  'demandMissing',
  'demandUnknown',
  'conflictNotAsked',
  'decisionIncomplete',
  'decisionInFuture',
  'reviewNotAhead',
] as const;

/** Holds an agreement against the policy in force. The earlier review stays in the record's history. */
export function reviewAgreement(
  before: Agreement,
  input: ReviewInput,
  policy: PolicyAround,
  { actor, today }: Circumstances,
): Decision<Agreement> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  if (policy.policyVersionId === null) return refuse('noPolicy');
  const fault = conflictFault(input, policy) ?? decisionFault(input, today);
  if (fault !== null) return fault;
  if (input.nextReviewOn <= today) return refuse('reviewNotAhead', { field: 'nextReviewOn' });
  const review: Review = {
    ...input,
    policyVersionId: policy.policyVersionId,
    reviewedOn: today,
    reviewedBy: actor.personId,
  };
  const next = { ...before, version: before.version + 1, review };
  const changes = changesBetween(toldReview(before.review), toldReview(review));
  return { next, event: { kind: 'agreementReview.reviewed', record: before.id, changes } };
}

/** Ends an agreement that no longer holds; it is then no longer measured. */
export function endAgreement(
  before: Agreement,
  reason: string,
  { today }: Circumstances,
): Decision<Agreement> | Refusal {
  if (before.endedOn !== null) return refuse('ended');
  const next = { ...before, version: before.version + 1, endedOn: today };
  const changes = [{ field: 'endedOn', from: null, to: today }];
  return { next, event: { kind: 'agreementReview.ended', record: before.id, changes, reason } };
}

function conflictFault(input: ReviewInput, policy: PolicyAround): Refusal | null {
  const { outcome, conflict, sentenceId, decision } = input;
  if (outcome === 'conflict') {
    if (conflict.trim().length < 3) return refuse('conflictMissing', { field: 'conflict' });
    if (sentenceId === null) return refuse('demandMissing', { field: 'sentenceId' });
    return policy.isDemand ? null : refuse('demandUnknown', { field: 'sentenceId' });
  }
  if (sentenceId !== null || decision !== null) return refuse('conflictNotAsked', { field: 'outcome' });
  // What is to be examined may say what looks doubtful; where there is no conflict there is nothing to say of it.
  return outcome === 'noConflict' && conflict.trim() !== ''
    ? refuse('conflictNotAsked', { field: 'conflict' })
    : null;
}

function decisionFault({ decision, decider, decidedOn }: ReviewInput, today: string): Refusal | null {
  const given = [decision, decider, decidedOn].filter((one) => one !== null).length;
  if (given !== 0 && given !== 3) {
    const field = decision === null ? 'decision' : decider === null ? 'decider' : 'decidedOn';
    return refuse('decisionIncomplete', { field });
  }
  return decidedOn !== null && decidedOn > today ? refuse('decisionInFuture', { field: 'decidedOn' }) : null;
}

function toldReview(review: Review | null): Record<string, Json> {
  return {
    outcome: review?.outcome ?? null,
    policyVersionId: review?.policyVersionId ?? null,
    reviewedOn: review?.reviewedOn ?? null,
    reviewedBy: review?.reviewedBy ?? null,
    nextReviewOn: review?.nextReviewOn ?? null,
    conflict: review?.conflict ?? '',
    sentenceId: review?.sentenceId ?? null,
    decision: review?.decision ?? null,
    decider: review?.decider ?? null,
    decidedOn: review?.decidedOn ?? null,
  };
}

/** The unit by which rights to an agreement are judged. */
export function agreementKeys({ unitId }: { readonly unitId: UnitId }) {
  return { unit: unitId };
}
