import type { Activity, Carrier } from '../information/vocabulary.ts';

export const ruleVerdicts = ['allowed', 'conditional', 'forbidden'] as const;
export type RuleVerdict = (typeof ruleVerdicts)[number];

/** As much of a rule as judging needs. */
export interface JudgedRule {
  readonly level: number;
  readonly activity: Activity;
  readonly carrier: Carrier;
  readonly verdict: RuleVerdict;
}

/** What the rules say of one way of handling. `noRule` is not permission: nobody has thought of it yet. */
export type HandlingVerdict = 'allowed' | 'conditionsMet' | 'conditionsUnmet' | 'forbidden' | 'noRule';

/**
 * What the rule, or the lack of one, says when the conditions are met or not. Clause P43 and the pages ask this same
 * function, so that the figure and the mark beside a row cannot differ.
 */
export function judgeVerdict(verdict: RuleVerdict | undefined, conditionsMet: boolean): HandlingVerdict {
  if (verdict === undefined) return 'noRule';
  if (verdict !== 'conditional') return verdict;
  return conditionsMet ? 'conditionsMet' : 'conditionsUnmet';
}

/** What the rules say of handling information of a level of confidentiality in this way. */
export function judgeHandling(
  rules: readonly JudgedRule[],
  level: number,
  activity: Activity,
  carrier: Carrier,
  conditionsMet: boolean,
): HandlingVerdict {
  return judgeVerdict(ruleFor(rules, level, activity, carrier)?.verdict, conditionsMet);
}

/** The rule that covers a level, an activity and a carrier; undefined when there is none. */
export function ruleFor<Rule extends JudgedRule>(
  rules: readonly Rule[],
  level: number,
  activity: Activity,
  carrier: Carrier,
): Rule | undefined {
  return rules.find((one) => one.level === level && one.activity === activity && one.carrier === carrier);
}

/** May it be done that way? */
export function isPermitted(verdict: HandlingVerdict): boolean {
  return verdict === 'allowed' || verdict === 'conditionsMet';
}
