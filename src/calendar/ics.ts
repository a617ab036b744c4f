/** A moment before the end of an entry at which a calendar reminds of it. */
export interface Reminder {
  readonly minutesBefore: number;
}

/** An entry of a calendar, with its words in place. */
export interface CalendarEntry {
  /** The same for as long as it is the same entry (RFC 5545 §3.8.4.7). */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** A whole Swedish day, `2026-06-15`; or what lies between two instants. */
  readonly time: string | { readonly from: Date; readonly until: Date };
  readonly reminders: readonly Reminder[];
}

/** How many times an entry has changed since it was first there, and when it last did. */
export interface Revision {
  readonly sequence: number;
  readonly at: Date;
}

/** How often (ISO 8601) whoever follows is asked to come back. Calendars decide themselves; Outlook listens. */
const comeBackAfter = 'PT1H';
const longestLine = 75;

/**
 * A calendar as RFC 5545 writes it, with the refreshing of RFC 7986. Clocks are instants in UTC, so that no definition of a time
 * zone is needed; due days are dates, which no time zone moves.
 */
export function calendarText(
  name: string,
  entries: readonly (CalendarEntry & { readonly revision: Revision })[],
): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Värna//Kalender//SV',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Europe/Stockholm',
    `REFRESH-INTERVAL;VALUE=DURATION:${comeBackAfter}`,
    `X-PUBLISHED-TTL:${comeBackAfter}`,
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function linesOf(entry: CalendarEntry & { readonly revision: Revision }): string[] {
  const { uid, summary, description, url, time, reminders, revision } = entry;
  const changed = utc(revision.at);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${revision.sequence}`,
    ...(typeof time === 'string'
      ? wholeDay(time)
      : [`DTSTART:${utc(time.from)}`, `DTEND:${utc(time.until)}`]),
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    `URL:${url}`,
    // Somebody with a task that is due is not for that away from her desk.
    'TRANSP:TRANSPARENT',
    ...reminders.flatMap(({ minutesBefore }) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(summary)}`,
      `TRIGGER;RELATED=END:-PT${minutesBefore}M`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** The end is the first day after (RFC 5545 §3.6.1). */
function wholeDay(day: string): string[] {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(next)}`];
}

const plain = (day: string): string => day.replaceAll('-', '');

/** An instant to the second, `20261124T130000Z`. */
function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** A text as a value (RFC 5545 §3.3.11). What no calendar can hold is left out: control characters but tab and line break. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** A line in parts of at most 75 octets (RFC 5545 §3.1), none of which begins in the middle of a character. */
export function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > longestLine) {
      parts.push(part);
      // The space that a continued line begins with is one of its octets.
      [part, length] = ['', 1];
    }
    part += character;
    length += octets;
  }
  return [...parts, part].join('\r\n ');
}
