import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { addMonths } from '../../kernel/calendar.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, OneOf, OrNull, Prose, Reason, type Static } from '../../kernel/schema.ts';
import { riskLevel } from '../risk.ts';
import { changed, type Exception, stateFault } from './exception.ts';
import { type ExceptionRule, holdsOffice, termFor } from './exception-rule.ts';

/** Offices that are asked what they think of an application. */
export const opinionOffices = [
  'informationSecurityCoordinator',
  'dataProtectionOfficer',
  'securityCoordinator',
  'itManager',
] as const;
export type OpinionOffice = (typeof opinionOffices)[number];

/** What an opinion comes to: for, for on conditions, or against. */
export const stances = ['supports', 'conditional', 'against'] as const;
export type Stance = (typeof stances)[number];

export const opinionInput = Fields({
  office: OneOf(opinionOffices),
  stance: OneOf(stances),
  text: Reason(4000),
});
export const decideInput = Fields({
  granted: Type.Boolean(),
  decision: Reason(2000),
  conditions: Prose(4000),
  /** From which day it holds; today when nothing is said. Only of what is granted. */
  validFrom: OrNull(Day()),
  endsOn: OrNull(Day()),
});
export const reasonInput = Fields({ reason: Reason() });

export interface Opinion {
  readonly id: Id<'ExceptionOpinion'>;
  readonly number: number;
  /** The wording of the application that it is on. */
  readonly wording: number;
  readonly office: OpinionOffice;
  readonly stance: Stance;
  readonly text: string;
  readonly givenBy: PersonId | null;
  readonly givenOn: string;
}

/** Hands the application in, so that opinions can be given. What weighs up the risk must be said by then. */
export function submitException(before: Exception): Decision<Exception> | Refusal {
  const fault = stateFault(before, 'submit');
  if (fault !== null) return fault;
  if (before.compensation.trim() === '') return refuse('compensationMissing');
  return changed(before, { ...before, state: 'opinion' }, 'exception.submitted');
}

export interface Opined {
  readonly exception: Exception;
  readonly opinion: Opinion;
}

/** What an office that the actor holds thinks of it. `opinions` is how many there are before. */
export function giveOpinion(
  exception: Exception,
  opinions: number,
  { office, stance, text }: Static<typeof opinionInput>,
  { actor, newId, today }: Circumstances,
): Decision<Opined> | Refusal {
  const fault = stateFault(exception, 'giveOpinion');
  if (fault !== null) return fault;
  if (actor.kind !== 'system' && !actor.held.some((one) => one.office === office))
    return refuse('notYourOffice', { field: 'office' });
  const id = newId<'ExceptionOpinion'>();
  const opinion = {
    id,
    number: opinions + 1,
    wording: exception.wording,
    office,
    stance,
    text,
    givenBy: actor.personId,
    givenOn: today,
  };
  return {
    next: { exception: { ...exception, version: exception.version + 1 }, opinion },
    event: {
      kind: 'exception.opined',
      record: exception.id,
      // A record of its own, and no field of the exception that it could be folded into.
      data: { office, stance, text },
      touched: [`exceptionOpinion:${id}`],
    },
  };
}

/** Is the opinion on another wording than the application now has? It says nothing of what is to be decided on. */
export function isStale(opinion: Pick<Opinion, 'wording'>, { wording }: Pick<Exception, 'wording'>): boolean {
  return opinion.wording !== wording;
}

/** The offices that have been heard on the application as it now reads, each time they were. */
export function heardOn(
  exception: Pick<Exception, 'wording'>,
  opinions: readonly Pick<Opinion, 'office' | 'wording'>[],
): OpinionOffice[] {
  return opinions.filter((one) => !isStale(one, exception)).map((one) => one.office);
}

/** What a decision is held against: the table of deciders, who has been heard on what is now applied for, and the exception that this one renews. */
export interface DecisionAround {
  readonly rules: readonly ExceptionRule[];
  readonly heard: readonly OpinionOffice[];
  readonly renewed: Exception | null;
}

export interface Decided {
  readonly exception: Exception;
  /** The one before, which ends when its renewal begins. */
  readonly renewed: Exception | null;
}

export const decideRefusals = [
  'notInState',
  'notSubmitted',
  'notTheDecider',
  'ownApplication',
  'opinionMissing',
  'officerMissing',
  'termsNotAsked',
  'endMissing',
  'validBeforeToday',
  'endNotAhead',
  'endTooLate',
] as const;

