import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseFacts, impactMeasures, sectors, triageAnswers } from './case-facts.ts';
import { defaultData } from './default-data.ts';
import { evaluate } from './evaluate.ts';
import type { StageState } from './stages.ts';
import {
  answered,
  caseOf,
  decidedAgainst,
  municipality,
  no,
  party,
  sent,
  stageOf,
  standing,
  yes,
} from './testing/cases.ts';

const significant = yes('networkOrSystem', 'significant');
const breach = yes('personalData', 'riskToPeople', 'highRisk');
const c1 = 'cybersakerhet/upplysning';
const c2 = 'cybersakerhet/incidentanmalan';
const g1 = 'dataskydd/anmalan-till-imy';

describe('säkerhetsskydd goes first', () => {
  it('stops all else, and says only whom to tell', () => {
    const stopped = evaluate(
      caseOf({ answers: { ...significant, ...breach, ...yes('protectiveSecurity') } }),
      defaultData,
      new Date(),
    );
    expect(stopped.kind).toBe('stop');
    expect(stopped.duties.map((one) => one.duty.number)).toEqual(['S1', 'S2']);
    expect(stopped).toHaveProperty('contact', 'protectiveSecurityManager');
  });

  it('stops also when a single party answers so', () => {
    const cautious = { ...municipality, answers: yes('protectiveSecurity') };
    expect(evaluate(caseOf({ parties: [cautious] }), defaultData, new Date()).kind).toBe('stop');
  });

  it('a no or an open question stops nothing', () => {
    expect(evaluate(caseOf({ answers: no('protectiveSecurity') }), defaultData, new Date()).kind).toBe(
      'duties',
    );
    expect(evaluate(caseOf(), defaultData, new Date()).kind).toBe('duties');
  });
});

