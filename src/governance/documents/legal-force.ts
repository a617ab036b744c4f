import { addDays } from '../../kernel/calendar.ts';

/** Days from the announcement of the minutes until a decision can no longer be appealed (KL 13:5: three weeks). */
export const appealDays = 21;
/** Days within which minutes are to be adjusted (KL 5:69), and then announced (KL 8:12). */
const adjustDays = 14;
const announceDays = 2;

/**
 * The day after the last one for an appeal, if there is none; null until the minutes are announced. A weekend can move it: it
 * is shown as the earliest day.
 */
export function legalForceDay(announcedOn: string | null): string | null {
  return announcedOn === null ? null : addDays(announcedOn, appealDays + 1);
}

/** What the law gives each step after a minuted decision, and whether it was kept. */
export interface LegalDays {
  readonly adjustBy: string;
  readonly isAdjustedLate: boolean;
  readonly announceBy: string | null;
  readonly isAnnouncedLate: boolean;
}

/** The last days for adjusting and announcing the minutes of a decision, by kommunallagen. A step not taken yet is late from the next day. */
export function legalDays(
  decision: {
    readonly decidedOn: string;
    readonly adjustedOn: string | null;
    readonly announcedOn: string | null;
  },
  today: string,
): LegalDays {
  const adjustBy = addDays(decision.decidedOn, adjustDays);
  const announceBy = decision.adjustedOn === null ? null : addDays(decision.adjustedOn, announceDays);
  return {
    adjustBy,
    isAdjustedLate: (decision.adjustedOn ?? today) > adjustBy,
    announceBy,
    isAnnouncedLate: announceBy !== null && (decision.announcedOn ?? today) > announceBy,
  };
}
