import { register } from '../../kernel/register.ts';
import { adopt, bring, confirm, discard, importAction, keep, tie } from './document.actions.ts';
import { documentTexts } from './document.texts.ts';
import { list, policy, record } from './document.views.ts';

export const documentRegister = register({
  name: 'document',
  actions: [importAction, tie, confirm, adopt, bring, discard, keep],
  views: [policy, list, record],
  texts: documentTexts,
});
