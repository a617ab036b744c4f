import type { Circumstances, Decision, EventDraft } from '../../../kernel/action.ts';
import type { Change, Json } from '../../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Line, OrNull, Prose, type Static } from '../../../kernel/schema.ts';
import type { DutyData } from '../../../duties/dated.ts';
import { type DutyStanding, evaluate } from '../../../duties/evaluate.ts';
import type { StageStanding } from '../../../duties/stages.ts';
import { type CaseParts, caseFactsOf } from '../case-facts.ts';
import { caseEvent, type Incident, type LoadedCase, type NextCase, stepped } from '../incident.ts';
import { Instant, readInstant } from '../instant.ts';

/** A stage of a duty that was done: sent, told, entered. */
export interface CaseDelivery {
  readonly id: Id<'IncidentDelivery'>;
  readonly partyId: string;
  readonly duty: string;
  readonly stage: string;
  readonly sentAt: Date;
  readonly channel: string;
  /** The recipient's own number for it; empty where it gave none. */
  readonly caseNumber: string;
  /** A file of the case that shows it. */
  readonly receiptId: string | null;
  /** Why it came after its time; empty where it did not. */
  readonly lateReason: string;
  readonly notedBy: PersonId | null;
}

/** That an authority has asked for a report. */
export interface CaseRequest {
  readonly id: Id<'IncidentRequest'>;
  readonly partyId: string;
  readonly duty: string;
  readonly askedAt: Date;
  /** Who at the authority asked, as somebody wrote it; empty where nobody did. */
  readonly askedBy: string;
  /** Null where it set no time. */
  readonly dueAt: Date | null;
}

/** A case with all that its duties turn on. */
export interface LoadedDuties extends LoadedCase {
  readonly parts: CaseParts;
  readonly data: DutyData;
  /** The files of the case: a receipt is one of them. */
  readonly fileIds: readonly string[];
}

/** A case as a step leaves it, with the row that the step adds. */
export interface NextDuty extends NextCase {
  readonly delivery?: CaseDelivery;
  readonly request?: CaseRequest;
}

/** The event of a step on the duties of a case. What was written in words is not told, as with the rest of the case. */
export function dutyEvent(
  kind: string,
  before: Incident,
  incident: Incident,
  touched: readonly string[],
  told: Readonly<Record<string, Json>>,
): EventDraft {
  const changes = Object.entries(told)
    .filter(([, to]) => to !== null && to !== '')
    .map(([field, to]): Change => ({ field, from: null, to }));
  return caseEvent(kind, before, { incident }, { changes, touched });
}

/** Duties begin when somebody has looked at the case, and go on after it was closed: a final report may still be due. */
export function dutyFault({ incident }: LoadedCase): Refusal | null {
  if (incident.state === 'reported') return refuse('notTriaged');
  return incident.state === 'merged' ? refuse('merged') : null;
}

const dutyFields = { partyId: IdOf<'IncidentParty'>(), duty: Line(120) } as const;

/** Where a duty of a party stands; null when there is no such duty or party. */
export function standingOf(
  { parts, data }: Pick<LoadedDuties, 'parts' | 'data'>,
  { partyId, duty }: { readonly partyId: string; readonly duty: string },
  now: Date,
): DutyStanding | null {
  const { duties } = evaluate(caseFactsOf(parts), data, now);
  return duties.find((one) => one.duty.id === duty && one.party.id === partyId) ?? null;
}

/** The duty of the party, where it arises; else why nothing can be done about it. */
export function arisingOf(
  loaded: LoadedDuties,
  asked: { readonly partyId: string; readonly duty: string },
  now: Date,
): DutyStanding | Refusal {
  const standing = standingOf(loaded, asked, now);
  if (standing === null || standing.verdict === 'doesNotArise')
    return refuse('dutyUnknown', { field: 'duty' });
  return standing;
}

/** How something was sent, and what shows it. */
export const sentFields = {
  sentAt: Instant(),
  channel: Line(120),
  caseNumber: Prose(80),
  receiptId: OrNull(IdOf<'IncidentFile'>()),
  lateReason: Prose(1000),
} as const;

/** The same as it is given. */
type SentInput = Pick<Static<typeof deliveryInput>, keyof typeof sentFields>;

export const deliveryInput = Fields({ ...dutyFields, stage: Line(60), ...sentFields });

export const sentRefusals = ['notATime', 'timeInFuture', 'fileUnknown', 'lateReasonMissing'] as const;
export const deliveryRefusals = [
  'notTriaged',
  'merged',
  'dutyUnknown',
  'stageUnknown',
  'needsReport',
  ...sentRefusals,
] as const;

/**
 * Notes that a stage without a written report was done: people told, a call made, an entry in the record. Doing it late is
 * allowed, with the reason.
 */
export function noteDelivery(
  loaded: LoadedDuties,
  input: Static<typeof deliveryInput>,
  circumstances: Circumstances,
): Decision<NextDuty> | Refusal {
  const fault = dutyFault(loaded);
  if (fault !== null) return fault;
  const standing = arisingOf(loaded, input, circumstances.now);
  if ('refused' in standing) return standing;
  const stage = standing.stages.find((one) => one.stage.key === input.stage);
  if (stage === undefined) return refuse('stageUnknown', { field: 'stage' });
  if (hasReport(standing, stage)) return refuse('needsReport');
  const delivery = deliveryFrom(loaded, input, stage, circumstances);
  if ('refused' in delivery) return delivery;
  return delivered('incident.dutyDone', loaded, standing, delivery);
}

