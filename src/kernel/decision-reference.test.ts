import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type DecisionReference,
  decisionExample,
  parseDecision,
  printDecision,
  readDecision,
  typesetDecision,
} from './decision-reference.ts';
import { cpuTimeOf } from '../testing/cpu-time.ts';

const canonical = 'KF 2026-06-15 § 47, dnr KS 2026/123';

describe('a reference as people write it', () => {
  test.each([
    ['the stored form', canonical, canonical],
    ['hard spaces', 'KF 2026-06-15 §\u00a047, dnr\u00a0KS\u00a02026/123', canonical],
    ['no space after the sign', 'KF 2026-06-15 §47, dnr KS 2026/123', canonical],
    ['colon after dnr', 'KF 2026-06-15 § 47, dnr: KS 2026/123', canonical],
    ['point after dnr, no comma', 'KF 2026-06-15 § 47 dnr. KS 2026/123', canonical],
    ['the word in full', 'KF 2026-06-15 § 47 (diarienummer KS 2026/123)', canonical],
    ['section before the day', 'KF § 47/2026-06-15, dnr KS 2026/123', canonical],
    ['section before the day, spaced', 'KF § 47, 2026-06-15; dnr KS 2026/123.', canonical],
    ['commas everywhere', 'KF, 2026-06-15, § 47, dnr KS 2026/123', canonical],
    ['small letters', 'kf 2026-06-15 § 47, dnr ks 2026/123', canonical],
    ['the day in words', 'KF den 15 juni 2026, § 47, Dnr KS 2026/123', canonical],
    ['much white space', '  KF\t2026-06-15   §  47 ,  dnr  KS  2026/123 ', canonical],
    ['series set close', 'KF 2026-06-15 § 47, dnr KS2026/123', canonical],
    ['a name', 'Bygg- och miljönämnden 2026-06-15 § 7', 'Bygg- och miljönämnden 2026-06-15 § 7'],
    ['a small name', 'direktionen 2019-10-25, § 46', 'direktionen 2019-10-25 § 46'],
    ['an utskott', 'KS AU 2026-06-15 § 12', 'KS AU 2026-06-15 § 12'],
    ['another diary', 'KS 2026-06-15 § 1, dnr KS-2026-00074', 'KS 2026-06-15 § 1, dnr KS-2026-00074'],
    ['a diary with a colon', 'KS 2026-06-15 § 1, dnr KS/2026:74', 'KS 2026-06-15 § 1, dnr KS/2026:74'],
    ['a diary without series', 'KS 2026-06-15 § 1, dnr 2026/74', 'KS 2026-06-15 § 1, dnr 2026/74'],
    [
      'by delegation',
      'delegationsbeslut 2026-06-15, punkt 4.2, dnr KS 2026/9',
      'Delegationsbeslut 2026-06-15 punkt 4.2, dnr KS 2026/9',
    ],
    ['by delegation, short', 'Delegation 2026-06-15 p. 4', 'Delegationsbeslut 2026-06-15 punkt 4'],
    ['execution', 'ren verkställighet 2026-06-15', 'Verkställighet 2026-06-15'],
    [
      'execution with diary',
      'Verkställighet 2026-06-15, dnr KS 2026/9',
      'Verkställighet 2026-06-15, dnr KS 2026/9',
    ],
  ])('%s', (_what, text, stored) => {
    const reference = parseDecision(text);
    expect(reference === null ? null : printDecision(reference)).toBe(stored);
  });
});

describe('what is no reference', () => {
  test.each([
    ['nothing', ''],
    ['only words', 'enligt beslut'],
    ['no body', '2026-06-15 § 47'],
    ['no day', 'KF § 47'],
    ['no section', 'KF 2026-06-15, dnr KS 2026/123'],
    ['section nought', 'KF 2026-06-15 § 0'],
    ['a day that does not exist', 'KF 2026-02-30 § 47'],
    ['a month that does not exist', 'KF den 15 jumi 2026 § 47'],
    ['a diary number that is none', 'KF 2026-06-15 § 47, dnr vet ej'],
    ['an empty diary number', 'KF 2026-06-15 § 47, dnr '],
    ['delegation without a point', 'Delegationsbeslut 2026-06-15, dnr KS 2026/1'],
    ['delegation with a section', 'Delegationsbeslut 2026-06-15 § 4'],
    ['a markup', '<b>KF</b> 2026-06-15 § 47'],
    ['far too long', `${'K'.repeat(300)} 2026-06-15 § 47`],
  ])('%s', (_what, text) => {
    expect(parseDecision(text)).toBeNull();
  });
});

