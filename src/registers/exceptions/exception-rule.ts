import { Type } from 'typebox';
import type { Actor } from '../../kernel/access.ts';
import type { Circumstances, Decision } from '../../kernel/action.ts';
import { changesBetween } from '../../kernel/audit/canonical.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { Fields, OneOf, Reason, type Static } from '../../kernel/schema.ts';
import { type RiskLevel, riskLevels } from '../risk.ts';

/** Offices that can be given the right to decide on exceptions. */
export const decidingOffices = [
  'manager',
  'departmentHead',
  'informationSecurityCoordinator',
  'municipalDirector',
] as const;
export type DecidingOffice = (typeof decidingOffices)[number];

/** Who decides at a level of risk, and for how many months at most. */
export interface DecidingTerm {
  readonly office: DecidingOffice;
  readonly longestMonths: number;
}

/** How long an exception is asked for when nobody says otherwise (months). */
export const usualMonths = 12;

/**
 * Until the municipality has said otherwise: whoever leads the unit bears what is low, her head of department what is medium,
 * and what is more is the director's. Two years at most, since no rule of law says how long; half of it where the risk is extreme.
 */
export const defaultTerms: Readonly<Record<RiskLevel, DecidingTerm>> = {
  low: { office: 'manager', longestMonths: 24 },
  medium: { office: 'departmentHead', longestMonths: 24 },
  high: { office: 'municipalDirector', longestMonths: 24 },
  extreme: { office: 'municipalDirector', longestMonths: 12 },
};

/** The municipality's own word on a level of risk. */
export interface ExceptionRule extends DecidingTerm {
  readonly id: Id<'ExceptionRule'>;
  readonly version: number;
  readonly risk: RiskLevel;
  readonly reason: string;
}

/** Who decides at the level, and for how long: the municipality's own rule, else ours. */
export function termFor(risk: RiskLevel, rules: readonly ExceptionRule[]): DecidingTerm {
  return rules.find((rule) => rule.risk === risk) ?? defaultTerms[risk];
}

/**
 * Does the actor hold the office, for the unit? A unit is led by a manager or by a head of department, and both fill the
 * manager's place.
 */
export function holdsOffice(actor: Actor, office: DecidingOffice, unitId: string): boolean {
  if (actor.kind === 'system') return true;
  const sought: readonly string[] = office === 'manager' ? ['manager', 'departmentHead'] : [office];
  return actor.held.some(
    (one) =>
      sought.includes(one.office) &&
      (one.scope === 'municipality' || one.units.some((unit) => unit === unitId)),
  );
}

export const ruleInput = Fields({
  risk: OneOf(riskLevels),
  office: OneOf(decidingOffices),
  longestMonths: Type.Integer({ minimum: 1, maximum: 60 }),
  reason: Reason(500),
});

/** Says who decides at a level of risk. Exceptions that are decided already stand as they are. */
export function setExceptionRule(
  before: ExceptionRule | null,
  input: Static<typeof ruleInput>,
  { newId }: Circumstances,
): Decision<ExceptionRule> | Refusal {
  const told = ({ risk, office, longestMonths, reason }: Static<typeof ruleInput>) => ({
    risk,
    office,
    longestMonths,
    reason,
  });
  const next: ExceptionRule = {
    ...told(input),
    id: before?.id ?? newId<'ExceptionRule'>(),
    version: (before?.version ?? 0) + 1,
  };
  const changes = changesBetween(before === null ? null : told(before), told(next));
  if (changes.length === 0) return refuse('nothingChanged');
  return { next, event: { kind: 'exceptionRule.set', record: next.id, changes } };
}
