import { describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { defaultData } from '../../../duties/default-data.ts';
import { caseOf, decidedAgainst, party, sent, yes } from '../../../duties/testing/cases.ts';
import { byUrgency, passedPercent, runningClocks } from './clock.ts';
import { timeLeft } from './time-left.ts';

const start = '2026-11-02T08:00:00.000Z';
const after = (hours: number): Date => new Date(Date.parse(start) + hours * 3_600_000);
const g1 = 'dataskydd/anmalan-till-imy';
const breach = {
  parties: [party('kommunen', ['controller'])],
  answers: yes('personalData', 'riskToPeople'),
};

describe('the step that a clock waits for', () => {
  const report = (state: 'draft' | 'approved' | 'sent') => [
    { id: newId<'IncidentReport'>(), partyId: 'kommunen', duty: g1, stage: 'notification', state },
  ];
  const g1Of = (changed: object, reports: Parameters<typeof runningClocks>[2], hours = 1) =>
    runningClocks(caseOf({ ...breach, ...changed }), defaultData, reports, after(hours)).find(
      ({ duty }) => duty.number === 'G1',
    );
  it.each([
    ['to decide', { answers: yes('personalData') }, [], 'decide'],
    ['to write', {}, [], 'write'],
    ['to write in what is begun and have it approved', {}, report('draft'), 'approve'],
    ['to send what is approved', {}, report('approved'), 'send'],
  ] as const)('is %s', (_what, changed, reports, step) => {
    expect(g1Of(changed, reports)?.step).toBe(step);
  });
  it.each([
    ['it has been sent', { deliveries: [sent(g1, 'notification', start)] }],
    ['it has been decided against', { decisions: [decidedAgainst(g1, start)] }],
    ['it does not arise', { answers: {}, parties: [party('bolaget', ['supplier'])] }],
  ])('is none when %s', (_what, changed) => {
    expect(g1Of(changed, [])).toBeUndefined();
  });
});

describe('the order of the board', () => {
  it('has what is out first, then what is due at once, then the nearest', () => {
    const clocks = [
      caseOf({ ...breach, id: 'late', parties: [party('kommunen', ['controller'])] }),
      caseOf({
        ...breach,
        id: 'running',
        parties: [
          party('kommunen', ['controller'], { knowledge: { at: after(70).toISOString(), reason: 'Larm' } }),
        ],
      }),
    ].flatMap((facts) => runningClocks(facts, defaultData, [], after(80)));
    const order = clocks.sort(byUrgency).map(({ caseId, standing }) => [caseId, standing.state]);
    expect(order[0]).toEqual(['late', 'late']);
    expect(order.at(-1)).toEqual(['running', 'running']);
    expect(order.slice(1, -1).every(([, state]) => state === 'dueSoon')).toBe(true);
  });
});

describe('how much of the time has passed', () => {
  it.each([
    [0, 0],
    [17.99, 24],
    [18, 25],
    [36, 50],
    [71.99, 99],
    [72, 100],
    [144, 200],
  ])('after %d of 72 hours it is %d per cent', (hours, percent) => {
    expect(passedPercent({ startsAt: start, dueAt: after(72).toISOString() }, after(hours))).toBe(percent);
  });
  it('is nothing without a figure, and all of a time that has no length', () => {
    expect(passedPercent({ startsAt: start, dueAt: null }, after(1))).toBeNull();
    expect(passedPercent({ startsAt: null, dueAt: start }, after(1))).toBeNull();
    expect(passedPercent({ startsAt: start, dueAt: start }, after(0))).toBe(100);
  });
});

describe('the time left in words', () => {
  it.each([
    ['a month', 31 * 24 + 5.5, { isOut: false, days: 31, hours: 5, minutes: 0 }],
    ['two days', 48, { isOut: false, days: 2, hours: 0, minutes: 0 }],
    ['a minute less', 48 - 1 / 60, { isOut: false, days: 0, hours: 47, minutes: 59 }],
    ['half an hour', 0.5, { isOut: false, days: 0, hours: 0, minutes: 30 }],
    ['none', 0, { isOut: false, days: 0, hours: 0, minutes: 0 }],
    ['it ran out', -3.25, { isOut: true, days: 0, hours: 3, minutes: 15 }],
  ])('%s', (_what, hours, expected) => {
    expect(timeLeft(after(hours).toISOString(), after(0))).toEqual(expected);
  });
});
