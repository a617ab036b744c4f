import { describe, expect, it } from 'vitest';
import type { Answers } from './case-facts.ts';
import type { DutyData, Term } from './dated.ts';
import { defaultData } from './default-data.ts';
import { caseOf, municipality, sent, stageOf, standing, yes } from './testing/cases.ts';

const significant = yes('networkOrSystem', 'significant');
const breach = yes('personalData', 'riskToPeople', 'highRisk');
const c1 = 'cybersakerhet/upplysning';

describe('a law that changes', () => {
  const known = (at: string, answers: Answers = significant) =>
    caseOf({ answers, noticedAt: at, parties: [{ ...municipality, knowledge: { at, reason: 'Larm' } }] });

  it.each<[string, string, string]>([
    ['2026-01-14T22:59:59.999Z', 'doesNotArise', 'notInForce'],
    ['2026-01-14T23:00:00.000Z', 'thresholdMet', 'answeredYes'],
  ])('known at %s: %s', (at, verdict, code) => {
    const found = standing(known(at), 'C1', { at: new Date(at) });
    expect([found.verdict, found.because.code]).toEqual([verdict, code]);
  });

  it('an incident known on the last day of June and reported in July: the rule of June, the recipient of July', () => {
    const june = known('2026-06-30T18:00:00.000Z');
    const reported = { ...june, deliveries: [sent(c1, 'earlyWarning', '2026-07-01T09:00:00.000Z')] };
    const found = standing(reported, 'C1', { at: new Date('2026-07-02T08:00:00.000Z') });
    expect(found.version?.until).toBe('2026-06-30');
    expect(found.stages[0]).toMatchObject({ state: 'metInTime', dueAt: '2026-07-01T18:00:00.000Z' });
    expect(found.stages[0]?.recipient?.name).toMatch(/NCSC/);
    const sameDay = { ...june, deliveries: [sent(c1, 'earlyWarning', '2026-06-30T20:00:00.000Z')] };
    expect(
      standing(sameDay, 'C1', { at: new Date('2026-07-02T08:00:00.000Z') }).stages[0]?.recipient?.name,
    ).toMatch(/civilt försvar/);
  });

  it('a term changed between the breach and its report: the term of the day it was known', () => {
    const [old] = defaultData.terms.filter((one) => one.key === 'breachNotification');
    if (old === undefined) throw new Error('no term');
    const until: Term = { ...old, until: '2027-02-28' };
    const from: Term = { ...old, amount: 96, from: '2027-03-01' };
    const data: DutyData = { ...defaultData, terms: [until, from, ...defaultData.terms] };
    const due = (at: string) => stageOf(known(at, breach), 'G1', at, undefined, data).dueAt;
    expect(due('2027-02-28T22:59:59.000Z')).toBe('2027-03-03T22:59:59.000Z');
    expect(due('2027-02-28T23:00:00.000Z')).toBe('2027-03-04T23:00:00.000Z');
    // Asked about after the change it is still the term of February.
    const later = stageOf(
      known('2027-02-28T20:00:00.000Z', breach),
      'G1',
      '2027-03-02T08:00:00.000Z',
      undefined,
      data,
    );
    expect(later.dueAt).toBe('2027-03-03T20:00:00.000Z');
  });

  it('both acts on social services have the duty, each with its own paragraph', () => {
    const answers = yes('careAffected', 'misconduct');
    const cited = (at: string) =>
      standing(known(at, answers), 'V3', { at: new Date(at) }).version?.citation[0];
    expect(cited('2025-06-30T20:00:00.000Z')).toMatch(/2001:453/);
    expect(cited('2025-07-01T08:00:00.000Z')).toMatch(/2025:400/);
  });

  it('lex Maria turns on when it happened, not on when it was known', () => {
    const facts = {
      ...known('2017-10-02T08:00:00.000Z', yes('careAffected', 'seriousCareInjury')),
      occurredAt: '2017-09-30T08:00:00.000Z',
    };
    expect(standing(facts, 'V1', { at: new Date(facts.noticedAt) }).because).toEqual({
      code: 'notInForce',
      day: '2017-10-01',
    });
  });

  it('without a row for the day nothing is guessed', () => {
    const data: DutyData = { terms: [], recipients: [] };
    const found = stageOf(
      caseOf({ answers: significant }),
      'C1',
      '2026-11-02T09:00:00.000Z',
      undefined,
      data,
    );
    expect([found.term, found.dueAt, found.recipient, found.state]).toEqual([null, null, null, 'dueSoon']);
  });
});