/**
 * Is there a report to write in the stage? Only for what goes to an authority by form: the people concerned, the patient and the
 * own record are told in their own ways. What concerns protective security has none: nothing of it is written here.
 */
export function hasReport({ duty }: DutyStanding, { stage }: StageStanding): boolean {
  return duty.track !== 'sakerhetsskydd' && stage.fields.length > 0 && writtenTo.has(stage.recipient);
}

const writtenTo: ReadonlySet<string> = new Set([
  'csirt',
  'contactPoint',
  'dataProtectionAuthority',
  'careInspectorate',
  'communicationsAuthority',
  'police',
]);

/** What is kept of a sending: checked for its time, its receipt, and its reason where it is late. */
export function deliveryFrom(
  { fileIds }: Pick<LoadedDuties, 'fileIds'>,
  input: SentInput & Pick<CaseDelivery, 'partyId' | 'duty' | 'stage'>,
  { dueAt, delivery: before }: Pick<StageStanding, 'dueAt' | 'delivery'>,
  { actor, now, newId }: Circumstances,
): CaseDelivery | Refusal {
  const sentAt = readInstant(input.sentAt);
  if (sentAt === null) return refuse('notATime', { field: 'sentAt' });
  if (sentAt > now) return refuse('timeInFuture', { field: 'sentAt' });
  if (input.receiptId !== null && !fileIds.includes(input.receiptId))
    return refuse('fileUnknown', { field: 'receiptId' });
  // What comes after the first sending is a supplement, and has no time of its own.
  const isLate = before === null && dueAt !== null && sentAt.getTime() > Date.parse(dueAt);
  const lateReason = input.lateReason.trim();
  if (isLate && lateReason.length < 3) return refuse('lateReasonMissing', { field: 'lateReason' });
  return {
    id: newId<'IncidentDelivery'>(),
    partyId: input.partyId,
    duty: input.duty,
    stage: input.stage,
    sentAt,
    channel: input.channel,
    caseNumber: input.caseNumber.trim(),
    receiptId: input.receiptId,
    lateReason: isLate ? lateReason : '',
    notedBy: actor.personId,
  };
}

/** The step of a sending. */
export function delivered(
  kind: string,
  { incident }: LoadedCase,
  { duty, party }: DutyStanding,
  delivery: CaseDelivery,
  touched: readonly string[] = [],
): Decision<NextDuty & { readonly delivery: CaseDelivery }> {
  const after = stepped(incident, {});
  const event = dutyEvent(kind, incident, after, [`incidentDelivery:${delivery.id}`, ...touched], {
    duty: duty.number,
    party: party.name,
    stage: delivery.stage,
    sentAt: delivery.sentAt.toISOString(),
    channel: delivery.channel,
    caseNumber: delivery.caseNumber,
    late: delivery.lateReason === '' ? null : true,
  });
  return { next: { incident: after, delivery }, event };
}

export const requestInput = Fields({
  ...dutyFields,
  askedBy: Prose(200),
  askedAt: Instant(),
  dueAt: OrNull(Instant()),
});

export const requestRefusals = [
  'notTriaged',
  'merged',
  'dutyUnknown',
  'notAsked',
  'notATime',
  'timeInFuture',
  'timesBackwards',
] as const;

/** Notes that an authority has asked for an interim report, and by when. */
export function noteRequest(
  loaded: LoadedDuties,
  input: Static<typeof requestInput>,
  { now, newId }: Circumstances,
): Decision<NextDuty> | Refusal {
  const fault = dutyFault(loaded);
  if (fault !== null) return fault;
  const { incident } = loaded;
  const standing = standingOf(loaded, input, now);
  if (standing === null) return refuse('dutyUnknown', { field: 'duty' });
  if (standing.version?.stages.some((stage) => stage.start === 'request') !== true)
    return refuse('notAsked', { field: 'duty' });
  const askedAt = readInstant(input.askedAt);
  if (askedAt === null) return refuse('notATime', { field: 'askedAt' });
  if (askedAt > now) return refuse('timeInFuture', { field: 'askedAt' });
  const dueAt = input.dueAt === null ? null : readInstant(input.dueAt);
  if (dueAt === null && input.dueAt !== null) return refuse('notATime', { field: 'dueAt' });
  if (dueAt !== null && dueAt <= askedAt) return refuse('timesBackwards', { field: 'dueAt' });
  const { partyId, duty } = input;
  const askedBy = input.askedBy.trim();
  const request: CaseRequest = { id: newId<'IncidentRequest'>(), partyId, duty, askedBy, askedAt, dueAt };
  const after = stepped(incident, {});
  const event = dutyEvent('incident.reportRequested', incident, after, [`incidentRequest:${request.id}`], {
    duty: standing.duty.number,
    party: standing.party.name,
    askedAt: askedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  });
  return { next: { incident: after, request }, event };
}
