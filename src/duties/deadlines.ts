import type { CaseFacts } from './case-facts.ts';
import type { DutyData } from './dated.ts';
import { evaluate } from './evaluate.ts';
import { countOf, isUndecided } from './share.ts';
import type { StageStanding } from './stages.ts';

/** How a case stands against the law's own times, what weighs most first. */
export const deadlineStandings = [
  /** Something was done after its time, or is not done although that has passed. */
  'late',
  /** Nobody has said whom it concerns, or whether something is to be done; or what was decided contradicts the law. */
  'undecided',
  /** Something is to be done, and there is time left, or it is to be done at once. */
  'running',
  /** All that was to be done was, in time. */
  'kept',
  /** The law demands nothing with a time. */
  'none',
] as const;
export type DeadlineStanding = (typeof deadlineStandings)[number];

export interface Deadlines {
  readonly standing: DeadlineStanding;
  /** By how many hours at most something is late, rounded up; null where nothing is. */
  readonly lateHours: number | null;
}

const hour = 3_600_000;

/**
 * Were the law's times kept in the case, as of the instant? The same rule as the share of duties (P46), of one case. Null where
 * protective security may be concerned: nothing is said of it.
 */
export function deadlinesOf(facts: CaseFacts, data: DutyData, now: Date): Deadlines | null {
  const evaluation = evaluate(facts, data, now);
  if (evaluation.kind === 'stop') return null;
  const standings = evaluation.duties.filter((one) => one.duty.binding === 'law');
  const stages = standings.flatMap((standing) =>
    standing.stages.map((stage) => ({ standing, stage, counted: countOf(standing, stage) })),
  );
  const late = stages.filter(({ counted }) => counted === 'late' || counted === 'overdue');
  if (late.length > 0) {
    const hours = late.map(({ stage }) => Math.ceil(lateBy(stage, now) / hour));
    return { standing: 'late', lateHours: Math.max(...hours) };
  }
  const runs = stages.some(
    ({ standing: { verdict }, stage: { state } }) =>
      verdict === 'thresholdMet' && (state === 'running' || state === 'dueSoon'),
  );
  const has = (...wanted: readonly string[]) =>
    stages.some(({ counted }) => counted !== null && wanted.includes(counted));
  if (isUndecided(facts, standings) || has('contradicted')) return { standing: 'undecided', lateHours: null };
  if (runs) return { standing: 'running', lateHours: null };
  return { standing: has('met', 'unproven') ? 'kept' : 'none', lateHours: null };
}

/** How long after its time the stage was done, or has not been done yet, in milliseconds. */
function lateBy({ delivery, dueAt }: StageStanding, now: Date): number {
  const done = delivery === null ? now.getTime() : Date.parse(delivery.sentAt);
  return dueAt === null ? 0 : done - Date.parse(dueAt);
}
