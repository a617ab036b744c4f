import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Change, Json } from '../../kernel/audit/canonical.ts';
import type { BodyId, EntityId, Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OrNull, Prose, Reason, SomeOf, type Static } from '../../kernel/schema.ts';
import { type PartyRole, partyRoles, type Sector, sectors } from '../../duties/case-facts.ts';
import {
  caseEvent,
  type Incident,
  isOver,
  type LoadedCase,
  type NextCase,
  stepped,
  untold,
} from './incident.ts';
import { Instant, readInstant } from './instant.ts';

/** A legal entity, or a body that is a controller of its own, that the case concerns. Exactly one of the ids is set. */
export interface Party {
  readonly id: Id<'IncidentParty'>;
  readonly version: number;
  readonly bodyId: BodyId | null;
  readonly entityId: EntityId | null;
  readonly roles: readonly PartyRole[];
  readonly sectors: readonly Sector[];
  readonly knowledgeAt: Date | null;
  readonly knowledgeReason: string;
  readonly endedOn: string | null;
}

/** That one duty of one party is not to be reported. */
export interface NoReport {
  readonly id: Id<'IncidentDecision'>;
  readonly version: number;
  readonly partyId: Party['id'];
  readonly duty: string;
  readonly reason: string;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date;
  readonly late: boolean;
  readonly lateReason: string;
  readonly withdrawnAt: Date | null;
}

export const partyInput = Fields({
  bodyId: OrNull(IdOf<'Body'>()),
  entityId: OrNull(IdOf<'Entity'>()),
  roles: SomeOf(partyRoles),
  sectors: SomeOf(sectors),
  knowledgeAt: OrNull(Instant()),
  knowledgeReason: Prose(500),
});
export type PartyInput = Static<typeof partyInput>;

export type CaseWithParties = LoadedCase & {
  readonly parties: readonly Party[];
  readonly noReports: readonly NoReport[];
};
export type NextParty = NextCase & { readonly party: Party };
export type NextNoReport = NextCase & { readonly noReport: NoReport };

export const partyRefusals = [
  'notTriaged',
  'over',
  'oneParty',
  'partyUnknown',
  'rolesMissing',
  'notATime',
  'timeInFuture',
  'knowledgeReasonMissing',
  'nothingChanged',
] as const;

/**
 * Says whom the case concerns, in what capacity, and since when it has known; a party that is there already is corrected. One event
 * can concern many: a nämnd for its personal data and the municipality as an operator have clocks of their own.
 */
export function setParty(
  { incident, parties }: CaseWithParties,
  input: PartyInput,
  partyStands: boolean,
  { now, newId }: Circumstances,
): Decision<NextParty> | Refusal {
  const fault = closedFault(incident);
  if (fault !== null) return fault;
  const { bodyId, entityId, knowledgeReason } = input;
  if ((bodyId === null) === (entityId === null)) return refuse('oneParty', { field: 'bodyId' });
  if (!partyStands) return refuse('partyUnknown', { field: bodyId === null ? 'entityId' : 'bodyId' });
  if (input.roles.length === 0) return refuse('rolesMissing', { field: 'roles' });
  const knowledgeAt = input.knowledgeAt === null ? null : readInstant(input.knowledgeAt);
  if (knowledgeAt === null && input.knowledgeAt !== null) return refuse('notATime', { field: 'knowledgeAt' });
  if (knowledgeAt !== null && knowledgeAt > now) return refuse('timeInFuture', { field: 'knowledgeAt' });
  if (knowledgeAt !== null && knowledgeReason.trim().length < 3)
    return refuse('knowledgeReasonMissing', { field: 'knowledgeReason' });
  const before = parties.find(
    (one) => one.endedOn === null && one.bodyId === bodyId && one.entityId === entityId,
  );
  const party: Party = {
    id: before?.id ?? newId<'IncidentParty'>(),
    version: (before?.version ?? 0) + 1,
    bodyId,
    entityId,
    roles: partyRoles.filter((role) => input.roles.includes(role)),
    sectors: sectors.filter((sector) => input.sectors.includes(sector)),
    knowledgeAt,
    knowledgeReason,
    endedOn: null,
  };
  const changes = partyChanges(before ?? null, party);
  if (changes.length === 0) return refuse('nothingChanged');
  return partyStep('incident.partySet', incident, party, changes);
}

/** Takes a party away that was not concerned after all. One for which something has been sent stays: what was done is not lost. */
export function endParty(
  { incident, parties }: CaseWithParties,
  partyId: string,
  hasDone: boolean,
  { today }: Circumstances,
): Decision<NextParty> | Refusal {
  const fault = closedFault(incident);
  if (fault !== null) return fault;
  const before = parties.find((one) => one.id === partyId && one.endedOn === null);
  if (before === undefined) return refuse('partyUnknown', { field: 'partyId' });
  if (hasDone) return refuse('partyHasDone', { field: 'partyId' });
  const party = { ...before, version: before.version + 1, endedOn: today };
  return partyStep('incident.partyEnded', incident, party, [
    { field: 'party.endedOn', from: null, to: today },
  ]);
}

/** Why nothing more is said of what a case is: it has not been looked at yet, or is over. Null while it is open. */
export function closedFault(incident: Incident): Refusal | null {
  if (incident.state === 'reported') return refuse('notTriaged');
  return isOver(incident) ? refuse('over') : null;
}

