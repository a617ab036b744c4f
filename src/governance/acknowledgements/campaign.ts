import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import { addMonths } from '../../kernel/calendar.ts';
import type { Id } from '../../kernel/ids.ts';
import { offices } from '../../kernel/offices.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, Prose, SomeOf, type Static } from '../../kernel/schema.ts';
import { personKinds } from '../../people/person.facts.ts';
import type { DocumentId, DocumentVersionId } from '../documents/document.ts';
import type { FrozenQuestions } from './questions/question-set.ts';

/** gathering → open → closed. It is open to be answered from its first day on, also while the last are being asked. */
export const campaignStates = ['gathering', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** Why a campaign was closed. */
export const closings = ['dayPassed', 'superseded', 'byHand'] as const;
export type Closing = (typeof closings)[number];

/** Whom a campaign is for. Empty lists of units and offices mean all; no kinds at all means external parties only. */
export const audienceFields = {
  unitIds: Type.Array(IdOf<'Unit'>(), { maxItems: 200, uniqueItems: true }),
  offices: SomeOf(offices),
  kinds: SomeOf(personKinds),
  externalParties: Type.Boolean(),
};
export const audienceInput = Fields(audienceFields);
export type Audience = Static<typeof audienceInput>;

/** Longest time (months) that a campaign may be open. */
const longestMonths = 13;

export const beginInput = Fields({
  documentId: IdOf<'Document'>(),
  title: Line(200),
  /** What the coordinator wants to say in the mail, besides what Värna says. */
  message: Prose(2000),
  ...audienceFields,
  opensOn: Day(),
  closesOn: Day(),
  reminderDays: Type.Array(Type.Integer({ minimum: 1, maximum: 100 }), { maxItems: 4, uniqueItems: true }),
});
export type BeginInput = Static<typeof beginInput>;

export type CampaignId = Id<'Campaign'>;

export interface Campaign extends BeginInput {
  readonly id: CampaignId;
  readonly version: number;
  readonly documentId: DocumentId;
  readonly documentVersionId: DocumentVersionId;
  readonly contentHash: string;
  readonly questions: FrozenQuestions;
  readonly state: CampaignState;
  readonly closedOn: string | null;
  readonly closedBecause: Closing | null;
}

/** What a campaign begins on. */
export interface BeginGround {
  /** The version in force of the document asked for; null when there is none. */
  readonly version: { readonly id: DocumentVersionId; readonly contentHash: string } | null;
  readonly unitsStand: boolean;
  /** How many would be asked as things stand. */
  readonly asked: number;
  readonly questions: FrozenQuestions;
}

export const beginRefusals = [
  'nothingInForce',
  'unitUnknown',
  'nobodyChosen',
  'opensInPast',
  'closesTooSoon',
  'closesTooLate',
  'nobodyToAsk',
] as const;

/** Begins a campaign. Those it is for are gathered right after, in the order of their ids, until all have been asked. */
export function beginCampaign(
  input: BeginInput,
  ground: BeginGround,
  { today, newId }: Circumstances,
): Decision<Campaign> | Refusal {
  if (ground.version === null) return refuse('nothingInForce', { field: 'documentId' });
  if (!ground.unitsStand) return refuse('unitUnknown', { field: 'unitIds' });
  if (input.kinds.length === 0 && !input.externalParties) return refuse('nobodyChosen', { field: 'kinds' });
  if (input.opensOn < today) return refuse('opensInPast', { field: 'opensOn' });
  if (input.closesOn <= input.opensOn) return refuse('closesTooSoon', { field: 'closesOn' });
  if (input.closesOn > addMonths(input.opensOn, longestMonths))
    return refuse('closesTooLate', { field: 'closesOn' });
  if (ground.asked === 0) return refuse('nobodyToAsk', { field: 'kinds' });
  const next: Campaign = {
    ...input,
    reminderDays: [...input.reminderDays].sort((a, b) => a - b),
    documentId: input.documentId,
    id: newId<'Campaign'>(),
    version: 1,
    documentVersionId: ground.version.id,
    contentHash: ground.version.contentHash,
    questions: ground.questions,
    state: 'gathering',
    closedOn: null,
    closedBecause: null,
  };
  const { id, version: _version, questions, closedOn: _on, closedBecause: _because, ...told } = next;
  const changes = changesBetween(null, { ...told, questions: askedIn(questions) });
  return { next, event: { kind: 'campaign.begun', record: id, changes } };
}

/** What is asked, without what is right: the history of a campaign is read by those who are to answer. */
function askedIn(questions: FrozenQuestions) {
  const told = Object.entries(questions).map(([audience, some]) => [
    audience,
    some.map(({ text, choices }) => ({ text, choices })),
  ]);
  return Object.fromEntries(told) as Readonly<Record<string, Json>>; // texts, as the log keeps them
}

/** Closes a campaign: by hand with a reason, or by itself. What has been acknowledged stands. */
export function closeCampaign(
  before: Campaign,
  because: Closing,
  reason: string | null,
  { today }: Circumstances,
): Decision<Campaign> | Refusal {
  if (before.state === 'closed') return refuse('closed');
  const version = before.version + 1;
  const next: Campaign = { ...before, version, state: 'closed', closedOn: today, closedBecause: because };
  const changes = [
    { field: 'state', from: before.state, to: 'closed' },
    { field: 'closedOn', from: null, to: today },
    { field: 'closedBecause', from: null, to: because },
  ];
  return { next, event: { kind: 'campaign.closed', record: before.id, changes, reason } };
}
