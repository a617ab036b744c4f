import type { Actor } from '../../kernel/access.ts';
import { addDays, holds } from '../../kernel/calendar.ts';
import type { Period } from '../../kernel/facts.ts';
import type { Office } from '../../kernel/offices.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { controlOffices, mayAppoint } from './appointing.ts';

/** What somebody would leave behind by leaving. */
export interface Leaving {
  /** The offices that would end with her leaving. */
  readonly offices: readonly Office[];
  /** Somebody else is administrator then. */
  readonly administratorRemains: boolean;
}

/** Codes that leaving may be refused with, for the offices somebody holds. */
export const leavingRefusals = ['holdsControlOffice', 'lastAdministrator'] as const;

/**
 * Why somebody's leaving may not end her offices: whoever could end an auditor by ending the person would have
 * auditors at her mercy. Those who may not end a control office itself may not end it this way either.
 */
export function leavingFault(leaving: Leaving, actor: Actor): Refusal | null {
  const watching = leaving.offices.filter((office) => controlOffices.includes(office));
  // The grants for control offices reach everything, so that no keys are needed.
  if (watching.some((office) => !mayAppoint(actor, office, {}, false))) return refuse('holdsControlOffice');
  return watching.includes('administrator') && !leaving.administratorRemains
    ? refuse('lastAdministrator')
    : null;
}

/** The first day, from today on, that is after a last day. */
export function dayAfter(lastDay: string, today: string): string {
  return lastDay < today ? today : addDays(lastDay, 1);
}

/** Would the change leave the office without anybody, some day from now on when it had somebody? */
export function leavesNobody(
  before: Period,
  next: Period | null,
  others: readonly Period[],
  today: string,
): boolean {
  const days = [today, ...(next === null || next.until === null ? [] : [dayAfter(next.until, today)])];
  const held = (day: string) => [...others, ...(next === null ? [] : [next])].some((one) => holds(one, day));
  return days.some((day) => holds(before, day) && !held(day));
}
