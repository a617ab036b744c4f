import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, type Static } from '../../kernel/schema.ts';
import type { DocumentId, DocumentVersionId } from '../documents/document.ts';
import type { CampaignId } from './campaign.ts';
import { answersTo, type Question } from './questions/question-set.ts';

/** How an acknowledgement was made. */
export const ways = ['link', 'signedIn', 'paper'] as const;
export type Way = (typeof ways)[number];

export type ExternalPartyId = Id<'ExternalParty'>;

/** Who acknowledges: a person of the register, or an external party. */
export type Subject =
  | { readonly personId: PersonId; readonly externalPartyId: null }
  | { readonly personId: null; readonly externalPartyId: ExternalPartyId };

/** The text that is acknowledged, and since which version: null when it is the whole of it. */
export interface ReadText {
  readonly documentId: DocumentId;
  readonly documentVersionId: DocumentVersionId;
  readonly contentHash: string;
  readonly sinceVersionId: DocumentVersionId | null;
}

export interface Paper {
  readonly heldOn: string;
  readonly meeting: string;
  readonly enteredBy: PersonId | null;
}

export interface Signed {
  readonly company: string;
  readonly name: string;
}

/** That somebody has read and taken on what a version demands of her. */
export interface Acknowledgement extends ReadText {
  readonly id: Id<'Acknowledgement'>;
  readonly version: number;
  readonly subject: Subject;
  readonly campaignId: CampaignId | null;
  readonly acknowledgedAt: Date;
  readonly way: Way;
  readonly questionsDone: boolean;
  readonly paper: Paper | null;
  readonly signed: Signed | null;
  readonly withdrawnOn: string | null;
}

const Choices = Type.Array(Type.Integer({ minimum: 0, maximum: 3 }), { maxItems: 3 });

export const acknowledgeInput = Fields({
  documentVersionId: IdOf<'DocumentVersion'>(),
  /** A choice for each question, in order; none to leave the questions. */
  choices: Choices,
});

/** Where somebody stands who wants to acknowledge a version. */
export interface AcknowledgeGround {
  /** The text, while it is in force; null when it is not. */
  readonly text: ReadText | null;
  readonly campaignId: CampaignId | null;
  readonly questions: readonly Question[];
  readonly hasAcknowledged: boolean;
}

export const acknowledgeRefusals = ['notInForce', 'alreadyAcknowledged', 'answersIncomplete'] as const;

/** Acknowledges a version, signed in. The time is the server's, whatever the asker's clock says. */
export function acknowledge(
  ground: AcknowledgeGround,
  choices: readonly number[],
  circumstances: Circumstances,
): Decision<Acknowledgement> | Refusal {
  const { personId } = circumstances.actor;
  if (personId === null) return refuse('forbidden');
  return accept(ground, choices, { personId, externalPartyId: null }, 'signedIn', null, circumstances);
}

export const linkInput = Fields({
  /** The secret of a personal link. */
  token: Type.String({ minLength: 43, maxLength: 43, pattern: '^[A-Za-z0-9_-]{43}$' }),
  choices: Choices,
  /** Asked of an external party: whom the person who follows the link says that she is. */
  company: Type.Union([Line(200), Type.Null()]),
  name: Type.Union([Line(200), Type.Null()]),
});
export type LinkInput = Static<typeof linkInput>;

export interface LinkGround extends AcknowledgeGround {
  readonly subject: Subject;
  /** An acknowledgement has been taken back since the link was sent. */
  readonly isSpent: boolean;
  /** The recipient has been released, or the campaign closed. */
  readonly isOver: boolean;
}

export const linkRefusals = [...acknowledgeRefusals, 'linkSpent', 'linkOver', 'nameMissing'] as const;

/** Acknowledges by a personal link, without an account. */
export function acknowledgeByLink(
  ground: LinkGround,
  input: LinkInput,
  circumstances: Circumstances,
): Decision<Acknowledgement> | Refusal {
  if (ground.hasAcknowledged) return refuse('alreadyAcknowledged');
  if (ground.isSpent) return refuse('linkSpent');
  if (ground.isOver) return refuse('linkOver');
  const { company, name } = input;
  const isParty = ground.subject.externalPartyId !== null;
  if (isParty && (company === null || name === null))
    return refuse('nameMissing', { field: company === null ? 'company' : 'name' });
  const signed =
    isParty && company !== null && name !== null ? { company: company.trim(), name: name.trim() } : null;
  return accept(ground, input.choices, ground.subject, 'link', signed, circumstances);
}

