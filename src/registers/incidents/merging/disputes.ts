import type { ImpactMeasure, QuestionKey, TriageAnswer } from '../../../duties/case-facts.ts';
import { figuresFor } from '../impact.ts';
import { ownAnswersFor } from '../own-answers.ts';
import type { Party } from '../party.ts';
import type { DisputedAnswer, DisputedFigure, Disputes } from './asked.ts';
import type { Concerned } from './carry.ts';

/** A case with those that have gone into it, and those that had gone into them. */
export interface CaseTree extends Concerned {
  readonly gone: readonly GoneTree[];
}

/** When it went into the other; null: it has not yet. */
export interface GoneTree extends CaseTree {
  readonly mergedAt: Date | null;
}

/** What one of the cases that have gone into another still says otherwise. */
export interface DisputesOfCase<Gone extends GoneTree> extends Disputes {
  readonly gone: Gone;
}

/** What a case says, of one party or of the whole (null). */
interface Of {
  readonly party: Pick<Party, 'bodyId' | 'entityId'> | null;
}
type SaidAnswer = Of & { readonly question: QuestionKey; readonly answer: TriageAnswer };
type SaidFigure = Of & {
  readonly measure: ImpactMeasure;
  readonly value: number;
  readonly isEstimate: boolean;
};
interface Said {
  readonly answers: readonly SaidAnswer[];
  readonly figures: readonly SaidFigure[];
}

/** All that several merged cases say differently from the one that they went into. */
export function allDisputes(disputes: readonly Disputes[]): Disputes {
  return {
    answers: disputes.flatMap(({ answers }) => answers),
    figures: disputes.flatMap(({ figures }) => figures),
  };
}

/**
 * What each of the cases that have gone into this one says otherwise, until somebody has said it anew after the merge. ”Do not know”
 * contradicts nobody. What was still asked in a case when it went on into the next is asked there: it had not been settled, and what
 * had been is not asked again.
 */
export function openDisputes<Gone extends GoneTree>(
  into: Concerned & { readonly gone: readonly Gone[] },
): DisputesOfCase<Gone>[] {
  return openIn(into).map(({ gone, disputes }) => ({ gone: gone as Gone, ...disputes }));
}

interface Open {
  readonly gone: GoneTree;
  /** What it says that is still contradicted, and by what. */
  readonly said: Said;
  readonly disputes: Disputes;
}

function openIn(into: CaseTree): Open[] {
  return into.gone.flatMap((gone) => {
    const asked = [{ gone, said: saidIn(gone) }, ...openIn(gone)];
    return asked.map((one) => ({ gone: one.gone, ...contradicted(one.said, into, gone.mergedAt) }));
  });
}

function saidIn({ parties, answers, ownAnswers, figures }: Concerned): Said {
  const standing = parties.filter(({ endedOn }) => endedOn === null);
  const figuresOf = (party: Party | null): SaidFigure[] =>
    figuresFor(figures, party?.id ?? null).flatMap(({ measure, value, isEstimate }) =>
      value === null ? [] : [{ party, measure, value, isEstimate }],
    );
  return {
    answers: [
      ...answers.map(({ question, answer }) => ({ party: null, question, answer })),
      ...standing.flatMap((party) =>
        ownAnswersFor(ownAnswers, party.id).flatMap(({ question, answer }) =>
          answer === null ? [] : [{ party, question, answer }],
        ),
      ),
    ].filter(({ answer }) => answer !== 'unknown'),
    figures: [null, ...standing].flatMap(figuresOf),
  };
}

/** Which of what was said the case that stays says otherwise, and has not said anew since then. */
function contradicted(said: Said, into: Concerned, since: Date | null): Omit<Open, 'gone'> {
  const isOpen = (at: Date) => since === null || at <= since;
  const answers = said.answers.flatMap((one): { one: SaidAnswer; asked: DisputedAnswer }[] => {
    const { party, question, answer: there } = one;
    const here = party === null ? null : sameIn(into, party);
    if (here === undefined) return [];
    const held = answerHeld(into, here, question);
    if (held === null || held.answer === there || !isOpen(held.answeredAt)) return [];
    return [{ one, asked: { partyId: here?.id ?? null, question, here: held.answer, there } }];
  });
  const figures = said.figures.flatMap((one): { one: SaidFigure; asked: DisputedFigure }[] => {
    const { party, measure, value: there, isEstimate } = one;
    const here = party === null ? null : sameIn(into, party);
    if (here === undefined) return [];
    const partyId = here?.id ?? null;
    const held = figuresFor(into.figures, partyId).find((figure) => figure.measure === measure);
    if (held === undefined || held.value === there || !isOpen(held.statedAt)) return [];
    return [{ one, asked: { partyId, measure, here: held.value, there, isEstimate } }];
  });
  return {
    said: { answers: answers.map(({ one }) => one), figures: figures.map(({ one }) => one) },
    disputes: { answers: answers.map(({ asked }) => asked), figures: figures.map(({ asked }) => asked) },
  };
}

function sameIn({ parties }: Concerned, { bodyId, entityId }: NonNullable<Of['party']>): Party | undefined {
  return parties.find((one) => one.endedOn === null && one.bodyId === bodyId && one.entityId === entityId);
}

/** What is answered for the party, by itself or with the whole case; of the whole case where it is null. */
function answerHeld(
  { answers, ownAnswers }: Concerned,
  party: Party | null,
  question: QuestionKey,
): { readonly answer: TriageAnswer; readonly answeredAt: Date } | null {
  const own =
    party === null ? undefined : ownAnswersFor(ownAnswers, party.id).find((one) => one.question === question);
  if (own !== undefined && own.answer !== null) return { answer: own.answer, answeredAt: own.answeredAt };
  return answers.find((one) => one.question === question) ?? null;
}
