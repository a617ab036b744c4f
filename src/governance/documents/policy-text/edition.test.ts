import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkEdition, type Edition, parseEdition } from './edition.ts';
import { readPolicyText } from './read-policy-text.ts';

const reading = readPolicyText('Vi ska klassa. Vi vill väl. Vi ska skydda.');
if (!reading.ok) throw new Error(reading.refusal.code);
const text = reading.value;

function edition(rows: readonly Partial<Edition['sentences'][number]>[]): Edition {
  const sentences = rows.map((row, place) => ({
    number: place + 1,
    hash: text.sentences[place]?.hash ?? '0'.repeat(64),
    clauses: [],
    ...row,
  }));
  return { id: 'bjorkby-2026', municipality: 'Björkby kommun', sentences };
}

describe('checkEdition', () => {
  it.each([
    ['agrees', edition([{ clauses: ['P40'] }, {}, { noDemand: 'overallAim' }]), []],
    [
      'other words',
      edition([{ clauses: ['P40'], hash: 'f'.repeat(64) }, {}, { noDemand: 'overallAim' }]),
      [{ kind: 'sentenceDiffers', sentence: 1 }],
    ],
    [
      'a demand bound to nothing',
      edition([{ clauses: ['P40'] }, {}, {}]),
      [{ kind: 'demandUnbound', sentence: 3 }],
    ],
    [
      'a sentence that the edition lacks',
      edition([{ clauses: ['P40'] }, {}]),
      [
        { kind: 'sentenceUnknown', sentence: 3 },
        { kind: 'demandUnbound', sentence: 3 },
      ],
    ],
    [
      'a sentence too many',
      edition([{ clauses: ['P40'] }, {}, { clauses: ['P40'] }, {}]),
      [{ kind: 'sentenceMissing', sentence: 4 }],
    ],
    [
      'a clause that is not in the catalogue',
      edition([{ clauses: ['P40'] }, {}, { clauses: ['P99'] }]),
      [{ kind: 'clauseUnknown', sentence: 3, clause: 'P99' }],
    ],
    [
      'a clause without a sentence',
      edition([{ noDemand: 'definition' }, {}, { noDemand: 'overallAim' }]),
      [{ kind: 'clauseUnbound', clause: 'P40' }],
    ],
  ])('finds %s', (_name, made, faults) => {
    expect(checkEdition(text, made, ['P40'])).toEqual(faults);
  });
});

describe('parseEdition', () => {
  it('reads what it is given back', () => {
    const made = edition([{ clauses: ['P40'] }, {}, { noDemand: 'overallAim' }]);
    expect(parseEdition(JSON.stringify(made))).toEqual(made);
  });

  it.each([
    [
      'words of the text',
      { ...edition([{}]), sentences: [{ number: 1, hash: '0'.repeat(64), clauses: [], text: 'Vi ska.' }] },
    ],
    ['an unknown reason', edition([{ noDemand: 'because' as 'definition' }])],
    ['a short hash', edition([{ hash: 'abc' }])],
    ['no sentences', edition([])],
  ])('refuses %s', (_name, made) => {
    expect(() => parseEdition(JSON.stringify(made))).toThrow();
  });
});

describe('the editions in the repository', () => {
  it.each(readdirSync('policy/editions'))('%s has its own name as id and binds all 49 clauses', (file) => {
    const kept = parseEdition(readFileSync(`policy/editions/${file}`, 'utf8'));
    expect(`${kept.id}.json`).toBe(file);
    expect(new Set(kept.sentences.flatMap((row) => row.clauses)).size).toBe(49);
    expect(kept.sentences.map((row) => row.number)).toEqual(kept.sentences.map((_, place) => place + 1));
  });
});
