import { type Activity, activities, activityCarriers, type Carrier } from '../../information/vocabulary.ts';
import { ruleFor, type RuleVerdict } from '../judge.ts';

/** A rule as the matrix answers it. */
export interface ShownRule {
  readonly level: number;
  readonly activity: Activity;
  readonly carrier: Carrier;
  readonly version: number;
  readonly verdict: RuleVerdict;
  readonly conditionSv: string;
  readonly conditionEn: string;
  readonly isDefault: boolean;
}

/** One row to read: an activity in the forms that share its rules, with the rule at each level. */
export interface MatrixRow {
  readonly activity: Activity;
  readonly carriers: readonly Carrier[];
  readonly cells: readonly (ShownRule | undefined)[];
}

export const shownLevels = [0, 1, 2, 3] as const;

/**
 * The matrix as people read it: forms of an activity whose rules are word for word the same share a row. In the order
 * of the vocabulary.
 */
export function matrixRows(rules: readonly ShownRule[]): readonly MatrixRow[] {
  return activities.flatMap((activity) => {
    const rows: { carriers: Carrier[]; cells: (ShownRule | undefined)[]; print: string }[] = [];
    for (const carrier of activityCarriers[activity]) {
      const cells = shownLevels.map((level) => ruleFor(rules, level, activity, carrier));
      const print = JSON.stringify(
        cells.map((cell) => [cell?.verdict, cell?.conditionSv, cell?.conditionEn]),
      );
      const same = rows.find((row) => row.print === print);
      if (same === undefined) rows.push({ carriers: [carrier], cells, print });
      else same.carriers.push(carrier);
    }
    return rows.map(({ carriers, cells }) => ({ activity, carriers, cells }));
  });
}
