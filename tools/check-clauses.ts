import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { clauseTexts } from '../src/clauses/clause.texts.ts';
import { clauses } from '../src/clauses/index.ts';
import { checkEdition, parseEdition } from '../src/governance/documents/policy-text/edition.ts';
import { readModelPolicy } from '../src/governance/documents/policy-text/model-policy.ts';
import type { PolicyText } from '../src/governance/documents/policy-text/policy-text.ts';
import { readPolicyText } from '../src/governance/documents/policy-text/read-policy-text.ts';
import { readTxt } from '../src/governance/documents/policy-text/txt.ts';

/**
 * Text and clauses agree, in both directions. For each model policy: every demand has its clause, every clause its one
 * sentence, under the heading that is its folder, and no weaker than it says. For each edition: every clause it names
 * exists and every clause is named; and, where the adopted text itself lies beside the project, sentence for sentence.
 */
const modelFolder = new URL('../policy/monsterpolicy/', import.meta.url);
const editionFolder = new URL('../policy/editions/', import.meta.url);
/** Adopted texts are no part of the project. Who has one puts it here to have it checked. */
const adoptedFolder = new URL('../../shared/policy/', import.meta.url);

const breaches: string[] = [];
const numbers = clauses.map((clause) => clause.number);
let sentences = 0;

for (const name of namesIn(modelFolder, /^\d{4}-\d{2}\.md$/)) checkModel(name);
for (const name of namesIn(editionFolder, /\.json$/)) checkAdopted(name);

for (const breach of breaches) console.error(`  ${breach}`);
console.log(
  breaches.length === 0
    ? `${numbers.length} clauses and ${sentences} sentences agree.`
    : `${breaches.length} disagreements between text and clauses.`,
);
process.exitCode = breaches.length === 0 && sentences > 0 ? 0 : 1;

function namesIn(folder: URL, pattern: RegExp): string[] {
  return readdirSync(folder).filter((name) => pattern.test(name));
}

function checkModel(name: string): void {
  const reading = readModelPolicy(readFileSync(new URL(name, modelFolder), 'utf8'), null);
  if (!reading.ok) {
    breaches.push(`${name}: cannot be read (${reading.refusal.code})`);
    return;
  }
  const { text, ties } = reading.value;
  sentences += text.sentences.length;
  const tied = new Map(ties.map((tie) => [tie.sentence, tie.clause]));
  for (const sentence of text.sentences) {
    const number = tied.get(sentence.number);
    if (sentence.demand !== null && number === undefined) {
      breaches.push(`${name}: no clause for the demand ”${sentence.text}”`);
    }
    if (number !== undefined && !numbers.includes(number))
      breaches.push(`${name}: there is no clause ${number}`);
  }
  for (const clause of clauses) {
    const tie = ties.find((one) => one.clause === clause.number);
    const sentence = text.sentences.find((one) => one.number === tie?.sentence);
    if (sentence === undefined) {
      breaches.push(`${name}: no sentence for ${clause.number} (${clause.id})`);
      continue;
    }
    const heading = headingOver(text.sections, sentence.section);
    if (heading !== clauseTexts.sv.sections[clause.section]) {
      breaches.push(`${name}: ${clause.number} stands under ”${heading}”, its file under ${clause.section}`);
    }
    // A text may ask for more than the clause was made for, never for less.
    if (sentence.demand !== 'ska' && sentence.demand !== clause.strength) {
      breaches.push(
        `${name}: ${clause.number} says ${clause.strength}, its sentence ${sentence.demand ?? 'nothing'}`,
      );
    }
  }
}

/** The heading of the highest level that a section stands under. */
function headingOver(parts: PolicyText['sections'], index: number): string {
  const highest = Math.min(...parts.map((part) => part.level));
  return parts.slice(0, index + 1).findLast((part) => part.level === highest)?.heading ?? '';
}

function checkAdopted(name: string): void {
  const edition = parseEdition(readFileSync(new URL(name, editionFolder), 'utf8'));
  const named = new Set(edition.sentences.flatMap((row) => row.clauses));
  for (const number of numbers) if (!named.has(number)) breaches.push(`${name}: no sentence for ${number}`);
  for (const number of named)
    if (!numbers.includes(number)) breaches.push(`${name}: there is no clause ${number}`);
  sentences += edition.sentences.length;
  const adopted = new URL(`${edition.id.replace(/-\d{4}$/, '')}-policy.txt`, adoptedFolder);
  if (!existsSync(adopted)) return;
  const file = readTxt(readFileSync(adopted));
  const reading = file.ok ? readPolicyText(file.value.text) : file;
  if (!reading.ok) {
    breaches.push(`${name}: its text cannot be read (${reading.refusal.code})`);
    return;
  }
  for (const fault of checkEdition(reading.value, edition, numbers))
    breaches.push(`${name}: ${JSON.stringify(fault)}`);
}
