import { describe, expect, it } from 'vitest';
import type { CaseFacts } from './case-facts.ts';
import { deadlinesOf, type DeadlineStanding } from './deadlines.ts';
import { defaultData } from './default-data.ts';
import { caseOf, decidedAgainst, no, party, sent, yes } from './testing/cases.ts';

const controller = party('kommunen', ['controller']);
const settled = no('protectiveSecurity');
const breach = { ...settled, ...yes('personalData', 'riskToPeople'), ...no('highRisk') };
const record = sent('dataskydd/incidentforteckning', 'record', '2026-11-02T09:00:00.000Z');
const imy = 'dataskydd/anmalan-till-imy';
// Known on 2 November at 08:00 UTC: 72 hours end on the fifth.
const toImy = (at: string) => sent(imy, 'notification', at);
const notHigh = [decidedAgainst('dataskydd/informera-registrerade', '2026-11-03T09:00:00.000Z')];
const documented = { answers: breach, decisions: notHigh, deliveries: [record] };
const before = '2026-11-04T08:00:00.000Z';
const after = '2026-11-05T10:30:00.000Z';

describe('how a case stands against the times of the law', () => {
  it.each<[string, Partial<CaseFacts>, string, DeadlineStanding, number | null]>([
    ['nobody knows whom it concerns', { parties: [] }, after, 'undecided', null],
    ['nothing has been answered', {}, after, 'undecided', null],
    ['there were no personal data', { answers: { ...settled, ...no('personalData') } }, after, 'none', null],
    ['there is time left', documented, before, 'running', null],
    ['the time is out', documented, after, 'late', 3],
    [
      'it was reported in time',
      { ...documented, deliveries: [record, toImy('2026-11-05T08:00:00.000Z')] },
      after,
      'kept',
      null,
    ],
    [
      'it was reported in time, and nothing shows it',
      { ...documented, deliveries: [record, { ...toImy(before), isProven: false }] },
      after,
      'kept',
      null,
    ],
    [
      'it was reported a second late',
      { ...documented, deliveries: [record, toImy('2026-11-05T08:00:01.000Z')] },
      after,
      'late',
      1,
    ],
    [
      'it is to be documented at once',
      { ...documented, deliveries: [toImy(before)] },
      after,
      'running',
      null,
    ],
    [
      'it was decided against what the law says',
      {
        ...documented,
        decisions: [...notHigh, decidedAgainst('dataskydd/incidentforteckning', before)],
        deliveries: [toImy(before)],
      },
      after,
      'undecided',
      null,
    ],
  ])('when %s', (_when, changed, at, standing, lateHours) => {
    const facts = caseOf({ parties: [controller], ...changed });
    expect(deadlinesOf(facts, defaultData, new Date(at))).toEqual({ standing, lateHours });
  });

  it('is not said where protective security may be concerned', () => {
    const facts = caseOf({ parties: [controller], answers: yes('protectiveSecurity') });
    expect(deadlinesOf(facts, defaultData, new Date(after))).toBeNull();
  });
});
