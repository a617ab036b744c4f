import { Type } from 'typebox';
import type { CaseFacts } from '../../../duties/case-facts.ts';
import type { DutyData } from '../../../duties/dated.ts';
import { type DutyStanding, evaluate } from '../../../duties/evaluate.ts';
import { Fields, OneOf, OrNull, type Static } from '../../../kernel/schema.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { IncidentState } from '../incident.ts';
import type { AuthorityReport } from './authority-report.ts';
import { byUrgency, runningClocks } from './clock.ts';

/** The clock of a case that runs out first, as whoever opens the case is told of it. */
export const NearestClock = Fields({
  duty: Type.String(),
  number: Type.String(),
  title: Type.String(),
  stage: Type.String(),
  partyId: Type.String(),
  party: Type.String(),
  state: OneOf(['running', 'dueSoon', 'late']),
  /** Null where the law says ”at once”. */
  dueAt: OrNull(Type.String()),
  /** The report that has been begun. */
  reportId: OrNull(Type.String()),
});

type NearestClock = Static<typeof NearestClock>;

/** What hurries most in a case, and how many unanswered questions decide whether anything is to be reported. */
interface Urgency {
  readonly nearest: NearestClock | null;
  readonly unanswered: number;
}

/** Where nothing may be said of the clocks. */
export const noUrgency: Urgency = { nearest: null, unanswered: 0 };

interface Clocked {
  readonly facts: CaseFacts;
  readonly data: DutyData;
  readonly reports: readonly AuthorityReport[];
  readonly state: IncidentState;
}

/**
 * What hurries most, in the order of the board of clocks; what has a time goes before ”at once”. A case that nobody has assessed has no clock yet, and one that has
 * been merged into another has its clocks there. Where protective security may be concerned nothing is said of it.
 */
export function urgencyOf(
  { facts, data, reports, state }: Clocked,
  { now, language }: { readonly now: Date; readonly language: Language },
): Urgency {
  const evaluation = evaluate(facts, data, now);
  if (state === 'reported' || state === 'merged' || evaluation.kind === 'stop') return noUrgency;
  const clocks = runningClocks(facts, data, reports, now).toSorted(byUrgency);
  // Every breach is to be documented at once: that alone must not hide the time that runs out.
  const clock = clocks.find(({ standing }) => standing.dueAt !== null) ?? clocks[0];
  return {
    nearest:
      clock === undefined
        ? null
        : {
            duty: clock.duty.id,
            number: clock.duty.number,
            title: clock.duty.title[language],
            stage: clock.standing.stage.title[language],
            partyId: clock.partyId,
            party: clock.party,
            state: clock.standing.state as NearestClock['state'], // only those run
            dueAt: clock.standing.dueAt,
            reportId: clock.reportId,
          },
    unanswered: unansweredIn(evaluation.duties),
  };
}

/** How many questions have no answer of those that decide whether the law asks for something; each once, whoever they concern. */
function unansweredIn(standings: readonly DutyStanding[]): number {
  const open = standings.filter(
    ({ duty, verdict, because, decision }) =>
      duty.binding === 'law' &&
      verdict === 'decisionNeeded' &&
      because.code === 'notAnswered' &&
      decision === null,
  );
  return new Set(open.map(({ because }) => because.question)).size;
}
