import type { Finding, Report } from './finding.ts';
import { wordsEn } from './words.en.ts';
import { type Words, wordsSv } from './words.sv.ts';

/** The words of a language. */
export function wordsOf(language: 'sv' | 'en'): Words {
  return language === 'en' ? wordsEn : wordsSv;
}

/** A fault in one line: what, what it may mean, and where. */
export function tellFinding(finding: Finding, words: Words): string {
  const { where } = words;
  const { leaf, until, size, event, table, row, version, detail } = finding;
  const isRange = leaf !== undefined && until !== undefined && until > leaf + 1;
  const places = [
    leaf === undefined ? null : `${where.leaf} ${leaf}${isRange ? ` ${where.to} ${until - 1}` : ''}`,
    size === undefined ? null : `${where.size} ${size}`,
    event === undefined || event === '' ? null : `${where.event} ${event}`,
    row === undefined ? null : `${where.row} ${table ?? ''}/${row}`,
    version === undefined ? null : `${where.version} ${version}`,
  ].filter((place) => place !== null);
  const what = words.findings[finding.code];
  const told =
    detail === undefined || detail === '' ? what : `${what} ${what.endsWith(':') ? detail : `(${detail})`}`;
  return `${finding.code}: ${told}${places.length === 0 ? '' : ` [${places.join(', ')}]`}`;
}

/** What was verified and what came of it, for a person: the outcome last. */
export function tellReport(report: Report, words: Words): string[] {
  const keys = report.keys.join(', ');
  const lines = [
    words.log(report.origin),
    words.size(String(report.size), report.root),
    words.checkpoints(String(report.checkpoints)),
    report.keysGiven ? words.keysGiven(keys) : words.keysOwn(keys),
    report.witnessed.length === 0 ? words.notWitnessed : words.witnessed(report.witnessed.join(', ')),
    words.rows(String(report.rows.checked)),
  ];
  if (report.rows.erased > 0) lines.push(words.rowsErased(String(report.rows.erased)));
  if (report.erased > 0) lines.push(words.erased(String(report.erased)));
  for (const { events, decision } of report.erasedBy) lines.push(words.erasedBy(String(events), decision));
  for (const finding of report.findings) lines.push(tellFinding(finding, words));
  const untold = report.faults - report.findings.length;
  if (untold > 0) lines.push(words.more(String(untold)));
  lines.push(report.ok ? words.whole : words.broken(String(report.faults)));
  return lines;
}
