import { expect, it } from 'vitest';
import { type Clause, sentenceOf, type Verdict } from '../clause.ts';
import type { Facts } from '../facts.ts';
import { judge } from '../judge.ts';
import { today } from './sample.ts';

/** One case of a clause: what the registers say, the verdict, and the message of each finding in order. */
export type Case = readonly [name: string, given: Facts, verdict: Verdict, ...messages: string[]];

/** Judges each case, and holds every finding to what all findings must be. */
export function judgesAs(clause: Clause, cases: readonly Case[]): void {
  for (const [name, given, verdict, ...messages] of cases) {
    it(`${clause.number}: ${name}`, () => {
      const judged = judge(clause, given, { today, threshold: 100 });
      expect(judged.findings.map((finding) => finding.message)).toEqual(messages);
      expect(judged.verdict).toBe(verdict);
      expect(judged.numerator + judged.findings.length).toBe(judged.denominator);
      for (const finding of judged.findings) {
        const swedish = sentenceOf(clause, finding, 'sv');
        expect(swedish).not.toBe(sentenceOf(clause, finding, 'en'));
        expect(swedish).not.toMatch(/undefined|null|\bNaN\b/);
      }
    });
  }
}
