import { Type } from 'typebox';
import type { ScopeKeys } from '../../kernel/access.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween, type Json } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Day, Fields, IdOf, Line, OneOf, Prose, Reason, SomeOf, type Static } from '../../kernel/schema.ts';
import { demandFields } from '../demand.ts';
import { secrecyProvisions } from '../information/vocabulary.ts';
import { Risk } from '../risk.ts';
import { withWriter } from '../writers.ts';
import type { DecidingOffice } from './exception-rule.ts';

/** draft → opinion → decided or refused; what is decided expires on its last day, or is ended before it. */
export const exceptionStates = ['draft', 'opinion', 'decided', 'refused', 'expired', 'ended'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

/** What an exception can be for. */
export const objectRegisters = ['system', 'information', 'unit', 'document'] as const;
export type ObjectRegister = (typeof objectRegisters)[number];

export const exceptionFields = {
  title: Line(200),
  object: Fields({ register: OneOf(objectRegisters), id: IdOf<string>() }),
  ...demandFields,
  unitId: IdOf<'Unit'>(),
  reason: Reason(4000),
  /** What is done instead, to make up for it; empty until somebody knows. */
  compensation: Prose(4000),
  riskBefore: Risk,
  /** What is left when the compensating measures are in place: what the decider takes upon herself. */
  riskAfter: Risk,
  /** Personal data are concerned, so that the data protection officer is heard. */
  personalData: Type.Boolean(),
  secrecyProvisions: SomeOf(secrecyProvisions),
  endsOn: Day(),
};
export const exceptionInput = Fields(exceptionFields);
export type ExceptionInput = Static<typeof exceptionInput>;

export interface Exception extends ExceptionInput {
  readonly id: Id<'Exception'>;
  readonly version: number;
  /** The exception that this one renews. */
  readonly replacesId: Id<'Exception'> | null;
  readonly appliedBy: PersonId | null;
  /** Everybody who has written in the application, in the order they came. */
  readonly writers: readonly PersonId[];
  /** Which wording this is, from 1: each change of the application makes another. */
  readonly wording: number;
  readonly state: ExceptionState;
  readonly decidedBy: PersonId | null;
  /** The office that the decider held for it. */
  readonly decidedAs: DecidingOffice | null;
  readonly decidedOn: string | null;
  readonly decision: string;
  readonly conditions: string;
  readonly validFrom: string | null;
  readonly endedOn: string | null;
  readonly endReason: string;
  /** How many days before its end somebody was last reminded; null while nobody has been. */
  readonly remindedDays: number | null;
}

/** What must be looked up before an application can be accepted, with the actor's own eyes. */
export interface ExceptionSurroundings {
  readonly unitStands: boolean;
  readonly demandStands: boolean;
  /** The object is there and the actor may see it. */
  readonly objectSeen: boolean;
}

export const describeRefusals = [
  'unitUnknown',
  'objectUnknown',
  'oneDemand',
  'demandUnknown',
  'endNotAhead',
] as const;

const undecided = {
  decidedBy: null,
  decidedAs: null,
  decidedOn: null,
  decision: '',
  conditions: '',
  validFrom: null,
  endedOn: null,
  endReason: '',
  remindedDays: null,
} as const;

/** Begins an application. Nobody but those who may see it answers it until it is submitted. */
export function draftException(
  input: ExceptionInput,
  around: ExceptionSurroundings,
  { actor, newId, today }: Circumstances,
  replacesId: Exception['replacesId'] = null,
): Decision<Exception> | Refusal {
  const fault = describeFault(input, around, today);
  if (fault !== null) return fault;
  const next: Exception = {
    ...input,
    ...undecided,
    id: newId<'Exception'>(),
    version: 1,
    replacesId,
    appliedBy: actor.personId,
    writers: withWriter([], actor.personId),
    wording: 1,
    state: 'draft',
  };
  const changes = changesBetween(null, toldException(next));
  const touched = replacesId === null ? [] : [`exception:${replacesId}`];
  return { next, event: { kind: 'exception.drafted', record: next.id, changes, touched } };
}

/**
 * Changes an application that is not decided yet. It is another wording then: whoever was heard on the one before has not been
 * heard on this, and whoever has written in it is not the one to decide on it.
 */
export function describeException(
  before: Exception,
  input: ExceptionInput,
  around: ExceptionSurroundings,
  { actor, today }: Circumstances,
): Decision<Exception> | Refusal {
  const fault = stateFault(before, 'describe') ?? describeFault(input, around, today);
  if (fault !== null) return fault;
  if (before.state === 'opinion' && input.compensation.trim() === '')
    return refuse('compensationMissing', { field: 'compensation' });
  const after = { ...before, ...input };
  if (changesBetween(toldException(before), toldException(after)).length === 0)
    return refuse('nothingChanged');
  const writers = withWriter(before.writers, actor.personId);
  return changed(before, { ...after, writers, wording: before.wording + 1 }, 'exception.described');
}

function describeFault(
  { clause, sentenceId, endsOn }: ExceptionInput,
  around: ExceptionSurroundings,
  today: string,
): Refusal | null {
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  if (!around.objectSeen) return refuse('objectUnknown', { field: 'object' });
  if ((clause === null) === (sentenceId === null)) return refuse('oneDemand', { field: 'sentenceId' });
  if (!around.demandStands) return refuse('demandUnknown', { field: 'sentenceId' });
  return endsOn <= today ? refuse('endNotAhead', { field: 'endsOn' }) : null;
}

/** In which states each step can be taken. */
export const exceptionSteps = {
  describe: ['draft', 'opinion'],
  submit: ['draft'],
  giveOpinion: ['opinion'],
  decide: ['opinion'],
  end: ['decided'],
  renew: ['decided', 'expired', 'ended'],
} as const satisfies Record<string, readonly ExceptionState[]>;
export type ExceptionStep = keyof typeof exceptionSteps;

/** Why the step cannot be taken in the state the exception is in; null when it can. */
export function stateFault({ state }: Pick<Exception, 'state'>, step: ExceptionStep): Refusal | null {
  const open: readonly ExceptionState[] = exceptionSteps[step];
  if (open.includes(state)) return null;
  return refuse(state === 'draft' && step !== 'end' && step !== 'renew' ? 'notSubmitted' : 'notInState');
}

/** The exception after a step, with an event that tells what changed. */
export function changed(
  before: Exception,
  after: Exception,
  kind: string,
  more: { readonly reason?: string; readonly touched?: readonly string[] } = {},
): Decision<Exception> | Refusal {
  const changes = changesBetween(toldException(before), toldException(after));
  if (changes.length === 0) return refuse('nothingChanged');
  return {
    next: { ...after, version: before.version + 1 },
    event: { kind, record: before.id, changes, ...more },
  };
}

function toldException(row: Exception): Record<string, Json> {
  const { id: _id, version: _version, object, riskBefore, riskAfter, ...fields } = row;
  return {
    ...fields,
    writers: [...fields.writers],
    object: `${object.register}:${object.id}`,
    consequenceBefore: riskBefore.consequence,
    likelihoodBefore: riskBefore.likelihood,
    consequenceAfter: riskAfter.consequence,
    likelihoodAfter: riskAfter.likelihood,
  };
}

/** By which rights to an exception are judged: the unit it is for, and who applied. */
export function exceptionKeys(row: {
  readonly unitId: string;
  readonly appliedBy?: PersonId | null;
}): ScopeKeys {
  return { unit: row.unitId, person: row.appliedBy ?? null };
}

/** How an exception stands on a day: what is decided is coming, in force, or past its last day. */
export const exceptionStandings = [
  'draft',
  'opinion',
  'coming',
  'inForce',
  'overrun',
  'refused',
  'expired',
  'ended',
] as const;
export type ExceptionStanding = (typeof exceptionStandings)[number];

/** How it stands on the day. `overrun` is the time between its last day and the deviation that comes of it. */
export function standingOf(
  { state, validFrom, endsOn }: Pick<Exception, 'state' | 'validFrom' | 'endsOn'>,
  today: string,
): ExceptionStanding {
  if (state !== 'decided') return state;
  if (endsOn < today) return 'overrun';
  return validFrom !== null && validFrom > today ? 'coming' : 'inForce';
}
