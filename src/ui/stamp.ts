import { formatClock, formatDay } from '../kernel/format.ts';
import type { Language } from '../kernel/texts.ts';

/** A moment (ISO 8601) as a table has it, in Swedish time: `2026-06-15 14.00` or `2026-06-15 14:00`. In sentences it is `formatMoment`. */
export function formatStamp(instant: string, language: Language): string {
  return `${formatDay(instant)} ${formatClock(instant, language).replace(/^kl\.\s/, '')}`;
}
