import { expect, test } from 'vitest';
import { isWalked, type Progress, stepsOf } from './steps.ts';

const nothing: Progress = {
  units: 0,
  people: 1,
  appointments: 1,
  policy: 'none',
  information: 0,
  classified: 0,
};
const everything: Progress = {
  units: 4,
  people: 9,
  appointments: 3,
  policy: 'adopted',
  information: 2,
  classified: 1,
};

test.each([
  ['a new installation', nothing, 'next later later later later'],
  ['with units', { ...nothing, units: 4 }, 'done next later later later'],
  ['people whom nobody has appointed', { ...nothing, units: 4, people: 9 }, 'done next later later later'],
  ['the policy first of all', { ...nothing, policy: 'adopted' as const }, 'next later done later later'],
  ['a draft is no policy', { ...everything, policy: 'draft' as const }, 'done done next done done'],
  ['information without class', { ...everything, classified: 0 }, 'done done done done next'],
  ['all of it', everything, 'done done done done done'],
])('%s', (_case, progress, states) => {
  expect(
    stepsOf(progress)
      .map((step) => step.state)
      .join(' '),
  ).toBe(states);
  expect(isWalked(progress)).toBe(!states.includes('next'));
});

test('a draft is gone on with, not read in anew', () => {
  const policyOf = (progress: Progress) => stepsOf(progress).find((one) => one.step === 'policy')?.to;
  expect(policyOf(nothing)).toBe('/styrdokument/las-in');
  expect(policyOf({ ...nothing, policy: 'draft' })).toBe('/styrdokument');
});
