import { dayOf } from '../kernel/calendar.ts';
import type { Delivery, NoReportDecision } from './case-facts.ts';
import { dueOf, soonFrom } from './clock.ts';
import { type Recipient, recipientOn, type Term, termOn } from './dated.ts';
import type { Circumstance, Stage } from './duty.ts';

/** Where a stage of a duty stands. */
export const stageStates = [
  /** What its clock runs from has not happened. */
  'waits',
  'running',
  'dueSoon',
  'late',
  'metInTime',
  'metLate',
  'decidedAgainst',
] as const;
export type StageState = (typeof stageStates)[number];

export interface StageStanding {
  readonly stage: Stage;
  readonly state: StageState;
  /** When the clock began, ISO 8601 in UTC; null while it waits. */
  readonly startsAt: string | null;
  /** Nobody has established when the party knew: the clock runs from when the case was noticed. */
  readonly startIsAssumed: boolean;
  /** Null while it waits, and where the law has no figure. */
  readonly dueAt: string | null;
  /** The row that gives the time; null when no row holds on that day. */
  readonly term: Term | null;
  /** Whom to tell: who it is today, or was when it was sent. */
  readonly recipient: Recipient | null;
  readonly delivery: Delivery | null;
  /** Sent, or decided against, after its time. */
  readonly isLate: boolean;
}

/** Where a stage stands for a party at the instant asked about. */
export function stageStanding(
  stage: Stage,
  duty: string,
  circumstance: Circumstance,
  decision: NoReportDecision | null,
): StageStanding {
  const { party, now, today, knownAt, knownOn, data } = circumstance;
  const delivery = deliveryOf(circumstance, duty, stage.key);
  const start = startOf(stage, circumstance, duty);
  const key =
    stage.termFor !== undefined && party.roles.includes(stage.termFor.role) ? stage.termFor.term : stage.term;
  const term =
    start === null ? null : termOn(data, key, start.at === knownAt ? knownOn : dayOf(new Date(start.at)));
  const dueAt = start === null || term === null ? null : (start.dueAt ?? dueOf(term, start.at));
  const doneAt = delivery?.sentAt ?? decision?.decidedAt ?? null;
  const isLate = dueAt !== null && doneAt !== null && Date.parse(doneAt) > Date.parse(dueAt);
  return {
    stage,
    state: stateOf({ delivery, decision, isLate, start, term, dueAt, now }),
    startsAt: start?.at ?? null,
    startIsAssumed: stage.start === 'knowledge' && party.knowledge === null,
    dueAt,
    term,
    // Whom to tell is a matter of the day it is told, whatever the law was when it happened.
    recipient: recipientOn(
      data,
      stage.recipient,
      delivery === null ? today : dayOf(new Date(delivery.sentAt)),
    ),
    delivery,
    isLate,
  };
}

interface Clocked {
  readonly delivery: Delivery | null;
  readonly decision: NoReportDecision | null;
  readonly isLate: boolean;
  readonly start: Start | null;
  readonly term: Term | null;
  readonly dueAt: string | null;
  readonly now: string;
}

function stateOf({ delivery, decision, isLate, start, term, dueAt, now }: Clocked): StageState {
  if (delivery !== null) return isLate ? 'metLate' : 'metInTime';
  if (decision !== null) return 'decidedAgainst';
  if (start === null) return 'waits';
  // ”At once” has no figure, and is due from the first moment.
  if (dueAt === null || term === null) return 'dueSoon';
  const instant = Date.parse(now);
  if (instant > Date.parse(dueAt)) return 'late';
  return instant >= soonFrom(term, dueAt) ? 'dueSoon' : 'running';
}

interface Start {
  readonly at: string;
  /** Where it is not the term that says when: the recipient did. */
  readonly dueAt?: string;
}

function startOf(stage: Stage, circumstance: Circumstance, duty: string): Start | null {
  const { facts, party, knownAt } = circumstance;
  switch (stage.start) {
    case 'knowledge':
      return { at: knownAt };
    case 'handled':
      return facts.handledAt === null ? null : { at: facts.handledAt };
    case 'registrationChange':
      return facts.registrationChangedOn === null
        ? null
        : { at: `${facts.registrationChangedOn}T11:00:00.000Z` };
    case 'delivery': {
      const sent =
        stage.after === undefined ? null : deliveryOf(circumstance, stage.after.duty, stage.after.stage);
      return sent === null ? null : { at: sent.sentAt };
    }
    case 'request': {
      const asked = facts.requests.findLast((one) => one.duty === duty && one.partyId === party.id);
      if (asked === undefined) return null;
      return { at: asked.askedAt, ...(asked.dueAt === null ? {} : { dueAt: asked.dueAt }) };
    }
  }
}

/** The first time that a stage was delivered for the party: a supplement later changes nothing of that. */
export function deliveryOf(
  { facts, party }: Pick<Circumstance, 'facts' | 'party'>,
  duty: string,
  stage: string,
): Delivery | null {
  const sent = facts.deliveries.filter(
    (one) => one.duty === duty && one.partyId === party.id && one.stage === stage,
  );
  return sent.reduce<Delivery | null>(
    (first, one) => (first === null || Date.parse(one.sentAt) < Date.parse(first.sentAt) ? one : first),
    null,
  );
}
