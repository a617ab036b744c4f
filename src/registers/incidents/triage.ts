import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Change } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, OrNull, Prose, type Static } from '../../kernel/schema.ts';
import { type QuestionKey, questionKeys, triageAnswers, type TriageAnswer } from '../../duties/case-facts.ts';
import { stopLevel } from '../information/classification.ts';
import { aspects } from '../information/vocabulary.ts';
import {
  caseEvent,
  type CaseNumber,
  type Incident,
  incidentKinds,
  isOver,
  type LoadedCase,
  type NextCase,
  ongoingAnswers,
  stepped,
} from './incident.ts';
import { Instant, readInstant } from './instant.ts';
import { type Disputes, isAnswerAsked } from './merging/asked.ts';
import { secrecyFault, secrecyFields, secrecyOf } from './secrecy.ts';

/** What a case can be once somebody has looked at it. */
export const triagedKinds = incidentKinds.filter((kind) => kind !== 'notTriaged');

const Level = OrNull(Type.Integer({ minimum: 0, maximum: 4 }));

/**
 * What is established of a case, and may be corrected for as long as it is open. Who works on it is not among it: whoever is made
 * the handler sees what is secret, so those who coordinate say that.
 */
export const factsInput = Fields({
  kind: OneOf(triagedKinds),
  title: Line(160),
  unitId: OrNull(IdOf<'Unit'>()),
  occurredAt: OrNull(Instant()),
  noticedAt: Instant(),
  knowledgeAt: Instant(),
  /** Why it is reckoned from then, where it is another time than the report's. */
  knowledgeReason: Prose(500),
  ongoing: OneOf(ongoingAnswers),
  consequence: Fields({ confidentiality: Level, integrity: Level, availability: Level, traceability: Level }),
  diaryNumber: Prose(60),
});
export type FactsInput = Static<typeof factsInput>;

export const triageInput = Fields({
  ...factsInput.properties,
  handlerId: OrNull(IdOf<'Person'>()),
  ...secrecyFields,
});
export type TriageInput = Static<typeof triageInput>;

/** Does the unit that was given stand that day? */
export interface FactsAround {
  readonly unitStands: boolean;
}

/** The next free number of each series. */
export type FreeNumbers = Readonly<Record<CaseNumber['series'], CaseNumber>>;

export const factsRefusals = [
  'levelFourStopped',
  'over',
  'notATime',
  'unitUnknown',
  'timeInFuture',
  'timesBackwards',
  'knowledgeReasonMissing',
  'nothingChanged',
] as const;
export const triageRefusals = [
  ...factsRefusals,
  'personUnknown',
  'alreadyTriaged',
  'provisionMissing',
  'provisionNotAsked',
] as const;

/**
 * Looks at a report for the first time: what it is, how bad, who works on it, and whether it is secret. It gets its number
 * here, when it is known of which series. Level 4 is refused before anything else, and nothing that was typed is kept.
 */
export function triageCase(
  { incident }: LoadedCase,
  input: TriageInput,
  around: FactsAround & { readonly handlerStands: boolean; readonly free: FreeNumbers },
  circumstances: Circumstances,
): Decision<NextCase> | Refusal {
  if (reachesStop(input)) return refuse('levelFourStopped');
  if (incident.state !== 'reported') return refuse('alreadyTriaged');
  const facts = factsOf(incident, input, around, circumstances);
  if ('refused' in facts) return facts;
  if (!around.handlerStands) return refuse('personUnknown', { field: 'handlerId' });
  const fault = secrecyFault(input);
  if (fault !== null) return fault;
  const after = stepped(incident, {
    ...facts,
    ...secrecyOf(input),
    handlerId: input.handlerId,
    state: 'triaged',
    number: around.free[input.secret ? 'secret' : 'open'],
  });
  const next = { incident: after };
  return { next, event: caseEvent('incident.triaged', incident, next) };
}

/** Corrects what is established. */
export function describeCase(
  { incident }: LoadedCase,
  input: FactsInput,
  around: FactsAround,
  circumstances: Circumstances,
): Decision<NextCase> | Refusal {
  if (reachesStop(input)) return refuse('levelFourStopped');
  if (incident.state === 'reported') return refuse('notTriaged');
  if (isOver(incident)) return refuse('over');
  const facts = factsOf(incident, input, around, circumstances);
  if ('refused' in facts) return facts;
  const next = { incident: stepped(incident, facts) };
  const event = caseEvent('incident.described', incident, next);
  return event.changes?.length === 0 ? refuse('nothingChanged') : { next, event };
}

function reachesStop({ consequence }: FactsInput): boolean {
  return aspects.some((aspect) => consequence[aspect] === stopLevel);
}

