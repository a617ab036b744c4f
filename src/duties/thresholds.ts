import { holds } from '../kernel/calendar.ts';
import type { Impact, ImpactMeasure, Sector } from './case-facts.ts';
import type { Because, Circumstance, Verification } from './duty.ts';

/** A number above which an incident is significant by itself. Below it nothing is said: see significance.ts. */
export interface Threshold {
  /** Null: every sector. */
  readonly sector: Sector | null;
  /** All of these must be reached. */
  readonly limits: readonly [Limit, ...Limit[]];
}

export interface Limit {
  readonly measure: ImpactMeasure;
  readonly limit: number;
  /** ”At least” reaches the limit itself; ”more than” does not. */
  readonly isAtLeast?: true;
}

const over = (measure: ImpactMeasure, limit: number): Limit => ({ measure, limit });
const atLeast = (measure: ImpactMeasure, limit: number): Limit => ({ measure, limit, isAtLeast: true });
const sector = (name: Sector | null, ...limits: readonly [Limit, ...Limit[]]): Threshold => ({
  sector: name,
  limits,
});

/**
 * The numbers of MCFFS 2026:8, in force from 2026-07-01, as somebody else reports them: we have not read the regulation.
 * Waste management, digital infrastructure and other sectors have the general numbers alone.
 */
const regulation: { readonly from: string; readonly until: null; readonly thresholds: readonly Threshold[] } =
  {
    from: '2026-07-01',
    until: null,
    thresholds: [
      sector(null, over('limitedHours', 12)),
      sector(null, over('fallbackHours', 48)),
      sector(null, over('costPercent', 5)),
      sector(null, atLeast('peopleExposed', 500)),
      sector('publicAdministration', over('limitedHours', 4)),
      sector('publicAdministration', over('fallbackHours', 12)),
      sector('drinkingWater', over('limitedHours', 4)),
      sector('drinkingWater', over('fallbackHours', 8)),
      sector('wasteWater', over('limitedHours', 4)),
      sector('wasteWater', over('fallbackHours', 8)),
      sector('healthCare', over('limitedHours', 1)),
      sector('healthCare', over('fallbackHours', 6)),
      sector('energy', over('outageHours', 2), atLeast('usersAffected', 2000)),
      sector('energy', over('outageHours', 2), atLeast('usersPercent', 50)),
      sector('energy', over('fallbackHours', 6)),
      sector('energy', over('controlLossHours', 1)),
      sector('transport', over('limitedHours', 1)),
      sector('transport', over('outageHours', 1), atLeast('usersAffected', 1000)),
      sector('transport', over('fallbackHours', 6)),
      sector('transport', over('departuresPercent', 5)),
    ],
  };

/** The numbers in force, to be read. */
export const { thresholds } = regulation;

/** How sure we are of the numbers. */
export const thresholdVerification: Verification = {
  state: 'reportedBySecondarySource',
  on: '2026-11-23',
  source: 'MCFFS 2026:8, såsom den återges av en tredje part som uppger sig ha läst den 2026-07-09',
};

/**
 * The first threshold that what is measured reaches, by the strictest of the party's sectors; null when none is, when
 * nothing has been measured, and before there were any numbers.
 */
export function thresholdReached({ facts, party, knownOn }: Circumstance): Because | null {
  if (!holds(regulation, knownOn)) return null;
  const impact: Impact = { ...facts.impact, ...party.impact };
  for (const { sector: name, limits } of regulation.thresholds) {
    if (name !== null && !party.sectors.includes(name)) continue;
    if (!limits.every((one) => reaches(impact, one))) continue;
    const [first] = limits;
    const value = impact[first.measure];
    if (value === undefined) continue;
    const told = { code: 'thresholdReached', measure: first.measure, value, limit: first.limit } as const;
    return name === null ? told : { ...told, sector: name };
  }
  return null;
}

function reaches(impact: Impact, { measure, limit, isAtLeast }: Limit): boolean {
  const value = impact[measure];
  if (value === undefined) return false;
  return isAtLeast === true ? value >= limit : value > limit;
}