/**
 * Why what is said of a case, or of one party, cannot be taken: the case is not open, the party is not one of it now, or the same
 * thing is said twice. `partyId` null: of the case as a whole; `about`: what each thing said is about. Null where it can.
 */
export function sayingFault(
  { incident, parties }: Pick<CaseWithParties, 'incident' | 'parties'>,
  partyId: string | null,
  about: readonly string[],
): Refusal | null {
  const fault = closedFault(incident);
  if (fault !== null) return fault;
  if (partyId !== null && !parties.some((one) => one.id === partyId && one.endedOn === null))
    return refuse('partyUnknown', { field: 'partyId' });
  return new Set(about).size < about.length ? refuse('askedTwice') : null;
}

function partyChanges(before: Party | null, after: Party): Change[] {
  const told = (party: Party | null): Record<string, Json> => ({
    bodyId: party?.bodyId ?? null,
    entityId: party?.entityId ?? null,
    roles: party === null ? null : [...party.roles],
    sectors: party === null ? null : [...party.sectors],
    knowledgeAt: party?.knowledgeAt?.toISOString() ?? null,
    knowledgeReason: party === null || party.knowledgeReason === '' ? '' : untold,
  });
  const [from, to] = [told(before), told(after)];
  const isSame = before?.knowledgeReason === after.knowledgeReason;
  return Object.keys(to).flatMap((field) => {
    const [was, is] = [from[field] ?? null, to[field] ?? null];
    const isMoved =
      field === 'knowledgeReason' ? !isSame && is !== '' : JSON.stringify(was) !== JSON.stringify(is);
    return isMoved ? [{ field: `party.${field}`, from: was, to: is }] : [];
  });
}

function partyStep(
  kind: string,
  before: Incident,
  party: Party,
  changes: readonly Change[],
): Decision<NextParty> {
  const next = { incident: stepped(before, {}), party };
  return { next, event: caseEvent(kind, before, next, { changes, touched: [`incidentParty:${party.id}`] }) };
}

export const endPartyInput = Fields({ partyId: IdOf<'IncidentParty'>() });

export const noReportInput = Fields({
  partyId: IdOf<'IncidentParty'>(),
  /** The duty, by its id. */
  duty: Line(120),
  reason: Reason(2000),
  /** Why it is decided after its time; empty where it is in time. */
  lateReason: Prose(1000),
});

export const noReportRefusals = [
  'notTriaged',
  'over',
  'partyUnknown',
  'dutyUnknown',
  'alreadyDecided',
  'lateReasonMissing',
  'notAPerson',
] as const;

/** Where a duty of a party stands at the moment of decision: null when it does not arise, or is none. */
export interface DutyAround {
  readonly isLate: boolean;
}

/**
 * Decides that a duty is not to be reported (”ingen anmälan”). It may be decided after its time, and then says why it was late:
 * a decision that is missing is worse than one that is late.
 */
export function decideNoReport(
  { incident, parties, noReports }: CaseWithParties,
  input: Static<typeof noReportInput>,
  standing: DutyAround | null,
  { actor, now, newId }: Circumstances,
): Decision<NextNoReport> | Refusal {
  if (actor.personId === null && actor.kind !== 'system') return refuse('notAPerson');
  const fault = closedFault(incident);
  if (fault !== null) return fault;
  const party = parties.find((one) => one.id === input.partyId && one.endedOn === null);
  if (party === undefined) return refuse('partyUnknown', { field: 'partyId' });
  if (standing === null) return refuse('dutyUnknown', { field: 'duty' });
  const { duty, reason } = input;
  if (noReports.some((one) => one.withdrawnAt === null && one.partyId === party.id && one.duty === duty))
    return refuse('alreadyDecided', { field: 'duty' });
  const lateReason = standing.isLate ? input.lateReason.trim() : '';
  if (standing.isLate && lateReason.length < 3) return refuse('lateReasonMissing', { field: 'lateReason' });
  const noReport: NoReport = {
    id: newId<'IncidentDecision'>(),
    version: 1,
    partyId: party.id,
    ...{ duty, reason, lateReason },
    decidedBy: actor.personId,
    decidedAt: now,
    late: standing.isLate,
    withdrawnAt: null,
  };
  const changes = [
    { field: 'duty', from: null, to: duty },
    { field: 'late', from: null, to: standing.isLate },
    { field: 'reason', from: null, to: untold },
  ];
  return noReportStep('incident.noReportDecided', incident, noReport, changes);
}

export const withdrawInput = Fields({ decisionId: IdOf<'IncidentDecision'>() });

/** Takes such a decision back: the duty stands as before, with the clock it had. */
export function withdrawNoReport(
  { incident, noReports }: CaseWithParties,
  decisionId: string,
  { now }: Circumstances,
): Decision<NextNoReport> | Refusal {
  const before = noReports.find((one) => one.id === decisionId && one.withdrawnAt === null);
  if (before === undefined) return refuse('decisionUnknown', { field: 'decisionId' });
  const noReport = { ...before, version: before.version + 1, withdrawnAt: now };
  const changes = [{ field: 'withdrawnAt', from: null, to: now.toISOString() }];
  return noReportStep('incident.noReportWithdrawn', incident, noReport, changes);
}

function noReportStep(
  kind: string,
  before: Incident,
  noReport: NoReport,
  changes: readonly Change[],
): Decision<NextNoReport> {
  const next = { incident: stepped(before, {}), noReport };
  const touched = [`incidentDecision:${noReport.id}`];
  return { next, event: caseEvent(kind, before, next, { changes, touched }) };
}
