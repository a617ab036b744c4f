import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseWords } from './clause-words.ts';
import { type ModelPolicy, readModelPolicy } from './model-policy.ts';

const markdown = readFileSync('policy/monsterpolicy/2026-11.md', 'utf8');
const catalogue = Array.from({ length: 49 }, (_, place) => `P${String(place + 1).padStart(2, '0')}`);

function readWhole(municipality: string | null): ModelPolicy {
  const reading = readModelPolicy(markdown, municipality);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value;
}

describe('the model policy', () => {
  const policy = readWhole('Björkby kommun');
  const tied = new Map(policy.ties.map((tie) => [tie.sentence, tie.clause]));

  it('has one sentence for each clause, in the catalogue’s order', () => {
    expect(policy.ties.map((tie) => tie.clause)).toEqual(catalogue);
    expect(tied.size).toBe(catalogue.length);
  });

  it('demands in the sentences that have a mark, and in no others', () => {
    const wrong = policy.text.sentences.filter(
      (sentence) => (sentence.demand !== null) !== tied.has(sentence.number),
    );
    expect(wrong.map((sentence) => sentence.text)).toEqual([]);
  });

  it('has its sections, and each clause in its own', () => {
    const top = policy.text.sections
      .filter((section) => section.level === 2)
      .map((section) => section.heading);
    expect(top).toEqual([
      'Bakgrund',
      'Vad är informationssäkerhet?',
      'Vems är ansvaret?',
      'Råd och stöd',
      'Mål',
      'Vem och vad policyn gäller',
      'Styrande dokument',
      'Organisation och roller',
      'Avtal',
      'Klassificering av information',
      'Incidenter, avvikelser och undantag',
      'Uppföljning',
    ]);
    const first = ['P01', 'P08', 'P09', 'P12', 'P13', 'P18', 'P21', 'P23', 'P35', 'P40', 'P44', 'P48'];
    let current = '';
    const begins = new Map<string, string>();
    for (const sentence of policy.text.sentences) {
      const section = policy.text.sections[sentence.section];
      if (section?.level === 2) current = section.heading;
      const clause = tied.get(sentence.number);
      if (clause !== undefined && !begins.has(current)) begins.set(current, clause);
    }
    // ”Organisation och roller” has its demands under headings of level 3.
    expect([...begins.values()]).toEqual(first);
  });

  it('is short, in short sentences', () => {
    const words = policy.text.sentences.map((sentence) => sentence.text.split(' ').length);
    const all = words.reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(900);
    expect(all).toBeLessThan(1300);
    expect(Math.max(...words)).toBeLessThanOrEqual(28);
    expect(all / words.length).toBeLessThan(15);
  });

  it('carries the municipality’s name, and no mark or placeholder, into the text', () => {
    expect(policy.text.title).toBe('Policy för informationssäkerhet i Björkby kommun');
    expect(readWhole(null).text.title).toBe('Policy för informationssäkerhet i kommunen');
    expect(JSON.stringify(policy.text)).not.toMatch(/\{P\d|\{kommun/u);
    expect(policy.text.leftovers.every((leftover) => leftover.reason === 'mark')).toBe(true);
  });

  it('has search words for each clause', () => {
    expect(Object.keys(clauseWords)).toEqual(catalogue);
  });
});

describe('readModelPolicy refuses', () => {
  it.each([
    ['a mark before any sentence', '{P01} Vi ska.', { code: 'markedWrong', sentence: ' {P01}' }],
    ['two marks on one sentence', 'Vi ska. {P01} {P02}', { code: 'markedWrong', sentence: ' {P02}' }],
    [
      'one clause marked twice',
      'Vi ska. {P01} Ni ska. {P01}',
      { code: 'markedWrong', sentence: 'Ni ska. {P01}' },
    ],
    [
      'the same sentence twice',
      'Vi ska. {P01} Vi ska. {P02}',
      { code: 'markedWrong', sentence: 'Vi ska. {P02}' },
    ],
    ['no demand', 'Vi vill.', { code: 'noRecognisableDemand', sentences: 1 }],
  ])('%s', (_name, text, refusal) => {
    expect(readModelPolicy(text, null)).toEqual({ ok: false, refusal });
  });
});
