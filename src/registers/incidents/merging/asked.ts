import type { ImpactMeasure, QuestionKey, TriageAnswer } from '../../../duties/case-facts.ts';

interface Of {
  /** Of whom, by its id in the case that stays; null: of the case as a whole. */
  readonly partyId: string | null;
}

export interface DisputedAnswer extends Of {
  readonly question: QuestionKey;
  readonly here: TriageAnswer;
  readonly there: TriageAnswer;
}

export interface DisputedFigure extends Of {
  readonly measure: ImpactMeasure;
  /** Null: it had been taken back. */
  readonly here: number | null;
  readonly there: number;
  readonly isEstimate: boolean;
}

/** What two cases that became one say differently. */
export interface Disputes {
  readonly answers: readonly DisputedAnswer[];
  readonly figures: readonly DisputedFigure[];
}

/** Is it asked which answer holds? Then the same one may be given again: that settles it. */
export function isAnswerAsked({ answers }: Disputes, partyId: string | null, question: QuestionKey): boolean {
  return answers.some((one) => one.partyId === partyId && one.question === question);
}

/** Is it asked which figure holds? */
export function isFigureAsked(
  { figures }: Disputes,
  partyId: string | null,
  measure: ImpactMeasure,
): boolean {
  return figures.some((one) => one.partyId === partyId && one.measure === measure);
}
