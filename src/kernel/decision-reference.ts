import { parseDay } from './format.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * Where a decision stands written. Three kinds are told apart because they are found in different places: a minuted
 * decision by a body (a section of its minutes), a decision by delegation (a point of the delegation order, reported
 * to the body: kommunallagen 2017:725, 6 kap. 40 §) and mere execution (verkställighet), which is neither.
 */
export type DecisionReference =
  | {
      readonly kind: 'body';
      /** Abbreviation or name, `KF`, `Bygg- och miljönämnden`. */
      readonly body: string;
      readonly date: string;
      readonly section: number;
      readonly diaryNumber: string | null;
    }
  | {
      readonly kind: 'delegation';
      readonly date: string;
      /** Point of the delegation order, `4.2`. */
      readonly point: string;
      readonly diaryNumber: string | null;
    }
  | { readonly kind: 'execution'; readonly date: string; readonly diaryNumber: string | null };

/** What a reference looks like; shown beside fields and in refusals. */
export const decisionExample = 'KF 2026-06-15 § 47, dnr KS 2026/123';

/** Longest text that is tried: a name of a body and two numbers never come near it. */
const longest = 200;

const dayPattern = String.raw`(?:den )?(?<date>\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]+ \d{4})`;
const sectionPattern = String.raw`(?:§{1,2}|paragraf|par\.) ?(?<section>\d{1,4})`;
const bodyPattern = String.raw`(?<body>\p{L}[\p{L} .&()'-]{0,99}?)`;
const gap = String.raw`[ ,/]+`;

// The same four parts in the orders they are met with: `KF 2026-06-15 § 47` and `KF § 47/2026-06-15`.
const bodyForms = [
  new RegExp(`^${bodyPattern}${gap}${dayPattern}[ ,/]*${sectionPattern}$`, 'iu'),
  new RegExp(`^${bodyPattern}[ ,/]*${sectionPattern}${gap}${dayPattern}$`, 'iu'),
];
const delegationForm = new RegExp(
  `^delegation(?:sbeslut)?:?${gap}${dayPattern}${gap}(?:punkt|pkt\\.?|p\\.?) ?(?<point>\\d{1,3}(?:\\.\\d{1,3}){0,4})$`,
  'iu',
);
const executionForm = new RegExp(`^(?:ren )?verkställighet(?:sbeslut|såtgärd)?:?${gap}${dayPattern}$`, 'iu');
const reservedWords = /^(?:delegation|delegationsbeslut|(?:ren )?verkställighet(?:sbeslut|såtgärd)?)$/iu;

const diaryForm = /^(?<head>.*?)[ ,;(]+(?:dnr|diarienr|diarienummer)[.:]* ?(?<diary>[^()]+)\)?$/iu;
// Every diary has its own form (KS 2026/123, KS/2026:74, KS-2026-00074), so its separators are kept as written.
const diaryNumberForm =
  /^(?:(?<series>\p{L}{1,12})(?<join>[ /:.-]?))?(?<number>\d{4}[/:.-]\d{1,7}(?:[-.]\d{1,4})?)$/u;

/**
 * Reads a reference as people write it: with or without spaces and commas, `§47`, `dnr:`, the day before or after the
 * section, the day in words. Null when a part is missing or the day does not exist.
 */
export function parseDecision(text: string): DecisionReference | null {
  if (text.length > longest) return null;
  const plain = text
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .replace(/[.,;]$/u, '');
  const withDiary = diaryForm.exec(plain);
  const head = (withDiary?.groups?.['head'] ?? plain).trim().replace(/[,;]$/u, '');
  const diaryNumber = withDiary === null ? null : readDiaryNumber(withDiary.groups?.['diary'] ?? '');
  if (diaryNumber === undefined) return null;
  return readHead(head, diaryNumber);
}

