import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../case-facts.ts';
import type { DutyVerdict, ReasonCode } from '../duty.ts';
import { caseOf, standing } from './cases.ts';

/** Which duty, of what, the case where it differs from an empty one, and what is said of it and why. */
type Row = readonly [string, string, Partial<CaseFacts>, DutyVerdict, ReasonCode];

/** Tries the rows, and that each of the duties has rows where it arises or may, and where it does not. */
export function judges(numbers: readonly string[], rows: readonly Row[]): void {
  describe(numbers.join(', '), () => {
    it.each(rows)('%s: %s', (number, _what, changed, verdict, code) => {
      const found = standing(caseOf(changed), number);
      expect([found.verdict, found.because.code]).toEqual([verdict, code]);
      expect(found.stages.length > 0).toBe(verdict !== 'doesNotArise');
    });

    it.each(numbers)('%s is tried both ways', (number) => {
      const verdicts = new Set(rows.filter((row) => row[0] === number).map((row) => row[3]));
      expect(verdicts).toContain('doesNotArise');
      expect(verdicts.size).toBeGreaterThan(1);
    });
  });
}
