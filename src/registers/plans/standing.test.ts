import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/calendar.ts';
import { type Dated, inForceOn, type PlanState, standingOf } from './standing.ts';

const today = '2026-11-23';
const decided = (number: number, validFrom: string): Dated => ({ number, state: 'decided', validFrom });
const draft: Dated = { number: 9, state: 'draft', validFrom: null };
const discarded: Dated = { number: 8, state: 'discarded', validFrom: null };

describe('the version in force', () => {
  it.each<[string, readonly Dated[], number | null]>([
    ['of none', [], null],
    ['of a draft alone', [draft, discarded], null],
    ['begins on its day', [decided(1, today)], 1],
    ['does not begin the day before', [decided(1, '2026-11-24')], null],
    ['is the one that took effect last', [decided(1, '2026-01-01'), decided(2, '2026-06-01')], 2],
    ['stays while the next is to come', [decided(1, '2026-01-01'), decided(2, '2026-12-01')], 1],
    ['is the later of two from one day', [decided(2, '2026-06-01'), decided(1, '2026-06-01')], 2],
    [
      'is the later of two from one day, in any order',
      [decided(1, '2026-06-01'), decided(2, '2026-06-01')],
      2,
    ],
  ])('%s', (_name, versions, number) => {
    expect(inForceOn(versions, today)?.number ?? null).toBe(number);
  });

  it('is one at the most, and the only one that is called so', () => {
    const version = fc.record({
      state: fc.constantFrom('draft' as const, 'decided' as const, 'discarded' as const),
      days: fc.integer({ min: -400, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 8 }), (made) => {
        const versions = made.map(({ state, days }, index) => ({
          number: index + 1,
          state,
          validFrom: state === 'decided' ? addDays(today, days) : null,
        }));
        const named = versions.filter((one) => standingOf(one, versions, today) === 'inForce');
        expect(named.map((one) => one.number)).toEqual(
          [inForceOn(versions, today)?.number].filter((one) => one !== undefined),
        );
        // Nothing decided with its day past is left without a name.
        for (const one of versions)
          if (one.validFrom !== null && one.validFrom <= today)
            expect(['inForce', 'superseded']).toContain(standingOf(one, versions, today));
      }),
    );
  });
});

describe('a version is called', () => {
  const versions = [
    decided(1, '2026-01-01'),
    decided(2, '2026-06-01'),
    decided(3, '2026-12-01'),
    draft,
    discarded,
  ];
  it.each<[number, PlanState]>([
    [0, 'superseded'],
    [1, 'inForce'],
    [2, 'decided'],
    [3, 'draft'],
    [4, 'discarded'],
  ])('number %i: %s', (index, state) => {
    const one = versions[index];
    if (one === undefined) throw new Error('no such version');
    expect(standingOf(one, versions, today)).toBe(state);
  });
});
