import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { addDays, dayOf, holds } from '../src/kernel/calendar.ts';
import type { Bilingual } from '../src/clauses/clause.ts';
import { recipientOn, termOn } from '../src/duties/dated.ts';
import { defaultData } from '../src/duties/default-data.ts';
import { type DutyVersion, type LegalDuty, recipientKeys, termKeys, tracks } from '../src/duties/duty.ts';
import { duties } from '../src/duties/index.ts';
import { openPoints } from '../src/duties/open-points.ts';
import { questions } from '../src/duties/questions.ts';

/**
 * Every duty is whole: a file at its path, its law cited and dated, words in both languages, a term and a recipient for
 * every day it has been in force, a question that raises it, and rows in the tests of its track. And the other way: every
 * file that declares a duty is listed, every key of a term or recipient is used. Prints each fault and exits 1.
 */
const folder = new URL('../src/duties/', import.meta.url);
const faults: string[] = [];
const today = dayOf(new Date());

const ids = duties.map((duty) => duty.id);
const numbers = duties.map((duty) => duty.number);
if (new Set(ids).size !== ids.length) faults.push('two duties have one id');
if (new Set(numbers).size !== numbers.length) faults.push('two duties have one number');

for (const duty of duties) checkDuty(duty);
checkFiles();
checkKeys();
for (const { question, why, key } of questions) checkWords(`the question ${key}`, [question, why]);
for (const { question, applied, key } of openPoints) checkWords(`the open point ${key}`, [question, applied]);

for (const fault of faults) console.error(`  ${fault}`);
console.log(
  faults.length === 0 ? `${duties.length} duties are whole.` : `${faults.length} faults in the duties.`,
);
process.exitCode = faults.length === 0 && duties.length > 0 ? 0 : 1;

function checkDuty(duty: LegalDuty): void {
  const { id, number, track, title, when, what, versions } = duty;
  if (!id.startsWith(`${track}/`)) faults.push(`${number}: its id ${id} is not in ${track}`);
  if (!existsSync(new URL(`${id}.ts`, folder))) faults.push(`${number}: there is no file ${id}.ts`);
  checkWords(number, [title, when, what]);
  if (!questions.some((one) => one.raises.includes(number))) faults.push(`${number}: no question raises it`);
  const tests = readFileSync(new URL(`${track}/${track}.test.ts`, folder), 'utf8');
  // Once among the numbers that are tried, and in a row that arises and one that does not.
  if (tests.split(`'${number}'`).length < 4) faults.push(`${number}: no rows in ${track}.test.ts`);
  if (versions.length === 0) faults.push(`${number}: it has no version`);
  versions.forEach((version, index) => {
    checkVersion(number, version);
    const next = versions[index + 1];
    if (next !== undefined && version.until !== addDays(next.from, -1))
      faults.push(`${number}: its versions do not meet at ${next.from}`);
  });
}

function checkVersion(number: string, version: DutyVersion): void {
  const { from, until, citation, verification, transition, exceptions, stages } = version;
  const name = `${number} from ${from}`;
  if (citation.length === 0) faults.push(`${name}: no law is cited`);
  if (verification.source === '' || verification.on > today)
    faults.push(`${name}: how it was read is not told`);
  checkWords(name, [transition, ...(exceptions === null ? [] : [exceptions])]);
  if (stages.length === 0) faults.push(`${name}: it has no stage`);
  for (const stage of stages) {
    checkWords(`${name}, ${stage.key}`, [stage.title, ...stage.fields.map((field) => field.label)]);
    if ((stage.fields.length === 0) !== (stage.fieldsVerification === null))
      faults.push(`${name}, ${stage.key}: its fields and how sure they are do not go together`);
    const keys = [stage.term, ...(stage.termFor === undefined ? [] : [stage.termFor.term])];
    for (const day of daysOf(from, until)) {
      for (const key of keys)
        if (termOn(defaultData, key, day) === null) faults.push(`${name}: no term ${key} on ${day}`);
      if (recipientOn(defaultData, stage.recipient, day) === null)
        faults.push(`${name}: no recipient ${stage.recipient} on ${day}`);
    }
  }
}

/** The days on which something can begin or end within a version. */
function daysOf(from: string, until: string | null): string[] {
  const rows = [...defaultData.terms, ...defaultData.recipients];
  const edges = rows.flatMap((row) => [row.from, ...(row.until === null ? [] : [addDays(row.until, 1)])]);
  return [...new Set([from, until ?? today, ...edges])].filter((day) => holds({ from, until }, day));
}

function checkWords(name: string, words: readonly Bilingual[]): void {
  for (const { sv, en } of words) {
    if (sv === '' || en === '' || sv === en) faults.push(`${name}: ”${sv}” is not in both languages`);
    if (/["]/.test(sv + en)) faults.push(`${name}: straight quotation marks in ”${sv}”`);
  }
}

function checkFiles(): void {
  for (const track of tracks) {
    for (const file of readdirSync(new URL(`${track}/`, folder)).filter((one) => one.endsWith('.ts'))) {
      const source = readFileSync(new URL(`${track}/${file}`, folder), 'utf8');
      const id = `${track}/${file.slice(0, -'.ts'.length)}`;
      if (/: LegalDuty = \{/.test(source) && !ids.includes(id))
        faults.push(`${id}.ts is not listed in index.ts`);
    }
  }
}

function checkKeys(): void {
  const stages = duties.flatMap((duty) => duty.versions.flatMap((version) => version.stages));
  const terms = new Set(stages.flatMap((stage) => [stage.term, stage.termFor?.term]));
  const recipients = new Set(stages.map((stage) => stage.recipient));
  for (const key of termKeys) if (!terms.has(key)) faults.push(`no stage has the term ${key}`);
  for (const key of recipientKeys) if (!recipients.has(key)) faults.push(`no stage has the recipient ${key}`);
}
