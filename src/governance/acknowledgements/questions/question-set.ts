import { Type } from 'typebox';
import type { Circumstances, Decision } from '../../../kernel/action.ts';
import { changesBetween, type Json } from '../../../kernel/audit/canonical.ts';
import type { Id } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { Fields, IdOf, Line, OneOf, Prose, type Static } from '../../../kernel/schema.ts';
import { type PersonKind, personKinds } from '../../../people/person.facts.ts';
import type { DocumentId } from '../../documents/document.ts';

/** For whom a set of questions is: everyone who has none of her own kind, a kind of person, or external parties. */
export const questionAudiences = ['everyone', ...personKinds, 'externalParty'] as const;
export type QuestionAudience = (typeof questionAudiences)[number];

/** Fewer than this are not counted out to those who may not know who they are: among a few, a figure is somebody's. */
export const fewestShown = 5;

/** A question with its choices; which of them is right, and why, is shown when it has been answered. */
export const Question = Fields({
  text: Line(300),
  choices: Type.Array(Line(200), { minItems: 2, maxItems: 4 }),
  /** The place of the right choice, from 0. */
  right: Type.Integer({ minimum: 0, maximum: 3 }),
  explanation: Prose(600),
});
export type Question = Static<typeof Question>;

export const questionSetInput = Fields({
  documentId: IdOf<'Document'>(),
  audience: OneOf(questionAudiences),
  /** None takes the audience's questions away. */
  questions: Type.Array(Question, { maxItems: 3 }),
});
export type QuestionSetInput = Static<typeof questionSetInput>;

export interface QuestionSet {
  readonly id: Id<'QuestionSet'>;
  readonly version: number;
  readonly documentId: DocumentId;
  readonly audience: QuestionAudience;
  readonly questions: readonly Question[];
}

export const questionRefusals = ['documentUnknown', 'rightMissing', 'choiceTwice', 'nothingChanged'] as const;

/** Says what is asked of an audience beside a document. Campaigns that have begun keep what they began with. */
export function setQuestions(
  before: QuestionSet | null,
  input: QuestionSetInput,
  around: { readonly documentStands: boolean },
  { newId }: Circumstances,
): Decision<QuestionSet> | Refusal {
  if (!around.documentStands) return refuse('documentUnknown', { field: 'documentId' });
  const fault = questionFault(input.questions);
  if (fault !== null) return fault;
  const changes = changesBetween(
    { questions: (before?.questions ?? []) as Json },
    { questions: input.questions },
  );
  if (changes.length === 0) return refuse('nothingChanged');
  const next: QuestionSet = {
    ...input,
    id: before?.id ?? newId<'QuestionSet'>(),
    version: (before?.version ?? 0) + 1,
  };
  const data = { documentId: input.documentId, audience: input.audience };
  return { next, event: { kind: 'questionSet.set', record: next.id, changes, data } };
}

function questionFault(questions: readonly Question[]): Refusal | null {
  for (const { choices, right } of questions) {
    if (right >= choices.length) return refuse('rightMissing', { field: 'questions' });
    if (new Set(choices.map((choice) => choice.trim().toLowerCase())).size < choices.length)
      return refuse('choiceTwice', { field: 'questions' });
  }
  return null;
}

/** The questions of a campaign, by audience, as they were when it began. */
export type FrozenQuestions = Readonly<Partial<Record<QuestionAudience, readonly Question[]>>>;

/** Which audience's questions somebody is asked: her own kind's, else everyone's; external parties have only their own. */
export function audienceOf(
  questions: FrozenQuestions,
  kind: PersonKind | 'externalParty',
): QuestionAudience | null {
  if ((questions[kind]?.length ?? 0) > 0) return kind;
  if (kind === 'externalParty') return null;
  return (questions.everyone?.length ?? 0) > 0 ? 'everyone' : null;
}

/** How a question was answered, for the one who answered it and nobody else. */
export interface Answered {
  readonly question: Question;
  readonly choice: number;
  readonly isRight: boolean;
}

/**
 * The answers beside what is right; null unless every question has one of its choices. That they were gone through is all
 * that may be stored of the person.
 */
export function answersTo(
  questions: readonly Question[],
  choices: readonly number[],
): readonly Answered[] | null {
  if (choices.length !== questions.length) return null;
  const answered = questions.map((question, index) => {
    const choice = choices[index] ?? -1;
    return { question, choice, isRight: choice === question.right };
  });
  return answered.every(({ question, choice }) => question.choices[choice] !== undefined) ? answered : null;
}
