import type { CaseFacts } from '../../../duties/case-facts.ts';
import { soonFrom } from '../../../duties/clock.ts';
import type { DutyData } from '../../../duties/dated.ts';
import { type DutyStanding, evaluate } from '../../../duties/evaluate.ts';
import type { StageStanding } from '../../../duties/stages.ts';
import type { AuthorityReport } from './authority-report.ts';
import { hasReport } from './delivery.ts';

/** The step that a running clock waits for. */
export const clockSteps = ['decide', 'write', 'approve', 'send', 'do'] as const;
export type ClockStep = (typeof clockSteps)[number];

/** A clock that runs: a stage of a duty that has begun, is not done, and about which nothing has been decided. */
export interface RunningClock {
  readonly caseId: string;
  readonly partyId: string;
  readonly duty: DutyStanding['duty'];
  readonly party: string;
  readonly verdict: DutyStanding['verdict'];
  readonly standing: StageStanding;
  readonly step: ClockStep;
  /** The report that has been begun. */
  readonly reportId: string | null;
  /** Its place on the board: the lower, the more it hurries. */
  readonly urgency: number;
}

type Begun = Pick<AuthorityReport, 'id' | 'partyId' | 'duty' | 'stage' | 'state'>;

/** The clocks of a case that run now. */
export function runningClocks(
  facts: CaseFacts,
  data: DutyData,
  reports: readonly Begun[],
  now: Date,
): RunningClock[] {
  return evaluate(facts, data, now).duties.flatMap((duty) => {
    // What no law demands has no clock of the law.
    if (duty.verdict === 'doesNotArise' || duty.duty.binding !== 'law') return [];
    return (
      duty.stages
        .filter(({ state }) => state === 'running' || state === 'dueSoon' || state === 'late')
        // A question that nobody has answered is asked by the clocks that have a figure; ”at once” is not said ten times of it.
        .filter(({ dueAt }) => dueAt !== null || duty.because.code !== 'notAnswered')
        .map((standing) => clockOf(facts.id, duty, standing, reports))
    );
  });
}

function clockOf(
  caseId: string,
  duty: DutyStanding,
  standing: StageStanding,
  reports: readonly Begun[],
): RunningClock {
  const report = reports.find(
    (one) =>
      one.duty === duty.duty.id &&
      one.partyId === duty.party.id &&
      one.stage === standing.stage.key &&
      one.state !== 'sent',
  );
  return {
    caseId,
    partyId: duty.party.id,
    duty: duty.duty,
    party: duty.party.name,
    verdict: duty.verdict,
    standing,
    step: stepOf(duty, standing, report),
    reportId: report?.id ?? null,
    urgency: urgencyOf(standing),
  };
}

function stepOf(duty: DutyStanding, standing: StageStanding, report: Begun | undefined): ClockStep {
  if (report !== undefined) return report.state === 'approved' ? 'send' : 'approve';
  if (duty.verdict === 'decisionNeeded') return 'decide';
  return hasReport(duty, standing) ? 'write' : 'do';
}

/** What is overdue first, then what is about to be, then ”at once”, then by when the time runs out. */
export function byUrgency(one: RunningClock, other: RunningClock): number {
  if (one.urgency !== other.urgency) return one.urgency - other.urgency;
  return one.caseId < other.caseId ? -1 : Number(one.caseId > other.caseId);
}

function urgencyOf({ state, dueAt }: StageStanding): number {
  if (dueAt === null) return 0;
  const due = Date.parse(dueAt);
  // What lies before ”at once” is negative: the longest overdue first, then the nearest.
  if (state === 'late') return due - 2 * farAhead;
  return state === 'dueSoon' ? due - farAhead : due;
}

/** When one of the clocks next changes its state by itself, in milliseconds since 1970; Infinity when none of them will. */
export function changesNext(clocks: readonly RunningClock[], now: Date): number {
  const turns = clocks.flatMap(({ standing: { term, dueAt } }) =>
    // It is out when its time has passed, not when it is reached.
    dueAt === null || term === null ? [] : [soonFrom(term, dueAt), Date.parse(dueAt) + 1],
  );
  return Math.min(...turns.filter((turn) => turn > now.getTime()));
}

const farAhead = Date.parse('2300-01-01T00:00:00Z');

/**
 * How much of the time has passed, in whole per cent, 100 or more when it is out; null where the law gives no figure or the
 * clock has not begun.
 */
export function passedPercent(
  { startsAt, dueAt }: Pick<StageStanding, 'startsAt' | 'dueAt'>,
  now: Date,
): number | null {
  if (startsAt === null || dueAt === null) return null;
  const [start, due] = [Date.parse(startsAt), Date.parse(dueAt)];
  return due <= start ? 100 : Math.floor(((now.getTime() - start) / (due - start)) * 100);
}
