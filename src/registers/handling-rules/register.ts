import { register } from '../../kernel/register.ts';
import { restoreDefault, set } from './handling-rule.actions.ts';
import { handlingRuleTexts } from './handling-rule.texts.ts';
import { matrix } from './handling-rule.views.ts';

export const handlingRuleRegister = register({
  name: 'handlingRule',
  actions: [set, restoreDefault],
  views: [matrix],
  texts: handlingRuleTexts,
});