function factsOf(
  before: Incident,
  input: FactsInput,
  around: FactsAround,
  { now }: Circumstances,
): Partial<Incident> | Refusal {
  const times = timesOf(before, input, now);
  if ('refused' in times) return times;
  if (!around.unitStands) return refuse('unitUnknown', { field: 'unitId' });
  const { kind, title, unitId, ongoing, consequence, diaryNumber, knowledgeReason } = input;
  return { ...times, kind, title, unitId, ongoing, consequence, diaryNumber, knowledgeReason };
}

/** The times, each checked against the others: nothing is known before it was noticed, or noticed before it happened. */
function timesOf(
  before: Incident,
  input: FactsInput,
  now: Date,
): Pick<Incident, 'occurredAt' | 'noticedAt' | 'knowledgeAt'> | Refusal {
  const occurredAt = input.occurredAt === null ? null : readInstant(input.occurredAt);
  if (occurredAt === null && input.occurredAt !== null) return refuse('notATime', { field: 'occurredAt' });
  const noticedAt = readInstant(input.noticedAt);
  if (noticedAt === null) return refuse('notATime', { field: 'noticedAt' });
  const knowledgeAt = readInstant(input.knowledgeAt);
  if (knowledgeAt === null) return refuse('notATime', { field: 'knowledgeAt' });
  const future = (
    [
      ['occurredAt', occurredAt],
      ['noticedAt', noticedAt],
      ['knowledgeAt', knowledgeAt],
    ] as const
  ).find(([, at]) => at !== null && at > now);
  if (future !== undefined) return refuse('timeInFuture', { field: future[0] });
  if (occurredAt !== null && occurredAt > noticedAt) return refuse('timesBackwards', { field: 'noticedAt' });
  if (noticedAt > knowledgeAt) return refuse('timesBackwards', { field: 'knowledgeAt' });
  const isMoved = knowledgeAt.getTime() !== before.reportedAt.getTime();
  if (isMoved && !isSameMinute(knowledgeAt, before.reportedAt) && input.knowledgeReason.trim().length < 3)
    return refuse('knowledgeReasonMissing', { field: 'knowledgeReason' });
  return { occurredAt, noticedAt, knowledgeAt };
}

/** A form shows minutes; what it gives back of an untouched time has lost its seconds. */
function isSameMinute(one: Date, other: Date): boolean {
  return Math.floor(one.getTime() / 60_000) === Math.floor(other.getTime() / 60_000);
}

export const answerInput = Fields({
  answers: Type.Array(Fields({ question: OneOf(questionKeys), answer: OneOf(triageAnswers) }), {
    minItems: 1,
    maxItems: questionKeys.length,
  }),
});
export type AnswerInput = Static<typeof answerInput>;

/** A question of the triage with its answer. */
export interface Answer {
  readonly id: Id<'IncidentAnswer'>;
  readonly version: number;
  readonly question: QuestionKey;
  readonly answer: TriageAnswer;
  readonly answeredBy: PersonId | null;
  readonly answeredAt: Date;
}

export const answerRefusals = [
  'protectiveSecurityStopped',
  'notTriaged',
  'over',
  'askedTwice',
  'nothingChanged',
] as const;

/**
 * Answers questions of the triage, or answers them anew. That protective security (säkerhetsskydd) may be touched stops
 * everything: the case is taken to whoever answers for it, and the answer is not kept.
 */
export function answerQuestions(
  loaded: LoadedCase & { readonly answers: readonly Answer[]; readonly disputes: Disputes },
  input: AnswerInput,
  { actor, now, newId }: Circumstances,
): Decision<NextCase & { readonly answers: readonly Answer[] }> | Refusal {
  if (input.answers.some((one) => one.question === 'protectiveSecurity' && one.answer === 'yes'))
    return refuse('protectiveSecurityStopped');
  const { incident } = loaded;
  if (incident.state === 'reported') return refuse('notTriaged');
  if (isOver(incident)) return refuse('over');
  if (new Set(input.answers.map((one) => one.question)).size < input.answers.length)
    return refuse('askedTwice');
  const changed = input.answers.flatMap(({ question, answer }): Answer[] => {
    const before = loaded.answers.find((one) => one.question === question);
    if (before?.answer === answer && !isAnswerAsked(loaded.disputes, null, question)) return [];
    const id = before?.id ?? newId<'IncidentAnswer'>();
    const version = (before?.version ?? 0) + 1;
    return [{ id, version, question, answer, answeredBy: actor.personId, answeredAt: now }];
  });
  if (changed.length === 0) return refuse('nothingChanged');
  const changes = changed.map(({ question, answer }): Change => {
    const before = loaded.answers.find((one) => one.question === question);
    return { field: `answer.${question}`, from: before?.answer ?? null, to: answer };
  });
  const next = { incident: stepped(incident, {}), answers: changed };
  const touched = changed.map((one) => `incidentAnswer:${one.id}`);
  return { next, event: caseEvent('incident.answered', incident, next, { changes, touched }) };
}
