import { holds } from '../kernel/calendar.ts';
import {
  type AffectedParty,
  type Impact,
  type ImpactMeasure,
  impactMeasures,
  type Sector,
} from './case-facts.ts';
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
  const impact: Impact = { ...facts.impact, ...party.impact };
  const reached = reachedThreshold(impact, party.sectors, knownOn);
  if (reached === null) return null;
  const { measure, limit } = reached.limits[0];
  const { [measure]: value = 0 } = impact; // reached, so there is one
  const told = { code: 'thresholdReached', measure, value, limit } as const;
  return reached.sector === null ? told : { ...told, sector: reached.sector };
}

/** The first threshold of somebody in these sectors, who knew that day, that the figures reach; null when none is. */
export function reachedThreshold(
  impact: Impact,
  ofSectors: readonly Sector[],
  knownOn: string,
): Threshold | null {
  if (!holds(regulation, knownOn)) return null;
  return (
    regulation.thresholds.find(
      (one) => concerns(one, ofSectors) && one.limits.every((limit) => reaches(impact, limit)),
    ) ?? null
  );
}

function concerns({ sector: name }: Threshold, ofSectors: readonly Sector[]): boolean {
  return name === null || ofSectors.includes(name);
}

function reaches(impact: Impact, { measure, limit, isAtLeast }: Limit): boolean {
  const value = impact[measure];
  if (value === undefined) return false;
  return isAtLeast === true ? value >= limit : value > limit;
}

/**
 * The figures worth asking for of somebody whom a case concerns: those that a threshold of its sectors looks at, where
 * cybersäkerhetslagen binds it, and how many people are concerned, which a controller's notification must say
 * (GDPR art. 33.3).
 */
export function measuresOf({ roles, sectors }: Pick<AffectedParty, 'roles' | 'sectors'>): ImpactMeasure[] {
  const looked = roles.includes('coveredEntity') ? thresholdsOf(sectors) : [];
  const asked = new Set(looked.flatMap(({ limits }) => limits.map(({ measure }) => measure)));
  if (roles.includes('controller')) asked.add('peopleExposed');
  return impactMeasures.filter((measure) => asked.has(measure));
}

/** The thresholds that look at somebody in these sectors. */
export function thresholdsOf(ofSectors: readonly Sector[]): readonly Threshold[] {
  return regulation.thresholds.filter((one) => concerns(one, ofSectors));
}