const day = fc
  .date({ min: new Date('1862-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const body = fc.constantFrom(
  'KF',
  'KS',
  'KS AU',
  'BMN',
  'Kommunfullmäktige',
  'Bygg- och miljönämnden',
  'Direktionen',
  'KSau',
);
const series = fc.constantFrom('KS ', 'KS/', 'KS-', 'Överf ', '');
const diaryNumber = fc.option(
  fc
    .tuple(
      series,
      fc.integer({ min: 1900, max: 2199 }),
      fc.constantFrom('/', ':', '-', '.'),
      fc.integer({ min: 1, max: 99_999 }),
    )
    .map(([letters, year, separator, number]) => `${letters}${year}${separator}${number}`),
);
const point = fc
  .array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));
const references: fc.Arbitrary<DecisionReference> = fc.oneof(
  fc.record({
    kind: fc.constant('body' as const),
    body,
    date: day,
    section: fc.integer({ min: 1, max: 9999 }),
    diaryNumber,
  }),
  fc.record({ kind: fc.constant('delegation' as const), date: day, point, diaryNumber }),
  fc.record({ kind: fc.constant('execution' as const), date: day, diaryNumber }),
);

it('reads back exactly what it prints, plain and typeset', () => {
  fc.assert(
    fc.property(references, (reference) => {
      expect(parseDecision(printDecision(reference))).toEqual(reference);
      expect(parseDecision(typesetDecision(printDecision(reference)))).toEqual(reference);
    }),
    { numRuns: 500 },
  );
});

it('answers any text at all with a reference or null, and prints what it read in one stable form', () => {
  const pieces = fc.constantFrom(
    'KF',
    ' ',
    '§',
    '47',
    '2026-06-15',
    'dnr',
    ':',
    ',',
    'KS 2026/1',
    'punkt',
    'Delegation',
    '(',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 14 }).map((some) => some.join('')),
      ),
      (text) => {
        const read = parseDecision(text);
        if (read !== null) expect(parseDecision(printDecision(read))).toEqual(read);
      },
    ),
    { numRuns: 1000 },
  );
});

it('sets a reference so that nothing is torn apart at the line’s end', () => {
  expect(typesetDecision(canonical)).toBe('KF 2026-06-15 §\u00a047, dnr\u00a0KS\u00a02026/123');
  expect(typesetDecision('Delegationsbeslut 2026-06-15 punkt 4.2')).toBe(
    'Delegationsbeslut 2026-06-15 punkt\u00a04.2',
  );
  expect(typesetDecision('enligt beslut')).toBe('enligt beslut');
});

it('reads an answer in a form, or says why not', () => {
  expect(readDecision(null, '2026-11-23')).toBeNull();
  expect(readDecision('kf 2026-06-15 §47', '2026-06-15')).toBe('KF 2026-06-15 § 47');
  expect(readDecision('kf 2026-06-15 §47', '2026-06-14')).toMatchObject({
    code: 'decisionInFuture',
    field: 'decision',
  });
  expect(readDecision('ja', '2026-11-23', 'decidedBy')).toMatchObject({
    code: 'decisionUnreadable',
    field: 'decidedBy',
    parameters: { example: decisionExample },
  });
});

it('reads a hostile text quickly', () => {
  const texts = [
    ' '.repeat(200),
    'K '.repeat(100),
    `${'K'.repeat(90)}${' , '.repeat(30)}`,
    'dnr '.repeat(50),
  ];
  expect(cpuTimeOf(() => texts.map((text) => parseDecision(text)))).toBeLessThan(200);
});
