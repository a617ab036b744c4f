import { createHash } from 'node:crypto';
import { mendPath, recordPath } from '../clauses/pages/mend.ts';
import { mendWords } from '../clauses/pages/mend.texts.ts';
import { formatMoment, formatNumber } from '../kernel/format.ts';
import { dayOf } from '../kernel/calendar.ts';
import { type Language, pickTexts } from '../kernel/texts.ts';
import { calendarTexts } from './calendar-feed.texts.ts';
import type { Due, DueClock, DueDay } from './due.ts';
import type { CalendarEntry } from './ics.ts';

/** The nearest so many: whoever owns thousands of records is not helped by them all. */
const mostEntries = 1000;
/** How long (ms) before its end a clock stands in the calendar, so that it can be seen there. */
const shownBefore = 30 * 60_000;
/** How long (minutes) before its end a calendar reminds of a clock. */
const remindedBefore = [12 * 60, 2 * 60];

/**
 * What is due as entries of a calendar, in order of time. A calendar is kept by somebody else and read on a locked screen: where the
 * log would be told of a reading, or something of a case is secret, the entry says only what kind of thing it is.
 */
export function entriesOf(
  due: readonly Due[],
  { language, publicUrl }: { readonly language: Language; readonly publicUrl: string },
): CalendarEntry[] {
  const host = new URL(publicUrl).hostname;
  const entries = due.map((one) =>
    one.kind === 'day'
      ? dayEntry(one, language, publicUrl, host)
      : clockEntry(one, language, publicUrl, host),
  );
  const when = ({ time }: CalendarEntry) => (typeof time === 'string' ? time : time.until.toISOString());
  // Two finders may know the same day; the calendar has it once.
  const once = new Map(entries.map((entry) => [entry.uid, entry]));
  return [...once.values()]
    .sort((one, other) => when(one).localeCompare(when(other)) || one.uid.localeCompare(other.uid))
    .slice(0, mostEntries);
}

function dayEntry(due: DueDay, language: Language, publicUrl: string, host: string): CalendarEntry {
  const texts = pickTexts(calendarTexts, language);
  const hides = due.concerns.length > 0;
  const named = { ...due, field: null, recordName: hides ? '' : due.recordName };
  const path = mendPath(named) ?? recordPath(due.register, due.recordId) ?? '/att-gora';
  const neutral: Readonly<Record<string, string>> = texts.neutral;
  return {
    uid: `${due.action}.${due.recordId}@${host}`,
    summary: hides ? (neutral[due.register] ?? texts.neutral.other) : taskOf(due, language),
    description: hides ? texts.hidden : '',
    url: `${publicUrl}${path}`,
    time: due.on,
    reminders: [],
  };
}

function taskOf({ action, recordName }: DueDay, language: Language): string {
  // What a finding to acknowledge is about is a person and not the text, and to comment is no clause's finding.
  const own: Readonly<Record<string, (title: string) => string>> = pickTexts(calendarTexts, language).tasks;
  return own[action]?.(recordName) ?? mendWords(action, recordName, language).task;
}

function clockEntry(due: DueClock, language: Language, publicUrl: string, host: string): CalendarEntry {
  const texts = pickTexts(calendarTexts, language);
  const { words, startsAt, dueAt } = due;
  const description =
    dueAt === null ? texts.atOnceText : texts.until(formatMoment(dueAt.toISOString(), language));
  return {
    uid: `clock.${opaque(due.key)}@${host}`,
    summary:
      words === null
        ? texts.neutral.clock
        : texts.clock(words, dueAt === null ? texts.atOnce : lengthOf(startsAt, dueAt, language)),
    description: words === null ? `${description} ${texts.hidden}` : description,
    url: `${publicUrl}${words === null ? '/klockor' : `/handelser/${due.caseId}`}`,
    time: dueAt === null ? dayOf(startsAt) : { from: new Date(dueAt.getTime() - shownBefore), until: dueAt },
    reminders: dueAt === null ? [] : remindedBefore.map((minutesBefore) => ({ minutesBefore })),
  };
}

/** Which duty it is stands in the key, and must not stand in the calendar. */
function opaque(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

const hour = 3_600_000;
/** Above so many hours the law counts in days or months. */
const mostHours = 96;

function lengthOf(from: Date, until: Date, language: Language): string {
  const texts = pickTexts(calendarTexts, language);
  const hours = Math.round((until.getTime() - from.getTime()) / hour);
  return hours <= mostHours
    ? texts.hours(formatNumber(hours, language))
    : texts.days(formatNumber(Math.round(hours / 24), language));
}