describe('where a clock stands', () => {
  const running = caseOf({ answers: { ...significant, ...breach } });

  it.each<[string, string, StageState]>([
    ['C1', '2026-11-02T08:00:00.000Z', 'running'],
    ['C1', '2026-11-03T01:59:59.999Z', 'running'],
    ['C1', '2026-11-03T02:00:00.000Z', 'dueSoon'],
    ['C1', '2026-11-03T08:00:00.000Z', 'dueSoon'],
    ['C1', '2026-11-03T08:00:00.001Z', 'late'],
    ['C2', '2026-11-04T13:59:59.999Z', 'running'],
    ['C2', '2026-11-04T14:00:00.000Z', 'dueSoon'],
    ['C2', '2026-11-05T08:00:00.001Z', 'late'],
    ['G1', '2026-11-05T08:00:00.000Z', 'dueSoon'],
    ['G3', '2026-11-02T08:00:00.000Z', 'dueSoon'],
    ['C4', '2026-11-05T08:00:00.000Z', 'waits'],
  ])('%s at %s: %s', (number, at, state) => {
    expect(stageOf(running, number, at).state).toBe(state);
  });

  it.each<[string, Partial<CaseFacts>, StageState, boolean]>([
    [
      'sent in time',
      { deliveries: [sent(c1, 'earlyWarning', '2026-11-03T08:00:00.000Z')] },
      'metInTime',
      false,
    ],
    ['sent late', { deliveries: [sent(c1, 'earlyWarning', '2026-11-03T08:00:00.001Z')] }, 'metLate', true],
    [
      'decided against in time',
      { decisions: [decidedAgainst(c1, '2026-11-03T07:00:00.000Z')] },
      'decidedAgainst',
      false,
    ],
    [
      'decided against late',
      { decisions: [decidedAgainst(c1, '2026-11-04T07:00:00.000Z')] },
      'decidedAgainst',
      true,
    ],
    [
      'decided against, and then sent',
      {
        decisions: [decidedAgainst(c1, '2026-11-02T09:00:00.000Z')],
        deliveries: [sent(c1, 'earlyWarning', '2026-11-02T10:00:00.000Z')],
      },
      'metInTime',
      false,
    ],
    [
      'sent in time, supplemented late',
      {
        deliveries: [
          sent(c1, 'earlyWarning', '2026-11-09T08:00:00.000Z'),
          sent(c1, 'earlyWarning', '2026-11-02T09:00:00.000Z'),
        ],
      },
      'metInTime',
      false,
    ],
  ])('%s', (_what, changed, state, isLate) => {
    const found = stageOf({ ...running, ...changed }, 'C1', '2026-11-10T08:00:00.000Z');
    expect([found.state, found.isLate]).toEqual([state, isLate]);
  });

  it('runs from when the case was noticed until somebody says when it was known', () => {
    const unknown = caseOf({ answers: significant, parties: [{ ...municipality, knowledge: null }] });
    const found = stageOf(unknown, 'C1', '2026-11-02T09:00:00.000Z');
    expect([found.dueAt, found.startIsAssumed]).toEqual(['2026-11-03T08:00:00.000Z', true]);
    const known = { ...municipality, knowledge: { at: '2026-11-02T12:30:15.000Z', reason: 'Bekräftat' } };
    const later = stageOf(
      caseOf({ answers: significant, parties: [known] }),
      'C1',
      '2026-11-02T13:00:00.000Z',
    );
    expect([later.dueAt, later.startIsAssumed]).toEqual(['2026-11-03T12:30:15.000Z', false]);
  });

  it('runs also while a decision is needed', () => {
    expect(stageOf(caseOf(), 'C1', '2026-11-03T09:00:00.000Z').state).toBe('late');
  });

  it('who offers trust services has 24 hours for the notification', () => {
    const trust = party('kommunen', ['coveredEntity', 'trustServiceProvider']);
    const found = stageOf(
      caseOf({ answers: significant, parties: [trust] }),
      'C2',
      '2026-11-02T09:00:00.000Z',
    );
    expect(found.dueAt).toBe('2026-11-03T08:00:00.000Z');
  });

  it('what the authority asks for is due when it says, and not before it has asked', () => {
    const request = {
      duty: 'cybersakerhet/delrapport',
      partyId: 'kommunen',
      askedAt: '2026-11-09T08:00:00.000Z',
    };
    const asked = { ...running, requests: [{ ...request, dueAt: '2026-11-12T15:00:00.000Z' }] };
    expect(stageOf(asked, 'C3', '2026-11-12T15:00:01.000Z')).toMatchObject({
      state: 'late',
      dueAt: '2026-11-12T15:00:00.000Z',
    });
    const open = { ...running, requests: [{ ...request, dueAt: null }] };
    expect(stageOf(open, 'C3', '2026-11-09T09:00:00.000Z')).toMatchObject({ state: 'dueSoon', dueAt: null });
  });

  it('the final report counts from the sent notification, and from the handling if it goes on', () => {
    const notified = { ...running, deliveries: [sent(c2, 'notification', '2026-11-04T20:00:00.000Z')] };
    const ended = { ...notified, handledAt: '2026-11-20T08:00:00.000Z' };
    expect(stageOf(ended, 'C4', '2026-11-21T08:00:00.000Z').dueAt).toBe('2026-12-04T22:59:59.999Z');
    expect(stageOf(notified, 'C5', '2026-11-21T08:00:00.000Z', 'progress').dueAt).toBe(
      '2026-12-04T22:59:59.999Z',
    );
    expect(stageOf(notified, 'C5', '2026-11-21T08:00:00.000Z', 'finalAfterHandling').state).toBe('waits');
    const later = { ...notified, handledAt: '2026-12-20T08:00:00.000Z' };
    // 20 January 2027 is a Wednesday.
    expect(stageOf(later, 'C5', '2026-12-21T08:00:00.000Z', 'finalAfterHandling').dueAt).toBe(
      '2027-01-20T22:59:59.999Z',
    );
  });

  it('changed facts have 14 days from the Swedish day they changed', () => {
    const changed = caseOf({ answers: yes('registrationChanged'), registrationChangedOn: '2026-11-03' });
    expect(stageOf(changed, 'C8', '2026-11-04T08:00:00.000Z').dueAt).toBe('2026-11-17T22:59:59.999Z');
  });
});

