import { register } from '../../kernel/register.ts';
import { decide, end, set } from './retention-rule.actions.ts';
import { retentionRuleTexts } from './retention-rule.texts.ts';
import { erasures, list, preview } from './retention-rule.views.ts';

export const retentionRuleRegister = register({
  name: 'retentionRule',
  actions: [decide, set, end],
  views: [list, preview, erasures],
  texts: retentionRuleTexts,
});
