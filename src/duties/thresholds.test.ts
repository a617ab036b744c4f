import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Impact, impactMeasures, partyRoles, type Sector, sectors } from './case-facts.ts';
import { defaultData } from './default-data.ts';
import { evaluate } from './evaluate.ts';
import { caseOf, municipality, no, now, party, standing, yes } from './testing/cases.ts';
import { measuresOf } from './thresholds.ts';

const answers = { ...yes('networkOrSystem'), ...no('significant') };

/** Is the incident significant by the numbers alone? */
function reached(sectors: readonly Sector[], impact: Impact, at = '2026-11-02T08:00:00.000Z'): boolean {
  const operator = party('kommunen', ['coveredEntity'], { sectors, knowledge: { at, reason: 'Larm' } });
  return standing(caseOf({ answers, impact, parties: [operator] }), 'C1').verdict === 'thresholdMet';
}

describe('the numbers of MCFFS 2026:8, as reported', () => {
  it.each<[Sector, Impact, boolean]>([
    ['other', { limitedHours: 12 }, false],
    ['other', { limitedHours: 12.1 }, true],
    ['other', { fallbackHours: 48 }, false],
    ['other', { fallbackHours: 49 }, true],
    ['other', { costPercent: 5 }, false],
    ['other', { costPercent: 5.1 }, true],
    ['other', { peopleExposed: 499 }, false],
    ['other', { peopleExposed: 500 }, true],
    ['wasteManagement', { limitedHours: 12.1 }, true],
    ['digitalInfrastructure', { limitedHours: 11 }, false],
    ['publicAdministration', { limitedHours: 4 }, false],
    ['publicAdministration', { limitedHours: 5 }, true],
    ['publicAdministration', { fallbackHours: 12 }, false],
    ['publicAdministration', { fallbackHours: 13 }, true],
    ['drinkingWater', { limitedHours: 5 }, true],
    ['drinkingWater', { fallbackHours: 9 }, true],
    ['wasteWater', { limitedHours: 4 }, false],
    ['wasteWater', { fallbackHours: 8.5 }, true],
    ['healthCare', { limitedHours: 1 }, false],
    ['healthCare', { limitedHours: 1.5 }, true],
    ['healthCare', { fallbackHours: 7 }, true],
    ['energy', { outageHours: 3 }, false],
    ['energy', { outageHours: 3, usersAffected: 1999 }, false],
    ['energy', { outageHours: 3, usersAffected: 2000 }, true],
    ['energy', { outageHours: 3, usersPercent: 50 }, true],
    ['energy', { outageHours: 2, usersAffected: 2000 }, false],
    ['energy', { fallbackHours: 7 }, true],
    ['energy', { controlLossHours: 2 }, true],
    ['transport', { limitedHours: 2 }, true],
    ['transport', { outageHours: 2, usersAffected: 1000 }, true],
    ['transport', { fallbackHours: 7 }, true],
    ['transport', { departuresPercent: 5 }, false],
    ['transport', { departuresPercent: 6 }, true],
    ['publicAdministration', {}, false],
  ])('%s %o', (sector, impact, expected) => {
    expect(reached([sector], impact)).toBe(expected);
  });

  it('the strictest of several sectors decides', () => {
    expect(reached(['publicAdministration', 'healthCare'], { limitedHours: 2 })).toBe(true);
    expect(reached(['publicAdministration'], { limitedHours: 2 })).toBe(false);
  });

  it('what is measured of a party goes before what is measured of the case', () => {
    const school = { ...municipality, impact: { limitedHours: 1 } };
    const facts = caseOf({ answers, impact: { limitedHours: 5 }, parties: [school] });
    expect(standing(facts, 'C1').verdict).toBe('decisionNeeded');
  });

  it('they began on 1 July 2026, Swedish time', () => {
    expect(reached(['healthCare'], { limitedHours: 9 }, '2026-06-30T21:59:59.000Z')).toBe(false);
    expect(reached(['healthCare'], { limitedHours: 9 }, '2026-06-30T22:00:00.000Z')).toBe(true);
  });

  it('a report by lex Maria makes an incident in health care significant', () => {
    const clinic = party('kommunen', ['coveredEntity', 'careProvider'], { sectors: ['healthCare'] });
    const hurt = { ...answers, ...yes('careAffected', 'seriousCareInjury') };
    const verdict = (parties = [clinic]) => standing(caseOf({ answers: hurt, parties }), 'C1').verdict;
    expect(verdict()).toBe('thresholdMet');
    expect(verdict([municipality])).toBe('decisionNeeded');
    const before = { ...clinic, knowledge: { at: '2026-06-30T21:59:59.999Z', reason: 'Larm' } };
    expect(verdict([before])).toBe('decisionNeeded');
  });
});

describe('the figures that are asked for', () => {
  it('are all that any duty of the party could look at', () => {
    const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
    const figure = fc.double({ min: 0, max: 10_000, noNaN: true });
    const impacts = fc.record(Object.fromEntries(impactMeasures.map((one) => [one, figure])));
    fc.assert(
      fc.property(some(partyRoles), some(sectors), impacts, (roles, ofSectors, impact: Impact) => {
        const one = party('kommunen', roles, { sectors: ofSectors });
        const asked = new Set(measuresOf(one));
        const known = Object.fromEntries(Object.entries(impact).filter(([key]) => asked.has(key as never)));
        const verdicts = (measured: Impact) =>
          evaluate(caseOf({ answers, impact: measured, parties: [one] }), defaultData, now).duties.map(
            ({ verdict }) => verdict,
          );
        expect(verdicts(known)).toEqual(verdicts(impact));
      }),
    );
  });

  it.each<[string, Parameters<typeof measuresOf>[0], readonly string[]]>([
    ['a committee', { roles: ['controller'], sectors: ['energy'] }, ['peopleExposed']],
    ['a supplier', { roles: ['supplier'], sectors: ['energy'] }, []],
    [
      'an energy company',
      { roles: ['coveredEntity'], sectors: ['energy'] },
      impactMeasures.filter((one) => one !== 'departuresPercent'),
    ],
  ])('of %s', (_who, one, asked) => {
    expect(measuresOf(one)).toEqual(asked);
  });
});
