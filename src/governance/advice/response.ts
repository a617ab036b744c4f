import { addMonths } from '../../kernel/calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../../kernel/working-calendar.ts';

/** Something written in a conversation, and on which Swedish day. */
export interface Written {
  readonly kind: 'question' | 'answer' | 'closing';
  readonly on: string;
}

/** From a question to its answer. Withdrawn: the asker closed the conversation before anybody had answered. */
export interface Round {
  readonly askedOn: string;
  readonly answeredOn: string | null;
  readonly withdrawn: boolean;
}

/** From which day an answer may take how many working days. */
export interface Target {
  readonly validFrom: string;
  readonly workingDays: number;
}

/** What is promised where nobody has decided anything. */
export const defaultTargetDays = 2;

/** The rounds of one conversation. What is added while the asker waits belongs to the question that she waits for. */
export function roundsOf(written: readonly Written[]): Round[] {
  const rounds: Round[] = [];
  let askedOn: string | null = null;
  for (const { kind, on } of written) {
    if (kind === 'question') askedOn ??= on;
    else if (askedOn !== null) {
      const answered = kind === 'answer';
      rounds.push({ askedOn, answeredOn: answered ? on : null, withdrawn: !answered });
      askedOn = null;
    }
  }
  return askedOn === null ? rounds : [...rounds, { askedOn, answeredOn: null, withdrawn: false }];
}

/** The target in force on the day a question was asked: a later one changes no promise already made. */
export function targetOn(targets: Iterable<Target>, day: string): number {
  let latest: Target | null = null;
  for (const one of targets)
    if (one.validFrom <= day && (latest === null || one.validFrom > latest.validFrom)) latest = one;
  return latest?.workingDays ?? defaultTargetDays;
}

/** The last working day on which an answer is in time. */
export function answerDueOn(askedOn: string, targets: Iterable<Target>): string {
  return addWorkingDays(askedOn, targetOn(targets, askedOn));
}

/** How a round stands on a day: answered in time or late, overdue, waiting within the target, or nothing to measure. */
export type Standing = 'inTime' | 'late' | 'overdue' | 'waiting' | 'withdrawn';

/** How a round stands on a day. An answer on a day off is in time as long as the last working day has not been passed. */
export function standingOf(round: Round, targets: Iterable<Target>, today: string): Standing {
  if (round.withdrawn) return 'withdrawn';
  const taken = workingDaysBetween(round.askedOn, round.answeredOn ?? today);
  const isWithin = taken <= targetOn(targets, round.askedOn);
  if (round.answeredOn === null) return isWithin ? 'waiting' : 'overdue';
  return isWithin ? 'inTime' : 'late';
}

/** Has somebody who asked that day, and still waits, waited longer than was promised? */
export function isOverdue(askedOn: string, targets: Iterable<Target>, today: string): boolean {
  return standingOf({ askedOn, answeredOn: null, withdrawn: false }, targets, today) === 'overdue';
}

/** From which day on rounds are measured: those asked in the last twelve months, and whatever still waits. */
export function isMeasured(round: Round, today: string): boolean {
  return round.answeredOn === null || round.askedOn > addMonths(today, -12);
}

/** What can be said of a year's questions, without whose they were. */
export interface ResponseFigures {
  readonly answered: number;
  readonly inTime: number;
  readonly overdue: number;
  readonly waiting: number;
  /** Middle of the working days to an answer, in halves; null when nothing has been answered. */
  readonly medianDays: number | null;
}

/** Counts the rounds that are measured on a day. */
export function figuresOf(
  rounds: readonly Round[],
  targets: readonly Target[],
  today: string,
): ResponseFigures {
  const measured = rounds.filter((one) => isMeasured(one, today));
  const count = (wanted: Standing) =>
    measured.filter((one) => standingOf(one, targets, today) === wanted).length;
  const days = measured
    .flatMap(({ askedOn, answeredOn }) =>
      answeredOn === null ? [] : [workingDaysBetween(askedOn, answeredOn)],
    )
    .sort((a, b) => a - b);
  const inTime = count('inTime');
  return {
    answered: days.length,
    inTime,
    overdue: count('overdue'),
    waiting: count('waiting'),
    medianDays: medianOf(days),
  };
}

function medianOf(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
