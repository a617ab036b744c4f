import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAsk } from './public-address.ts';
import { indexJson } from './public-json.ts';
import { document, version } from './testing.ts';

/** The names of the fields of an answer, at whatever depth. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

const about = document({ versions: [version({ number: 2 }), version({ number: 1, state: 'superseded' })] });
const answer = indexJson([about], 'Prov', 'https://varna.prov.example');

it('has no field that the handbook does not tell', () => {
  const handbook = readFileSync('docs/handbok/publicera.md', 'utf8');
  const [, chapter = ''] = handbook.split('## För program');
  const [told = ''] = chapter.split('\n## ');
  const words = new Set([...told.matchAll(/`(?:versions\[\]\.)?(\w+)`/g)].map(([, word]) => word));
  const names = new Set(namesIn(answer));
  expect([...names].filter((name) => !words.has(name))).toEqual([]);
});

it('gives addresses that are read as what they are for', () => {
  const [shown] = (answer as { documents: { versions: Record<string, string>[] }[] }).documents;
  const parts = shown?.versions.map((one) =>
    ['address', 'file', 'pdf'].map((name) => readAsk((one[name] ?? '').split('/dokument/')[1] ?? '')),
  );
  expect(parts?.map((asked) => asked.map((one) => [one?.number, one?.part]))).toEqual(
    [2, 1].map((number) => [
      [number, 'page'],
      [number, 'file'],
      [number, 'pdf'],
    ]),
  );
});
