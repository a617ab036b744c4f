import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registers } from '../app.ts';
import type { AnyRegister } from '../kernel/register.ts';
import type { Leaf } from '../kernel/audit/leaf.ts';
import { detailsOf, dictionaryOf, mentioned, phraseOf, registerWord, type Speech } from './words.ts';

const dictionary = dictionaryOf(registers);
const speech = (language: 'sv' | 'en', names: Record<string, string> = {}): Speech => ({
  dictionary,
  language,
  names: new Map(Object.entries(names)),
});

/** Every kind of event that the source can tell the log, found in the source itself. */
async function kindsInSource(): Promise<string[]> {
  const root = join(import.meta.dirname, '..');
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !/test|texts|pages\//.test(file),
  );
  const kinds = new Set<string>();
  for (const file of files) {
    const source = await readFile(join(root, file), 'utf8');
    for (const [, kind = ''] of source.matchAll(/[kK]ind(?: =|:) *['`]([a-zA-Z]+\.[a-zA-Z]+)['`]/g))
      kinds.add(kind);
    // What bodies, entities and units have in common is written once for all three.
    for (const [, verb = ''] of source.matchAll(/kind: `\$\{register\}\.([a-zA-Z]+)`/g)) {
      const three = ['unit', 'entity', 'body'].map((name) => `${name}.${verb}`);
      for (const kind of three) if (!kind.startsWith('unit') || dictionary.phrases.has(kind)) kinds.add(kind);
    }
  }
  return [...kinds].sort();
}
const kinds = await kindsInSource();

describe('the words for events', () => {
  it('are looked for in the whole source', () => {
    expect(kinds.length).toBeGreaterThan(70);
    expect(kinds).toEqual(
      expect.arrayContaining(['access.refused', 'body.ended', 'session.opened', 'unit.reorganised']),
    );
  });

  it.each([...kinds, ...dictionary.phrases.keys()])('%s is a sentence in both languages', (kind) => {
    const register = kind.slice(0, kind.indexOf('.'));
    const [sv, en] = [phraseOf(kind, register, speech('sv')), phraseOf(kind, register, speech('en'))];
    expect(sv).not.toContain(kind);
    expect(en).not.toContain(kind);
    expect(sv).not.toBe(en);
    // They follow a name in a sentence, and the page ends it.
    for (const phrase of [sv, en]) expect(phrase).toMatch(/^\p{Ll}.*[^.]$/u);
  });

  it.each(['sv', 'en'] as const)('each register has a word of its own to be chosen by (%s)', (language) => {
    const names = [...dictionary.registers.keys()];
    const words = names.map((name) => registerWord(name, speech(language)));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  const all: readonly AnyRegister[] = registers;
  it.each(
    all.flatMap((one) => [...one.actions, ...one.views].map((declared) => declared.permission.register)),
  )('reading, searching, exporting, printing and disclosing %s is a sentence', (register) => {
    for (const verb of ['read', 'searched', 'exported', 'printed', 'disclosed']) {
      // The log says of itself in its own words; the test above reads them.
      if (dictionary.phrases.has(`${register}.${verb}`)) continue;
      expect(phraseOf(`${register}.${verb}`, register, speech('sv'))).toMatch(/^\p{Ll}.* \p{Lu}/u);
    }
  });
});

const unit = '01900000-0000-7000-8000-000000000001';
const person = '01900000-0000-7000-8000-000000000002';
const leafOf = (told: Partial<Leaf>): Leaf => ({
  v: 1,
  id: unit,
  at: '2026-11-23T10:00:00.000Z',
  kind: 'information.described',
  actor: { kind: 'person', person },
  register: 'information',
  record: null,
  touched: [],
  changes: [],
  data: null,
  reason: null,
  salt: '',
  ...told,
});

describe('a value in words', () => {
  it.each<[string, Leaf['changes'][number], string, string | null, string | null]>([
    ['a text', { field: 'name', from: 'Lön', to: 'Löner' }, 'Namn', 'Lön', 'Löner'],
    [
      'a choice',
      { field: 'personalData', from: 'none', to: 'sensitive' },
      'Personuppgifter',
      'Inga personuppgifter',
      'Känsliga personuppgifter',
    ],
    ['several', { field: 'carriers', from: [], to: ['paper', 'film'] }, 'Former', null, 'Papper och Film'],
    ['a level', { field: 'confidentiality', from: null, to: 2 }, 'Konfidentialitet', null, '2 – Betydande'],
    ['a day', { field: 'decidedOn', from: null, to: '2026-06-05' }, 'Beslutsdatum', null, '5\u00a0juni 2026'],
    ['yes and no', { field: 'conditionsMet', from: false, to: true }, 'Villkoren är uppfyllda', 'Nej', 'Ja'],
    ['a known unit', { field: 'unitId', from: null, to: unit }, 'Enhet', null, 'Skolan'],
    [
      'an unseen person',
      { field: 'decidedBy', from: null, to: person },
      'Beslutad av',
      null,
      'en person som du inte kan se',
    ],
    [
      'a group',
      { field: 'reasons', from: null, to: { integrity: 'Löner', availability: null } },
      'Skäl',
      null,
      'Riktighet: Löner',
    ],
    ['what has no word', { field: 'carriers', from: ['tape'], to: null }, 'Former', 'tape', null],
  ])('%s', (_what, change, label, from, to) => {
    const known = speech('sv', { [`unit:${unit}`]: 'Skolan' });
    expect(detailsOf(leafOf({ changes: [change] }), known)).toEqual([{ label, from, to }]);
  });

  it('what was empty and stays empty is not told', () => {
    const changes = [{ field: 'description', from: null, to: '' }];
    expect(detailsOf(leafOf({ changes }), speech('sv'))).toEqual([]);
  });

  it('what else the event tells is told where it has a label', () => {
    const data = { enteredFor: person, recipient: 'Tidningen', inner: 7 };
    expect(detailsOf(leafOf({ data }), speech('en', { [`person:${person}`]: 'Maria Lind' }))).toEqual([
      { label: 'Entered for', from: null, to: 'Maria Lind' },
      { label: 'Recipient', from: null, to: 'Tidningen' },
    ]);
  });
});

it('every id in an event is looked up under the register that its field says', () => {
  const changes = [
    { field: 'unitId', from: null, to: unit },
    { field: 'informationIds', from: [person], to: null },
    { field: 'scopeId', from: null, to: unit },
  ];
  expect(mentioned(leafOf({ changes, record: person, touched: [`handling:${unit}`] }))).toEqual(
    [
      `handling:${unit}`,
      `unit:${unit}`,
      `information:${person}`,
      `?:${unit}`,
      `information:${person}`,
    ].filter((one, index, all) => all.indexOf(one) === index),
  );
});
