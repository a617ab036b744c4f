import { describe, expect, it } from 'vitest';
import type { CaseFacts } from './case-facts.ts';
import { defaultData } from './default-data.ts';
import { dutyShare, type Shortcoming } from './share.ts';
import { answered, caseOf, decidedAgainst, no, party, sent, yes } from './testing/cases.ts';

const controller = party('kommunen', ['controller']);
const settled = no('protectiveSecurity');
const breach = { ...settled, ...yes('personalData', 'riskToPeople') };
const g1 = 'dataskydd/anmalan-till-imy';
const g3 = 'dataskydd/informera-registrerade';
const record = sent('dataskydd/incidentforteckning', 'record', '2026-11-02T09:00:00.000Z');
const toImy = sent(g1, 'notification', '2026-11-03T09:00:00.000Z');
const notHigh = decidedAgainst(g3, '2026-11-03T09:00:00.000Z');
const inTime = '2026-11-05T07:59:59.000Z';
const tooLate = '2026-11-05T08:00:01.000Z';

const share = (changed: Partial<CaseFacts>, at = '2026-11-06T08:00:00.000Z') =>
  dutyShare([caseOf({ parties: [controller], ...changed })], defaultData, new Date(at));

describe('the share of duties fulfilled in time', () => {
  it.each<[string, Partial<CaseFacts>, number, readonly Shortcoming[]]>([
    ['nothing answered', {}, 1, ['undecided']],
    ['nobody knows whom it concerns', { parties: [] }, 1, ['undecided']],
    ['no personal data', { answers: { ...settled, ...no('personalData') } }, 0, []],
    [
      'all done',
      { answers: { ...breach, ...no('highRisk') }, decisions: [notHigh], deliveries: [record, toImy] },
      2,
      [],
    ],
    [
      'sent a second too late',
      {
        answers: { ...breach, ...no('highRisk') },
        decisions: [notHigh],
        deliveries: [record, { ...toImy, sentAt: tooLate }],
      },
      2,
      ['late'],
    ],
    [
      'sent a second in time',
      {
        answers: { ...breach, ...no('highRisk') },
        decisions: [notHigh],
        deliveries: [record, { ...toImy, sentAt: inTime }],
      },
      2,
      [],
    ],
    [
      'sent without a receipt',
      {
        answers: { ...breach, ...no('highRisk') },
        decisions: [notHigh],
        deliveries: [record, { ...toImy, isProven: false }],
      },
      2,
      ['unproven'],
    ],
    [
      'never sent',
      { answers: { ...breach, ...no('highRisk') }, decisions: [notHigh], deliveries: [record] },
      2,
      ['overdue'],
    ],
    [
      'at once, and not done',
      { answers: { ...breach, ...yes('highRisk') }, deliveries: [record, toImy] },
      3,
      ['notDone'],
    ],
    [
      'decided against by an exception of the law',
      { answers: { ...breach, ...yes('highRisk') }, decisions: [notHigh], deliveries: [record, toImy] },
      2,
      [],
    ],
    [
      'decided against where the law has none',
      {
        answers: { ...breach, ...no('highRisk') },
        decisions: [notHigh, decidedAgainst(g1, inTime)],
        deliveries: [record],
      },
      2,
      ['contradicted'],
    ],
    [
      'the risk judged unlikely, with a decision',
      {
        answers: { ...settled, ...yes('personalData'), ...no('riskToPeople') },
        decisions: [decidedAgainst(g1, inTime)],
        deliveries: [record],
      },
      1,
      [],
    ],
    [
      'the risk judged unlikely, without one',
      {
        answers: { ...settled, ...yes('personalData'), ...no('riskToPeople') },
        deliveries: [record],
      },
      2,
      ['undecided'],
    ],
    [
      'reported without being sure',
      {
        answers: {
          ...settled,
          ...yes('personalData'),
          ...answered('unknown', 'riskToPeople'),
          ...no('highRisk'),
        },
        decisions: [notHigh],
        deliveries: [record, toImy],
      },
      2,
      [],
    ],
    [
      'säkerhetsskydd, reported',
      { answers: yes('protectiveSecurity'), deliveries: [sent('sakerhetsskydd/anmalan', 'report', inTime)] },
      1,
      [],
    ],
    ['säkerhetsskydd, not reported', { answers: yes('protectiveSecurity') }, 1, ['notDone']],
  ])('%s', (_what, changed, population, why) => {
    const found = share(changed);
    expect([found.population, found.offenders.map((one) => one.why)]).toEqual([population, why]);
    expect(found.met + found.offenders.length).toBe(found.population);
  });

  it('does not count what still runs', () => {
    const running = { answers: { ...breach, ...no('highRisk') }, decisions: [notHigh], deliveries: [record] };
    expect(share(running, inTime).population).toBe(1);
    expect(share(running, tooLate).population).toBe(2);
  });

  it('does not count what no law demands', () => {
    const urged = { answers: { ...settled, ...no('personalData'), ...yes('crime', 'agreement') } };
    expect(share(urged).population).toBe(0);
  });

  it('is nothing where there are no cases', () => {
    expect(dutyShare([], defaultData, new Date(inTime))).toEqual({ population: 0, met: 0, offenders: [] });
  });
});
