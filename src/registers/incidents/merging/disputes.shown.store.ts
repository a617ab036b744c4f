import { Type } from 'typebox';
import {
  type CaseFacts,
  impactMeasures,
  type QuestionKey,
  questionKeys,
  triageAnswers,
} from '../../../duties/case-facts.ts';
import { questions } from '../../../duties/questions.ts';
import type { Reader } from '../../../kernel/db.ts';
import { Fields, OneOf, OrNull } from '../../../kernel/schema.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Asking } from '../../../kernel/view.ts';
import { type Incident, numberWord } from '../incident.ts';
import type { Disputes } from './asked.ts';
import { disputesByCase, isOpenTo } from './merge.store.ts';

const Text = OrNull(Type.String());

const ofWhom = { partyId: Text, party: Text } as const;

/** What two cases say differently, as it is asked. */
export const ShownDisputes = {
  answers: Type.Array(
    Fields({
      ...ofWhom,
      key: OneOf(questionKeys),
      question: Type.String(),
      here: OneOf(triageAnswers),
      there: OneOf(triageAnswers),
    }),
  ),
  figures: Type.Array(
    Fields({
      ...ofWhom,
      measure: OneOf(impactMeasures),
      here: OrNull(Type.Number()),
      there: Type.Number(),
      isEstimate: Type.Boolean(),
    }),
  ),
} as const;

/** Puts names on what two cases say differently. */
export function shownDisputes(
  { answers, figures }: Disputes,
  nameOf: (partyId: string | null) => string | null,
  language: Language,
) {
  return {
    answers: answers.map(({ question: key, ...one }) => ({
      ...{ ...one, key, question: questionIn(key, language) },
      party: nameOf(one.partyId),
    })),
    figures: figures.map((one) => ({ ...one, party: nameOf(one.partyId) })),
  };
}

/** A question of the triage in words. */
export function questionIn(key: QuestionKey, language: Language): string {
  return questions.find((one) => one.key === key)?.question[language] ?? key;
}

/** What the cases that have gone into this one still say differently, of those that are open to whoever asks. */
export async function shownDisputesOf(
  db: Reader,
  incident: Incident,
  { parties }: Pick<CaseFacts, 'parties'>,
  { scope, actor }: Pick<Asking, 'scope' | 'actor'>,
) {
  const nameOf = (partyId: string | null) => parties.find(({ id }) => id === partyId)?.name ?? null;
  const shown = [];
  for (const { gone, ...disputes } of await disputesByCase(db, incident)) {
    const isAsked = disputes.answers.length + disputes.figures.length > 0;
    if (!isAsked || !(await isOpenTo(db, gone.incident, scope))) continue;
    const { id: caseId, number } = gone.incident;
    shown.push({ caseId, number: numberWord(number), ...shownDisputes(disputes, nameOf, actor.language) });
  }
  return shown;
}
