import type { Activity, Carrier } from '../information/vocabulary.ts';
import { type Cell, digitalRules } from './default-rules.digital.ts';
import { otherRules } from './default-rules.other.ts';
import type { RuleVerdict } from './judge.ts';

/** One cell of the matrix as it is shipped. */
export interface DefaultRule {
  readonly level: number;
  readonly activity: Activity;
  readonly carrier: Carrier;
  readonly verdict: RuleVerdict;
  readonly conditionSv: string;
  readonly conditionEn: string;
}

/**
 * Our default for how information may be handled at each level of confidentiality: a proposal that the municipality
 * decides on, cell by cell. Level 4 has no column, since that information is not handled here.
 */
export const defaultRules: readonly DefaultRule[] = [...digitalRules, ...otherRules].flatMap((row) =>
  row.carriers.flatMap((carrier) =>
    row.cells.map((cell, level) => ({ level, activity: row.activity, carrier, ...spelledOut(cell) })),
  ),
);

function spelledOut(cell: Cell): Pick<DefaultRule, 'verdict' | 'conditionSv' | 'conditionEn'> {
  if (typeof cell === 'string') return { verdict: cell, conditionSv: '', conditionEn: '' };
  return { verdict: 'conditional', conditionSv: cell.sv, conditionEn: cell.en };
}
