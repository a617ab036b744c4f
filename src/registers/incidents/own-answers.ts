import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import type { Change } from '../../kernel/audit/canonical.ts';
import type { Id, PersonId } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, IdOf, OneOf, OrNull, Reason, type Static } from '../../kernel/schema.ts';
import { type QuestionKey, questionKeys, triageAnswers, type TriageAnswer } from '../../duties/case-facts.ts';
import { caseEvent, type LoadedCase, type NextCase, stepped } from './incident.ts';
import { type Disputes, isAnswerAsked } from './merging/asked.ts';
import { type Party, sayingFault } from './party.ts';

/** What one of those concerned has answered for itself, otherwise than the case. What is said later holds; this stays. */
export interface OwnAnswer {
  readonly id: Id<'IncidentOwnAnswer'>;
  readonly partyId: string;
  readonly question: QuestionKey;
  /** Null: from then it follows the case again. */
  readonly answer: TriageAnswer | null;
  readonly reason: string;
  readonly answeredBy: PersonId | null;
  readonly answeredAt: Date;
}

/** What holds now for a party: the last that was said of each question. */
export function ownAnswersFor<One extends Pick<OwnAnswer, 'partyId' | 'question'>>(
  answers: readonly One[],
  partyId: string,
): One[] {
  return questionKeys.flatMap((question) => {
    const found = answers.findLast((one) => one.partyId === partyId && one.question === question);
    return found === undefined ? [] : [found];
  });
}

/** Säkerhetsskydd stops the case for everyone, and is asked of the case alone. */
const ownQuestions = questionKeys.filter((key) => key !== 'protectiveSecurity');

export const ownAnswersInput = Fields({
  partyId: IdOf<'IncidentParty'>(),
  answers: Type.Array(Fields({ question: OneOf(ownQuestions), answer: OrNull(OneOf(triageAnswers)) }), {
    minItems: 1,
    maxItems: ownQuestions.length,
  }),
  /** Why it is otherwise for this party. */
  reason: Reason(1000),
});

export const ownAnswersRefusals = [
  'notTriaged',
  'over',
  'partyUnknown',
  'askedTwice',
  'nothingChanged',
] as const;

export type AnsweredCase = LoadedCase & {
  readonly parties: readonly Party[];
  readonly ownAnswers: readonly OwnAnswer[];
  readonly disputes: Disputes;
};
export type NextOwnAnswers = NextCase & { readonly ownAnswers: readonly OwnAnswer[] };

/**
 * Answers for one of those concerned where it differs from the case. What risk a breach brings each controller judges for its own
 * people: of two committees hit by one attack, one may have to notify and the other not.
 */
export function answerForParty(
  answered: AnsweredCase,
  input: Static<typeof ownAnswersInput>,
  { actor, now, newId }: Circumstances,
): Decision<NextOwnAnswers> | Refusal {
  const { incident, ownAnswers, disputes } = answered;
  const { partyId, reason } = input;
  const about = input.answers.map(({ question }) => question);
  const fault = sayingFault(answered, partyId, about);
  if (fault !== null) return fault;
  const before = ownAnswersFor(ownAnswers, partyId);
  const was = (question: QuestionKey) => before.find((one) => one.question === question)?.answer ?? null;
  const changed = input.answers
    .filter(({ question, answer }) => was(question) !== answer || isAnswerAsked(disputes, partyId, question))
    .map(({ question, answer }): OwnAnswer => {
      const said = { reason, answeredBy: actor.personId, answeredAt: now };
      return { id: newId<'IncidentOwnAnswer'>(), partyId, question, answer, ...said };
    });
  if (changed.length === 0) return refuse('nothingChanged');
  const changes = changed.map(({ question, answer }): Change => {
    return { field: `answer.${question}`, from: was(question), to: answer };
  });
  const next = { incident: stepped(incident, {}), ownAnswers: changed };
  const touched = [`incidentParty:${partyId}`, ...changed.map((one) => `incidentOwnAnswer:${one.id}`)];
  return { next, event: caseEvent('incident.answeredForParty', incident, next, { changes, touched }) };
}
