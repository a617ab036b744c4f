import { describe, expect, test } from 'vitest';
import type { ClauseItem, PolicySentence } from './answers.ts';
import {
  blocksOf,
  clausesOutside,
  countVerdicts,
  isOpen,
  isSelected,
  topLevel,
  verdictOfSection,
} from './policy-text.ts';
import { rowsPath } from './rows.ts';
import { versionOn } from './use-policy.ts';

const sentence = (number: number, more: Partial<PolicySentence> = {}): PolicySentence => ({
  number,
  text: `Mening ${number}.`,
  demand: 'ska',
  clauses: [],
  version: 1,
  proposal: null,
  setAsideReason: null,
  setAsideDecision: null,
  responsibleOffice: null,
  attested: false,
  ...more,
});

const proposal = {
  way: 'clauses' as const,
  clauses: ['P28'],
  office: null,
  reason: null,
  words: [],
  isStrong: true,
};

const clause = (number: string, more: Partial<ClauseItem> = {}): ClauseItem => ({
  number,
  id: `bakgrund/${number}`,
  title: number,
  verdict: 'met',
  numerator: 1,
  denominator: 1,
  findings: 0,
  threshold: 100,
  responsible: 'manager',
  section: 'bakgrund',
  strength: 'ska',
  notes: [],
  receipt: { auditHead: '1', asOf: '2026-11-23', policyVersion: 'none', codeVersion: 'x' },
  ...more,
});

test('items that follow each other are one list; a paragraph without sentences is left out', () => {
  const sentences = new Map([1, 2, 3, 4].map((number) => [number, sentence(number)]));
  const paragraphs = [
    { kind: 'text' as const, sentences: [1] },
    { kind: 'item' as const, sentences: [2] },
    { kind: 'item' as const, sentences: [3] },
    { kind: 'text' as const, sentences: [] },
    { kind: 'text' as const, sentences: [4] },
  ];
  const blocks = blocksOf({ paragraphs }, sentences);
  expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'list', 'paragraph']);
  expect(blocks[1]).toEqual({ kind: 'list', items: [[sentence(2)], [sentence(3)]] });
});

test.each([
  ['nothing said of it', {}, true],
  ['tied', { clauses: ['P28'] }, false],
  ['proposed', { proposal }, false],
  ['attested by an office', { attested: true }, false],
  ['set aside', { setAsideReason: 'Anger målet.' }, false],
  ['no demand', { demand: null }, false],
])('a sentence is open or not: %s', (_case, more, open) => {
  expect(isOpen(sentence(1, more))).toBe(open);
});

test.each([
  [['met', 'partly', 'not_met'], 'not_met'],
  [['met', 'undetermined'], 'undetermined'],
  [['met', 'not_applicable'], 'met'],
  [[], null],
] as const)('a section with %j shows %s', (verdicts, shown) => {
  const clauses = new Map(
    verdicts.map((verdict, index) => [`P0${index}`, clause(`P0${index}`, { verdict })]),
  );
  const sentences = new Map([[1, sentence(1, { clauses: [...clauses.keys()] })]]);
  const section = { paragraphs: [{ kind: 'text' as const, sentences: [1] }] };
  expect(verdictOfSection(section, sentences, clauses)).toBe(shown);
});

describe('the selection', () => {
  test.each([
    ['all', 'met', true],
    ['mine', 'not_met', true],
    ['failing', 'not_met', true],
    ['failing', 'partly', true],
    ['failing', 'undetermined', false],
    ['failing', 'met', false],
  ] as const)('%s marks what is %s: %s', (selection, verdict, marked) => {
    expect(isSelected(clause('P28', { verdict }), selection, new Set(['manager']))).toBe(marked);
  });

  test('mine are those of the offices held', () => {
    expect(isSelected(clause('P28'), 'mine', new Set(['auditor']))).toBe(false);
  });
});

test('clauses that no sentence is tied to stand outside; all of them without a policy', () => {
  const all = [clause('P01'), clause('P02')];
  const policy = { sentences: [sentence(1, { clauses: ['P01'], proposal })] };
  expect(clausesOutside(policy, all).map((one) => one.number)).toEqual(['P02']);
  expect(clausesOutside(null, all)).toEqual(all);
});

test('verdicts are counted gravest first, and those that none has are left out', () => {
  const all = [clause('P01'), clause('P02', { verdict: 'not_met' }), clause('P03')];
  expect(countVerdicts(all)).toEqual([
    { verdict: 'not_met', count: 1 },
    { verdict: 'met', count: 2 },
  ]);
});

test('the highest heading decides, whatever level the text begins at', () => {
  const sections = [
    { heading: '', level: 0 },
    { heading: 'Ansvar', level: 2 },
    { heading: 'Chefer', level: 3 },
  ];
  expect(topLevel(sections)).toBe(2);
});

test.each([
  ['what fails', 'P28', 17, '', '/register/information?clause=P28'],
  ['nothing fails', 'P28', 0, '', '/register/information'],
  ['rows of several registers', 'P33', 2, '', '/krav/P33'],
  ['an earlier day', 'P28', 17, '2026-06-01', '/register/information?clause=P28&asOf=2026-06-01'],
  ['several registers, an earlier day', 'P33', 2, '2026-06-01', '/krav/P33?asOf=2026-06-01'],
])('the figure leads to its rows: %s', (_case, number, findings, asOf, path) => {
  expect(rowsPath({ number, findings }, asOf)).toBe(path);
});

test.each([
  ['before the first', '2025-12-31', null],
  ['on its first day', '2026-01-01', 'old'],
  ['the day before the next', '2026-06-30', 'old'],
  ['when the next has begun', '2026-07-01', 'new'],
])('the version of a day: %s', (_case, day, id) => {
  const versions = [
    { id: 'new', state: 'inForce', inForceFrom: '2026-07-01' },
    { id: 'old', state: 'superseded', inForceFrom: '2026-01-01' },
    { id: 'draft', state: 'draft', inForceFrom: null },
    { id: 'decided', state: 'decided', inForceFrom: '2025-01-01' },
  ];
  expect(versionOn(versions, day)).toBe(id);
});
