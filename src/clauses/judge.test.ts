import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always, awaitingClause, clause, shareOf } from './clause.ts';
import { noFacts } from './facts.ts';
import { judge } from './judge.ts';
import { endOfDay, instantOf } from '../kernel/calendar.ts';
import { trendDays } from './trend.ts';

const today = '2026-11-23';
const words = { sv: 'svenska', en: 'English' };
const described = {
  id: 'bakgrund/prov',
  number: 'P00',
  section: 'bakgrund' as const,
  strength: 'ska' as const,
  responsible: 'everyone' as const,
  citation: [],
  inForceFrom: null,
  title: words,
  demand: words,
  measured: words,
};

function made(members: readonly boolean[], applies = true, inForceFrom: string | null = null) {
  return clause({
    ...described,
    kind: 'computed',
    inForceFrom,
    reads: [],
    messages: { fails: words },
    applies: () => applies,
    findings: () =>
      shareOf(
        members,
        (holds) => (holds ? null : 'fails'),
        () => ({
          register: 'setting',
          recordId: null,
          recordName: '',
          field: null,
          responsible: 'everyone',
          responsiblePersonId: null,
          unitId: null,
          parameters: {},
          action: null,
        }),
      ),
  });
}

describe('judge', () => {
  it.each([
    ['all hold', made([true, true]), 100, 'met'],
    ['some hold', made([true, false]), 100, 'partly'],
    ['exactly the threshold', made([true, false]), 50, 'met'],
    ['just under the threshold', made([true, false]), 51, 'partly'],
    ['none holds', made([false]), 1, 'not_met'],
    ['nothing to look at', made([]), 100, 'undetermined'],
    ['does not apply', made([false], false), 100, 'not_applicable'],
    ['not in force yet', made([false], true, '2026-11-24'), 100, 'not_in_force'],
    ['in force since today', made([true], true, today), 100, 'met'],
    ['no register yet', awaitingClause(described), 100, 'undetermined'],
    [
      'attested, by nobody yet',
      { ...made([true]), kind: 'attested' as const, applies: always },
      100,
      'undetermined',
    ],
  ] as const)('%s', (_name, one, threshold, verdict) => {
    expect(judge(one, noFacts, { today, threshold }).verdict).toBe(verdict);
  });

  it('counts what is met and what is found to the whole population, and never meets below the threshold', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.integer({ min: 1, max: 100 }), (members, threshold) => {
        const judged = judge(made(members), noFacts, { today, threshold });
        expect(judged.numerator + judged.findings.length).toBe(members.length);
        const share = members.filter(Boolean).length / members.length;
        expect(judged.verdict === 'met').toBe(members.length > 0 && share * 100 >= threshold - 1e-9);
      }),
    );
  });
});

describe('asOf', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  it.each([
    ['a winter day', '2026-01-31', '2026-01-31T22:59:59.999Z'],
    ['a summer day', '2026-06-15', '2026-06-15T21:59:59.999Z'],
    ['the day summer time begins', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['the day summer time ends', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])('ends %s at its Swedish midnight', (_name, day, instant) => {
    expect(endOfDay(day).toISOString()).toBe(instant);
  });
  it('reads a day, an instant, today, and nothing else', () => {
    expect(instantOf('2026-06-15', now)).toEqual(endOfDay('2026-06-15'));
    expect(instantOf('2026-11-23', now)).toBe(now);
    expect(instantOf('2026-06-15T12:00:00Z', now)).toEqual(new Date('2026-06-15T12:00:00Z'));
    for (const none of [
      '2026-02-30',
      'igår',
      '0001',
      '275760',
      '0001-01-01',
      '+275760-09-13',
      '2026-06-15T25:00Z',
    ])
      expect(instantOf(none, now)).toBeNull();
  });
  it('draws a trend through twelve month ends', () => {
    const days = trendDays('2026-11-23');
    expect(days).toHaveLength(13);
    expect([days[0], days[1], days[11], days[12]]).toEqual([
      '2025-11-30',
      '2025-12-31',
      '2026-10-31',
      '2026-11-23',
    ]);
  });
});