function accept(
  ground: AcknowledgeGround,
  choices: readonly number[],
  subject: Subject,
  way: Way,
  signed: Signed | null,
  { now, newId }: Circumstances,
): Decision<Acknowledgement> | Refusal {
  const { text, campaignId, questions } = ground;
  if (ground.hasAcknowledged) return refuse('alreadyAcknowledged');
  if (text === null) return refuse('notInForce');
  const isAnswered = choices.length > 0;
  if (isAnswered && answersTo(questions, choices) === null)
    return refuse('answersIncomplete', { field: 'choices' });
  const next: Acknowledgement = {
    ...text,
    id: newId<'Acknowledgement'>(),
    version: 1,
    subject,
    campaignId,
    acknowledgedAt: now,
    way,
    questionsDone: isAnswered,
    paper: null,
    signed,
    withdrawnOn: null,
  };
  return {
    next,
    event: { kind: 'acknowledgement.made', record: next.id, changes: changesBetween(null, toldOf(next)) },
  };
}

/** Fields of an acknowledgement as the log tells them. */
function toldOf({ subject, paper, signed, acknowledgedAt, ...one }: Acknowledgement) {
  return {
    personId: subject.personId,
    externalPartyId: subject.externalPartyId,
    documentId: one.documentId,
    documentVersionId: one.documentVersionId,
    contentHash: one.contentHash,
    sinceVersionId: one.sinceVersionId,
    campaignId: one.campaignId,
    acknowledgedAt: acknowledgedAt.toISOString(),
    way: one.way,
    questionsDone: one.questionsDone,
    heldOn: paper?.heldOn ?? null,
    meeting: paper?.meeting ?? '',
    enteredBy: paper?.enteredBy ?? null,
    signedCompany: signed?.company ?? null,
    signedName: signed?.name ?? null,
  };
}

export const paperInput = Fields({
  heldOn: Day(),
  meeting: Line(200),
  recipientIds: Type.Array(IdOf<'CampaignRecipient'>(), { minItems: 1, maxItems: 500, uniqueItems: true }),
});
export type PaperInput = Static<typeof paperInput>;

/** A recipient whose name stands on the signed list. */
export interface Signatory {
  readonly recipientId: string;
  readonly subject: Subject;
  readonly sinceVersionId: DocumentVersionId | null;
  readonly hasAcknowledged: boolean;
}

export interface PaperGround {
  readonly campaignId: CampaignId;
  readonly text: Omit<ReadText, 'sinceVersionId'>;
  readonly opensOn: string;
  readonly isClosed: boolean;
  /** Those of the ids asked for that are recipients of this campaign within what the asker may enter. */
  readonly signatories: readonly Signatory[];
}

export const paperRefusals = [
  'closed',
  'recipientUnknown',
  'heldInFuture',
  'heldBeforeOpening',
  'nothingToEnter',
] as const;

/**
 * Enters a list that was signed on paper: all of it, or nothing. Those who had acknowledged already are passed by, and counted
 * in the event.
 */
export function enterPaper(
  ground: PaperGround,
  input: PaperInput,
  circumstances: Circumstances,
): Decision<readonly Acknowledgement[]> | Refusal {
  const { now, today, actor, newId } = circumstances;
  if (ground.isClosed) return refuse('closed');
  if (input.heldOn > today) return refuse('heldInFuture', { field: 'heldOn' });
  if (input.heldOn < ground.opensOn) return refuse('heldBeforeOpening', { field: 'heldOn' });
  if (ground.signatories.length < input.recipientIds.length)
    return refuse('recipientUnknown', { field: 'recipientIds' });
  const fresh = ground.signatories.filter((one) => !one.hasAcknowledged);
  if (fresh.length === 0) return refuse('nothingToEnter', { field: 'recipientIds' });
  const { heldOn, meeting } = input;
  const next = fresh.map(
    ({ subject, sinceVersionId }): Acknowledgement => ({
      ...ground.text,
      id: newId<'Acknowledgement'>(),
      version: 1,
      sinceVersionId,
      subject,
      campaignId: ground.campaignId,
      acknowledgedAt: now,
      way: 'paper',
      questionsDone: false,
      paper: { heldOn, meeting, enteredBy: actor.personId },
      signed: null,
      withdrawnOn: null,
    }),
  );
  const touched = [`campaign:${ground.campaignId}`, ...next.map(({ id }) => `acknowledgement:${id}`)];
  const data = {
    campaignId: ground.campaignId,
    heldOn,
    meeting,
    entered: next.length,
    passedBy: ground.signatories.length - next.length,
  };
  return { next, event: { kind: 'acknowledgement.entered', record: null, touched, data } };
}

/** Takes an acknowledgement back. The row stays, with the day; why, the event tells. Links sent until then are spent. */
export function withdraw(
  before: Acknowledgement,
  reason: string,
  { today }: Circumstances,
): Decision<Acknowledgement> | Refusal {
  if (before.withdrawnOn !== null) return refuse('withdrawn');
  const next: Acknowledgement = { ...before, version: before.version + 1, withdrawnOn: today };
  const changes = [{ field: 'withdrawnOn', from: null, to: today }];
  return { next, event: { kind: 'acknowledgement.withdrawn', record: before.id, changes, reason } };
}
