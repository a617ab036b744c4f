import { Type } from 'typebox';
import { Fields, type Static } from '../kernel/schema.ts';

/** Consequence and likelihood, each 1–4: the consequence is the classification's levels 0–3, counted from one. */
export const riskSteps = [1, 2, 3, 4] as const;

export const Risk = Fields({
  consequence: Type.Integer({ minimum: 1, maximum: 4 }),
  likelihood: Type.Integer({ minimum: 1, maximum: 4 }),
});
export type Risk = Static<typeof Risk>;

export const riskLevels = ['low', 'medium', 'high', 'extreme'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** The higher of two levels; of one that nobody has judged, the other. */
export function higherLevel(one: RiskLevel | null, other: RiskLevel | null): RiskLevel | null {
  if (one === null || other === null) return one ?? other;
  return riskLevels.indexOf(one) < riskLevels.indexOf(other) ? other : one;
}

/**
 * The level of a risk by the product of its two steps: low 1–2, medium 3–6, high 8–12, extreme 16 (the example of the national
 * method for information security, ”utforma riskhantering”).
 */
export function riskLevel({ consequence, likelihood }: Risk): RiskLevel {
  const product = consequence * likelihood;
  if (product <= 2) return 'low';
  if (product <= 6) return 'medium';
  return product <= 12 ? 'high' : 'extreme';
}