/**
 * Grants or refuses. The office that decides follows from the risk that remains; nobody decides on an application that she
 * has written in, and nobody before the coordinator has been heard, and the data protection officer where personal data are concerned.
 */
export function decideException(
  before: Exception,
  input: Static<typeof decideInput>,
  around: DecisionAround,
  circumstances: Circumstances,
): Decision<Decided> | Refusal {
  const fault = stateFault(before, 'decide') ?? deciderFault(before, around, circumstances);
  if (fault !== null) return fault;
  const { actor, today } = circumstances;
  const { office } = termFor(riskLevel(before.riskAfter), around.rules);
  const decided = {
    decidedBy: actor.personId,
    decidedAs: office,
    decidedOn: today,
    decision: input.decision,
  };
  if (!input.granted) {
    if (input.validFrom !== null || input.endsOn !== null || input.conditions.trim() !== '')
      return refuse('termsNotAsked', { field: 'granted' });
    return alone(changed(before, { ...before, ...decided, state: 'refused' }, 'exception.refused'));
  }
  const validFrom = input.validFrom ?? today;
  const wrong = termFault(before, input.endsOn, validFrom, around.rules, today);
  if (wrong !== null) return wrong;
  const endsOn = input.endsOn ?? before.endsOn;
  const granted = { ...before, ...decided, conditions: input.conditions, validFrom, endsOn };
  return withRenewed({ ...granted, state: 'decided' }, before, around.renewed, circumstances);
}

/** Why this actor may not decide on it now; null when she may. */
export function deciderFault(
  { riskAfter, unitId, appliedBy, writers, personalData }: Exception,
  { rules, heard }: Pick<DecisionAround, 'rules' | 'heard'>,
  { actor }: Pick<Circumstances, 'actor'>,
): Refusal | null {
  const { office } = termFor(riskLevel(riskAfter), rules);
  if (!holdsOffice(actor, office, unitId)) return refuse('notTheDecider');
  const { personId } = actor;
  if (personId !== null && (personId === appliedBy || writers.includes(personId)))
    return refuse('ownApplication');
  if (!heard.includes('informationSecurityCoordinator')) return refuse('opinionMissing');
  return personalData && !heard.includes('dataProtectionOfficer') ? refuse('officerMissing') : null;
}

function termFault(
  before: Exception,
  asked: string | null,
  validFrom: string,
  rules: readonly ExceptionRule[],
  today: string,
): Refusal | null {
  if (asked === null) return refuse('endMissing', { field: 'endsOn' });
  if (validFrom < today) return refuse('validBeforeToday', { field: 'validFrom' });
  if (asked <= validFrom) return refuse('endNotAhead', { field: 'endsOn' });
  const { longestMonths } = termFor(riskLevel(before.riskAfter), rules);
  if (asked > addMonths(validFrom, longestMonths))
    return refuse('endTooLate', { field: 'endsOn', parameters: { months: longestMonths } });
  return null;
}

function alone(decided: Decision<Exception> | Refusal): Decision<Decided> | Refusal {
  if ('refused' in decided) return decided;
  return { event: decided.event, next: { exception: decided.next, renewed: null } };
}

/** The earlier exception ends the day its renewal is decided, where it has not ended already. */
function withRenewed(
  next: Exception,
  before: Exception,
  renewed: Exception | null,
  { today }: Circumstances,
): Decision<Decided> | Refusal {
  if (renewed === null || renewed.state !== 'decided')
    return alone(changed(before, next, 'exception.granted'));
  const touched = [`exception:${renewed.id}`];
  const decided = changed(before, next, 'exception.granted', { touched });
  if ('refused' in decided) return decided;
  const ended: Exception = {
    ...renewed,
    version: renewed.version + 1,
    state: 'ended',
    endedOn: today,
  };
  return { event: decided.event, next: { exception: decided.next, renewed: ended } };
}

/** Ends what is in force before its last day: the demand is met, or the reason is gone. */
export function endException(
  before: Exception,
  reason: string,
  { today }: Circumstances,
): Decision<Exception> | Refusal {
  const fault = stateFault(before, 'end');
  if (fault !== null) return fault;
  const after: Exception = { ...before, state: 'ended', endedOn: today, endReason: reason };
  return changed(before, after, 'exception.ended', { reason });
}
