/**
 * Makes an edition of a municipality's adopted text: node tools/make-edition.ts <text> <mapping> > policy/editions/<id>.json
 * The mapping is JSON as an edition's, where the rows' hashes may be left out: {id, municipality, sentences: [{number,
 * clauses, noDemand?}]}. Rows may be left out for sentences that are tied to nothing. An earlier edition is a mapping too.
 */
import { readFileSync } from 'node:fs';
import { checkEdition, parseEdition } from '../src/governance/documents/policy-text/edition.ts';
import { readPolicyText } from '../src/governance/documents/policy-text/read-policy-text.ts';
import { readTxt } from '../src/governance/documents/policy-text/txt.ts';

const [textPath, mappingPath] = process.argv.slice(2);
if (textPath === undefined || mappingPath === undefined) {
  throw new Error('usage: node tools/make-edition.ts <text> <mapping>');
}

const file = readTxt(readFileSync(textPath));
const reading = file.ok ? readPolicyText(file.value.text) : file;
if (!reading.ok) throw new Error(`the text cannot be read: ${JSON.stringify(reading.refusal)}`);

// parseEdition below checks the whole, so the mapping is only taken apart here.
const mapping = JSON.parse(readFileSync(mappingPath, 'utf8')) as { sentences: { number: number }[] };
const sentences = reading.value.sentences.map(({ number, hash }) => ({
  clauses: [],
  ...mapping.sentences.find((row) => row.number === number),
  number,
  hash,
}));
const edition = parseEdition(JSON.stringify({ ...mapping, sentences }));

// The catalogue has 49 clauses, P01–P49.
const catalogue = Array.from({ length: 49 }, (_, place) => `P${String(place + 1).padStart(2, '0')}`);
for (const fault of checkEdition(reading.value, edition, catalogue)) console.error(JSON.stringify(fault));

const rows = edition.sentences
  .map(({ number, hash, ...rest }) => `    ${JSON.stringify({ number, hash, ...rest })}`)
  .join(',\n');
const head = `  "id": ${JSON.stringify(edition.id)},\n  "municipality": ${JSON.stringify(edition.municipality)}`;
console.log(`{\n${head},\n  "sentences": [\n${rows}\n  ]\n}`);
