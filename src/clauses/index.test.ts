import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registers } from '../app.ts';
import { sections } from './clause.ts';
import { followedNumbers } from './followed.ts';
import { clauses } from './index.ts';
import { judge } from './judge.ts';
import { noFacts } from './facts.ts';
import { mending } from './mending.ts';

describe('the list of clauses', () => {
  it('has P01 to P49, each once, in order', () => {
    const numbers = Array.from({ length: 49 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
    expect(clauses.map((one) => one.number)).toEqual(numbers);
  });

  it('has every file of the sections, each under the id that is its path', () => {
    const files = sections.flatMap((section) =>
      readdirSync(new URL(`./${section}/`, import.meta.url))
        .filter((name) => !name.endsWith('.test.ts'))
        .map((name) => `${section}/${name.replace(/\.ts$/, '')}`),
    );
    expect(clauses.map((one) => one.id).sort()).toEqual(files.sort());
    expect(clauses.every((one) => one.id.startsWith(`${one.section}/`))).toBe(true);
  });

  it('is in step with the list of clauses that are followed', () => {
    const followed = clauses.filter((one) => one.kind === 'computed').map((one) => one.number);
    expect(followed).toEqual([...followedNumbers]);
  });

  it.each(clauses)('$number has words in both languages that differ', (clause) => {
    for (const words of [clause.title, clause.demand, clause.measured, ...Object.values(clause.messages)]) {
      expect(words.sv).not.toBe(words.en);
    }
  });

  it.each(clauses)('$number is never met where nothing is known', (clause) => {
    const judged = judge(clause, noFacts, { today: '2026-11-23', threshold: 100 });
    expect(['undetermined', 'not_met']).toContain(judged.verdict);
  });

  it('mends only by actions that exist', () => {
    const actions: string[] = registers.flatMap((register) => register.actions.map((action) => action.name));
    expect(Object.values(mending).filter((name) => !actions.includes(name))).toEqual([]);
  });
});
