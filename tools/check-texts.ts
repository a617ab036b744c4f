import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasSingular, pluralOfOne, type Spoken } from './plural-texts.ts';

/**
 * Every Swedish text has an English one and they differ; a field that exists is a field somebody fills with a copy.
 * The types see to the keys; this sees to the words. Also: no word of English left in the Swedish, ”…” and not "…" in
 * Swedish, “…” and ’ in English, and no ”1 händelser”.
 */
const root = new URL('../src', import.meta.url).pathname;

/** Words that are the same in both languages, or names. */
const same = new Set([
  'Värna',
  'Sv',
  'En',
  'System',
  'Person',
  'Text',
  'Risk',
  'Policy',
  'Register',
  'Version',
  'Plan',
  'Status',
  'Film',
  'API',
  'Start',
  'IT',
  'E-post',
  'PIN',
  'QR',
  'Data',
  'Information',
  'Administration',
  'Administrator',
  'Process',
  '–',
  'EUPL-1.2',
  'Normal',
  'Node',
  'Form',
  'Demonstration',
  'Exempelkommun',
  'Överkalix kommun',
  'DATABASE_URL',
  'English',
  'Svenska',
]);

const breaches: string[] = [];
const entries = await readdir(root, { recursive: true, withFileTypes: true });
let count = 0;
for (const entry of entries.filter((one) => one.name.endsWith('.texts.sv.ts'))) {
  const path = join(entry.parentPath, entry.name);
  const swedish = firstExport(await import(pathToFileURL(path).href));
  const english = firstExport(await import(pathToFileURL(path.replace('.sv.ts', '.en.ts')).href));
  const name = entry.name.replace('.sv.ts', '');
  compare(swedish, english, name);
  figures(swedish, `${name}.sv`, 'sv');
  figures(english, `${name}.en`, 'en');
}
for (const breach of breaches) console.error(`  ${breach}`);
console.log(
  breaches.length === 0
    ? `${count} texts in both languages.`
    : `${breaches.length} faults among ${count} texts.`,
);
process.exitCode = breaches.length === 0 && count > 0 ? 0 : 1;

function firstExport(module: unknown): unknown {
  return Object.values(module as object)[0]; // a texts file has one export
}

function compare(swedish: unknown, english: unknown, path: string): void {
  if (typeof swedish === 'object' && swedish !== null && typeof english === 'object' && english !== null) {
    for (const key of Object.keys(swedish))
      compare(Reflect.get(swedish, key), Reflect.get(english, key), `${path}.${key}`);
    return;
  }
  count++;
  if (typeof swedish !== 'string' || typeof english !== 'string') {
    if (typeof swedish !== typeof english)
      breaches.push(`${path}: one is ${typeof swedish}, the other ${typeof english}`);
    return;
  }
  const bare = swedish.replace(/[\s.:…]+$/, '');
  const sameByNature =
    same.has(bare) || /^(OSL|P\d\d|K|R|T|S|[\d\W]*)( |$)/.test(swedish) || !/\p{L}{2}/u.test(swedish);
  if (swedish === english && !sameByNature) breaches.push(`${path}: the English is the Swedish: ${swedish}`);
  if (/\b(the|and|please|click|cancel|save|delete)\b/i.test(swedish))
    breaches.push(`${path}: English in the Swedish: ${swedish}`);
  if (/(^|[\s(])[”‘]\p{L}|\p{L}'\p{L}/u.test(english))
    breaches.push(`${path}: marks that are not English, which are “…” and ’: ${english}`);
  if (/(^|\s)"|"(\s|$|[.,])/.test(swedish)) breaches.push(`${path}: straight quotation marks: ${swedish}`);
}

/** The texts that take a figure, tried with one. */
function figures(group: unknown, path: string, spoken: Spoken): void {
  if (typeof group !== 'object' || group === null) return;
  for (const [key, text] of Object.entries(group)) {
    const noun = pluralOfOne(text, spoken);
    if (noun !== undefined && !hasSingular(group, noun, spoken))
      breaches.push(`${path}.${key}: says ”1 ${noun}”`);
    figures(text, `${path}.${key}`, spoken);
  }
}
