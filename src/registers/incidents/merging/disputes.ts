import { figuresFor } from '../impact.ts';
import { ownAnswersFor } from '../own-answers.ts';
import type { DisputedAnswer, DisputedFigure, Disputes } from './asked.ts';
import type { Concerned } from './carry.ts';

/** All that several merged cases say differently from the one that they went into. */
export function allDisputes(disputes: readonly Disputes[]): Disputes {
  return {
    answers: disputes.flatMap(({ answers }) => answers),
    figures: disputes.flatMap(({ figures }) => figures),
  };
}

/**
 * What the case that goes says otherwise than the one that stays, until somebody has said it anew there after the merge (`since`;
 * null: before it). ”Do not know” contradicts nobody.
 */
export function disputesBetween(gone: Concerned, into: Concerned, since: Date | null): Disputes {
  const isOpen = (at: Date) => since === null || at <= since;
  const pairs = gone.parties.flatMap((there) => {
    if (there.endedOn !== null) return [];
    const here = into.parties.find(
      (one) => one.endedOn === null && one.bodyId === there.bodyId && one.entityId === there.entityId,
    );
    return here === undefined ? [] : [{ there, here }];
  });
  const wholeAnswers = gone.answers.flatMap(({ question, answer: there }) => {
    const held = into.answers.find((one) => one.question === question);
    return held === undefined || !isOpen(held.answeredAt)
      ? []
      : [{ partyId: null, question, here: held.answer, there }];
  });
  const ownAnswers = pairs.flatMap(({ there, here }) =>
    ownAnswersFor(gone.ownAnswers, there.id).flatMap(({ question, answer }): DisputedAnswer[] => {
      const own = ownAnswersFor(into.ownAnswers, here.id).find((one) => one.question === question);
      const held = own?.answer == null ? into.answers.find((one) => one.question === question) : own;
      if (answer === null || held?.answer == null || !isOpen(held.answeredAt)) return [];
      return [{ partyId: here.id, question, here: held.answer, there: answer }];
    }),
  );
  const figures = [{ there: null, here: null }, ...pairs].flatMap((pair) => {
    const held = figuresFor(into.figures, pair.here?.id ?? null);
    return figuresFor(gone.figures, pair.there?.id ?? null).flatMap(
      ({ measure, value, isEstimate }): DisputedFigure[] => {
        const found = held.find((one) => one.measure === measure);
        if (value === null || found === undefined || found.value === value || !isOpen(found.statedAt))
          return [];
        return [{ partyId: pair.here?.id ?? null, measure, here: found.value, there: value, isEstimate }];
      },
    );
  });
  const answers = [...wholeAnswers, ...ownAnswers].filter(
    ({ here, there }) => here !== there && there !== 'unknown',
  );
  return { answers, figures };
}
