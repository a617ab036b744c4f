import { addDays, addMonths, endOfDay } from '../kernel/calendar.ts';
import type { Clause, Verdict } from './clause.ts';
import { clauses } from './index.ts';
import type { Memory, Snapshot } from './memory.ts';
import { judgementOf, thresholdOf } from './verdicts.ts';

/** One point of a clause's trend: how it stood at the end of a day. */
export interface TrendPoint {
  readonly day: string;
  readonly verdict: Verdict;
  readonly numerator: number;
  readonly denominator: number;
  readonly threshold: number;
  readonly policyVersion: string;
}

/** Something other than the registers that may have moved the line. All points are judged by the code running now. */
export interface TrendMark {
  readonly day: string;
  readonly kind: 'threshold' | 'policy';
}

type Points = ReadonlyMap<string, TrendPoint>;

// The past does not change, and the code that judges it is the process's own: kept for as long as it lives.
const kept = new WeakMap<Memory, Map<string, Promise<Points>>>();

/** How a clause stood at the ends of the last twelve months and stands at `snapshot`, with what else changed. */
export async function trendOf(
  clause: Clause,
  memory: Memory,
  snapshot: Snapshot,
): Promise<{ points: TrendPoint[]; marks: TrendMark[] }> {
  const days = trendDays(snapshot.today).slice(0, -1);
  const points: TrendPoint[] = [];
  for (const day of days) {
    const found = (await pointsOn(memory, day)).get(clause.number);
    if (found !== undefined) points.push(found);
  }
  points.push(pointOf(clause, snapshot));
  return { points, marks: marksIn(points) };
}

/** All clauses are judged at once: the facts of a past day are read once and not kept. */
function pointsOn(memory: Memory, day: string): Promise<Points> {
  const days = kept.get(memory) ?? new Map<string, Promise<Points>>();
  kept.set(memory, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const judging = memory
    .readPast(endOfDay(day))
    .then((snapshot) => new Map(clauses.map((clause) => [clause.number, pointOf(clause, snapshot)])));
  days.set(day, judging);
  judging.catch(() => days.delete(day));
  return judging;
}

function pointOf(clause: Clause, snapshot: Snapshot): TrendPoint {
  const { verdict, numerator, denominator } = judgementOf(clause, snapshot);
  const threshold = thresholdOf(clause, snapshot);
  return {
    day: snapshot.today,
    verdict,
    numerator,
    denominator,
    threshold,
    policyVersion: snapshot.policyVersion,
  };
}

function marksIn(points: readonly TrendPoint[]): TrendMark[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined) return [];
    const marks: TrendMark[] = [];
    if (before.threshold !== point.threshold) marks.push({ day: point.day, kind: 'threshold' });
    if (before.policyVersion !== point.policyVersion) marks.push({ day: point.day, kind: 'policy' });
    return marks;
  });
}

/** The last days of the twelve months that end before the day, and the day itself: where a trend is drawn. */
export function trendDays(day: string): string[] {
  const firstOfMonth = `${day.slice(0, 8)}01`;
  const ends = Array.from({ length: 12 }, (_, index) => addDays(addMonths(firstOfMonth, index - 11), -1));
  return [...ends, day];
}
