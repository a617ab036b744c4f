import { describe, expect, it } from 'vitest';
import { defaultData } from '../../../duties/default-data.ts';
import { caseOf, no, party, yes } from '../../../duties/testing/cases.ts';
import { noUrgency, urgencyOf } from './nearest-clock.ts';

const start = '2026-11-02T08:00:00.000Z';
const now = new Date(Date.parse(start) + 3_600_000);
const controller = [party('kommunen', ['controller'])];
const of = (changed: object, state: Parameters<typeof urgencyOf>[0]['state'] = 'triaged') =>
  urgencyOf({ facts: caseOf(changed), data: defaultData, reports: [], state }, { now, language: 'sv' });

describe('what hurries most in a case', () => {
  it('is the clock that runs out first, also while a question decides whether it is to be reported', () => {
    const { nearest, unanswered } = of({ parties: controller, answers: yes('personalData') });
    expect(nearest).toMatchObject({ number: 'G1', partyId: 'kommunen', state: 'running', reportId: null });
    expect(unanswered).toBeGreaterThan(0);
  });

  it('counts a question once, whoever it concerns', () => {
    const both = [...controller, party('namnden', ['controller'])];
    expect(of({ parties: both, answers: {} }).unanswered).toBe(
      of({ parties: controller, answers: {} }).unanswered,
    );
  });

  it('has one question less to wait for when one has been answered with no', () => {
    const asked = of({ parties: controller, answers: yes('personalData') }).unanswered;
    const answers = { ...yes('personalData'), ...no('riskToPeople') };
    expect(of({ parties: controller, answers }).unanswered).toBeLessThan(asked);
  });

  it.each([
    ['nobody has said whom it concerns', { parties: [] }, 'triaged'],
    ['nobody has assessed it', { parties: controller }, 'reported'],
    ['it is merged into another', { parties: controller }, 'merged'],
    [
      'protective security may be concerned',
      { parties: controller, answers: yes('protectiveSecurity') },
      'triaged',
    ],
  ] as const)('is nothing where %s', (_where, changed, state) => {
    expect(of(changed, state)).toEqual(noUrgency);
  });
});
