import { expect, it } from 'vitest';
import { higherLevel, type RiskLevel, riskLevel, riskSteps } from './risk.ts';

it.each<[number, number, RiskLevel]>([
  [1, 1, 'low'],
  [1, 2, 'low'],
  [2, 1, 'low'],
  [1, 3, 'medium'],
  [2, 2, 'medium'],
  [1, 4, 'medium'],
  [3, 2, 'medium'],
  [2, 4, 'high'],
  [3, 3, 'high'],
  [4, 3, 'high'],
  [4, 4, 'extreme'],
])('consequence %i and likelihood %i is %s', (consequence, likelihood, level) => {
  expect(riskLevel({ consequence, likelihood })).toBe(level);
});

it('never falls when one of the two rises', () => {
  const order = ['low', 'medium', 'high', 'extreme'];
  for (const consequence of riskSteps)
    for (const likelihood of riskSteps) {
      const here = order.indexOf(riskLevel({ consequence, likelihood }));
      const more = Math.min(consequence + 1, 4);
      expect(order.indexOf(riskLevel({ consequence: more, likelihood }))).toBeGreaterThanOrEqual(here);
    }
});

it.each<[RiskLevel | null, RiskLevel | null, RiskLevel | null]>([
  [null, null, null],
  ['low', null, 'low'],
  [null, 'extreme', 'extreme'],
  ['low', 'medium', 'medium'],
  ['extreme', 'high', 'extreme'],
  ['high', 'high', 'high'],
])('the higher of %s and %s is %s', (one, other, higher) => {
  expect(higherLevel(one, other)).toBe(higher);
});
