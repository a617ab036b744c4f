import type { Circumstances, Decision } from '../../kernel/action.ts';
import { addDays, daysBetween } from '../../kernel/calendar.ts';
import { formatLongDate } from '../../kernel/format.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/texts.ts';
import { pickTexts } from '../../kernel/texts.ts';
import { bornDeviation, type Deviation } from '../deviations/deviation.ts';
import { changed, type Exception } from './exception.ts';
import { exceptionTexts } from './exception.texts.ts';

/** How many days before the end somebody is reminded; the nearest last. */
export const reminders = [60, 14] as const;

/** Is it past its last day, and nothing has come of it yet? */
export function hasOverrun({ state, endsOn }: Pick<Exception, 'state' | 'endsOn'>, today: string): boolean {
  return state === 'decided' && endsOn < today;
}

/**
 * Which reminder is due: 60 or 14 days before the end, once each. One that was missed while nothing ran is not sent after the
 * next is due. Null when none is.
 */
export function reminderDue(
  { state, endsOn, remindedDays }: Pick<Exception, 'state' | 'endsOn' | 'remindedDays'>,
  today: string,
): (typeof reminders)[number] | null {
  if (state !== 'decided' || endsOn < today) return null;
  const left = daysBetween(today, endsOn);
  const due = reminders.findLast((days) => left <= days);
  if (due === undefined) return null;
  return remindedDays !== null && remindedDays <= due ? null : due;
}

/** Notes that somebody has been reminded that it ends. The mails go with the same event. */
export function remindOfEnd(before: Exception, { today }: Circumstances): Decision<Exception> | Refusal {
  const due = reminderDue(before, today);
  if (due === null) return refuse('notDue');
  return changed(before, { ...before, remindedDays: due }, 'exception.reminded');
}

export interface Expired {
  readonly exception: Exception;
  readonly deviation: Deviation;
}

/**
 * What nobody renewed or ended is from now on a deviation: the demand holds again, and is not met. It says of the exception no
 * more than those may see who see the deviation, who are the same.
 */
export function expireException(
  before: Exception,
  language: Language,
  circumstances: Circumstances,
): Decision<Expired> | Refusal {
  const { today } = circumstances;
  if (!hasOverrun(before, today)) return refuse('notOverrun');
  const texts = pickTexts(exceptionTexts, language).born;
  const { clause, sentenceId, unitId, secrecyProvisions, riskBefore, compensation, title } = before;
  const born = bornDeviation(
    {
      title: texts.title(title).slice(0, 200),
      description: texts.description(formatLongDate(before.endsOn, language)),
      clause,
      sentenceId,
      unitId,
      discoveredOn: addDays(before.endsOn, 1),
      handling: compensation,
      cause: '',
      risk: riskBefore,
      secrecyProvisions,
      source: { register: 'exception', id: before.id },
    },
    circumstances,
  );
  const after: Exception = { ...before, state: 'expired', endedOn: today };
  const touched = [`deviation:${born.next.id}`];
  const decided = changed(before, after, 'exception.expired', { touched });
  if ('refused' in decided) return decided;
  return { event: decided.event, next: { exception: decided.next, deviation: born.next } };
}