/** The one form that is stored: ordinary spaces, the day as ISO 8601, `§ 47`, `dnr` before the diary number. */
export function printDecision(reference: DecisionReference): string {
  const diary = reference.diaryNumber === null ? '' : `, dnr ${reference.diaryNumber}`;
  switch (reference.kind) {
    case 'body':
      return `${reference.body} ${reference.date} § ${reference.section}${diary}`;
    case 'delegation':
      return `Delegationsbeslut ${reference.date} punkt ${reference.point}${diary}`;
    case 'execution':
      return `Verkställighet ${reference.date}${diary}`;
  }
}

/**
 * A stored reference as it is set on a page: no line breaks between `§`, `punkt` or `dnr` and what belongs to it, nor
 * within a diary number (Svenska skrivregler). A text that is no reference is returned as it came.
 */
export function typesetDecision(stored: string): string {
  const reference = parseDecision(stored);
  if (reference === null) return stored;
  const [head = '', diary] = printDecision(reference).split(', dnr ');
  const joined = head.replace(/(§|punkt) /u, '$1\u00a0');
  return diary === undefined ? joined : `${joined}, dnr\u00a0${diary.replaceAll(' ', '\u00a0')}`;
}

/** Codes that {@link readDecision} may refuse with. */
export const decisionRefusals = ['decisionUnreadable', 'decisionInFuture'] as const;

/** What a person typed, in its stored form; null stays null. Refused: what cannot be read, and a day not yet come. */
export function readDecision(
  text: string | null,
  today: string,
  field = 'decision',
): string | Refusal | null {
  if (text === null) return null;
  const reference = parseDecision(text);
  if (reference === null)
    return refuse('decisionUnreadable', { field, parameters: { example: decisionExample } });
  if (reference.date > today) return refuse('decisionInFuture', { field });
  return printDecision(reference);
}

function readHead(head: string, diaryNumber: string | null): DecisionReference | null {
  const execution = executionForm.exec(head)?.groups;
  if (execution !== undefined) {
    const date = readDate(execution['date'] ?? '');
    return date === null ? null : { kind: 'execution', date, diaryNumber };
  }
  const delegation = delegationForm.exec(head)?.groups;
  if (delegation !== undefined) {
    const date = readDate(delegation['date'] ?? '');
    return date === null ? null : { kind: 'delegation', date, point: delegation['point'] ?? '', diaryNumber };
  }
  for (const form of bodyForms) {
    const parts = form.exec(head)?.groups;
    if (parts === undefined) continue;
    const date = readDate(parts['date'] ?? '');
    const section = Number(parts['section']);
    const body = readBody(parts['body'] ?? '');
    if (date !== null && section > 0 && body !== null)
      return { kind: 'body', body, date, section, diaryNumber };
  }
  return null;
}

/** `kf` is written in haste for `KF`; a longer word is a name and keeps its letters. */
function readBody(text: string): string | null {
  const body = text.trim();
  if (body === '' || reservedWords.test(body)) return null;
  return /^\p{Ll}{2,4}$/u.test(body) ? body.toLocaleUpperCase('sv') : body;
}

const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(
  ' ',
);

function readDate(text: string): string | null {
  const words = /^(\d{1,2}) ([a-z]+) (\d{4})$/iu.exec(text);
  const month = words === null ? 0 : months.indexOf((words[2] ?? '').toLowerCase()) + 1;
  const two = (number: number | string) => String(number).padStart(2, '0');
  const iso = words === null ? text : `${words[3]}-${two(month)}-${two(words[1] ?? '')}`;
  return parseDay(iso) === undefined ? null : iso;
}

/** Undefined when it is no diary number. A series in small letters, `ks 2026/123`, gets its capitals. */
function readDiaryNumber(text: string): string | undefined {
  const parts = diaryNumberForm.exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const series = parts['series'];
  if (series === undefined) return parts['number'];
  const capital = /^\p{Ll}+$/u.test(series) ? series.toLocaleUpperCase('sv') : series;
  const join = parts['join'] === '' ? ' ' : (parts['join'] ?? ' ');
  return `${capital}${join}${parts['number']}`;
}
