import { Type } from 'typebox';
import { scopeOf } from '../../kernel/access.ts';
import { Fields, OneOf, OrNull } from '../../kernel/schema.ts';
import { view } from '../../kernel/view.ts';
import { activities, carriers } from '../information/vocabulary.ts';
import { defaultRules } from './default-rules.ts';
import { handlingRuleAccess } from './handling-rule.access.ts';
import { readRules } from './handling-rule.store.ts';
import { cellOf } from './handling-rule.ts';
import { ruleVerdicts } from './judge.ts';

const byCell = new Map(defaultRules.map((rule) => [cellOf(rule), rule]));

export const matrix = view({
  name: 'handlingRule.matrix',
  on: 'register',
  permission: handlingRuleAccess.read,
  input: Fields({}),
  output: Fields({
    items: Type.Array(
      Fields({
        id: Type.String(),
        version: Type.Integer(),
        level: Type.Integer(),
        activity: OneOf(activities),
        carrier: OneOf(carriers),
        verdict: OneOf(ruleVerdicts),
        conditionSv: Type.String(),
        conditionEn: Type.String(),
        /** The cell says what our default says. */
        isDefault: Type.Boolean(),
      }),
    ),
    may: Fields({ set: Fields({ allowed: Type.Boolean(), because: OrNull(Type.String()) }) }),
  }),
  told: { nothing: 'rules, no record' },
  answer: async (db, _input, { actor }) => {
    const rules = await readRules(db);
    const items = rules.map((rule) => {
      const shipped = byCell.get(cellOf(rule));
      const isDefault =
        rule.verdict === shipped?.verdict &&
        rule.conditionSv === shipped.conditionSv &&
        rule.conditionEn === shipped.conditionEn;
      return { ...rule, isDefault };
    });
    const allowed = scopeOf(actor, handlingRuleAccess.set) !== null;
    return { items, may: { set: { allowed, because: allowed ? null : 'forbidden' } } };
  },
});