describe('several parties', () => {
  const school = party('skolan', ['controller'], {
    legalEntityId: 'kommunen',
    knowledge: { at: '2026-11-03T07:00:00.000Z', reason: 'Leverantörens brev' },
  });
  const company = party('bolaget', ['coveredEntity', 'controller'], { sectors: ['energy'] });

  it('each has its own duties and clocks, and answers that are its own', () => {
    const facts = caseOf({
      answers: { ...significant, ...breach },
      parties: [
        municipality,
        { ...school, answers: no('highRisk') },
        { ...company, answers: no('personalData') },
      ],
    });
    expect(standing(facts, 'C1', { partyId: 'skolan' }).because).toEqual({
      code: 'roleMissing',
      role: 'coveredEntity',
    });
    expect(standing(facts, 'C1', { partyId: 'bolaget' }).verdict).toBe('thresholdMet');
    expect(standing(facts, 'G1', { partyId: 'skolan' }).stages[0]?.dueAt).toBe('2026-11-06T07:00:00.000Z');
    expect(standing(facts, 'G1').stages[0]?.dueAt).toBe('2026-11-05T08:00:00.000Z');
    expect(standing(facts, 'G1', { partyId: 'bolaget' }).verdict).toBe('doesNotArise');
    expect(standing(facts, 'G3', { partyId: 'skolan' }).verdict).toBe('decisionNeeded');
    expect(standing(facts, 'G3').verdict).toBe('thresholdMet');
  });

  it('what binds a legal entity is asked of a part only where the entity is not concerned', () => {
    const answers = yes('crime');
    const together = caseOf({ answers, parties: [municipality, school] });
    expect(standing(together, 'B1', { partyId: 'skolan' }).because.code).toBe('legalEntityAnswers');
    expect(standing(together, 'B1').verdict).toBe('decisionNeeded');
    const alone = caseOf({ answers, parties: [school] });
    expect(standing(alone, 'B1', { partyId: 'skolan' }).verdict).toBe('decisionNeeded');
  });

  it('a delivery and a decision count for the party that made them', () => {
    const facts = caseOf({
      answers: breach,
      parties: [municipality, school],
      deliveries: [sent(g1, 'notification', '2026-11-03T08:00:00.000Z', { partyId: 'skolan' })],
      decisions: [decidedAgainst('dataskydd/informera-registrerade', '2026-11-03T08:00:00.000Z')],
    });
    expect(standing(facts, 'G1', { partyId: 'skolan' }).stages[0]?.state).toBe('metInTime');
    expect(standing(facts, 'G1').stages[0]?.state).toBe('running');
    expect(standing(facts, 'G3').stages[0]?.state).toBe('decidedAgainst');
    expect(standing(facts, 'G3', { partyId: 'skolan' }).decision).toBeNull();
  });

  it('says when nobody is concerned yet', () => {
    expect(evaluate(caseOf({ parties: [] }), defaultData, new Date())).toMatchObject({
      isUnplaced: true,
      duties: [],
    });
  });
});

describe('the engine never says no by itself', () => {
  it('to an operator whose systems are concerned, whatever is measured and answered', () => {
    const measures = fc.record(
      Object.fromEntries(impactMeasures.map((name) => [name, fc.double({ min: 0, max: 100, noNaN: true })])),
      { requiredKeys: [] },
    );
    const consequence = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(
        measures,
        fc.option(fc.constantFrom(...triageAnswers), { nil: undefined }),
        fc.subarray([...sectors]),
        consequence,
        (impact, answer, hit, availability) => {
          const answers = answer === undefined ? {} : answered(answer, 'significant');
          const operator = party('kommunen', ['coveredEntity'], { sectors: hit });
          const facts = caseOf({ answers, impact, consequences: { availability }, parties: [operator] });
          for (const number of ['C1', 'C2', 'C4'])
            expect(standing(facts, number).verdict).not.toBe('doesNotArise');
        },
      ),
    );
  });
});

describe('a decision against a met threshold', () => {
  it('is allowed and shown as what it is, but where the law has an exception', () => {
    const decided = (duty: string, number: string) =>
      standing(
        caseOf({ answers: breach, decisions: [decidedAgainst(duty, '2026-11-02T09:00:00.000Z')] }),
        number,
      );
    expect(decided(g1, 'G1')).toMatchObject({ contradicts: true, stages: [{ state: 'decidedAgainst' }] });
    expect(decided('dataskydd/informera-registrerade', 'G3').contradicts).toBe(false);
  });
});
