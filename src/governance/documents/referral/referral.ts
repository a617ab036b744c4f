import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween } from '../../../kernel/audit/canonical.ts';
import type { Id, PersonId, UnitId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Day, Fields, IdOf, OneOf, OrNull, Prose, Reason, type Static } from '../../../kernel/schema.ts';
import type { DocumentVersion } from '../document.ts';

/** That a draft is out for comments (remiss): who was asked, and until when. */
export interface Referral {
  readonly id: Id<'Referral'>;
  readonly version: number;
  readonly documentVersionId: DocumentVersion['id'];
  readonly until: string;
  readonly message: string;
  /** Units whose leader is asked, whoever that is on the day; and persons by themselves. */
  readonly askedUnits: readonly UnitId[];
  readonly askedPersons: readonly PersonId[];
  readonly closedOn: string | null;
}

/** What became of a comment. */
export const commentOutcomes = ['taken', 'partly', 'notTaken'] as const;

export interface ReferralComment {
  readonly id: Id<'ReferralComment'>;
  readonly version: number;
  readonly referralId: Referral['id'];
  readonly personId: PersonId;
  /** What in the text it is about, in words; empty for the whole. */
  readonly place: string;
  readonly text: string;
  readonly commentedOn: string;
  readonly outcome: (typeof commentOutcomes)[number] | null;
  readonly answer: string | null;
}

export const referInput = Fields({
  until: Day(),
  message: Prose(2000),
  askedUnits: Type.Array(IdOf<'Unit'>(), { uniqueItems: true, maxItems: 100 }),
  askedPersons: Type.Array(IdOf<'Person'>(), { uniqueItems: true, maxItems: 100 }),
});

export const referRefusals = ['notDraft', 'nobodyAsked', 'untilPassed', 'emptyText', 'askedUnknown'] as const;

export interface Referred {
  readonly version: DocumentVersion;
  readonly referral: Referral;
}

/** Sends a draft out for comments. While it is out its text stands still, so that everybody comments on the same words. */
export function referVersion(
  version: DocumentVersion,
  knownAsked: boolean,
  input: Static<typeof referInput>,
  circumstances: Circumstances,
): Decision<Referred> | Refusal {
  if (version.state !== 'draft' || version.blocks === null) return refuse('notDraft');
  if (version.blocks.length === 0) return refuse('emptyText');
  if (input.askedUnits.length + input.askedPersons.length === 0)
    return refuse('nobodyAsked', { field: 'askedUnits' });
  if (!knownAsked) return refuse('askedUnknown', { field: 'askedUnits' });
  if (input.until < circumstances.today) return refuse('untilPassed', { field: 'until' });
  const referral: Referral = {
    ...input,
    id: circumstances.newId<'Referral'>(),
    version: 1,
    documentVersionId: version.id,
    closedOn: null,
  };
  const next: DocumentVersion = { ...version, version: version.version + 1, state: 'onReferral' };
  const { until, message, askedUnits, askedPersons } = referral;
  const changes = [
    { field: 'state', from: version.state, to: next.state },
    ...changesBetween(null, { until, message, askedUnits, askedPersons }),
  ];
  const touched = [`referral:${referral.id}`];
  return {
    next: { version: next, referral },
    event: { kind: 'documentVersion.referred', record: version.id, changes, touched },
  };
}

export const commentInput = Fields({
  place: Type.String({ maxLength: 200, 'x-free-text': true, pattern: '^[^\\u0000-\\u001F\\u007F]*$' }),
  text: Reason(4000),
});

/** Says what somebody who was asked thinks of the text. The coordinator may enter what came in by letter. */
export function commentOn(
  referral: Referral,
  input: Static<typeof commentInput>,
  circumstances: Circumstances,
): Decision<ReferralComment> | Refusal {
  if (referral.closedOn !== null) return refuse('referralClosed');
  if (referral.until < circumstances.today) return refuse('untilPassed');
  const { personId } = circumstances.actor;
  if (personId === null) return refuse('forbidden');
  const next: ReferralComment = {
    ...input,
    id: circumstances.newId<'ReferralComment'>(),
    version: 1,
    referralId: referral.id,
    personId,
    commentedOn: circumstances.today,
    outcome: null,
    answer: null,
  };
  const changes = changesBetween(null, { place: next.place, text: next.text });
  const touched = [`referralComment:${next.id}`];
  return { next, event: { kind: 'referral.commented', record: referral.id, changes, touched } };
}

export const answerInput = Fields({ outcome: OneOf(commentOutcomes), answer: Reason(4000) });

/** Answers a comment: what became of it, and why. An answer may be bettered. */
export function answerComment(
  before: ReferralComment,
  input: Static<typeof answerInput>,
): Decision<ReferralComment> | Refusal {
  const changes = changesBetween({ outcome: before.outcome, answer: before.answer }, input);
  if (changes.length === 0) return refuse('nothingChanged');
  const next = { ...before, ...input, version: before.version + 1 };
  return { next, event: { kind: 'referralComment.answered', record: before.id, changes } };
}

export const closeInput = Fields({ reason: OrNull(Reason()) });

/** Calls the text back to be written on. Before its day has passed, that takes a reason: somebody may be writing a comment. */
export function closeReferral(
  version: DocumentVersion,
  referral: Referral | null,
  input: Static<typeof closeInput>,
  circumstances: Circumstances,
): Decision<Referred> | Refusal {
  if (version.state !== 'onReferral' || referral === null) return refuse('notOnReferral');
  if (circumstances.today <= referral.until && input.reason === null)
    return refuse('reasonMissing', { field: 'reason' });
  const closed = { ...referral, version: referral.version + 1, closedOn: circumstances.today };
  const next: DocumentVersion = { ...version, version: version.version + 1, state: 'draft' };
  const changes = [
    { field: 'state', from: version.state, to: next.state },
    { field: 'closedOn', from: null, to: closed.closedOn },
  ];
  return {
    next: { version: next, referral: closed },
    event: {
      kind: 'documentVersion.referralClosed',
      record: version.id,
      changes,
      reason: input.reason,
      touched: [`referral:${referral.id}`],
    },
  };
}
