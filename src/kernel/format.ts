import type { Language } from './texts.ts';

// Forms of Swedish follow Svenska skrivregler (Språkrådet): hard space in numbers and before per cent,
// decimal comma, point in clock times, dates as ISO 8601 where they are data and in words where they are read.

const hardSpace = '\u00a0';
const minus = '\u2212';

const months: Record<Language, readonly string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A calendar day as text, `2026-06-15`. The same in both languages: it is data, not prose. */
export type DayText = string;

type DayParts = { year: number; month: number; day: number };

/** Year, month and day of `ÅÅÅÅ-MM-DD` (a time after it is ignored), or undefined if no such day exists. */
export function parseDay(text: string): DayParts | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const probe = new Date(Date.UTC(2000, month - 1, day));
  probe.setUTCFullYear(year, month - 1, day);
  const exists = probe.getUTCMonth() === month - 1 && probe.getUTCDate() === day;
  return exists ? { year, month, day } : undefined;
}

/** `15 juni 2026` or `15 June 2026`; what is no day is returned as it came. */
export function formatLongDate(date: DayText, language: Language): string {
  const parts = parseDay(date);
  if (parts === undefined) return date;
  return `${parts.day}${hardSpace}${months[language][parts.month - 1]} ${parts.year}`;
}

/** `3 300` and `12,5` in Swedish (hard space, decimal comma), `3,300` and `12.5` in English. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  if (!Number.isFinite(value)) return '–';
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? hardSpace : ',');
  const isZero = /^0+$/.test(whole) && (fraction === undefined || /^0+$/.test(fraction));
  const sign = value < 0 && !isZero ? minus : '';
  const point = language === 'sv' ? ',' : '.';
  return sign + grouped + (fraction === undefined ? '' : point + fraction);
}

/** Puts values where a sentence has `{name}`; a number as the language writes it. What no value is given for stays. */
export function fill(
  sentence: string,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : whole;
    return typeof value === 'number' ? formatNumber(value, language) : String(value);
  });
}

/** A share between 0 and 1 as `91 %` (hard space) or `91%`. */
export function formatPercent(share: number, language: Language, decimals = 0): string {
  return `${formatNumber(share * 100, language, decimals)}${language === 'sv' ? `${hardSpace}%` : '%'}`;
}

/** `163 av 180` or `163 of 180`. */
export function formatShare(numerator: number, denominator: number, language: Language): string {
  const word = language === 'sv' ? 'av' : 'of';
  return `${formatNumber(numerator, language)} ${word} ${formatNumber(denominator, language)}`;
}

/** The clock in Sweden at an instant (ISO 8601): `kl. 14.00` or `14:00`. */
export function formatClock(instant: string, language: Language): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const [hour, minute] = swedishMoment(moment).time.split(':');
  return language === 'sv' ? `kl.${hardSpace}${hour}.${minute}` : `${hour}:${minute}`;
}

/** The day in Sweden at an instant (ISO 8601), as `2026-06-15`. */
export function formatDay(instant: string): DayText {
  const moment = new Date(instant);
  return Number.isNaN(moment.getTime()) ? instant : swedishMoment(moment).day;
}

/** `15 juni 2026 kl. 14.00` or `15 June 2026, 14:00`, in Swedish time. */
export function formatMoment(instant: string, language: Language): string {
  if (Number.isNaN(new Date(instant).getTime())) return instant;
  const join = language === 'sv' ? ' ' : ', ';
  return formatLongDate(formatDay(instant), language) + join + formatClock(instant, language);
}

/** Whole days from one day to another, negative when `to` lies before; NaN if either is no day. */
export function daysBetween(from: DayText, to: DayText): number {
  const [start, end] = [parseDay(from), parseDay(to)];
  if (start === undefined || end === undefined) return Number.NaN;
  const millisecondsADay = 86_400_000;
  return (utc(end) - utc(start)) / millisecondsADay;
}

/** How far off a day is seen from today: `i dag`, `i morgon`, `om 3 dagar`, `för 2 dagar sedan`. */
export function formatRelativeDay(day: DayText, today: DayText, language: Language): string {
  const days = daysBetween(today, day);
  if (Number.isNaN(days)) return day;
  const near = { sv: ['i går', 'i dag', 'i morgon'], en: ['yesterday', 'today', 'tomorrow'] }[language][
    days + 1
  ];
  if (near !== undefined) return near;
  const count = formatNumber(Math.abs(days), language);
  if (language === 'sv') {
    return days > 0 ? `om ${count}${hardSpace}dagar` : `för ${count}${hardSpace}dagar sedan`;
  }
  return days > 0 ? `in ${count} days` : `${count} days ago`;
}

/** A list in a sentence: `a, b och c` or `a, b and c`. */
export function formatList(parts: readonly string[], language: Language): string {
  const word = language === 'sv' ? 'och' : 'and';
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts[parts.length - 1]}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A label as it is said within a sentence: `Informationsägare` → `informationsägare`, but `IT` stays, as in `head of IT`. */
export function inSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/** The text as HTML shows it, in an element or an attribute: nothing in it is markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The reverse of {@link escapeHtml}. */
export function unescapeHtml(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (entity) => Object.entries(entities).find(([, coded]) => coded === entity)?.[0] ?? entity,
  );
}

const swedishCollator = new Intl.Collator('sv-SE', { numeric: true, sensitivity: 'variant' });

/** Orders by the Swedish alphabet (å, ä, ö last) and numbers by value, in both languages: the names are Swedish. */
export function compareSwedish(left: string, right: string): number {
  return swedishCollator.compare(left, right);
}

const swedishClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function swedishMoment(moment: Date): { day: DayText; time: string } {
  const parts = new Map(swedishClock.formatToParts(moment).map((part) => [part.type, part.value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

function utc(parts: DayParts): number {
  return Date.UTC(parts.year, parts.month - 1, parts.day);
}
